"""Measures of an evaluation as the command line shows them: tables for a person, JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotes.cli.output.table import table
from quotes.cli.output.terminal import plain, width
from quotes.model.evaluation import Answer, Evaluation

MEASURES = (
    ("detection_precision", "Speech: precision", "of what was taken for speech, how much is"),
    ("detection_recall", "Speech: recall", "of all speech, how much was found"),
    ("detection_f1", "Speech: F1", "the two together"),
    ("boundaries_exact", "Boundaries exact", "of the speech found, edge marks aside"),
    ("attribution_precision", "Speaker: precision", "of the speakers named, how many are right"),
    ("attribution_recall", "Speaker: recall", "of all speech with a speaker, how much is right"),
    ("end_to_end_f1", "End to end: F1", "found, and the speaker right"),
    ("full_names", "Full name right", "of all speech with a name in the names file"),
    ("shown_f1", "Name shown: F1", "found, and exactly the speaker's name shown"),
)
LONGEST = 160  # characters of a quotation that are shown with a mistake


def measure_lines(found: Evaluation, errors: int) -> Iterator[str]:
    """An evaluation as lines of tables, with so many of its mistakes."""
    n, measures = found.count(), found.measures()
    yield (f"{found.articles} articles, {n.get('segments', 0)} stretches in quotation marks, of them "
           f"{n.get('speech', 0)} speech, {n.get('sourced', 0)} with a speaker.")
    rows = [(title, f"{value:.4f}", says) for name, title, says in MEASURES if (value := measures[name]) is not None]
    yield from _titled("", ("Measure", "Value", "What it says"), rows)
    yield from _titled(f"Confidence against what is right; expected calibration error {found.calibration_error():.4f}:",
                       ("Confidence", "Number", "Stated", "Right"),
                       [(f"{b.low:.3f} to {b.high:.3f}", b.number, f"{b.stated:.3f}", f"{b.right:.3f}")
                        for b in found.calibration()])
    yield from _titled("Verdicts:", ("Verdict", "Number", "Of all", "Right"),
                       [(v.verdict, v.number, f"{v.share:.1%}", f"{v.right:.1%}") for v in found.verdicts()])
    yield from _titled("Mistakes:", ("Mistake", "Number"), list(found.faults().items()))
    for answer in found.worst(errors):
        yield ""
        yield from _mistake_lines(answer)


def _titled(title: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield ""
    if title:
        yield title
    yield from table(head, [tuple(map(str, row)) for row in rows], width())


def _mistake_lines(answer: Answer) -> Iterator[str]:
    """One mistake: where it stands, what the corpus has, what was said."""
    words = plain(answer.segment.of(answer.article.text))
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    yield f"{answer.fault}: {answer.article.id} [{answer.segment.start}:{answer.segment.end}] {shown}"
    yield f"    corpus: {plain(_wanted(answer))}"
    yield f"    here:   {plain(_said(answer))}"


def _wanted(answer: Answer) -> str:
    if answer.gold is None:
        return "no speech"
    name = f" ({answer.wanted.name})" if answer.wanted else ""
    return (_source(answer) or "speech without a speaker") + name


def _source(answer: Answer) -> str:
    source = answer.gold.source if answer.gold else ()
    return " … ".join(span.of(answer.article.text) for span in source)


def _said(answer: Answer) -> str:
    quote, speaker = answer.quote, answer.speaker
    if quote is None:
        return "no quote"
    if speaker is None:
        return "nobody named"
    mention = f" by “{speaker.mention}”" if speaker.mention else ""
    return f"{speaker.name}{mention}, {quote.verdict} {quote.confidence:.0%}"


def measures_as_json(found: Evaluation, errors: int) -> dict[str, Any]:
    """An evaluation as JSON has it."""
    return {
        "articles": found.articles, "counts": found.count(), "measures": found.measures(),
        "calibration": {
            "error": found.calibration_error(),
            "bins": [{"from": b.low, "to": b.high, "number": b.number, "stated": b.stated, "right": b.right}
                     for b in found.calibration()],
        },
        "verdicts": [{"verdict": v.verdict, "number": v.number, "share": v.share, "right": v.right}
                     for v in found.verdicts()],
        "mistakes": found.faults(),
        "errors": [_mistake_as_json(answer) for answer in found.worst(errors)],
    }


def _mistake_as_json(answer: Answer) -> dict[str, Any]:
    speaker = answer.speaker
    return {
        "article": answer.article.id, "start": answer.segment.start, "end": answer.segment.end,
        "text": answer.segment.of(answer.article.text), "mistake": answer.fault,
        "source": _source(answer) or None, "name": answer.wanted.name if answer.wanted else None,
        "speaker": None if speaker is None else {
            "name": speaker.name, "mention": speaker.mention, "start": speaker.start, "end": speaker.end},
        "verdict": answer.verdict, "confidence": answer.confidence,
    }
