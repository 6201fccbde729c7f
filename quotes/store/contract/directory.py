"""What a store lists: speakers by letter and by arrival, outlets, articles of one outlet, decisions, words said twice.

The part of the contract behind pages that are browsed and not searched. Whoever objected is in no list.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quotes.records.document import Document
from quotes.records.quote import Verdict
from quotes.records.speaker import Speaker, SpeakerKind
from quotes.store.contract.decisions import Action, Decision

if TYPE_CHECKING:
    from quotes.store.contract.store import Page, PageRequest

DIGITS, OTHERS = "0", "other"  # the letters of names that begin with a digit, or in another script
LETTERS = (*"abcdefghijklmnopqrstuvwxyz", DIGITS, OTHERS)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which speakers a list shows: a kind, or everybody who is named.

    `letter` is one of LETTERS. A person is under the last word of the name, but for one of `suffixes` (jr, iii);
    everything else is under the first word that is none of `articles` (the). All of them are folded words.
    """

    kind: SpeakerKind | None = None
    letter: str | None = None
    suffixes: frozenset[str] = field(default=frozenset())
    articles: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet with the number of its active, asserted quotes, and their first and last day as far as dated.

    `publisher` is how its first article called it, which finds it everywhere.
    """

    publisher: str
    publisher_printed: str | None
    quotes: int
    first: str | None = None
    last: str | None = None


class Saying(NamedTuple):
    """One of several quotes that begin alike, with what tells whether they are the same words of different people."""

    quote: str
    document: str
    speaker: str
    name: str
    text: str
    verdict: Verdict


class DirectoryStore(Protocol):
    """A place that can be browsed."""

    def speakers_under(self, shelf: Shelf, page: PageRequest) -> Page[Speaker]:
        """Quoted speakers under a letter, in the order of the word under which they are."""

    def speakers_arrived(self, shelf: Shelf, page: PageRequest) -> Page[Speaker]:
        """Quoted speakers, those first who came into the collection last."""

    def quotes_by(self, speaker_ids: Collection[str]) -> Mapping[str, int]:
        """How many active, asserted quotes speakers have, by their ids."""

    def outlets(self) -> tuple[OutletCount, ...]:
        """All outlets that have quotes, those with the most first."""

    def outlet(self, name: str) -> OutletCount | None:
        """The outlet with a domain or name, also one without quotes, or None."""

    def documents_in(self, publisher: str, page: PageRequest) -> Page[Document]:
        """The documents of one outlet in which somebody is quoted, newest published first, without their texts."""

    def decisions(self, actions: Sequence[Action], page: PageRequest) -> Page[Decision]:
        """Decisions of some kinds, newest first, and those that undo one of them."""

    def objectors(self, speaker_ids: Collection[str]) -> frozenset[str]:
        """Those of some speakers who objected to being quoted."""

    def begun_alike(self, most: int) -> tuple[tuple[Saying, ...], ...]:
        """Groups of quotes of different named speakers that begin with the same words, the newest arrivals first."""
