"""`quotes evaluate`: measures of marked articles, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs"
GOLD, NAMES = str(DOCS / "example-corpus.jsonl"), str(DOCS / "example-corpus.names.jsonl")
LINE = {"id": "a1", "text": "“Nine degrees is enough,” said Ada Quill, a swimmer.",
        "attributions": [{"id": "A1", "source": [[31, 40]], "cue": [[26, 30]], "content": [[0, 25]]}]}


def test_json_has_every_measure(call: Callable):
    ran = call("evaluate", GOLD, "--names", NAMES, "--errors", "3")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["articles"] == 6
    assert found["counts"]["segments"] == 29
    assert found["measures"]["detection_f1"] > 0.9
    assert found["measures"]["full_names"] > 0.8
    assert 0 <= found["calibration"]["error"] < 0.2
    assert sum(part["number"] for part in found["calibration"]["bins"]) == found["counts"]["attributed"]
    assert sum(part["number"] for part in found["verdicts"]) == 29
    assert len(found["errors"]) == min(3, sum(found["mistakes"].values()))


def test_a_table_for_a_person(call: Callable):
    ran = call("evaluate", GOLD, "--names", NAMES, "--format", "table", "--errors", "100")
    lines = ran.out.splitlines()
    assert lines[0] == "6 articles, 29 stretches in quotation marks, of them 25 speech, 24 with a speaker."
    for title in ("Speech: F1", "Boundaries exact", "End to end: F1", "Full name right", "certain", "wrong speaker"):
        assert any(line.startswith(title) for line in lines), title
    assert "expected calibration error" in ran.out
    assert ran.out.count("    corpus: ") == ran.out.count("    here:   ") > 0


def test_without_names_full_names_are_not_measured(call: Callable):
    assert json.loads(call("evaluate", GOLD).out)["measures"]["full_names"] is None
    assert "Full name" not in call("evaluate", GOLD, "--format", "table").out


def test_a_right_answer_is_no_mistake(call: Callable, own_place: Path):
    (own_place / "gold.jsonl").write_text(json.dumps(LINE) + "\n")
    found = json.loads(call("evaluate", "gold.jsonl", "--errors", "5").out)
    assert found["errors"] == []
    assert found["measures"]["end_to_end_f1"] == 1.0


def test_a_mistake_is_shown_with_what_the_corpus_has(call: Callable, own_place: Path):
    line = {**LINE, "attributions": [{"id": "A1", "source": [[42, 51]], "content": [[0, 25]]}]}
    (own_place / "gold.jsonl").write_text(json.dumps(line) + "\n")
    ran = call("evaluate", "gold.jsonl", "--errors", "1", "--format", "table")
    assert "wrong speaker: a1 [0:25] “Nine degrees is enough,”" in ran.out
    assert "    corpus: a swimmer\n    here:   Ada Quill by “Ada Quill”, certain" in ran.out


def test_an_empty_corpus_is_measured_as_empty(call: Callable, own_place: Path):
    (own_place / "gold.jsonl").write_text("")
    assert call("evaluate", "gold.jsonl", "--format", "table").out.startswith("0 articles, 0 stretches")


@pytest.mark.parametrize("gold, names, told", [
    ("{", None, "gold.jsonl, line 1 is no JSON"),
    (json.dumps({"id": "a"}), None, "gold.jsonl, line 1 is no article of a gold corpus: 'text' is missing"),
    (json.dumps({**LINE, "url": "nowhere"}), None, "Article a1 cannot be read: url:"),
    (json.dumps(LINE), '{"id": "a1"}', "names.jsonl, line 1 is no line of a names file: 'names' is missing"),
    (json.dumps(LINE), json.dumps({"id": "other", "names": {}}), "names.jsonl has no names for any article"),
])
def test_what_is_wrong_with_a_file_is_told_in_a_line(
    call: Callable, own_place: Path, gold: str, names: str | None, told: str,
):
    (own_place / "gold.jsonl").write_text(gold)
    (own_place / "names.jsonl").write_text(names or "")
    ran = call("evaluate", "gold.jsonl", *(["--names", "names.jsonl"] if names else []))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert told in ran.err


@pytest.mark.parametrize("arguments, status, told", [
    ([], 2, "GOLD.jsonl"),
    (["missing.jsonl"], 1, "missing.jsonl: No such file"),
    ([GOLD, "--names", "missing.jsonl"], 1, "missing.jsonl: No such file"),
    ([GOLD, "--errors", "-1"], 2, "--errors"),
    ([GOLD, "--format", "jsonl"], 2, "--format"),
])
def test_a_wrong_call_is_told(call: Callable, arguments: list[str], status: int, told: str):
    ran = call("evaluate", *arguments)
    assert ran.status == status
    assert told in ran.err
