"""Step 1 on texts: what is kept, what is changed, what is refused."""

from __future__ import annotations

import pytest

from quotes.documents.reader import read_article
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from tests.processor_time import growth

ENGLISH = (
    "The board said that the pier would stay closed, and that the ferry to the island was not affected by it at "
    "all. "
)


def document(text: str, **known: str):
    return read_article(Article(text=text, **known))


@pytest.mark.parametrize("given, kept", [
    ("One.\nTwo.", "One.\nTwo."),
    ("\ufeffOne.", "One."),
    ("One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
    ("  “One”  \t\n\n\n  two…  ", "  “One”  \t\n\n\n  two…  "),  # nothing else is changed
    ("One.\ufeffTwo.", "One.\ufeffTwo."),
    ("\u200fOne\u00a0two\u2028three", "\u200fOne\u00a0two\u2028three"),
    ("", ""),
])
def test_the_text_stays_as_it_came(given: str, kept: str):
    assert document(given).text == kept


@pytest.mark.parametrize("text, blocks", [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("  One. \n \t \nTwo.\n", ["One.", "Two."]),
    ("\n\n\n", []),
    ("One", ["One"]),
    ("A\nB\nC", ["A", "B", "C"]),
])
def test_every_line_with_words_is_a_block(text: str, blocks: list[str]):
    read = document(text)
    assert [read.text[block.start : block.end] for block in read.blocks] == blocks
    assert {block.kind for block in read.blocks} <= {"paragraph"}


def test_a_text_without_words_is_warned_about():
    assert [warning.code for warning in document(" \n ").warnings] == ["no_text"]
    assert document("Words.").warnings == ()


@pytest.mark.parametrize("article, field", [
    (Article(), "text"),
    (Article(text="One.", html="<p>One.</p>"), "html"),
    (Article(text="One\x00two"), "text"),
    (Article(text="One \ud83d two"), "text"),
    (Article(html="<p>One\x00two</p>"), "html"),
    (Article(html="<p>One \udc00 two</p>"), "html"),
    (Article(html=b"<p>One\x00two</p>"), "html"),
    (Article(html=b"\x89PNG\r\n\x1a\n binary"), "html"),
    (Article(html=b"%PDF-1.7 binary"), "html"),
    (Article(html=b"PK\x03\x04 binary"), "html"),
    (Article(html=b"\x1f\x8b binary"), "html"),
    (Article(html=bytes(range(1, 9)) * 400), "html"),
])
def test_what_is_no_article_is_refused(article: Article, field: str):
    with pytest.raises(InvalidInput) as refusal:
        read_article(article)
    assert refusal.value.field == field
    assert str(refusal.value).endswith((".", "HTML."))


def test_what_the_caller_knows_is_kept():
    known = {"url": "https://pier.example/1", "title": "The pier", "publisher": "Quay News", "byline": "Ida Moss",
             "published_at": "2024-05-16", "language": "en-GB", "id": "a1"}
    read = document(ENGLISH, **known)
    assert (read.url, read.title, read.publisher, read.byline, read.published_at, read.id) == (
        "https://pier.example/1", "The pier", "Quay News", "Ida Moss", "2024-05-16", "a1")
    assert read.language == "en"
    assert document(ENGLISH).id == "d1"


@pytest.mark.parametrize("given, language", [("EN", "en"), ("en_US", "en"), (" de-DE ", "de"), ("pt-BR", "pt"), ("eng",
 "en"), (
 "nonsense!", None)])
def test_a_language_is_named_by_its_own_code(given: str, language: str | None):
    assert document("One.", language=given).language == language


def test_reading_a_text_takes_time_that_grows_with_its_length():
    once = (ENGLISH * 4 + "\n\n") * 1100
    fourfold = once * 4
    assert growth(lambda: document(once), lambda: document(fourfold), 8) <= 8


@pytest.mark.parametrize("unit", [" ", "\n", "a", "\r", "“", "a \n", "\t \n"])
def test_no_text_makes_reading_slow(unit: str):
    once, fourfold = unit * 200_000, unit * 800_000
    assert growth(lambda: document(once), lambda: document(fourfold), 8) <= 8
