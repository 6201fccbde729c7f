"""The measures of an evaluation, counted by hand on a few articles, and against the benchmark's own scorer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.model.evaluation import Bin, Evaluation, VerdictShare, evaluate
from quotes.model.gold_corpus import GoldArticle, GoldAttribution, GoldName, read_lines, read_names
from quotes.reading.pipeline import read_document
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.spans import Span
from quotes.records.speaker import QuotedSpeaker
from quotes.schemas.corpus import load_article
from quotes.schemas.reading import dump_reading

TEXT = ("“It is cold,” said Ada Quill. “Too cold,” she said.\n"
        "The sign says “Ring twice.” A man called it “a joke.” “Who knows,” somebody wrote.")
ADA, SHE, MAN = "Ada Quill", "she", "A man"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


GOLD = GoldArticle("a1", TEXT, (
    GoldAttribution("A1", (span(ADA),), (span("“It is cold,”"),)),
    GoldAttribution("A2", (span(SHE),), (span("“Too cold,”"),)),
    GoldAttribution("A3", (span(MAN),), (span("“a joke.”"),)),
    GoldAttribution("A4", (), (span("“Who knows,”"),)),
))
NAMES = {"a1": {"A1": GoldName(ADA), "A2": GoldName(ADA), "A3": GoldName("A man")}}


def quote(words: str, name: str | None = None, by: str | None = None, sure: float = 0.95) -> Quote:
    """A quote of these words, given to somebody for the words taken as evidence."""
    place = span(words)
    evidence = span(by) if by else None
    speaker = name and QuotedSpeaker("s1", name, "person", None, by, *(evidence or (None, None)))
    verdict = "unknown" if not name else "certain" if sure >= 0.9 else "likely"
    return Quote("q1", "direct", words, *place, verdict, sure if name else 0.0, speaker=speaker or None)


def evaluated(*quotes: Quote, names=NAMES) -> Evaluation:
    return evaluate([(GOLD, Reading(Document(TEXT), quotes))], names)


ALL_RIGHT = (quote("It is cold,", ADA, ADA), quote("Too cold,", ADA, SHE), quote("a joke.", MAN, MAN),
             quote("Who knows,"))
PERFECT = {"detection_precision": 1.0, "detection_recall": 1.0, "detection_f1": 1.0, "boundaries_exact": 1.0,
           "attribution_precision": 1.0, "attribution_recall": 1.0, "end_to_end_f1": 1.0, "full_names": 1.0,
           "shown_f1": 1.0}
F1 = 2 * 1.0 * 0.5 / 1.5
CASES = [
    (ALL_RIGHT, {}, {}),
    ((), dict.fromkeys(PERFECT, 0.0), {"speech not found": 4}),
    (ALL_RIGHT[:2], {"detection_recall": 0.5, "detection_f1": F1, "attribution_recall": 2 / 3, "end_to_end_f1": 0.8,
                     "full_names": 2 / 3, "shown_f1": 2 / 3}, {"speech not found": 2}),
    ((*ALL_RIGHT, quote("Ring twice.")), {"detection_precision": 0.8, "detection_f1": 1.6 / 1.8, "shown_f1": 8 / 9},
     {"not speech": 1}),
    ((*ALL_RIGHT, quote("Ring twice.", "The sign", "The sign")),
     {"detection_precision": 0.8, "detection_f1": 1.6 / 1.8, "attribution_precision": 0.75,
      "end_to_end_f1": 1.5 / 1.75, "shown_f1": 8 / 9}, {"not speech": 1}),
    ((quote("is cold,", ADA, ADA), *ALL_RIGHT[1:]), {"boundaries_exact": 0.75}, {"wrong bounds": 1}),
    ((quote("It is cold,", MAN, MAN), *ALL_RIGHT[1:]),
     {"attribution_precision": 2 / 3, "attribution_recall": 2 / 3, "end_to_end_f1": 2 / 3, "full_names": 2 / 3,
      "shown_f1": 0.75}, {"wrong speaker": 1}),
    ((quote("It is cold,"), *ALL_RIGHT[1:]), {"attribution_recall": 2 / 3, "end_to_end_f1": 0.8, "full_names": 2 / 3,
                                               "shown_f1": 0.75}, {"speaker not named": 1}),
    ((*ALL_RIGHT[:3], quote("Who knows,", MAN, MAN)), {"attribution_precision": 0.75, "end_to_end_f1": 1.5 / 1.75,
                                                       "shown_f1": 0.75}, {"wrong speaker": 1}),
    ((ALL_RIGHT[0], quote("Too cold,", "she", SHE), *ALL_RIGHT[2:]), {"full_names": 2 / 3, "shown_f1": 0.75},
     {"right source, wrong name": 1}),
    ((ALL_RIGHT[0], quote("Too cold,", ADA, "A man"), *ALL_RIGHT[2:]), {}, {}),
    ((ALL_RIGHT[0], quote("Too cold,", ADA), *ALL_RIGHT[2:]), {}, {}),
    ((ALL_RIGHT[0], quote("Too cold,", "she", "said Ada Quill. “Too cold,” she said"), *ALL_RIGHT[2:]),
     {"attribution_precision": 2 / 3, "attribution_recall": 2 / 3, "end_to_end_f1": 2 / 3, "full_names": 2 / 3,
      "shown_f1": 0.75}, {"wrong speaker": 1}),
    ((quote("It is cold,” said Ada Quill. “Too cold,", ADA, ADA), *ALL_RIGHT[2:]), {}, {}),
]


@pytest.mark.parametrize("quotes, other, faults", CASES)
def test_measures_counted_by_hand(quotes: tuple[Quote, ...], other: dict[str, float], faults: dict[str, int]):
    found = evaluated(*quotes)
    assert found.measures() == pytest.approx({**PERFECT, **other})
    assert {fault: number for fault, number in found.faults().items() if number} == faults


def test_without_names_only_the_place_of_the_evidence_counts():
    found = evaluated(ALL_RIGHT[0], quote("Too cold,", ADA, MAN), *ALL_RIGHT[2:], names=None).measures()
    assert found["full_names"] is None
    assert found["end_to_end_f1"] == pytest.approx(2 / 3)


def test_a_corpus_without_marks_has_no_figures():
    plain = GoldArticle("a", "Nobody spoke.", ())
    found = evaluate([(plain, Reading(Document(plain.text)))], {})
    assert found.measures() == dict.fromkeys(PERFECT, 0.0)
    assert (found.calibration(), found.calibration_error(), found.worst(5)) == ((), 0.0, ())


def test_calibration_compares_what_is_stated_with_what_is_right():
    found = evaluated(quote("It is cold,", ADA, ADA, 0.9), quote("Too cold,", MAN, MAN, 0.92),
                      quote("Ring twice.", "The sign", "The sign", 0.5), quote("a joke.", MAN, MAN, 1.0), ALL_RIGHT[3])
    assert found.calibration() == (
        Bin(7 / 15, 8 / 15, 1, 0.5, 0.0), Bin(13 / 15, 14 / 15, 2, pytest.approx(0.91), 0.5),
        Bin(14 / 15, 1.0, 1, 1.0, 1.0))
    assert found.calibration_error() == pytest.approx((0.5 + 2 * 0.41) / 4)


def test_verdicts_are_shares_of_all_segments():
    found = evaluated(ALL_RIGHT[0], quote("Too cold,", MAN, MAN), quote("a joke.", MAN, MAN, 0.7), ALL_RIGHT[3])
    assert found.verdicts() == (
        VerdictShare("certain", 2, 0.4, 0.5), VerdictShare("likely", 1, 0.2, 1.0), VerdictShare("unsure", 0, 0.0, 0.0),
        VerdictShare("unknown", 1, 0.2, 1.0), VerdictShare("no quote", 1, 0.2, 1.0))


def test_the_surest_mistakes_come_first():
    found = evaluated(quote("It is cold,", MAN, MAN, 0.6), quote("Too cold,", MAN, MAN, 0.99), quote("a joke."))
    shown = [(answer.segment.of(TEXT), answer.fault) for answer in found.worst(9)]
    assert shown == [("“Too cold,”", "wrong speaker"), ("“It is cold,”", "wrong speaker"),
                     ("“a joke.”", "speaker not named"), ("“Who knows,”", "speech not found")]
    assert [answer.segment.of(TEXT) for answer in found.worst(1)] == ["“Too cold,”"]
    assert found.worst(0) == ()


@pytest.fixture
def bench() -> Path:
    named = os.environ.get("QUOTES_TEST_DATA")
    if not named:
        pytest.skip("QUOTES_TEST_DATA is not set; it names the folder with the benchmark articles")
    return Path(named) / "bench"


THEIRS = {"boundaries_exact": "boundary_exact", "full_names": "name_accuracy"}


def damaged(number: int, reading: Reading) -> Reading:
    """A reading with some of its quotes wrong, so that the scorer's every branch is met."""
    quotes = []
    for place, one in enumerate(reading.quotes, number):
        speaker = one.speaker
        if place % 7 == 1:
            continue
        if place % 7 == 2 and speaker:
            one = replace(one, speaker=replace(speaker, name=speaker.name.split()[-1]))
        if place % 7 == 3:
            one = replace(one, end=min(len(reading.document.text), one.end + 9))
        if place % 7 == 4:
            one = replace(one, speaker=None)
        if place % 7 == 5 and speaker and speaker.start is not None:
            one = replace(one, speaker=replace(speaker, start=max(0, speaker.start - 40), end=speaker.end))
        if place % 11 == 6:
            one = replace(one, start=max(0, one.start - 700), end=one.end + 200)
        quotes.append(one)
    return replace(reading, quotes=tuple(quotes))


@pytest.mark.parametrize("spoilt", [False, True])
@pytest.mark.parametrize("with_names", [True, False])
def test_the_figures_are_those_of_the_benchmarks_scorer(bench: Path, tmp_path: Path, spoilt: bool, with_names: bool):
    gold, names, out = bench / "polnear-dev.jsonl", bench / "polnear-dev.names.jsonl", tmp_path / "out.jsonl"
    read = [(article, read_document(load_article(row))) for row, article in read_lines(gold)]
    if spoilt:
        read = [(article, damaged(number, reading)) for number, (article, reading) in enumerate(read)]
    with out.open("w", encoding="utf-8") as sink:
        for article, reading in read:
            sink.write(json.dumps({"id": article.id, **dump_reading(reading)}) + "\n")
    options = ["--names", str(names)] if with_names else []
    command = [sys.executable, bench / "score.py", gold, out, *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = dict(re.findall(r"^(\w+) +(\d\.\d+)$", ran.stdout, re.MULTILINE))
    found = evaluate(read, read_names(names) if with_names else None).measures()
    shown = found.pop("shown_f1")
    ours = {THEIRS.get(name, name): f"{value:.4f}" for name, value in found.items() if value is not None}
    assert ours == theirs
    if with_names and not spoilt:
        command = [sys.executable, bench / "by_name.py", gold, names, out]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        (by_name,) = re.findall(r"^name_f1 (\S+)$", ran.stdout, re.MULTILINE)
        assert shown == pytest.approx(float(by_name), abs=0.01)  # which also takes quotes that only touch a segment
    if not spoilt:
        assert float(theirs["end_to_end_f1"]) > (0.9 if with_names else 0.88), "floors: they only rise"
