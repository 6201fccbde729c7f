"""Figures: those behind an article's mentions, and the speakers that a reading shows of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from quotes.records.frozen import quickly_made
from quotes.records.post import Account
from quotes.records.speaker import Speaker, SpeakerKind

SURE = 1.0
NO_ACCOUNTS: Mapping[Hashable, tuple[Account, ...]] = {}


@quickly_made
@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or something of an article that can be a speaker.

    `key` is the same for all mentions of one figure. `name` is the fullest name the article gives, for an unnamed
    source its whole description; `description` is what the paper calls a person beside the name. `start` and `end`
    bound the place that names the figure best. `certainty`, 0 to 1, says how sure a mention means this figure,
    `told` is a short code of what tells so, `rivals` are whom else it may mean, the likeliest first.
    """

    key: Hashable
    name: str
    kind: SpeakerKind
    description: str | None = None
    aliases: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    certainty: float = SURE
    told: str = ""
    rivals: tuple[Figure, ...] = ()


def joined(figures: list[Figure]) -> Figure:
    """Several figures as one, for words that two or more said: “Obama and Clinton”."""
    if len(figures) == 1:
        return figures[0]
    *heads, last = [figure.name for figure in figures]
    return Figure(("group", *(f.key for f in figures)), f"{', '.join(heads)} and {last}", "group",
                  start=figures[0].start, end=figures[-1].end, certainty=min(f.certainty for f in figures))


def speakers_of(
    figures: Iterable[Figure], accounts: Mapping[Hashable, tuple[Account, ...]] = NO_ACCOUNTS,
) -> tuple[Speaker, ...]:
    """The speakers of a reading in the order of `figures`, with ids s1, s2, …; one for each key.

    `accounts` gives the social accounts of a figure by its key.
    """
    distinct: dict[Hashable, Figure] = {}
    for figure in figures:
        distinct.setdefault(figure.key, figure)
    return tuple(
        Speaker(f"s{n}", f.name, f.kind, f.description, f.aliases, tuple(accounts.get(key, ())))
        for n, (key, f) in enumerate(distinct.items(), 1))
