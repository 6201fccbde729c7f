"""Gold corpora and names files: what is read, and what is told about lines that are none; when a name is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.model.gold_corpus import GoldName, read_corpus, read_lines, read_names, same_name
from quotes.records.errors import InvalidInput
from quotes.records.spans import Span

TEXT = "“Nine degrees is enough,” said Ada Quill, a swimmer."
GOOD = {"id": "a1", "text": TEXT, "publisher": "Courier",
        "attributions": [{"id": "A1", "source": [[31, 40]], "cue": [[26, 30]], "content": [[0, 25]]}]}


def written(path: Path, *rows: object) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_articles_are_read_with_what_their_lines_say(tmp_path: Path):
    path = written(tmp_path / "gold.jsonl", GOOD, "", {**GOOD, "id": 7, "attributions": []})
    (row, first), (_, second) = read_lines(path)
    assert row["publisher"] == "Courier"
    assert (first.id, second.id, second.attributions) == ("a1", "7", ())
    assert first.attributions[0].source == (Span(31, 40),)
    assert first.attribution_of(Span(1, 24)) is first.attributions[0]
    assert first.attribution_of(Span(13, 60)) is None
    assert read_corpus(path) == [first, second]


def changed(**other: object) -> dict[str, object]:
    return {**GOOD, **other}


def marked(**other: object) -> dict[str, object]:
    return changed(attributions=[{**GOOD["attributions"][0], **other}])


BAD = [
    ("{no json", "line 2 is no JSON"),
    ("[]", "line 2 is no article"),
    ("7", "line 2 is no article"),
    ({"id": "a2"}, "'text' is missing"),
    ({"id": "a2", "text": "x"}, "'attributions' is missing"),
    (changed(id="a1"), "a1 stands above already"),
    (changed(id="a2", text=7), "text is no string"),
    (changed(id="a2", text="a\r\nb"), "carriage returns"),
    (changed(id="a2", text="\ufeffa"), "byte-order mark"),
    (changed(id="a2", attributions=[{}]), "'id' is missing"),
    ({**marked(source=[[31, 99]]), "id": "a2"}, "[31, 99] is no stretch of the text, which has 52 characters"),
    ({**marked(source=[[-1, 4]]), "id": "a2"}, "[-1, 4] is no stretch"),
    ({**marked(content=[[4, 4]]), "id": "a2"}, "[4, 4] is no stretch"),
    ({**marked(content=[4, 9]), "id": "a2"}, "no article"),
    ({**marked(content=[["a", "b"]]), "id": "a2"}, "no article"),
    ({**marked(content=None), "id": "a2"}, "no article"),
]


@pytest.mark.parametrize("row, told", BAD)
def test_a_line_that_is_no_article_is_told_with_its_number(tmp_path: Path, row: object, told: str):
    path = written(tmp_path / "gold.jsonl", GOOD, row)
    with pytest.raises(InvalidInput, match=r"gold\.jsonl, line 2") as raised:
        read_corpus(path)
    assert told in str(raised.value)


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path):
    (tmp_path / "gold.jsonl").write_bytes(b'{"id": "caf\xe9"}\n')
    with pytest.raises(InvalidInput, match="line 1 is no JSON"):
        read_corpus(tmp_path / "gold.jsonl")


def test_names_are_read(tmp_path: Path):
    path = written(tmp_path / "names.jsonl", {"id": "a1", "names": {
        "A1": {"name": "Ada Quill", "kind": "person", "aliases": ["A. Quill"]}, "A2": {"name": "NHS"}}})
    assert read_names(path) == {"a1": {"A1": GoldName("Ada Quill", "person", ("A. Quill",)), "A2": GoldName("NHS")}}


@pytest.mark.parametrize("row", ["{", "[]", {"id": "a"}, {"id": "a", "names": []}, {"id": "a", "names": {"A1": {}}},
                                 {"id": "a", "names": {"A1": {"name": None}}}, {"names": {}}])
def test_a_line_of_names_that_is_none_is_told(tmp_path: Path, row: object):
    with pytest.raises(InvalidInput, match="line 1 is no"):
        read_names(written(tmp_path / "names.jsonl", row))


NAMES = [
    ("Ada Quill", "Ada Quill", True),
    ("ada quill", "Ada Quill", True),
    ("Ada Quill's", "Ada Quill", True),
    ("Ada Quill’s", "Ada Quill", True),
    ("Ádá Quill", "Ada Quill", True),
    ("Mr. Quill", "Quill", True),
    ("Sen. Ada Quill", "Ada Quill", True),
    ("Ada M. Quill", "Ada Quill", True),
    ("the harbour swimmer Ada Quill", "Ada Quill", True),
    ("a very old harbour swimmer Ada Quill", "Ada Quill", False),
    ("Ada Quill of Ellery", "Ada Quill", False),
    ("Quill", "Ada Quill", False),
    ("Ada", "Ada Quill", False),
    ("Ada Quill", "Quill", False),
    ("Ben Quill", "Ada Quill", False),
    ("", "Ada Quill", False),
    ("the", "the", False),
    ("@adaquill", "@adaquill", True),
    ("O'Brien", "O’Brien", True),
    ("National Health Service", "NHS", False),
]


@pytest.mark.parametrize("said, wanted, right", NAMES)
def test_when_a_name_is_right(said: str, wanted: str, right: bool):
    assert same_name(said, GoldName(wanted)) == right
    assert same_name(said, GoldName("Somebody Else", aliases=("Third One", wanted))) == right
