"""Evaluation: how well readings answer a gold corpus.

Every marked segment (quotes.model.marked_segments) is one question: is this speech, and whose? It is speech by the
corpus where more than half of it lies in one attribution's content. A speaker is right where a quarter or more of the
evidence lies on the attribution's source, or where the names file has the speaker's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.model.gold_corpus import GoldArticle, GoldAttribution, GoldName, Names, points_at, same_name, shown_name
from quotes.model.marked_segments import answering, find_segments, mostly_marked, same_bounds
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.spans import Span
from quotes.records.speaker import QuotedSpeaker

BINS = 15
VERDICTS = ("certain", "likely", "unsure", "unknown", "no quote")
WRONG_SPEAKER, NOT_SPEECH, WRONG_NAME = "wrong speaker", "not speech", "right source, wrong name"
NOBODY, NOT_FOUND, WRONG_BOUNDS = "speaker not named", "speech not found", "wrong bounds"
FAULTS = (WRONG_SPEAKER, NOT_SPEECH, WRONG_NAME, NOBODY, NOT_FOUND, WRONG_BOUNDS)


@dataclass(frozen=True, slots=True)
class Answer:
    """One segment: what the corpus says of it, and what the reading says.

    `wanted` is the speaker's full name where the names file has it. `named` says whether the reading has that name,
    `shown` whether it has it as readers see it, without a word too many, `right` whether its speaker is right at all,
    `exact` whether the quote has the segment's bounds.
    """

    article: GoldArticle
    segment: Span
    gold: GoldAttribution | None
    wanted: GoldName | None
    quote: Quote | None
    right: bool
    named: bool
    shown: bool
    exact: bool

    @property
    def speaker(self) -> QuotedSpeaker | None:
        """Whom the reading names."""
        return self.quote.speaker if self.quote else None

    @property
    def sourced(self) -> bool:
        """Whether the corpus has a speaker."""
        return bool(self.gold and self.gold.source)

    @property
    def confidence(self) -> float:
        """How sure the reading is of the speaker it names, 0 where it names nobody."""
        return self.quote.confidence if self.quote and self.quote.speaker else 0.0

    @property
    def verdict(self) -> str:
        """The reading's verdict, or that there is no quote."""
        return self.quote.verdict if self.quote else "no quote"

    @property
    def fault(self) -> str | None:
        """What is wrong with the answer, the gravest first; None if nothing is."""
        if self.gold is None:
            return NOT_SPEECH if self.quote else None
        if self.quote is None:
            return NOT_FOUND
        if self.sourced and not self.right:
            return WRONG_SPEAKER if self.speaker else NOBODY
        if self.speaker and not self.sourced:
            return WRONG_SPEAKER
        if self.wanted and not self.named:
            return WRONG_NAME
        return None if self.exact else WRONG_BOUNDS


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies from `low` to `high`: how many, what they state, which share is right."""

    low: float
    high: float
    number: int
    stated: float
    right: float


@dataclass(frozen=True, slots=True)
class VerdictShare:
    """How many segments have a verdict, which share of all that is, and which share of them is right.

    Where nobody is named, it is right that the corpus has nobody either; where there is no quote, that it is no speech.
    """

    verdict: str
    number: int
    share: float
    right: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The answers of a reader to a corpus, and the measures that are made of them."""

    articles: int
    answers: tuple[Answer, ...]
    with_names: bool

    def count(self) -> dict[str, int]:
        """How many segments there are, how many are what."""
        found = Counter[str]()
        for answer in self.answers:
            speech, taken = answer.gold is not None, answer.quote is not None
            found.update({
                "segments": 1, "speech": speech, "taken": taken, "found": speech and taken,
                "exact": speech and answer.exact, "sourced": answer.sourced,
                "attributed": answer.speaker is not None, "right": answer.right,
                "wanted": answer.wanted is not None, "named": answer.named, "shown": answer.shown,
            })
        return dict(found)

    def measures(self) -> dict[str, float | None]:
        """The shares by name; `full_names` is None without a names file."""
        n = Counter(self.count())
        found = _precision_and_recall(n["found"], n["taken"], n["speech"])
        right = _precision_and_recall(n["right"], n["attributed"], n["sourced"])
        return {
            "detection_precision": found[0], "detection_recall": found[1], "detection_f1": found[2],
            "boundaries_exact": _share(n["exact"], n["found"]),
            "attribution_precision": right[0], "attribution_recall": right[1], "end_to_end_f1": right[2],
            "full_names": _share(n["named"], n["wanted"]) if self.with_names else None,
            "shown_f1": _share(2 * n["shown"], n["taken"] + n["speech"]) if self.with_names else None,
        }

    def calibration(self) -> tuple[Bin, ...]:
        """What confidence states and what is right, for the segments with a speaker, in bins of one width."""
        bins: list[list[Answer]] = [[] for _ in range(BINS)]
        for answer in self.answers:
            if answer.speaker:
                bins[min(int(answer.confidence * BINS), BINS - 1)].append(answer)
        return tuple(Bin(n / BINS, (n + 1) / BINS, len(inside), _mean([a.confidence for a in inside]),
                         _mean([self._shows(a) for a in inside])) for n, inside in enumerate(bins) if inside)

    def _shows(self, answer: Answer) -> bool:
        """Whether the speaker that is shown is right: by the name where there is a names file."""
        return answer.shown if self.with_names else answer.right

    def calibration_error(self) -> float:
        """How far confidence lies from the share that is right, on average over the segments with a speaker."""
        bins = self.calibration()
        return _share(sum(b.number * abs(b.stated - b.right) for b in bins), sum(b.number for b in bins))

    def verdicts(self) -> tuple[VerdictShare, ...]:
        """What each verdict is worth."""
        by_verdict = {verdict: [a for a in self.answers if a.verdict == verdict] for verdict in VERDICTS}
        return tuple(VerdictShare(verdict, len(inside), _share(len(inside), len(self.answers)),
                                  _mean([self._holds(a) for a in inside])) for verdict, inside in by_verdict.items())

    def _holds(self, answer: Answer) -> bool:
        """Whether what a verdict claims is so."""
        if answer.quote is None:
            return answer.gold is None
        return self._shows(answer) if answer.speaker else not answer.sourced

    def faults(self) -> dict[str, int]:
        """How many answers have which fault."""
        counted = Counter(answer.fault for answer in self.answers)
        return {fault: counted[fault] for fault in FAULTS}

    def worst(self, number: int) -> tuple[Answer, ...]:
        """The wrong answers, the surest first."""
        wrong = [answer for answer in self.answers if answer.fault]
        wrong.sort(key=lambda a: (-a.confidence, FAULTS.index(a.fault or WRONG_BOUNDS)))
        return tuple(wrong[:number])


def evaluate(read: Iterable[tuple[GoldArticle, Reading]], names: Names | None = None) -> Evaluation:
    """Compare readings with the gold articles that they are of."""
    answers: list[Answer] = []
    articles = 0
    for article, reading in read:
        articles += 1
        answers.extend(_answers(article, reading.quotes, names))
    return Evaluation(articles, tuple(answers), names is not None)


def _answers(article: GoldArticle, quotes: Sequence[Quote], names: Names | None) -> Iterator[Answer]:
    segments = find_segments(article.text)
    kept = [quote for quote in quotes if mostly_marked(Span(quote.start, quote.end), segments)]
    spans = [Span(quote.start, quote.end) for quote in kept]
    for segment in segments:
        gold = article.attribution_of(segment)
        number = answering(segment, spans)
        quote = None if number is None else kept[number]
        wanted = (names or {}).get(article.id, {}).get(gold.id) if gold and gold.source else None
        named = bool(quote and quote.speaker and wanted and same_name(quote.speaker.name, wanted))
        shown = bool(gold and quote and _is_shown(quote.speaker, wanted))
        right = named or bool(gold and quote and quote.speaker and _on_source(quote.speaker, gold))
        exact = number is not None and same_bounds(spans[number], segments, article.text)
        yield Answer(article, segment, gold, wanted, quote, right, named, shown, exact)


def _is_shown(speaker: QuotedSpeaker | None, wanted: GoldName | None) -> bool:
    """Whether the wanted name is shown; nobody, where the names file has nobody."""
    return speaker is None if wanted is None else speaker is not None and shown_name(speaker.name, wanted)


def _on_source(speaker: QuotedSpeaker, gold: GoldAttribution) -> bool:
    start, end = speaker.start, speaker.end
    return start is not None and end is not None and start < end and points_at(start, end, gold.source)


def _precision_and_recall(right: int, said: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = _share(right, said), _share(right, true)
    return precision, recall, _share(2 * precision * recall, precision + recall)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(values: Sequence[float]) -> float:
    return _share(sum(values), len(values))
