"""Text and pages are told apart by content, and what cannot be read is refused with advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.cli.input.article_files import read_article, told_apart
from quotes.records.errors import InvalidInput, TooLarge

PAGES = [
    b"<!doctype html><title>x</title>",
    b"\n  <!DOCTYPE HTML PUBLIC>",
    b"\xef\xbb\xbf<html lang=en>",
    b'<?xml version="1.0"?><html>',
    b"<!-- saved from a site --><html>",
    b"<p>One paragraph only",
    b'<div class="story">',
    b"An opening line.<p>One</p><p>Two</p>",
    "<html>".encode("utf-16"),
]
TEXTS = [
    b"",
    b"The council voted to reopen the baths.",
    b"<3 is what she wrote, and nothing else.",
    b"<Name withheld> told the paper that all was well.",
    b"In HTML a paragraph ends with </p>, the teacher said.",
    b"a < b and b > c",
    "“Nine degrees,” she said.".encode(),
    b"<pushback> was the word",
]


@pytest.mark.parametrize("data", PAGES)
def test_a_page_is_seen_as_a_page(data: bytes):
    assert told_apart(data) == "html"


@pytest.mark.parametrize("data", TEXTS)
def test_a_text_is_seen_as_a_text(data: bytes):
    assert told_apart(data) == "text"


@pytest.mark.parametrize(
    "data, told",
    [
        (b"caf\xe9 au lait", "is not UTF-8 (byte 4 does not fit); save it as UTF-8"),
        ("“Nine degrees”".encode("utf-16"), "is not UTF-8"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"PK\x03\x04....", "is a packed file"),
        (b"\x1f\x8b\x08....", "is a gzip file"),
        (b"one\0two", "There is a NUL character in it"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(tmp_path: Path, data: bytes, told: str):
    path = tmp_path / "article"
    path.write_bytes(data)
    with pytest.raises(InvalidInput) as refused:
        read_article(str(path), 1000)
    assert told in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_page_is_handed_on_as_the_bytes_that_it_is(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_bytes(b'<meta charset="latin-1"><p>caf\xe9')
    assert read_article(str(path), 1000, "html").html == path.read_bytes()


def test_the_form_that_is_asked_for_wins_over_the_content(tmp_path: Path):
    path = tmp_path / "article"
    path.write_bytes(b"<p>One</p>")
    assert read_article(str(path), 1000, "text").text == "<p>One</p>"
    path.write_bytes(b"plain")
    assert read_article(str(path), 1000, "html").html == b"plain"


def test_an_input_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path):
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * 100)
    assert read_article(str(path), 100).text == "x" * 100
    with pytest.raises(TooLarge, match="longer than 99 bytes; raise QUOTES_MAX_BYTES"):
        read_article(str(path), 99)
