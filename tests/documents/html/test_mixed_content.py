"""Text between thousands of elements is put into elements of its own, and no other text is."""

from __future__ import annotations

import pytest
from lxml import html

from quotes.documents.html.body import MIXED, split_mixed


@pytest.mark.parametrize("children, split", [(0, False), (MIXED, False), (MIXED + 1, True)])
def test_only_crowded_parents_are_split(children: int, split: bool):
    tree = html.fromstring("<div>First<p>a</p>" + "<b>one</b>two<!-- c -->" * children + "</div>")
    before = tree.text_content()
    split_mixed(tree)
    assert tree.text_content() == before
    assert bool(tree.findall("span")) is split
    assert not split or not any(child.tail for child in tree)


def test_children_without_text_between_them_stay_as_they_are():
    tree = html.fromstring("<div>" + "<p>one</p>\n" * (2 * MIXED) + "</div>")
    split_mixed(tree)
    assert tree.find("span") is None and len(tree) == 2 * MIXED
