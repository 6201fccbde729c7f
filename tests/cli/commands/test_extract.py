"""`quotes extract` on one article: from a file or standard input, as a table or as JSON."""

from __future__ import annotations

import json
import os
import pty
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = "The council met.\n\n“Nine degrees is enough,” said Ada Quill, a swimmer. Nobody laughed.\n"
PAGE = "<html><head><title>Swimming</title></head><body><article><p>The council met on Monday.</p><p>{}</p></article>"


@pytest.fixture
def article(own_place: Path) -> str:
    (own_place / "article.txt").write_text(TEXT, encoding="utf-8")
    return "article.txt"


def test_json_is_the_whole_reading(call: Callable, article: str):
    ran = call("extract", article)
    assert (ran.status, ran.err) == (0, "")
    reading = json.loads(ran.out)
    assert list(reading) == ["document", "quotes", "speakers", "warnings", "not_quotes", "marks"]
    assert reading["document"]["text"] == TEXT
    quote = reading["quotes"][0]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"] == "Nine degrees is enough,"
    assert quote["speaker"]["name"] == "Ada Quill"


def test_jsonl_is_one_quote_a_line(call: Callable, article: str):
    ran = call("extract", "--format", "jsonl", article)
    quotes = [json.loads(line) for line in ran.out.splitlines()]
    assert [quote["text"] for quote in quotes] == ["Nine degrees is enough,"]
    assert "text" not in quotes[0]["document"]


def test_the_table_names_speaker_words_kind_and_sureness(call: Callable, article: str):
    lines = call("extract", "--format", "table", article).out.splitlines()
    assert lines[0].split() == ["Who", "Words", "Kind", "Sure"]
    assert lines[2].startswith("Ada Quill")
    assert "“Nine degrees is enough,”" in lines[2]
    assert "direct" in lines[2]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_without_a_file_standard_input_is_read(call: Callable, arguments: list[str]):
    ran = call("extract", *arguments, stdin=TEXT.encode())
    assert json.loads(ran.out)["document"]["text"] == TEXT


def test_a_page_is_told_by_its_content(call: Callable):
    page = PAGE.format("“Nine degrees is enough,” said Ada Quill, a swimmer.")
    reading = json.loads(call("extract", stdin=page.encode()).out)
    assert "<p>" not in reading["document"]["text"]
    assert [quote["text"] for quote in reading["quotes"]] == ["Nine degrees is enough,"]


def test_the_form_can_be_forced(call: Callable):
    page = PAGE.format("“Nine degrees,” said Ada Quill.")
    assert "<p>" in json.loads(call("extract", "--text", stdin=page.encode()).out)["document"]["text"]
    assert "&amp;" not in json.loads(call("extract", "--html", stdin=b"Ada &amp; Bo swam.").out)["document"]["text"]


def test_the_language_is_that_which_is_given(call: Callable, article: str):
    assert json.loads(call("extract", "--language", "en-GB", article).out)["document"]["language"] == "en"
    foreign = json.loads(call("extract", "--language", "sw", article).out)
    assert foreign["document"]["language"] == "sw"
    assert [quote["speaker"] for quote in foreign["quotes"]] == [None]
    assert foreign["warnings"][0]["code"] == "language"


@pytest.mark.parametrize("arguments, told", [
    (["--language", "English!", "article.txt"], "English! is not a language tag; write one such as en or pt-BR"),
    (["--language", "", "article.txt"], "is not a language tag"),
    (["--language", "en", "--corpus", "x.jsonl"], "leave out FILE, --html, --text, --language and --format"),
])
def test_a_language_that_cannot_be_meant_is_refused(call: Callable, article: str, arguments: list[str], told: str):
    ran = call("extract", *arguments)
    assert ran.status == 2
    assert told in " ".join(ran.err.split())


def test_nothing_found_is_no_failure_and_the_reason_is_told(call: Callable):
    ran = call("extract", "--format", "table", stdin=b"Nobody said anything.")
    assert ran.status == 0
    assert ran.out == "No quotations and no posts found.\n"
    assert json.loads(call("extract", stdin=b"Nobody said anything.").out)["quotes"] == []


def test_an_empty_text_is_a_warning_and_no_failure(call: Callable):
    ran = call("extract")
    assert ran.status == 0
    assert json.loads(ran.out)["warnings"]


@pytest.mark.parametrize(
    "data, told",
    [
        (b"caf\xe9", "standard input is not UTF-8"),
        (b"a\0b", "NUL"),
        (b"%PDF-1.4", "is a PDF"),
        (b"x" * 101, "standard input is longer than 100 bytes"),
    ],
)
def test_what_cannot_be_read_ends_with_1_and_one_line(call: Callable, monkeypatch, data: bytes, told: str):
    monkeypatch.setenv("QUOTES_MAX_BYTES", "100")
    ran = call("extract", stdin=data)
    assert (ran.status, ran.out) == (1, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_what_an_article_holds_cannot_steer_the_terminal(call: Callable):
    text = "“Nine \x1b[2J degrees,” said Ada \x1b]0;x\x07 Quill, a swimmer."
    assert "\x1b" not in call("extract", "--format", "table", stdin=text.encode()).out


def test_on_a_terminal_the_table_is_the_form_and_fits(start: Callable, article: str):
    ours, theirs = pty.openpty()
    process = start("extract", article, stdout=theirs, env={"COLUMNS": "70"})
    os.close(theirs)
    assert process.wait(timeout=30) == 0
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert shown.startswith("Who")
    assert max(map(len, shown.splitlines())) <= 70
