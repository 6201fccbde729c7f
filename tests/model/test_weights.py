"""The weights file: the same bytes for the same weights, and what is read is what was written."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.attribution.attributor import Weights
from quotes.attribution.clues import TEMPLATES
from quotes.attribution.speech_detection import SPEECH_TEMPLATES
from quotes.model.weights import read_weights, write_weights
from quotes.text.entities.recognizer import EntityWeights

MENTION = {"one": {("a", "b"): 0.5, ("", "¶"): -1.25}, "two": {}}
SPEECH = {"three": {("“", "-"): 2.0}}
FIGURE = {"four": {("same 1", "1person"): 1.5}}
ENTITIES = EntityWeights({"word ada": (0.0, 1.25, -0.5, 0.0, 0.0, 0.125)}, ((0.5,) * 6, *((0.0,) * 6,) * 5))
OURS = Weights("7", MENTION, SPEECH, -0.5, ((0.0, 0.0), (0.5, 0.625), (1.0, 0.99)), FIGURE, ENTITIES)


def same(one: Weights, other: Weights) -> bool:
    return (one.version, one.mention, one.speech, one.bias, one.calibration, one.figure) == (
        other.version, other.mention, other.speech, other.bias, other.calibration, other.figure) and (
        one.entities.facts, one.entities.transitions) == (other.entities.facts, other.entities.transitions)


def test_what_is_read_is_what_was_written(tmp_path: Path):
    write_weights(tmp_path / "w.gz", OURS)
    assert same(read_weights(tmp_path / "w.gz"), OURS)


def test_the_same_weights_give_the_same_bytes_in_whatever_order(tmp_path: Path):
    write_weights(tmp_path / "one.gz", OURS)
    turned = {name: dict(reversed(table.items())) for name, table in reversed(MENTION.items())}
    write_weights(tmp_path / "two.gz", replace(OURS, mention=turned))
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_other_weights_give_other_bytes(tmp_path: Path):
    write_weights(tmp_path / "one.gz", OURS)
    write_weights(tmp_path / "two.gz", replace(OURS, version="8"))
    assert (tmp_path / "one.gz").read_bytes() != (tmp_path / "two.gz").read_bytes()


def test_weights_are_kept_to_the_thousandth(tmp_path: Path):
    write_weights(tmp_path / "w.gz", Weights("7", {"one": {("a",): 0.12345}}, {}, 0.98765))
    read = read_weights(tmp_path / "w.gz")
    assert (read.mention["one"][("a",)], read.bias) == (0.123, 0.988)


def test_a_fact_must_have_a_weight_for_every_label(tmp_path: Path):
    short = replace(OURS, entities=EntityWeights({"word ada": (1.0,)}))
    write_weights(tmp_path / "w.gz", short)
    with pytest.raises(ValueError, match="1 weights are given for 6 labels"):
        read_weights(tmp_path / "w.gz")


def test_a_file_that_is_cut_is_not_read(tmp_path: Path):
    write_weights(tmp_path / "w.gz", OURS)
    (tmp_path / "w.gz").write_bytes((tmp_path / "w.gz").read_bytes()[:-20])
    with pytest.raises((EOFError, gzip.BadGzipFile)):
        read_weights(tmp_path / "w.gz")


def test_the_shipped_weights_have_a_table_for_every_clue():
    shipped = read_weights()
    assert {t.name for t in TEMPLATES} == set(shipped.mention)
    assert {t.name for t in SPEECH_TEMPLATES} == set(shipped.speech)
    for clue in TEMPLATES:
        assert {len(key) for key in shipped.mention[clue.name]} <= {len(clue.facts)}
    for clue in SPEECH_TEMPLATES:
        assert {len(key) for key in shipped.speech[clue.name]} <= {len(clue.facts)}
    assert shipped.version


def test_the_shipped_weights_are_written_as_they_are_read(tmp_path: Path):
    write_weights(tmp_path / "w.gz", read_weights())
    assert same(read_weights(tmp_path / "w.gz"), read_weights())
