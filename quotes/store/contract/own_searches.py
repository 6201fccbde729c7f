"""What a store knows of saved searches: a part of the contract, and its records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from quotes.store.contract.store import QuoteFilter


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that the holder of a key keeps: `owner` is the key's prefix, `query` a canonical query string.

    `seen` is the last quote of before the present visit, so that what came in after it is new in it; `reached` the last
    one that was there when its owner last looked. Both are q0 where there was none. `feed_token` lets feed readers in.
    """

    id: str
    owner: str
    label: str
    query: str
    feed_token: str
    made_at: str
    seen: str
    reached: str
    visited_at: str | None = None


@dataclass(frozen=True, slots=True)
class NewQuotes:
    """How many quotes are new; `is_whole` is false where there are more than were counted, or time ran out."""

    count: int
    is_whole: bool = True


class SavedSearchStore(Protocol):
    """A place where saved searches are kept."""

    def add_saved_search(self, search: SavedSearch) -> SavedSearch:
        """Keep a new saved search; its id is given by the store."""

    def saved_searches(self, owner: str) -> tuple[SavedSearch, ...]:
        """All saved searches of a key, the latest first."""

    def saved_search(self, id: str) -> SavedSearch | None:
        """The saved search with this id, whosever it is, or None."""

    def change_saved_search(self, search: SavedSearch) -> None:
        """Write the label, the token and the marks of a saved search anew; nothing where it is gone."""

    def remove_saved_search(self, id: str) -> None:
        """Delete a saved search; nothing where it is gone already."""

    def last_quote(self) -> str:
        """The id of the quote that came in last; q0 where there is none."""

    def count_new(self, wanted: QuoteFilter, most: int, limit_ms: int) -> NewQuotes:
        """How many quotes pass a filter, up to `most`, within a limit of time."""
