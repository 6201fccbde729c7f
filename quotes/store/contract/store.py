"""What a store can do: the one contract that every storage engine keeps.

Ids are strings with a letter in front (d12, q12, s12) on this side of the contract. A store does no linking and no
extraction: `quotes.collection` decides, the store writes what it is told, in one transaction. Names are looked up
by folded words, which the caller makes, so that the folding of names lives in one place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from quotes.records.document import Document
from quotes.records.evidence import StanceKind
from quotes.records.not_quote import NotQuote
from quotes.records.post import Account
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Quote, Status, Verdict
from quotes.records.reading import Reading
from quotes.records.search_query import Order, Term
from quotes.records.speaker import Speaker, SpeakerKind
from quotes.store.contract.access_keys import Key as Key  # part of this contract too
from quotes.store.contract.access_keys import KeyStore
from quotes.store.contract.access_keys import Scope as Scope  # part of this contract too
from quotes.store.contract.account_claims import AccountClaimStore
from quotes.store.contract.checks import CheckStore
from quotes.store.contract.decisions import DecisionStore
from quotes.store.contract.decisions import Fingerprint as Fingerprint  # part of this contract too
from quotes.store.contract.decisions import SpeakerName as SpeakerName  # part of this contract too
from quotes.store.contract.directory import DirectoryStore
from quotes.store.contract.jobs import JobStore
from quotes.store.contract.linking import LinkingStore
from quotes.store.contract.outlets import OutletKeys, OutletStore
from quotes.store.contract.own_searches import SavedSearchStore
from quotes.store.contract.profiles import ProfileStore
from quotes.store.contract.search import Facets, SearchWordStore
from quotes.store.contract.statistics import StatisticsStore
from quotes.store.contract.verification import VerificationStore

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list in its order: the sort key and number of the row next to it, and the direction to go."""

    key: str
    number: int
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class PageRequest:
    """How much of a list is wanted, and from where; without a cursor, its beginning.

    `ascending` turns the order of dates and of arrivals round: the oldest first, what is undated last all the same.
    """

    limit: int = 20
    cursor: Cursor | None = None
    ascending: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list in order, and the cursors to those after and before, None at either end."""

    items: tuple[Item, ...]
    next: Cursor | None = None
    prev: Cursor | None = None


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Which quotes are wanted; what is None or empty does not narrow. Without more, active and asserted ones are.

    `speaker_ids` are several of whom any may be the speaker. `name_words` are folded words that must all occur in one
    and the same name of the speaker. `words` are plain words that the quote's text must all contain, `terms` what
    somebody searches for. `since` and `until` are inclusive ISO dates of publication, of a post its own; they leave out
    what is undated, unless `undated` is true. `after` is a quote: only those that came in after it are wanted.
    `account` is the handle of social accounts, on any platform, with or without @ and in any case: only posts from them
    are wanted, whoever is linked to them.
    """

    speaker_id: str | None = None
    speaker_ids: tuple[str, ...] = ()
    name_words: tuple[str, ...] = ()
    document_id: str | None = None
    kind: QuoteKind | None = None
    verdict: Verdict | None = None
    status: Status | None = "active"
    stance: StanceKind | None = "asserted"
    publisher: str | None = None
    min_confidence: float | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False
    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    speaker_kind: SpeakerKind | None = None
    after: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; `partial` if its time ran out, and these are the newest matches that it came upon."""

    page: Page[Quote]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerFilter:
    """Which speakers are wanted; `name_words` as in QuoteFilter."""

    name_words: tuple[str, ...] = ()
    kind: SpeakerKind | None = None


@dataclass(frozen=True, slots=True)
class SpeakerLink:
    """Which kept speaker a reading's speaker is: `stored` is its id, or None for a new one.

    `how` says in a word or two why (same full name; new in this document), `confidence` how sure that is.
    `names` are the names to keep for it; where `renames` is true, it goes by this speaker's name from now on.
    """

    speaker: Speaker
    stored: str | None
    how: str
    confidence: float
    names: tuple[SpeakerName, ...]
    renames: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a reading did: a new document, the same again, or a revision of the one at its address."""

    document: Document
    outcome: Literal["new", "same", "revision"]


class Around(NamedTuple):
    """The words right before and right after a quote, as its document has them."""

    before: str
    after: str


class Derivation(Protocol):
    """Makes again what a store leaves out because it follows from the rest; whoever opens a store hands it in."""

    def __hash__(self) -> int:
        """What it makes is remembered, and so it must be known again."""

    def sentence(self, clue: str, facts: tuple[str, ...], mention: str) -> str:
        """What a clue says, from the values of its facts and the words of the mention."""

    def link(self, url: str | None, text: str) -> str | None:
        """The address of a quote inside its page, from the page's address and the quote's words."""

    def kept_name(self, speaker: Speaker, name: str) -> SpeakerName:
        """A name of a speaker with the folded words and the keys under which it is to be found."""

    def outlet_keys(self, document: Document) -> OutletKeys | None:
        """How the outlet of a document is compared; None where it has none."""

    def near_keys(self, text: str) -> tuple[str, ...]:
        """The hashes by which near-copies of a text that is taken down are known."""

    def outlet_key(self, name: str) -> str:
        """An outlet's name or domain as it is compared."""

    def outlet_fields(self, url: str | None, publisher: str | None) -> tuple[str | None, str | None]:
        """An outlet and its printed name, from what a document was kept with before there were domains."""


class Store(DecisionStore, VerificationStore, LinkingStore, OutletStore, ProfileStore, StatisticsStore, KeyStore,
            SearchWordStore, DirectoryStore, SavedSearchStore, AccountClaimStore, JobStore, CheckStore, Protocol):
    """A place where readings, and people's decisions about them, are kept and asked for."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction for everything written inside; StoreBusy if another writer holds on for too long."""

    def find_document(self, known_by: Fingerprint) -> tuple[str, bool] | None:
        """The kept document that this one is, if any: its id, and whether its text is the same too.

        With an address it is the document at that address, whatever its text; without one it is a document
        that has none either, with the same publisher and the same text. Where the page alone gives the address, it is a
        document there with the same text.
        """

    def document_claiming(self, address: str) -> str | None:
        """The id of a kept document whose page claims an address that nobody else gave it; the last one that came."""

    def confirm_address(self, document_id: str, known_by: Fingerprint) -> None:
        """Note that a caller gave the address which only the page had claimed."""

    def speakers_named(self, words: Sequence[str]) -> tuple[Speaker, ...]:
        """Kept speakers of whom one full name folds to exactly these words."""

    def speakers_of_names(self, names: Collection[tuple[str, ...]]) -> Mapping[tuple[str, ...], tuple[Speaker, ...]]:
        """The same for many names at once; names that nobody bears are left out."""

    def account_owner(self, platform: str, handle: str) -> Speaker | None:
        """The kept speaker to whom an account belongs, if it is known; handles are compared without case."""

    def account_owners(self, accounts: Collection[Account]) -> Mapping[Account, Speaker]:
        """The same for many accounts at once; those that belong to nobody are left out."""

    def add_reading(self, reading: Reading, known_by: Fingerprint, links: Sequence[SpeakerLink]) -> Document:
        """Keep a reading's document, quotes and speakers as new; every quote's speaker by its link."""

    def replace_reading(self, document_id: str, reading: Reading, known_by: Fingerprint,
                        links: Sequence[SpeakerLink], same: Mapping[str, str]) -> Document:
        """Put a revision in place of a kept document.

        `same` leads from a quote's id in the reading to the kept quote that it is: that one keeps its id, and what a
        person decided about it. Kept quotes that it does not name become withdrawn, never deleted.
        """

    def renew_reading(self, document_id: str, reading: Reading, links: Sequence[SpeakerLink],
                      same: Mapping[str, str]) -> Document:
        """Put a new reading of a kept document's unchanged text in place of the one that it has; no revision is made.

        `same` as in replace_reading. A kept quote that it does not name becomes withdrawn, unless a person decided
        about it: that one stays as it is.
        """

    def document(self, id: str) -> Document | None:
        """A kept document with its text, or None."""

    def documents(self, page: PageRequest) -> Page[Document]:
        """Kept documents, newest published first and the undated last, without their texts."""

    def quote(self, id: str) -> Quote | None:
        """A kept quote with its document (no text), or None."""

    def quotes(self, wanted: QuoteFilter, page: PageRequest, order: Order = "date") -> Page[Quote]:
        """Kept quotes that pass a filter, newest published or added first, each with its document (no text).

        By date, what is undated comes last in either direction, by its arrival in that direction. Without terms there
        is no relevance: that is the order of dates.
        """

    def search(self, wanted: QuoteFilter, page: PageRequest, order: Order = "date", limit_ms: int = 300) -> Found:
        """Kept quotes that pass a filter with terms, newest, last added or most telling first, within a limit of time.

        Where the limit is reached, the first matches that can be had in it.
        """

    def facets(self, wanted: QuoteFilter, limit_ms: int = 300) -> Facets:
        """Quotes that pass a filter, counted by what they can be narrowed to; nothing where that takes too long."""

    def count_quotes(self, wanted: QuoteFilter) -> int:
        """How many kept quotes pass a filter; it takes as long as there are many."""

    def quotes_of(self, ids: Sequence[str]) -> tuple[Quote, ...]:
        """The kept quotes with these ids, in this order, each with its document (no text); those not kept left out."""

    def document_quotes(self, document_id: str, status: Status | None = "active") -> tuple[Quote, ...]:
        """All quotes of one document, of every stance, with this status or with any, in the order of its text."""

    def not_quotes(self, document_id: str) -> tuple[NotQuote, ...]:
        """The words in a document's quotation marks that are no quotes, without those of which a person made one."""

    def document_speakers(self, document_id: str) -> tuple[Speaker, ...]:
        """The speakers of one document, each once, under the names that this document gives them."""

    def document_links(self, document_id: str) -> tuple[SpeakerLink, ...]:
        """How each speaker of one document came to be the kept speaker that it is; `names` is empty."""

    def speaker(self, id: str) -> Speaker | None:
        """A kept speaker with aliases and accounts, or None; of one who was merged, the one into whom."""

    def speakers(self, wanted: SpeakerFilter, page: PageRequest) -> Page[Speaker]:
        """Kept speakers that pass a filter, the most quoted first; none who objected."""

    def documents_of(self, ids: Collection[str]) -> Mapping[str, Document]:
        """Kept documents with their texts, by their ids; those that are not there are left out."""

    def speakers_of(self, ids: Collection[str]) -> Mapping[str, Speaker]:
        """Kept speakers with aliases and accounts, by their ids; those that are not there are left out."""

    def arrivals(self, document_ids: Collection[str]) -> Mapping[str, str]:
        """When kept documents first came in, in ISO 8601 and UTC, by their ids."""

    def corrections(self, quote_ids: Collection[str]) -> Mapping[str, str]:
        """When people last changed kept quotes, in ISO 8601 and UTC, by their ids; those left as read are left out."""

    def around(self, quote_ids: Collection[str], width: int) -> Mapping[str, Around]:
        """Up to `width` characters before and after each quote, from the text that its offsets count in."""

    def close(self) -> None:
        """Give back this thread's connection."""
