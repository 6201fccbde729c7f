"""Entity corpora: words put together as they are printed, names by their offsets, and clear errors."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from quotes.languages import load
from quotes.model.entity_corpus import labelled_forms, read_tagged
from quotes.records.errors import InvalidInput
from quotes.text.entities.entity_labels import LABELS

# Tagged words, a name's after a slash; the text that they make; its names.
PRINTED = [
    ("Ann/B-Person Reed/I-Person left .", "Ann Reed left.", [("Ann Reed", "person")]),
    ("“ Rain , ” said Ada/B-Person .", "“Rain,” said Ada.", [("Ada", "person")]),
    ('" Rain , " said Ada/B-Person .', '"Rain," said Ada.', [("Ada", "person")]),
    ("a half - baked plan", "a half-baked plan", []),
    ("Mr O/B-Person ’/I-Person Neill/I-Person ’ s plan", "Mr O’Neill’s plan", [("O’Neill", "person")]),
    ("the UN/B-Organization ( in Nairobi/B-Location )", "the UN (in Nairobi)", [
        ("UN", "organization"), ("Nairobi", "place")]),
    ("on Monday/B-Date two Kenyans/B-NORP", "on Monday two Kenyans", [("Kenyans", "people")]),
]


def row(tagged: str) -> str:
    """A line of a corpus."""
    parts = [word.rpartition("/") if "/" in word else (word, "", "O") for word in tagged.split()]
    return json.dumps({"id": "a", "sentences": [{"words": [p[0] for p in parts], "tags": [p[2] for p in parts]}]})


@pytest.mark.parametrize("tagged, text, names", PRINTED)
def test_words_are_put_together_as_they_are_printed(tmp_path: Path, tagged: str, text: str, names: list):
    (tmp_path / "own.jsonl").write_text(row(tagged), encoding="utf-8")
    (article,) = read_tagged(tmp_path / "own.jsonl")
    assert article.text == text
    assert [(article.text[name.start : name.end], name.kind) for name in article.names] == names


def test_a_packed_file_is_read_too(tmp_path: Path):
    (tmp_path / "own.jsonl.gz").write_bytes(gzip.compress(f"{row('Ada/B-Person spoke')}\n".encode()))
    assert [article.id for article in read_tagged(tmp_path / "own.jsonl.gz")] == ["a"]


@pytest.mark.parametrize("line", ["{}", "[]", "no JSON", '{"id": "a", "sentences": [{"words": ["A"], "tags": []}]}'])
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str):
    (tmp_path / "own.jsonl").write_text(f"{row('Rain fell')}\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"own\.jsonl, line 2 is no article of an entity corpus"):
        read_tagged(tmp_path / "own.jsonl")


def test_a_form_has_the_labels_that_most_of_its_places_have(tmp_path: Path):
    (tmp_path / "own.jsonl").write_text(
        row("We saw Quint/B-Person . He met Quint/B-Person . The Quint/B-Organization shut"), encoding="utf-8")
    (article,) = read_tagged(tmp_path / "own.jsonl")
    found = labelled_forms(article, load("en"))
    (labels,) = [labels for form, labels in zip(found.forms.forms, found.labels, strict=True)
                 if form.words == ("Quint",)]
    assert labels == (LABELS.index("person"),)
