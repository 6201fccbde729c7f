"""A speaker that is none taken out of all lists, and put back: exactly as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.records.errors import NotFound
from quotes.store.decisions.merges import MergePart, State, portions
from quotes.store.tables.decisions import MergedSpeaker, SpeakerRefusal
from quotes.store.tables.rows import number_of
from quotes.store.tables.tables import Document, NameWord, Quote, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link


class RemovedSpeakerPart(MergePart):
    """Speakers removed, with all that taking it back needs."""

    def remove_speaker(self, speaker_id: str) -> Mapping[str, Any]:
        """Delete a speaker of no quotes, with its names and all that documents say of it."""
        number = number_of("s", speaker_id) or 0
        with self.engine.writing():
            rows = self._rows_of(Speaker, Speaker.id, number)
            if not rows:
                raise NotFound(f"There is no speaker {speaker_id}.")
            state: State = {"speaker": rows[0], "names": self._rows_of(SpeakerName, SpeakerName.speaker, number)}
            for row in state["names"]:
                words = self.engine.run(NameWord.select(NameWord.word).where(NameWord.name == row["id"]))
                row["of_words"] = [word for (word,) in words]
            state["links"] = self._rows_of(Link, Link.speaker, number)
            state["refusals"] = self._rows_of(SpeakerRefusal, SpeakerRefusal.speaker, number)
            state["merged"] = [one for (one,) in self.engine.run(
                MergedSpeaker.select(MergedSpeaker.id).where(MergedSpeaker.into == number))]
            state["runner_ups"] = [one for (one,) in self.engine.run(
                Quote.select(Quote.id).where(Quote.runner_up == number))]
            self.engine.run(Quote.update(runner_up=None).where(Quote.runner_up == number))
            self.engine.run(Link.delete().where(Link.speaker == number))
            self.engine.run(Speaker.delete().where(Speaker.id == number))
            self.raise_versions([speaker_id])
        return state

    def restore_speaker(self, state: Mapping[str, Any]) -> None:
        """Put a removed speaker back under its id, as far as the documents that named it are still kept."""
        number = state["speaker"]["id"]
        with self.engine.writing():
            self.engine.add(Speaker, [{**state["speaker"], "quote_count": 0}])
            for row in state["names"]:
                self.engine.add(SpeakerName, [{name: value for name, value in row.items() if name != "of_words"}])
                self.engine.add(NameWord, [{"word": word, "name": row["id"], "speaker": number}
                                           for word in row["of_words"]])
            documents = [row["document"] for row in state["links"]]
            kept = {one for some in portions(documents) for (one,) in self.engine.run(
                Document.select(Document.id).where(Document.id.in_(some)))}
            self.engine.add(Link, [row for row in state["links"] if row["document"] in kept])
            self.engine.add(SpeakerRefusal, state["refusals"])
            self.engine.add(MergedSpeaker, [{"id": one, "into": number} for one in state["merged"]])
            for some in portions(state["runner_ups"]):
                self.engine.run(Quote.update(runner_up=number).where(Quote.id.in_(some), Quote.runner_up.is_null()))
            self.raise_versions([f"s{number}"])
