"""What a filter asks for, as conditions around slots, so that filters of one shape share their statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from peewee import SQL, Expression, Value

from quotes.store.contract.store import Derivation, QuoteFilter
from quotes.store.engine.fts5 import is_match, is_no_match, plain, spelt
from quotes.store.engine.prepared_statements import slots
from quotes.store.speakers.speakers import bearers
from quotes.store.tables.rows import day_number, moment_of, number_of
from quotes.store.tables.tables import OutletName, Quote
from quotes.store.tables.value_codes import QUOTE_KINDS, STATUSES, VERDICTS

SECONDS = 24 * 60 * 60
TOGETHER = 8  # speakers asked for at once; their number is filled up to a multiple of this
Parts = tuple[tuple[str, int], ...]  # the names of conditions, each with its number of values

# A status is said twice of those that few quotes have, so that their own index is seen to hold them all.
CONDITIONS: dict[str, Callable[[Sequence[Value]], list[Expression]]] = {
    "speaker": lambda at: [Quote.speaker == at[0]],
    "speakers": lambda at: [Quote.speaker.in_(at)],
    "bearers": lambda at: [Quote.speaker.in_(bearers(at))],
    "document": lambda at: [Quote.document == at[0]],
    "kind": lambda at: [Quote.kind == at[0]],
    "verdict": lambda at: [Quote.verdict == at[0]],
    "active": lambda at: [Quote.status == at[0]],
    "inactive": lambda at: [Quote.status == at[0], Quote.status != SQL("0")],
    "outlet": lambda at: [Quote.outlet == OutletName.select(OutletName.outlet).where(OutletName.key == at[0])],
    "sure": lambda at: [Quote.confidence >= at[0]],
    # The sort key, in UTC, can lie a day apart from the day as printed and only says where to begin.
    "since": lambda at: [Quote.day >= at[0], Quote.sort_key >= at[1]],
    "until": lambda at: [Quote.day <= at[0], Quote.sort_key < at[1]],
    "match": lambda at: [is_match(at[0])],
    "no match": lambda at: [is_no_match(at[0])],
}


class Asked(NamedTuple):
    """What a filter asks for: which conditions, and their values in one row."""

    parts: Parts = ()
    values: tuple[Any, ...] = ()

    def also(self, name: str, *values: Any) -> Asked:
        """The same and one more condition."""
        return Asked((*self.parts, (name, len(values))), (*self.values, *values))


def conditions(parts: Parts) -> list[Expression]:
    """The conditions themselves, their values in the first slots."""
    found: list[Expression] = []
    first = 0
    for name, count in parts:
        found += CONDITIONS[name](slots(count, first))
        first += count
    return found


def asked(wanted: QuoteFilter, derivation: Derivation) -> Asked:
    """What a filter asks for, but for the speaker's name and the words."""
    found = Asked()
    if wanted.speaker_id is not None:
        found = found.also("speaker", number_of("s", wanted.speaker_id) or 0)
    if wanted.document_id is not None:
        found = found.also("document", number_of("d", wanted.document_id) or 0)
    if wanted.kind is not None:
        found = found.also("kind", QUOTE_KINDS.numbers[wanted.kind])
    if wanted.verdict is not None:
        found = found.also("verdict", VERDICTS.numbers[wanted.verdict])
    if wanted.status is not None:
        found = found.also("active" if wanted.status == "active" else "inactive", STATUSES.numbers[wanted.status])
    if wanted.publisher is not None:
        found = found.also("outlet", derivation.outlet_key(wanted.publisher))
    if wanted.min_confidence is not None:
        found = found.also("sure", wanted.min_confidence)
    if wanted.since is not None:
        found = found.also("since", day_number(wanted.since), moment_of(wanted.since) - SECONDS)
    if wanted.until is not None:
        found = found.also("until", day_number(wanted.until), moment_of(wanted.until) + 2 * SECONDS)
    return found


def with_words(found: Asked, wanted: QuoteFilter) -> Asked:
    """The same and the words that a filter asks for."""
    if wanted.words:
        found = found.also("match", spelt(plain(wanted.words)))
    if wanted.terms:
        must = any(not term.without for term in wanted.terms)
        found = found.also("match" if must else "no match", spelt(wanted.terms))
    return found


def of_several(found: Asked, speakers: Sequence[int]) -> Asked:
    """The same of any of these speakers."""
    some = [*speakers] or [0]
    return found.also("speakers", *some, *some[-1:] * (-len(some) % TOGETHER))
