"""Two kept speakers made one, and one made two again: exactly as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peewee import Field, Model

from quotes.records.errors import NotFound
from quotes.store.engine.engine import select
from quotes.store.speakers.speaker_edits import SpeakerEditPart
from quotes.store.tables.decisions import MergedSpeaker, SpeakerRefusal
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Account, Document, NameWord, Quote, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link

State = dict[str, Any]
AT_ONCE = 10_000
LAST = "SELECT (SELECT COALESCE(MAX(id), 0) FROM quote), (SELECT COALESCE(MAX(id), 0) FROM document)"


class MergePart(SpeakerEditPart):
    """Merging, with all that taking it back needs."""

    def merge_speakers(self, from_id: str, into_id: str) -> Mapping[str, Any]:
        """Let everything of one speaker go over to another; its id leads there from now on.

        What comes back is what `unmerge_speakers` needs; its "quotes" are the ids of those that went over.
        """
        one, into = number_of("s", from_id) or 0, number_of("s", into_id) or 0
        with self.engine.writing():
            rows = self._rows_of(Speaker, Speaker.id, one)
            if not rows:
                raise NotFound(f"There is no speaker {from_id}.")
            state: State = {"from": from_id, "into": into_id, "speaker": rows[0]}
            ((state["last_quote"], state["last_document"]),) = self.engine.ask(LAST)
            state["refusals"] = self._rows_of(SpeakerRefusal, SpeakerRefusal.speaker, one)
            state |= self._merge_links(one, into) | self._merge_names(one, into)
            for name, model, column in MOVED:
                state[name] = self._moved(model, column, one, into)
            self.engine.run(Speaker.delete().where(Speaker.id == one))
            self.engine.add(MergedSpeaker, [{"id": one, "into": into}])
            self._changed(one, into, state["quotes"])
        return {**state, "quotes": [id_of("q", number) for number in state["quotes"]]}

    def unmerge_speakers(self, state: Mapping[str, Any]) -> None:
        """Take a merge back: what went over returns, but for what a reading has since given to somebody else."""
        one, into = number_of("s", state["from"]) or 0, number_of("s", state["into"]) or 0
        quotes = [number_of("q", quote) or 0 for quote in state["quotes"]]
        with self.engine.writing():
            self.engine.run(MergedSpeaker.delete().where(MergedSpeaker.id == one))
            self.engine.add(Speaker, [state["speaker"]])
            self.engine.add(SpeakerRefusal, state["refusals"])
            for name, _, column in MOVED:
                numbers = quotes if name == "quotes" else state[name]
                self._return(column, column.model.id, numbers, (into, one))
            self._return(NameWord.speaker, NameWord.name, state["names"], (into, one))
            self._return_links(state, one, into)
            for row in state["names_twice"]:
                words = row["of_words"]
                self.engine.add(SpeakerName, [{name: value for name, value in row.items() if name != "of_words"}])
                self.engine.add(NameWord, [{"word": word, "name": row["id"], "speaker": one} for word in words])
            self._shrink(state["names_grown"])
            self._changed(one, into, quotes)

    def _merge_links(self, one: int, into: int) -> State:
        """Links go over; of a document that has both, the other speaker's stays."""
        mine = self._rows_of(Link, Link.speaker, one)
        both = {number for (number,) in self.engine.run(Link.select(Link.document).where(Link.speaker == into))}
        twice = [row for row in mine if row["document"] in both]
        documents = [row["document"] for row in mine if row["document"] not in both]
        for some in portions(documents):
            self.engine.run(Link.update(speaker=into).where(Link.speaker == one, Link.document.in_(some)))
        self.engine.run(Link.delete().where(Link.speaker == one))
        return {"links": documents, "links_twice": twice}

    def _return_links(self, state: Mapping[str, Any], one: int, into: int) -> None:
        for some in portions(state["links"]):
            self.engine.run(Link.update(speaker=one).where(Link.speaker == into, Link.document.in_(some)))
        twice = [row["document"] for row in state["links_twice"]]
        kept = {number for some in portions(twice) for (number,) in self.engine.run(
            Document.select(Document.id).where(Document.id.in_(some)))}
        for row in state["links_twice"]:
            if row["document"] not in kept:
                continue  # taken down since
            there = Link.select(Link.revision).where(Link.document == row["document"], Link.speaker == into)
            revisions = [row["revision"], *(revision for (revision,) in self.engine.run(there))]
            self.engine.add(Link, [{**row, "revision": max(revisions)}])

    def _merge_names(self, one: int, into: int) -> State:
        """Names go over; of a spelling that both have, the other speaker's stays, as a full name if either was."""
        mine = self._rows_of(SpeakerName, SpeakerName.speaker, one)
        theirs = {row["name"]: row for row in self._rows_of(SpeakerName, SpeakerName.speaker, into)}
        twice = [row for row in mine if row["name"] in theirs]
        grown = [theirs[row["name"]]["id"] for row in twice if row["is_full"] and not theirs[row["name"]]["is_full"]]
        for row in twice:
            words = self.engine.run(NameWord.select(NameWord.word).where(NameWord.name == row["id"]))
            row["of_words"] = [word for (word,) in words]
        self.engine.run(SpeakerName.delete().where(SpeakerName.id.in_([row["id"] for row in twice])))
        if grown:
            self.engine.run(SpeakerName.update(is_full=True).where(SpeakerName.id.in_(grown)))
        self.engine.run(NameWord.update(speaker=into).where(NameWord.speaker == one))
        return {"names_twice": twice, "names_grown": grown}

    def _shrink(self, names: Sequence[int]) -> None:
        if names:
            self.engine.run(SpeakerName.update(is_full=False).where(SpeakerName.id.in_(names)))

    def _moved(self, model: type[Model], column: Field, one: int, into: int) -> list[int]:
        """Rows that pointed at one speaker point at another; their numbers."""
        number = model._meta.primary_key
        numbers = [found for (found,) in self.engine.run(model.select(number).where(column == one).order_by(number))]
        if numbers:
            self.engine.run(model.update({column: into}).where(column == one))
        return numbers

    def _return(self, column: Field, key: Field, numbers: Sequence[int], ways: tuple[int, int]) -> None:
        """The rows with these numbers that still point the first way point the second way."""
        now, then = ways
        for some in portions(numbers):
            self.engine.run(column.model.update({column: then}).where(key.in_(some), column == now))

    def _changed(self, one: int, into: int, quotes: Sequence[int]) -> None:
        self.count_again(frozenset((one, into)))
        self.raise_versions([id_of("s", one), id_of("s", into), *(id_of("q", number) for number in quotes)])

    def _rows_of(self, model: type[Model], column: Field, number: int) -> list[dict[str, Any]]:
        columns = {field.name: field for field in model._meta.sorted_fields}
        return [dict(row) for row in select(self.engine, columns, model.select(*columns.values()).where(
            column == number))]


MOVED: tuple[tuple[str, type[Model], Field], ...] = (
    ("quotes", Quote, Quote.speaker),
    ("runner_ups", Quote, Quote.runner_up),
    ("names", SpeakerName, SpeakerName.speaker),
    ("accounts", Account, Account.speaker),
    ("merged", MergedSpeaker, MergedSpeaker.into),
)


def portions(numbers: Sequence[int]) -> list[Sequence[int]]:
    """Numbers in lists that fit into a statement."""
    return [numbers[start:start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
