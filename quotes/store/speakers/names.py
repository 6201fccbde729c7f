"""Speakers written: new ones, new names and accounts of kept ones, and what a document calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from peewee import Node

from quotes.records.errors import StoreError
from quotes.records.post import Account as AccountRecord
from quotes.store.contract.store import SpeakerLink
from quotes.store.engine.prepared_statements import slots
from quotes.store.store_part import Part
from quotes.store.tables.decisions import SpeakerRefusal
from quotes.store.tables.rows import handle_key, link_row, number_of, speaker_row
from quotes.store.tables.tables import Account, NameWord, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link

ACCOUNT = ("platform", "handle", "handle_key", "speaker")
FIRST = 1  # revision of a document
Numbers = Mapping[str, int]  # from a speaker's id in the reading to its number in the store


class SpeakerNamePart(Part):
    """The speakers of a reading, written before its quotes."""

    def write_speakers(self, links: Sequence[SpeakerLink]) -> Numbers:
        """Keep the speakers of a reading with their names and accounts; the number of each."""
        new = [link for link in links if link.stored is None]
        fresh = self.engine.add_numbered(Speaker, [speaker_row(link.speaker) for link in new])
        numbers = {link.speaker.id: number for link, number in zip(new, fresh, strict=True)}
        for link in links:
            if link.stored is not None:
                numbers[link.speaker.id] = _stored_number(link.stored)
            if link.stored is not None and link.renames:
                self.engine.run(Speaker.update(name=link.speaker.name).where(
                    Speaker.id == _stored_number(link.stored)))
        links = self._allowed(links, numbers)
        self._write_names(links, numbers, frozenset(numbers.values()) - frozenset(fresh))
        self._write_accounts(links, numbers)
        return numbers

    def add_links(self, document: int, links: Sequence[SpeakerLink], numbers: Numbers) -> None:
        """The same for a new document, which has no links yet."""
        self.engine.add(Link, _link_rows(document, FIRST, links, numbers))

    def _allowed(self, links: Sequence[SpeakerLink], numbers: Numbers) -> Sequence[SpeakerLink]:
        """The links without the names and accounts that a person took away from their speakers."""
        if not self.engine.ask("SELECT 1 FROM speaker_refusal LIMIT 1"):
            return links
        known = [numbers[link.speaker.id] for link in links if link.stored is not None]
        query = SpeakerRefusal.select(SpeakerRefusal.speaker, SpeakerRefusal.what)
        refused = set(self.engine.run(query.where(SpeakerRefusal.speaker.in_(known)))) if known else set()
        return [_without(link, numbers[link.speaker.id], refused) for link in links] if refused else links

    def write_links(self, document: int, revision: int, links: Sequence[SpeakerLink], numbers: Numbers) -> None:
        """Keep what a document calls its speakers now; where two turned out to be one, under the fuller name."""
        self.engine.add(Link, _link_rows(document, revision, links, numbers), over=("document", "speaker"))

    def _write_names(self, links: Sequence[SpeakerLink], numbers: Numbers, known: frozenset[int]) -> None:
        """Add the names that are not there yet, and every word of theirs."""
        there = self._names_of(known)
        rows: dict[tuple[int, str], dict[str, Any]] = {}
        words: dict[tuple[int, str], tuple[str, ...]] = {}
        grown = []
        for link in links:
            number = numbers[link.speaker.id]
            for name in link.names:
                key = (number, name.name)
                if key in there:
                    name_number, is_full = there[key]
                    grown += [name_number] if name.full and not is_full else []
                    continue
                full = name.full or (key in rows and rows[key]["is_full"])
                rows[key] = {"speaker": number, "name": name.name, "words": " ".join(name.words), "is_full": full}
                words[key] = tuple(dict.fromkeys((*name.words, *name.keys)))
        added = self.engine.add_numbered(SpeakerName, list(rows.values()))
        self.engine.add(NameWord, [{"word": word, "name": name, "speaker": key[0]}
                                   for key, name in zip(rows, added, strict=True) for word in words[key]])
        if grown:
            self.engine.run(SpeakerName.update(is_full=True).where(SpeakerName.id.in_(grown)))

    def _names_of(self, speakers: frozenset[int]) -> dict[tuple[int, str], tuple[int, bool]]:
        """The names of kept speakers: from speaker and name to the name's number and whether it is a full one."""
        if not speakers:
            return {}
        return {(speaker, name): (number, bool(is_full)) for speaker, name, number, is_full
                in self.engine.fetch(_names_of, (len(speakers),), list(speakers))}

    def _write_accounts(self, links: Sequence[SpeakerLink], numbers: Numbers) -> None:
        """Add accounts that belong to nobody yet; whose an account is, the first document to say so decides."""
        rows: dict[tuple[str, str], dict[str, Any]] = {}
        for link in links:
            for account in link.speaker.accounts:
                key = (account.platform, handle_key(account.handle))
                rows.setdefault(key, {"platform": account.platform, "handle": account.handle.removeprefix("@"),
                                      "handle_key": key[1], "speaker": numbers[link.speaker.id]})
        if rows:
            self.engine.fetch(_new_accounts, (len(rows),), [row[name] for row in rows.values() for name in ACCOUNT])


def fullest(links: Sequence[SpeakerLink], numbers: Numbers) -> dict[int, SpeakerLink]:
    """One link for each kept speaker, by its number: of several that turned out to be one, that of the fullest name."""
    found: dict[int, SpeakerLink] = {}
    for link in sorted(links, key=lambda link: -len(link.speaker.name.split())):
        found.setdefault(numbers[link.speaker.id], link)
    return found


def _link_rows(document: int, revision: int, links: Sequence[SpeakerLink], numbers: Numbers) -> list[dict[str, Any]]:
    return [{"document": document, "speaker": number, "revision": revision, **link_row(link)}
            for number, link in fullest(links, numbers).items()]


def refused_name(words: Sequence[str]) -> str:
    """A name as it is taken away from somebody."""
    return " ".join(("name", *words))


def refused_account(account: AccountRecord) -> str:
    """An account as it is taken away from somebody."""
    return f"account {account.platform} {handle_key(account.handle)}"


def _without(link: SpeakerLink, number: int, refused: set[tuple[int, str]]) -> SpeakerLink:
    names = tuple(name for name in link.names if (number, refused_name(name.words)) not in refused)
    accounts = tuple(one for one in link.speaker.accounts if (number, refused_account(one)) not in refused)
    return replace(link, names=names, speaker=replace(link.speaker, accounts=accounts))


def _stored_number(id: str) -> int:
    number = number_of("s", id)
    if number is None:
        raise StoreError(f"{id!r} is no kept speaker's id.")
    return number


def _new_accounts(count: int) -> Node:
    rows = [dict(zip(ACCOUNT, slots(len(ACCOUNT), row * len(ACCOUNT)), strict=True)) for row in range(count)]
    return Account.insert_many(rows).on_conflict(
        action="nothing", conflict_target=[Account.platform, Account.handle_key])


def _names_of(speakers: int) -> Node:
    return (SpeakerName.select(SpeakerName.speaker, SpeakerName.name, SpeakerName.id, SpeakerName.is_full)
            .where(SpeakerName.speaker.in_(slots(speakers))))
