"""What a filter asks for, as conditions around slots, so that filters of one shape share their statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from peewee import SQL, Expression, Node, NodeList, Value, fn

from quotes.store.contract.store import Derivation, QuoteFilter
from quotes.store.engine.fts5 import is_match, is_match_after, is_no_match, plain, spelt
from quotes.store.engine.prepared_statements import slots
from quotes.store.speakers.speakers import bearers
from quotes.store.tables.rows import DATED, day_number, moment_of, number_of
from quotes.store.tables.tables import OutletName, Post, Quote, Speaker
from quotes.store.tables.value_codes import QUOTE_KINDS, STANCES, STATUSES, VERDICTS

SECONDS = 24 * 60 * 60
TOGETHER = 8  # speakers asked for at once; their number is filled up to a multiple of this
Parts = tuple[tuple[str, int], ...]  # the names of conditions, each with its number of values

Gone = Quote.alias("gone")


def posted_by(handle: Node) -> Expression:
    """The condition that a post is from accounts with a handle, in any case, which an index leads to."""
    return Expression(Post.handle, "=", NodeList((handle, SQL("COLLATE NOCASE"))))


# A status or stance is said twice of those that few quotes have, so that their own index is seen to hold them all.
CONDITIONS: dict[str, Callable[[Sequence[Value]], list[Expression]]] = {
    "speaker": lambda at: [Quote.speaker == at[0]],
    "speakers": lambda at: [Quote.speaker.in_(at)],
    "bearers": lambda at: [Quote.speaker.in_(bearers(at))],
    # Asked of each quote on the way, which keeps to the order of the list.
    "speaker kind": lambda at: [Expression(
        Speaker.select(Speaker.kind).where(Speaker.id == Quote.speaker), "=", at[0])],
    "document": lambda at: [Quote.document == at[0]],
    "kind": lambda at: [Quote.kind == at[0]],
    "verdict": lambda at: [Quote.verdict == at[0]],
    "active": lambda at: [Quote.status == at[0]],
    # The same, said so that it is known without the table where an index holds the rest.
    "active, by number": lambda at: [Quote.id.not_in(Gone.select(Gone.id).where(Gone.status != SQL("0")))],
    "inactive": lambda at: [Quote.status == at[0], Quote.status != SQL("0")],
    "asserted": lambda at: [Quote.stance == at[0]],
    "unasserted": lambda at: [Quote.stance == at[0], Quote.stance != SQL("0")],
    "outlet": lambda at: [Quote.outlet == OutletName.select(OutletName.outlet).where(OutletName.key == at[0])],
    "outlet part": lambda at: [
        Quote.outlet.in_(OutletName.select(OutletName.outlet).where(fn.INSTR(OutletName.key, at[0]) > 0))],
    "account": lambda at: [Quote.id.in_(Post.select(Post.quote).where(posted_by(at[0])))],
    "newer": lambda at: [Quote.id > at[0]],
    "sure": lambda at: [Quote.confidence >= at[0]],
    # The sort key, in UTC, can lie a day apart from the day as printed and only says where to begin; without a lower
    # bound it would begin with what is undated.
    "since": lambda at: [Quote.day >= at[0], Quote.sort_key >= at[1]],
    "until": lambda at: [Quote.day <= at[0], Quote.sort_key < at[1]],
    "until any": lambda at: [Quote.day <= at[0], Quote.sort_key < at[1], Quote.sort_key >= SQL(str(DATED))],
    "within": lambda at: [(Quote.sort_key < SQL(str(DATED))) | (
        (Quote.sort_key >= at[1]) & (Quote.sort_key < at[3]) & (Quote.day >= at[0]) & (Quote.day <= at[2]))],
    "within, dated": lambda at: [
        Quote.day >= at[0], Quote.sort_key >= at[1], Quote.day <= at[2], Quote.sort_key < at[3]],
    "within, undated": lambda at: [Quote.sort_key < SQL(str(DATED))],
    "dated": lambda at: [Quote.sort_key >= SQL(str(DATED))],
    "undated": lambda at: [Quote.sort_key < SQL(str(DATED))],
    "match": lambda at: [is_match(at[0])],
    "match, newer": lambda at: [is_match_after(at[0], at[1])],
    "no match": lambda at: [is_no_match(at[0])],
}


class Asked(NamedTuple):
    """What a filter asks for: which conditions, and their values in one row."""

    parts: Parts = ()
    values: tuple[Any, ...] = ()

    def also(self, name: str, *values: Any) -> Asked:
        """The same and one more condition."""
        return Asked((*self.parts, (name, len(values))), (*self.values, *values))

    @property
    def is_split(self) -> bool:
        """Whether some days are asked for and what is undated beside them: two stretches of the list."""
        return any(name == "within" for name, _ in self.parts)

    def at(self, stretch: str) -> Asked:
        """The same in one stretch of the list; its condition comes first where it has no value."""
        if self.is_split:
            return self._with("within", f"within, {stretch}")
        return Asked(((stretch, 0), *self.parts), self.values)

    def by_number(self) -> Asked:
        """The same for a list in the order of numbers."""
        return self._with("active", "active, by number")

    def value_of(self, name: str) -> Any:
        """The value of a condition that has one; None where it is not asked for."""
        at = 0
        for one, count in self.parts:
            if one == name:
                return self.values[at]
            at += count
        return None

    def by_part(self) -> Asked:
        """The same for outlets of whose name only a part is asked for."""
        return self._with("outlet", "outlet part")

    def _with(self, name: str, other: str) -> Asked:
        return Asked(tuple((other if one == name else one, count) for one, count in self.parts), self.values)


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
    found = _shown(found, wanted)
    if wanted.publisher is not None:
        found = found.also("outlet", derivation.outlet_key(wanted.publisher))
    if wanted.speaker_kind is not None:
        found = found.also("speaker kind", wanted.speaker_kind)
    if wanted.min_confidence is not None:
        found = found.also("sure", wanted.min_confidence)
    if wanted.account is not None:
        found = found.also("account", wanted.account.strip().removeprefix("@"))
    if wanted.after is not None:
        found = found.also("newer", number_of("q", wanted.after) or 0)
    return _in_days(found, wanted)


def _in_days(found: Asked, wanted: QuoteFilter) -> Asked:
    """The same of some days; what is undated is of none, unless it is wanted beside them."""
    since, until = wanted.since, wanted.until
    first = () if since is None else (day_number(since), moment_of(since) - SECONDS)
    last = () if until is None else (day_number(until), moment_of(until) + 2 * SECONDS)
    if wanted.undated and (first or last):
        return found.also("within", *(first or (1, DATED)), *(last or (date.max.toordinal(), 2**62)))
    if first:
        found = found.also("since", *first)
    if last:
        found = found.also("until" if first else "until any", *last)
    return found


def _shown(found: Asked, wanted: QuoteFilter) -> Asked:
    """The same and what is left out of every list unless it is asked for."""
    if wanted.status is not None:
        found = found.also("active" if wanted.status == "active" else "inactive", STATUSES.numbers[wanted.status])
    if wanted.stance is not None:
        found = found.also("asserted" if wanted.stance == "asserted" else "unasserted", STANCES.numbers[wanted.stance])
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
