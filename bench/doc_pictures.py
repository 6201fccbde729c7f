"""The pictures of pages in the documents, taken again: `python -m bench.doc_pictures`; needs the system's Chromium.

They show the samples, light, 1280 pixels wide, cut below what they are about. Each is made as a reader would get there.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from bench.pictures import articles
from tests.browser.conftest import BROWSERS, served

TARGET = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH, MOST_BYTES = 1280, 150_000
DRAFT = """“We have been promising this to every kid in town,” said Ingrid Halloran, the mayor.

“The figures do not add up,” said Tomas Berivan.

“Not this year, and not next year either,” said Ingrid Halloran.

“The water is warm enough for anybody,” said Ines Okafor, who has swum there since she was six."""
Step = Callable[[Page, str], None]


def _draft(page: Page, address: str) -> None:
    page.goto(f"{address}/verify/draft")
    page.get_by_label("Text or HTML of the draft").fill(DRAFT)
    page.get_by_role("button", name="Check the draft").click()


def _at(path: str) -> Step:
    return lambda page, address: page.goto(f"{address}{path}") and None


# Name, how to get there, and how much of the page is shown, in pixels.
PICTURES: tuple[tuple[str, Step, int], ...] = (
    ("front-page", _at("/"), 860),
    ("search", _at("/?q=Courier+2025"), 860),
    ("quote", _at("/quotes/q11"), 1060),
    ("draft", _draft, 860),
    ("speaker", _at("/speakers/s6"), 860),
)


@contextmanager
def _browsing(path: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        with browser.new_context(color_scheme="light", viewport={"width": WIDTH, "height": 860}) as context:
            yield context.new_page()
        browser.close()


def main() -> int:
    """Take all pictures; 1 if one of them is too large to be put into a document."""
    path = next(found for name in BROWSERS if (found := shutil.which(name)))
    large = False
    with (TemporaryDirectory() as folder, contextmanager(served)(Path(folder), articles()) as site,
          _browsing(path) as page):
        for name, step, height in PICTURES:
            step(page, site.address)
            page.set_viewport_size({"width": WIDTH, "height": height})
            taken = page.screenshot(path=TARGET / f"{name}.png", scale="css")
            print(f"{name}.png: {len(taken)} bytes")
            large = large or len(taken) > MOST_BYTES
    return int(large)


if __name__ == "__main__":
    sys.exit(main())
