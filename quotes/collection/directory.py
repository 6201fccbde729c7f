"""How speakers are filed under letters: a person under the surname, everything else under its first word."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.collection.linking.person_name_comparison import LANGUAGE
from quotes.languages import load
from quotes.records.post import Account
from quotes.records.speaker import Speaker, SpeakerKind
from quotes.store.contract.directory import Shelf
from quotes.store.contract.store import Page, PageRequest, Store


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A speaker in a list, with the number of active, asserted quotes."""

    id: str
    name: str
    kind: SpeakerKind
    description: str | None
    aliases: tuple[str, ...]
    accounts: tuple[Account, ...]
    wikidata: str | None
    quotes: int


def under_letter(store: Store, letter: str, kind: SpeakerKind | None, wanted: PageRequest) -> Page[Speaker]:
    """Quoted speakers under a letter."""
    language = load(LANGUAGE)
    return store.speakers_under(Shelf(kind, letter, language.names.suffixes, language.references.definite), wanted)


def newest(store: Store, kind: SpeakerKind | None, wanted: PageRequest) -> Page[Speaker]:
    """Quoted speakers, those first who came into the collection last."""
    return store.speakers_arrived(Shelf(kind), wanted)


def with_counts(store: Store, page: Page[Speaker]) -> Page[ListedSpeaker]:
    """A page of speakers with how often each is quoted."""
    counts = store.quotes_by([one.id for one in page.items])
    items = (ListedSpeaker(one.id, one.name, one.kind, one.description, one.aliases, one.accounts, one.wikidata,
                           counts.get(one.id, 0)) for one in page.items)
    return Page(tuple(items), page.next, page.prev)
