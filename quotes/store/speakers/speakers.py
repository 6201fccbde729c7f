"""Speakers, their names and accounts: found by whole name, part name, account and document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from peewee import ModelSelect, Node

from quotes.records.post import Account as AccountRecord
from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.store import Page, PageRequest, SpeakerFilter, SpeakerLink
from quotes.store.engine.engine import fetch_rows, select
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.quotes.pagination import key_number, one_part, page
from quotes.store.store_part import Part
from quotes.store.tables.decisions import MergedSpeaker, Objection
from quotes.store.tables.rows import Row, handle_key, id_of, number_of, read_speaker
from quotes.store.tables.tables import Account, Document, NameWord, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link

COLUMNS: dict[str, Node] = {field.name: field for field in Speaker._meta.sorted_fields}
NAMED_COLUMNS: dict[str, Node] = {"words": SpeakerName.words, **COLUMNS}
OWNED_COLUMNS: dict[str, Node] = {"platform": Account.platform, "handle_key": Account.handle_key, **COLUMNS}
LINK_COLUMNS: dict[str, Node] = {
    "id": Speaker.id, "kind": Speaker.kind, "name": Link.name, "description": Link.description, "how": Link.how,
    "confidence": Link.confidence, "wikidata": Speaker.wikidata,
}


def rarest_first(words: Sequence[str]) -> list[str]:
    """The words of a name, each once; long words are rare ones."""
    return sorted(set(words), key=len, reverse=True)


def bearers(words: Sequence[Any]) -> ModelSelect[NameWord]:
    """The numbers of the speakers of whom one and the same name has all these folded words, the rarest first."""
    first, *others = words
    query = NameWord.select(NameWord.speaker).where(NameWord.word == first)
    for number, word in enumerate(others):
        other = NameWord.alias(f"word_{number}")
        query = query.where(NameWord.name.in_(other.select(other.name).where(other.word == word)))
    return query


class SpeakerPart(Part):
    """Speakers across documents."""

    def speakers_named(self, words: Sequence[str]) -> tuple[SpeakerRecord, ...]:
        """Kept speakers of whom one full name folds to exactly these words."""
        return self.speakers_of_names({tuple(words)}).get(tuple(words), ())

    def speakers_of_names(
        self, names: Collection[tuple[str, ...]],
    ) -> Mapping[tuple[str, ...], tuple[SpeakerRecord, ...]]:
        """The same for many names at once; names that nobody bears are left out."""
        if not names:
            return {}
        keys = [" ".join(words) for words in names]
        rows = fetch_rows(self.engine, NAMED_COLUMNS, _called, (len(keys),), keys)
        speakers = {speaker.id: speaker for speaker in self._read({row["id"]: row for row in rows}.values())}
        found: dict[tuple[str, ...], dict[str, SpeakerRecord]] = defaultdict(dict)
        for row in rows:
            speaker = speakers[id_of("s", row["id"])]
            found[tuple(row["words"].split(" "))][speaker.id] = speaker
        return {words: tuple(by_id.values()) for words, by_id in found.items()}

    def account_owner(self, platform: str, handle: str) -> SpeakerRecord | None:
        """The kept speaker to whom an account belongs, if it is known; handles are compared without case."""
        account = AccountRecord(platform, handle)
        return self.account_owners({account}).get(account)

    def account_owners(self, accounts: Collection[AccountRecord]) -> Mapping[AccountRecord, SpeakerRecord]:
        """The same for many accounts at once; those that belong to nobody are left out."""
        if not accounts:
            return {}
        asked = {(account.platform, handle_key(account.handle)): account for account in accounts}
        platforms, handles = sorted({platform for platform, _ in asked}), sorted({handle for _, handle in asked})
        found = fetch_rows(self.engine, OWNED_COLUMNS, _owners, (len(platforms), len(handles)), [*platforms, *handles])
        rows = [row for row in found if (row["platform"], row["handle_key"]) in asked]
        speakers = {speaker.id: speaker for speaker in self._read({row["id"]: row for row in rows}.values())}
        owners = {(row["platform"], row["handle_key"]): speakers[id_of("s", row["id"])] for row in rows}
        return {account: owner for account in accounts
                if (owner := owners.get((account.platform, handle_key(account.handle))))}

    def speaker(self, id: str) -> SpeakerRecord | None:
        """A kept speaker with aliases and accounts, or None; of one who was merged, the one into whom."""
        number = number_of("s", id) or 0
        found = fetch_rows(self.engine, COLUMNS, _numbered, (), [number])
        if not found:
            query = Speaker.select(*COLUMNS.values())
            into = MergedSpeaker.select(MergedSpeaker.into).where(MergedSpeaker.id == number)
            found = select(self.engine, COLUMNS, query.where(Speaker.id.in_(into)))
        return next(iter(self._read(found)), None)

    def speakers(self, wanted: SpeakerFilter, page_wanted: PageRequest) -> Page[SpeakerRecord]:
        """Kept speakers that pass a filter, the most quoted first; none who objected."""
        query = Speaker.select(*COLUMNS.values()).where(Speaker.id.not_in(Objection.select(Objection.speaker)))
        if wanted.name_words:
            query = query.where(Speaker.id.in_(bearers(rarest_first(wanted.name_words))))
        if wanted.kind is not None:
            query = query.where(Speaker.kind == wanted.kind)
        query = one_part(query, Speaker.quote_count, Speaker.id, page_wanted, key_number(page_wanted.cursor))
        return page(select(self.engine, COLUMNS, query), page_wanted, "quote_count", self._read)

    def document_speakers(self, document_id: str) -> tuple[SpeakerRecord, ...]:
        """The speakers of one document, each once, under the names that this document gives them."""
        return tuple(self._read(self._linked(document_id)))

    def document_links(self, document_id: str) -> tuple[SpeakerLink, ...]:
        """How each speaker of one document came to be the kept speaker that it is; `names` is empty."""
        rows = self._linked(document_id)
        return tuple(SpeakerLink(speaker, speaker.id, row["how"], row["confidence"], ())
                     for row, speaker in zip(rows, self._read(rows), strict=True))

    def _linked(self, document_id: str) -> list[Row]:
        query = (Speaker.select(*LINK_COLUMNS.values()).join(Link)
                 .join(Document, on=(Document.id == Link.document) & (Document.revision == Link.revision))
                 .where(Document.id == (number_of("d", document_id) or 0)).order_by(Speaker.id))
        return select(self.engine, LINK_COLUMNS, query)

    def _read(self, rows: Collection[Row]) -> list[SpeakerRecord]:
        """Speakers with their names and accounts, in two more queries however many they are."""
        numbers = [row["id"] for row in rows]
        if not numbers:
            return []
        names: dict[int, list[str]] = defaultdict(list)
        for number, name in self.engine.fetch(_names, (len(numbers),), numbers):
            names[number].append(name)
        accounts: dict[int, list[AccountRecord]] = defaultdict(list)
        for number, platform, handle in self.engine.fetch(_accounts, (len(numbers),), numbers):
            accounts[number].append(AccountRecord(platform, handle))
        return [read_speaker(row, names[row["id"]], accounts[row["id"]]) for row in rows]


def _called(names: int) -> Node:
    return (Speaker.select(*NAMED_COLUMNS.values()).join(SpeakerName)
            .where(SpeakerName.words.in_(slots(names)), SpeakerName.is_full).order_by(Speaker.id))


def _owners(platforms: int, handles: int) -> Node:
    return Speaker.select(*OWNED_COLUMNS.values()).join(Account).where(
        Account.platform.in_(slots(platforms)), Account.handle_key.in_(slots(handles, platforms)))


def _names(speakers: int) -> Node:
    return (SpeakerName.select(SpeakerName.speaker, SpeakerName.name)
            .where(SpeakerName.speaker.in_(slots(speakers))).order_by(SpeakerName.id))


def _accounts(speakers: int) -> Node:
    return (Account.select(Account.speaker, Account.platform, Account.handle)
            .where(Account.speaker.in_(slots(speakers))).order_by(Account.id))


def _numbered() -> ModelSelect[Speaker]:
    return Speaker.select(*COLUMNS.values()).where(Speaker.id == slot(0))
