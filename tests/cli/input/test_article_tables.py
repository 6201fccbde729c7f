"""Tables of articles: each row of CSV and each value of a JSON array is one, and what is none is told by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.cli.input.article_files import read_article
from quotes.cli.input.article_tables import rows
from quotes.records.errors import InvalidInput

WORDS = "“No,” said Bo Marsh."


def written(tmp_path: Path, name: str, content: str | bytes) -> str:
    place = tmp_path / name
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(place)


def found(name: str) -> list[tuple[str | None, str | None]]:
    """The text and the address of each article of a table."""
    articles = [article() for _, article in rows(name)]
    return [(article.text, article.url) for article in articles]


@pytest.mark.parametrize("name, content", [
    ("a.csv", f"url,text,section\nhttps://quay.example/1,{WORDS.replace(',', '')},sport\n"),
    ("a.csv", f"\ufeffURL, Text \nhttps://quay.example/1,{WORDS.replace(',', '')}\n"),
    ("A.CSV", f'text,url,title\n"{WORDS.replace(",", "")}",https://quay.example/1,\n'),
    ("a.json", json.dumps([{"text": WORDS.replace(",", ""), "url": "https://quay.example/1", "section": "sport"}])),
    ("a.json", json.dumps({"text": WORDS.replace(",", ""), "url": "https://quay.example/1"})),
])
def test_articles_are_read_by_the_names_of_their_columns(tmp_path: Path, name: str, content: str):
    assert found(written(tmp_path, name, content)) == [(WORDS.replace(",", ""), "https://quay.example/1")]


def test_a_cell_may_hold_several_lines(tmp_path: Path):
    assert found(written(tmp_path, "a.csv", f'text\n"{WORDS}\n\nIt rained."\n{"x" * 200_000}\n')) == [
        (f"{WORDS}\n\nIt rained.", None), ("x" * 200_000, None)]


@pytest.mark.parametrize("name, content, why", [
    ("a.csv", "url,title\nhttps://quay.example/1,A\n", "no column “text” or “html”"),
    ("a.csv", "", "no column “text” or “html”"),
    ("a.csv", b"text\n\xff\xfe\n", "is not UTF-8"),
    ("a.csv", 'text\n"a"b\n', "cannot be read as CSV"),
    ("a.json", '[{"text": ', "is not JSON"),
    ("a.json", "[NaN]", "is not JSON"),
    ("a.json", "[" * 100_000, "nested too deeply"),
])
def test_what_is_no_table_is_told(tmp_path: Path, name: str, content: str | bytes, why: str):
    with pytest.raises(InvalidInput, match=why):
        list(rows(written(tmp_path, name, content)))


@pytest.mark.parametrize("name, content, why", [
    ("a.csv", "text,url\na,b,c\n", "more cells"), ("a.csv", "text,html\na,b\n", "text"),
    ("a.json", "[1]", "no object"), ("a.json", '[{"title": "A"}]', "text"),
    ("a.json", '[{"kind": "direct", "verdict": "likely", "start": 0, "end": 2, "text": "No"}]', "a quote"),
    ("a.json", '{"document": {"text": "No"}, "quotes": []}', "a reading"),
    ("a.csv", "id,text,kind,verdict,start,end\nq1,No,direct,likely,0,2\n", "a quote"),
])
def test_what_is_no_article_is_told_with_its_number(tmp_path: Path, name: str, content: str, why: str):
    ((number, article),) = rows(written(tmp_path, name, content))
    assert number == 1
    with pytest.raises(InvalidInput, match=why):
        article()


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "A.JSON", "a.warc.gz"])
def test_one_article_is_not_looked_for_in_what_holds_many(tmp_path: Path, name: str):
    with pytest.raises(InvalidInput, match="holds many articles"):
        read_article(written(tmp_path, name, WORDS), 1000)
    assert read_article(written(tmp_path, name, WORDS), 1000, "text").text == WORDS


@pytest.mark.parametrize("head, name", [
    ('<?xml version="1.0"?>\n<rss version="2.0">', "rss"), ("<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
    ("\ufeff<?xml version='1.0'?><!-- a -->\n<urlset>", "urlset"),
])
def test_a_feed_is_no_article(tmp_path: Path, head: str, name: str):
    with pytest.raises(InvalidInput, match=f"is a feed .{name}."):
        read_article(written(tmp_path, "a.xml", head), 1000)


def test_what_is_exported_does_not_come_back_as_articles(call: Callable, own_place: Path):
    Path("a.txt").write_text("Ada Quill spoke. “It is cold,” said Ada Quill.", encoding="utf-8")
    call("ingest", "a.txt")
    for kind in ("jsonl", "csv"):
        call("export", "--format", kind, "--out", f"quotes.{kind}")
        done = call("ingest", f"quotes.{kind}")
        assert done.status == 1 and "This is a quote" in done.err and "1 failed" in done.out


def test_the_articles_of_a_table_are_kept(call: Callable, own_place: Path):
    Path("a.csv").write_text(f'title,text\nBaths,"{WORDS}"\nQuay,\n', encoding="utf-8")
    done = call("ingest", "a.csv")
    assert done.out == "Articles: 1 new, 1 failed.\n" and "a.csv, article 2: " in done.err
