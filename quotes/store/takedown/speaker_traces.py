"""What speakers are known by from one document alone, forgotten when that one is taken down.

A speaker who is in other documents too stays; the description, names and accounts that no other document and no
person gave go with the one that is taken down, also where decisions remember them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Expression

from quotes.store.decisions.merges import MergePart
from quotes.store.tables.decisions import Decision, DecisionSubject, EnteredAccount, MergedSpeaker
from quotes.store.tables.evidence_column import encoded
from quotes.store.tables.rows import handle_key, id_of
from quotes.store.tables.tables import Account, Body, Post, Quote, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link

Named = frozenset[str]
EMPTIED = "{}{}"  # what undoing needs and what came after, of a decision about nothing but quotes that are gone


@dataclass(frozen=True, slots=True)
class Told:
    """What a document that is to go told of its speakers: all its words, and what it called and described them."""

    document: int
    words: str
    called: Named
    handles: Named
    described: Mapping[int, str]


class SpeakerTracePart(MergePart):
    """Speakers who lose what only one document said of them."""

    def told_by(self, document: int, texts: Sequence[str]) -> Told:
        """What a document, as long as it is there, tells of its speakers."""
        links = list(self.engine.run(Link.select(Link.speaker, Link.name, Link.description).where(
            Link.document == document)))
        posts = list(self.engine.run(Post.select(Post.author_name, Post.handle).join(Quote).where(
            Quote.document == document)))
        called = frozenset(name for name in (*(name for _, name, _ in links), *(name for name, _ in posts)) if name)
        described = {speaker: description for speaker, _, description in links if description}
        handles = frozenset(handle_key(one) for _, one in posts if one)
        return Told(document, "\n".join(texts), called, handles, described)

    def unlearn(self, told: Told, speakers: Collection[int]) -> None:
        """Take from speakers what nothing but a document that is gone told of them."""
        left = list(self.engine.run(Speaker.select(Speaker.id, Speaker.name, Speaker.description).where(
            Speaker.id.in_(list(speakers)))))
        for number, name, description in left:
            decisions = self._decisions(number)
            self._forget_described(number, description, told, decisions)
            self._forget_names(number, name, told, decisions)
            self._forget_accounts(number, told)
            for decision in decisions:
                self._forget_remembered(decision, number, told)
        self.raise_versions([id_of("s", number) for number, _, _ in left])

    def drop_unheard(self, speakers: Sequence[int]) -> int:
        """Delete those of some speakers of whom nothing is left, and about whom no person decided; how many."""
        alone = [number for number in speakers if not any(
            self.engine.run(query.limit(1)) for query in (
                Quote.select(Quote.id).where((Quote.speaker == number) | (Quote.runner_up == number)),
                Link.select(Link.speaker).where(Link.speaker == number),
                MergedSpeaker.select(MergedSpeaker.id).where(MergedSpeaker.into == number),
                DecisionSubject.select(DecisionSubject.subject).join(Decision).where(
                    DecisionSubject.subject == id_of("s", number), Decision.state + Decision.after != EMPTIED),
            ))]
        self.engine.run(Account.delete().where(Account.speaker.in_(alone)))
        self.engine.run(Speaker.delete().where(Speaker.id.in_(alone)))
        return len(alone)

    def _forget_described(self, number: int, now: str | None, told: Told, decisions: Sequence[Any]) -> None:
        entered = any(action == "edit" and after.get("description") == now != before.get("description")
                      for _, action, before, after, _ in decisions)
        if now is None or now != told.described.get(number) or entered:
            return
        query = Link.select(Link.description).where(Link.speaker == number, Link.description.is_null(False))
        left = [description for (description,) in self.engine.run(query.order_by(Link.document))]
        if now not in left:
            self.engine.run(Speaker.update(description=left[0] if left else None).where(Speaker.id == number))

    def _forget_names(self, number: int, now: str, told: Told, decisions: Sequence[Any]) -> None:
        query = SpeakerName.select(SpeakerName.id, SpeakerName.name).where(SpeakerName.speaker == number)
        entered = _entered_names(decisions)
        gone = {row: name for row, name in self.engine.run(query)
                if (name in told.called or name in told.words) and name not in entered
                and not self._is_called(number, name)}
        links = Link.select(Link.name).where(Link.speaker == number).order_by(Link.document)
        others = sorted((name for (name,) in self.engine.run(links)), key=lambda name: -len(name.split()))
        if now in gone.values() and others:
            self.engine.run(Speaker.update(name=others[0]).where(Speaker.id == number))
        elif now in gone.values():  # a person decided about somebody of whom nothing else is left to go by
            gone = {row: name for row, name in gone.items() if name != now}
        if gone:
            self.engine.run(SpeakerName.delete().where(SpeakerName.id.in_(list(gone))))

    def _forget_accounts(self, number: int, told: Told) -> None:
        query = Account.select(Account.id, Account.platform, Account.handle, Account.handle_key).where(
            Account.speaker == number, Account.id.not_in(EnteredAccount.select(EnteredAccount.account)))
        for row, platform, handle, key in list(self.engine.run(query)):
            if key not in told.handles and handle not in told.words:
                continue
            posts = Post.select(Post.handle).where(Post.platform == platform, Post.handle.is_null(False))
            if not any(handle_key(one) == key for (one,) in self.engine.run(posts)) and not self._stands(
                    number, handle):
                self.engine.run(Account.delete().where(Account.id == row))

    def _is_called(self, number: int, name: str) -> bool:
        """Whether anything that is left calls a speaker so."""
        return any(self.engine.run(query.limit(1)) for query in (
            Link.select(Link.document).where(Link.speaker == number, Link.name == name),
            Quote.select(Quote.id).where(Quote.speaker == number, Quote.mention == name),
            Quote.select(Quote.id).join(Post).where(Quote.speaker == number, Post.author_name == name),
        )) or self._stands(number, name)

    def _stands(self, number: int, words: str) -> bool:
        """Whether words stand in a document that is left and has this speaker."""
        there: Expression = Body.text.contains(words)
        query = Body.select(Body.document).join(Link, on=Link.document == Body.document)
        return bool(self.engine.run(query.where(Link.speaker == number, there).limit(1)))

    def _decisions(self, number: int) -> list[tuple[int, str, Any, Any, Any]]:
        """The decisions about a speaker: number, action, before, after, what undoing needs."""
        query = (Decision.select(Decision.id, Decision.action, Decision.before, Decision.after, Decision.state)
                 .join(DecisionSubject).where(DecisionSubject.subject == id_of("s", number)))
        return [(row, action, *map(json.loads, written)) for row, action, *written in self.engine.run(query)]

    def _forget_remembered(self, decision: tuple[int, str, Any, Any, Any], number: int, told: Told) -> None:
        """Take descriptions, and links of the document, out of what a decision remembers."""
        row, _, *remembered = decision
        described = {told.described.get(number), *(one["description"] for one in _links_in(remembered, told.document))}
        left = Link.select(Link.description).where(Link.speaker == number)
        gone = described - {description for (description,) in self.engine.run(left)}
        without = [_without(one, gone, told.document) for one in remembered]
        if without != remembered:
            before, after, state = map(encoded, without)
            self.engine.run(Decision.update(before=before, after=after, state=state).where(Decision.id == row))


def _entered_names(decisions: Sequence[Any]) -> Named:
    """The names that people gave a speaker."""
    found: set[str] = set()
    for _, action, before, after, _ in decisions:
        if action in ("edit", "add_alias"):
            found |= {given for what in ("name", "alias") if (given := after.get(what)) and given != before.get(what)}
        elif action in ("correct", "split"):
            found |= {one["name"] for one in (after.get("speaker"), *after.get("speakers", ())) if one}
    return frozenset(found)


def _is_link(value: Any, document: int) -> bool:
    """Whether something that is remembered is a speaker's link in a document."""
    return isinstance(value, dict) and value.get("document") == document and "how" in value


def _links_in(value: Any, document: int) -> Iterator[Mapping[str, Any]]:
    if _is_link(value, document):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _links_in(one, document)


def _without(value: Any, descriptions: Collection[str | None], document: int) -> Any:
    """What is remembered, without some descriptions and without links of a document."""
    if isinstance(value, list):
        return [_without(one, descriptions, document) for one in value if not _is_link(one, document)]
    if isinstance(value, dict):
        return {name: None if name == "description" and one in descriptions else _without(one, descriptions, document)
                for name, one in value.items()}
    return value
