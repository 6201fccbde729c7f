"""Whatever stands on a page stands in one column, under its heading.

Articles, and searches with what narrows them beside, take the whole width.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.api.shelf import READING
from tests.browser.conftest import served, sign_in
from tests.browser.test_barriers import PAGES

EDGES = """[...document.querySelectorAll('main > :not(.wide)')].filter(one => one.offsetParent).map(one => {
    const { left, right } = one.getBoundingClientRect();
    return [one.tagName + '.' + one.className, left, right];
})"""


@pytest.fixture(scope="module")
def of_two_years(tmp_path_factory):
    """A service with two articles of different years, so that speakers have a timeline."""
    later = replace(READING.document, url="https://gazette.example/later", published_at="2026-01-02")
    yield from served(tmp_path_factory.mktemp("columns"), [READING, replace(READING, document=later)])


@pytest.mark.parametrize("address", [
    address for address in PAGES if address != "/documents/d1" and not address.startswith("/?q=")])
def test_everything_stands_in_one_column(page, of_two_years, address):
    if address == "/review":
        sign_in(page, of_two_years)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(of_two_years.address + address)
    edges = page.evaluate(EDGES)
    assert len({(left, right) for _, left, right in edges}) == 1, edges
    if address == "/speakers/s1":
        assert "FIGURE.timeline" in [what for what, *_ in edges]
