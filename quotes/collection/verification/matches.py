"""Which kept quotes have a wording, or one like it: candidates by the words that they share, compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from quotes.collection.verification.differences import Comparison, compare
from quotes.collection.verification.search_effort import Effort
from quotes.collection.verification.wording import Wording, take_apart
from quotes.languages.contract import Language
from quotes.store.contract.verification import Candidate

PLAIN = re.compile(r"[^\W_]+")
MOST_COMPARED = 10  # candidates that are compared word by word
WORTH = 0.6  # of the best candidate's share of words, below which one is not worth comparing
SURE = 0.85  # similarity from which on nothing better is looked for
LARGEST = 250_000  # pairs of words in one search
LEAST, SHORT = 0.62, 0.35  # how alike a wording must be: the shorter it is, the more
NEAR = 0.4  # how alike a passage must be to be shown where nothing is found
INSIDE, MANY = 0.33, 8  # how much of a wording a whole quote in it is at least, and of how many words
SPLICED = 3  # words of each of the stretches that a wording is spliced of
PART = 0.05  # how much more alike a part of a quote must be than a whole one


@dataclass(frozen=True, slots=True)
class Fit:
    """A kept quote beside the asked wording; `joined` are the quotes that it goes on into."""

    candidate: Candidate
    comparison: Comparison
    omitted_before: str | None = None
    omitted_after: str | None = None
    joined: tuple[str, ...] = ()

    @property
    def similarity(self) -> float:
        """How alike the two are."""
        return self.comparison.similarity

    @property
    def is_part(self) -> bool:
        """Whether the quote has more words before or after those that were asked for."""
        return bool(self.omitted_before or self.omitted_after)


def find_fits(effort: Effort, asked: Wording, language: Language) -> list[Fit]:
    """The kept quotes that are like a wording, the best first; those that are not enough alike are among them."""
    fits = fitted(asked, effort.candidates(asked, "narrow"), language)
    if not fits or fits[0].similarity < SURE:
        seen = {fit.candidate.id for fit in fits}
        with effort.as_time_allows():
            more = [one for one in effort.candidates(asked, "wide") if one.id not in seen]
            fits = ranked([*fits, *fitted(asked, more, language)])
    return fits


def fitted(asked: Wording, candidates: Iterable[Candidate], language: Language) -> list[Fit]:
    """The most promising candidates beside the wording, the best first."""
    return ranked(fit for one in promising(asked, candidates) if (fit := fit_of(asked, one, language)))


def promising(asked: Wording, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that share the most words with the wording, in its order."""
    words = PLAIN.findall(asked.text.lower())
    shared = {one: LCSseq.similarity(words, PLAIN.findall(one.text.lower())) for one in candidates}
    best = max(shared.values(), default=0)
    order = sorted((one for one in shared if shared[one] and shared[one] >= WORTH * best),
                   key=lambda one: (-shared[one], len(one.text)))
    return order[:MOST_COMPARED]


def fit_of(asked: Wording, candidate: Candidate, language: Language) -> Fit | None:
    """One candidate beside the wording; None where they have no word in common."""
    kept = take_apart(candidate.text, language)
    if len(kept.words) * len(asked.words) > LARGEST:
        kept = nearest_part(asked, kept, language)
    found = compare(asked, kept, language)
    if found is None:
        return None
    before, after = omitted(kept, found.first, found.after)
    return Fit(candidate, found, before, after)


def nearest_part(asked: Wording, kept: Wording, language: Language) -> Wording:
    """The beginning of a very long text, as far as it can be compared in reasonable time."""
    most = max(1, LARGEST // len(asked.words))
    return take_apart(kept.text[: kept.words[most - 1].end], language)


def omitted(kept: Wording, first: int, after: int) -> tuple[str | None, str | None]:
    """What stands in the kept text before and after a stretch of its words, where that is more than marks."""
    words = kept.words
    before = kept.text[: words[first].start].strip() if _says(kept, 0, first) else None
    behind = kept.text[words[after - 1].end :].strip() if _says(kept, after, len(words)) else None
    return before, behind


def _says(kept: Wording, first: int, after: int) -> bool:
    return any(not word.editorial for word in kept.words[first:after])


def is_near_enough(asked: Wording, fit: Fit) -> bool:
    """Whether a fit can be called the same words, altered; of few words, more must be the same."""
    return (fit.comparison.is_same or fit.comparison.share >= LEAST + SHORT / len(asked.words)
            or (fit.comparison.share >= INSIDE and (is_inside(fit) or is_spliced(fit))))


def is_inside(fit: Fit) -> bool:
    """Whether a whole quote of some length stands in the wording, with words added before or after it."""
    whole = not (fit.omitted_before or fit.omitted_after)
    equal = [one for one in fit.comparison.differences if one.op != "insert"]
    return whole and [one.op for one in equal] == ["equal"] and fit.comparison.after - fit.comparison.first >= MANY


def is_spliced(fit: Fit) -> bool:
    """Whether the wording is two stretches of one quote, each of some words, with nothing of its own."""
    differences = fit.comparison.differences
    return [one.op for one in differences] == ["equal", "delete", "equal"] and all(
        len(one.asked.split()) >= SPLICED for one in differences[::2])


def ranked(fits: Iterable[Fit]) -> list[Fit]:
    """Fits with the best first: the same words, then the most alike; what is whole before what is a part."""
    return sorted(fits, key=rank)


def rank(fit: Fit) -> tuple[bool, float, bool]:
    """A fit's place among others: of altered ones that are about as much alike, one that is no part is meant."""
    part = bool(fit.omitted_before or fit.omitted_after)
    return not fit.comparison.is_same, PART * part - fit.similarity, part


def unexplained(asked: Wording, fits: Sequence[Fit]) -> bool:
    """Whether a part of the wording stands in none of the fits alone, so that it may be joined of several.

    Any part that goes on where the best fit ends, else a good one.
    """
    if not fits or fits[0].comparison.is_same:
        return False
    differences = fits[0].comparison.differences
    added = sum(len(one.asked) for one in differences if one.op in ("insert", "replace"))
    goes_on = ((differences[0].op == "insert" and not fits[0].omitted_before)
               or (differences[-1].op == "insert" and not fits[0].omitted_after))
    return goes_on or added * 4 > len(asked.text)
