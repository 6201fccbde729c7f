"""Links that add a filter to a search or take one away, with how many quotes each leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from flask import url_for

from quotes.api.filter_words import FILTER_WORDS
from quotes.api.labels import KINDS, STANCE_FILTERS, day
from quotes.records.search_question import Meaning
from quotes.store.contract.search import Counted, Facets

YEAR = len("2024")


class FacetLink(NamedTuple):
    """One value: its name, how many quotes have it, and where it leads; where it is chosen, the link undoes that."""

    name: str
    quotes: int
    href: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one kind."""

    title: str
    items: tuple[FacetLink, ...]

    @property
    def chosen(self) -> bool:
        """Whether one of the values is chosen."""
        return any(one.chosen for one in self.items)


class TakenPart(NamedTuple):
    """Something that was looked for, and the address of the search without it; None where the question says it."""

    label: str
    value: str
    without: str | None = None


def facet_groups(facets: Facets, asked: Mapping[str, str]) -> list[FacetGroup]:
    """The values that a search can be narrowed to; those that all quotes have are no choice."""
    stance = asked.get("stance", "asserted")
    year = asked.get("from", "")[:YEAR] if asked.get("from", "")[:YEAR] == asked.get("to", "")[:YEAR] else ""
    ways = (("Speaker", "speaker", facets.speakers, asked.get("speaker", "")),
            ("Outlet", "publisher", facets.outlets, asked.get("publisher", "")),
            ("Year", "year", facets.years, year),
            ("Kind", "kind", _worded(facets.kinds, KINDS), asked.get("kind", "")),
            ("Stance", "stance", _worded(facets.stances, STANCE_FILTERS), stance))
    groups = (FacetGroup(title, tuple(
        FacetLink(one.name, one.quotes, address(asked, name, None if one.value == chosen else one.value),
                  one.value == chosen and bool(asked.get(name if name != "year" else "from")))
        for one in values)) for title, name, values, chosen in ways)
    return [group for group in groups if len(group.items) > 1]


def taken_parts(meaning: Meaning, facets: Facets | None, asked: Mapping[str, str]) -> list[TakenPart]:
    """What was looked for: what the question says, and the filters beside it, which can be taken away."""
    found = [TakenPart("by", one.name) for one in meaning.speakers if "speaker" not in asked]
    found += [TakenPart("posts of", f"@{meaning.account}")] if meaning.account and "account" not in asked else []
    found += [TakenPart("words", meaning.words)] if meaning.words else []
    if meaning.outlet and "publisher" not in asked:
        found.append(TakenPart("in", meaning.outlet.printed or meaning.outlet.name))
    if (meaning.since or meaning.until) and not ("from" in asked or "to" in asked):
        found.append(TakenPart("days", _days(meaning.since, meaning.until)))
    names = {one.value: one.name for one in (*facets.speakers, *facets.outlets)} if facets else {}
    for name, label, words in (("speaker", "by", names), ("publisher", "in", names), *FILTER_WORDS):
        if value := asked.get(name):
            found.append(TakenPart(label, words.get(value, value), address(asked, name, None)))
    if "from" in asked or "to" in asked:
        found.append(TakenPart("days", _days(asked.get("from"), asked.get("to")), address(asked, "year", None)))
    return found


def address(asked: Mapping[str, str], name: str, value: str | None) -> str:
    """The address of a search with one filter set to a value, or taken away; a year stands for its days."""
    left = {key: one for key, one in asked.items() if key not in ("cursor", name, *(("from", "to") if name == "year"
                                                                                  else ()))}
    more = {} if value is None else {"from": f"{value}-01-01", "to": f"{value}-12-31"} if name == "year" else {
        name: value}
    return url_for("home_pages.home", **left, **more)


def _worded(counted: tuple[Counted, ...], words: Mapping[str, str]) -> tuple[Counted, ...]:
    """The same under the names that pages use."""
    return tuple(Counted(one.value, words.get(one.value, one.name), one.quotes) for one in counted)


def _days(since: str | None, until: str | None) -> str:
    """A stretch of days in words; a whole year as its number."""
    if since and until and since == f"{since[:YEAR]}-01-01" and until == f"{since[:YEAR]}-12-31":
        return since[:YEAR]
    if since and until:
        return f"{day(since)} to {day(until)}" if since != until else day(since)
    return f"since {day(since)}" if since else f"until {day(until)}"
