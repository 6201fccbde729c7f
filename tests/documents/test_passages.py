"""Passages are the blocks of a document."""

from __future__ import annotations

import pytest

from quotes.documents.passages import find_passages
from quotes.documents.reader import read_article
from quotes.records.document import Article, Block, Document, Passage


@pytest.mark.parametrize("blocks, passages", [
    ((), ()),
    ((Block("headline", 0, 5), Block("quote", 7, 9)), (Passage("headline", 0, 5), Passage("quote", 7, 9))),
])
def test_every_block_is_a_passage(blocks: tuple[Block, ...], passages: tuple[Passage, ...]):
    assert find_passages(Document("Title\n\nNo", blocks=blocks)) == passages


def test_a_texts_lines_are_passages():
    document = read_article(Article(text="Rain fell.\n\nThe ferry ran.\n"))
    assert [document.text[p.start : p.end] for p in find_passages(document)] == ["Rain fell.", "The ferry ran."]
