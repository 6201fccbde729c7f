"""Versions of a quote: the same words as other documents give them, also altered, shortened or with more around them.

They are looked for when asked, among the quotes that share the rarest words, so that nothing has to be kept up to date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from quotes.collection.print_order import earliest, in_order, printed_when
from quotes.collection.verification.differences import Comparison, Difference, compare
from quotes.collection.verification.matches import LEAST, PLAIN, SHORT
from quotes.collection.verification.outcomes import Relation, Version, Versions
from quotes.collection.verification.verification import LANGUAGE
from quotes.collection.verification.wording import Wording, search_words, take_apart
from quotes.languages import load
from quotes.languages.contract import Language
from quotes.records.quote import Quote
from quotes.store.contract.store import Store
from quotes.store.contract.verification import Candidate

FEWEST = 4  # words that two versions share at least; fewer are said by anybody
ALIKE = 0.7  # what an altered one must be, longer words counting more: nobody has asked whether it is a version
LONGEST = 400  # words of a text that are compared
MOST = 60  # versions that are shown


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that is a version, and how it is one."""

    candidate: Candidate
    relation: Relation
    comparison: Comparison


def versions_of(store: Store, quote: Quote) -> Versions:
    """The versions of a kept quote in other documents, those with the same wording taken together."""
    language = load(LANGUAGE)
    mine = _wording(quote.text or "", language)
    here = quote.document.id if quote.document else ""
    candidates = store.candidates(search_words(mine.text), "wide") if len(mine.words) >= FEWEST else ()
    found = [one for candidate in candidates
             if candidate.document != here and (one := _version(mine, candidate, language))]
    found.sort(key=lambda one: (-one.comparison.similarity, one.candidate.id))
    quotes = {one.id: one for one in store.quotes_of([one.candidate.id for one in found[:MOST]])}
    known = [one for one in found[:MOST] if one.candidate.id in quotes]
    every = in_order([quote, *quotes.values()])
    first = earliest(every)
    return Versions(
        quote=quote, first=first[0] if len(first) == 1 else None, earliest=first, outlets=_outlets(store, every),
        speakers_disagree=_disagree(every), versions=tuple(_grouped(known, quotes)),
        undated=sum(printed_when(one) is None for one in every), more=len(found) > MOST)


def _wording(text: str, language: Language) -> Wording:
    wording = take_apart(text, language)
    return replace(wording, words=wording.words[:LONGEST])


def _version(mine: Wording, candidate: Candidate, language: Language) -> Found | None:
    """A candidate as a version of a wording, or None if it is none."""
    own, other = PLAIN.findall(mine.text.lower()), PLAIN.findall(candidate.text.lower())
    shared = LCSseq.similarity(own, other)
    if shared < FEWEST or shared < LEAST * min(len(own), len(other)):
        return None
    theirs = _wording(candidate.text, language)
    shorter = len(theirs.words) < len(mine.words)
    compared = compare(theirs, mine, language) if shorter else compare(mine, theirs, language)
    if compared is None or not _enough(compared, theirs if shorter else mine):
        return None
    part = (compared.after - compared.first) < len((mine if shorter else theirs).words)
    relation: Relation = "altered"
    if compared.is_same:
        relation = "same" if not part else "shorter" if shorter else "longer"
    return Found(candidate, relation, _turned(compared) if shorter else compared)


def _enough(compared: Comparison, asked: Wording) -> bool:
    return len(asked.words) >= FEWEST and (
        compared.is_same
        or (compared.similarity >= ALIKE and compared.share >= LEAST + SHORT / len(asked.words)))


def _turned(compared: Comparison) -> Comparison:
    """A comparison seen from the other side."""
    other = {"insert": "delete", "delete": "insert"}
    return replace(compared, differences=tuple(
        Difference(other.get(one.op, one.op), one.found, one.asked)  # type: ignore[arg-type]  # ops all of them
        for one in compared.differences))


def _outlets(store: Store, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """The outlets that print the words, by day, each once whatever its documents call it."""
    names = store.outlets_of([one.id for one in quotes])
    return tuple(dict.fromkeys(names[one.id] for one in quotes if one.id in names))


def _disagree(quotes: Sequence[Quote]) -> bool:
    """Whether versions name different speakers; one that names nobody contradicts none."""
    named = {one.speaker.id for one in quotes if one.speaker and one.speaker.kind != "unnamed"}
    return len(named) > 1


def _grouped(found: Sequence[Found], quotes: Mapping[str, Quote]) -> Iterable[Version]:
    """One version for each wording, the most alike first; its quotes by day."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for one in found:
        key = tuple(difference.found for difference in one.comparison.differences)
        groups.setdefault((one.relation, *(" ".join(PLAIN.findall(part.lower())) for part in key)), []).append(one)
    for group in groups.values():
        first = group[0]
        members = in_order([quotes[one.candidate.id] for one in group])
        yield Version(first.relation, first.comparison.similarity, first.comparison.differences,
                      first.comparison.changed, tuple(members))
