"""Two speakers who are one person made one, and one who is two people split; both can be undone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from quotes.collection.decisions.quote_decisions import By, corrected, entered_name, note_of, signed, text_of
from quotes.collection.decisions.quote_snapshots import taken
from quotes.collection.decisions.quotes_after_merge import names_apart
from quotes.collection.decisions.speaker_edits import speaker_to_change
from quotes.collection.linking.name_keys import kept_name
from quotes.records.errors import Conflict, InvalidInput
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

HOW = "split by a person"


@dataclass(frozen=True, slots=True)
class Part:
    """What of a speaker is somebody else's: some quotes, or all quotes of some documents; and who that is.

    Without a name, the other one is called the same.
    """

    quotes: Collection[str] = ()
    documents: Collection[str] = ()
    name: str | None = None
    description: str | None = None


def merge(store: Store, speaker_id: str, into_id: str, by: By) -> Decision:
    """Two speakers are one: quotes, names and accounts go over, and the old id leads to the other one."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        into = speaker_to_change(store, into_id, replace(by, seen=None))
        if speaker.id == into.id:
            raise InvalidInput("A speaker cannot be merged into itself; name another one.", "into")
        _check_objections(store, speaker, into)
        apart = names_apart(store, speaker, into)
        state = store.merge_speakers(speaker.id, into.id)
        count = len(state["quotes"])
        before = {"speakers": [_named(speaker), _named(into)]}
        after = {"speakers": [_named(into)], "quotes": count}
        decision = Decision("", "merge", *signed(by), (speaker.id, into.id), note_of(by), before, after,
                            state={"merge": state, "apart": apart})
        return store.add_decision(decision, state["quotes"])


def split(store: Store, speaker_id: str, part: Part, by: By) -> Decision:
    """Some quotes of a speaker are somebody else's, of the same name or another; readings keep the two apart."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        _check_objections(store, speaker)
        chosen = _chosen(store, speaker, part)
        other = _other(store, speaker, part)
        before = {quote.id: taken(quote, text_of(store, quote)) for quote in chosen}
        for quote in chosen:
            said = corrected(quote, other, by)
            own = quote.speaker.description if quote.speaker else None
            who = said.speaker and replace(said.speaker, description=other.description or own)
            store.put_quote(replace(said, speaker=who))
        moved = _follow(store, speaker, other, chosen)
        state = {"quotes": before, "new_speaker": other.id, "links": moved, "from": speaker.id}
        decision = Decision("", "split", *signed(by), (speaker.id, other.id), note_of(by),
                            {"speakers": [_named(speaker)]},
                            {"speakers": [_named(speaker), _named(other)], "quotes": len(chosen)}, state=state)
        return store.add_decision(decision, list(before))


def _chosen(store: Store, speaker: Speaker, part: Part) -> list[Quote]:
    """The quotes that are chosen; InvalidInput if one is not the speaker's, or if none or all are chosen."""
    every = store.speaker_quotes(speaker.id)
    ids = dict.fromkeys(part.quotes)
    strange = [quote_id for quote_id in ids if quote_id not in set(every)]
    if strange:
        raise InvalidInput(f"{strange[0]} is not a quote of {speaker.name} ({speaker.id}).", "quotes")
    if part.documents:
        ids |= dict.fromkeys(store.speaker_quotes(speaker.id, part.documents))
    if not ids:
        raise InvalidInput(f"Choose quotes of {speaker.name} ({speaker.id}), or documents that have some.", "quotes")
    if len(ids) == len(every):
        raise InvalidInput("These are all quotes of this speaker, so that nothing would be split; "
                           "edit the speaker instead.", "quotes")
    return [quote for quote_id in ids if (quote := store.quote(quote_id)) is not None]


def _other(store: Store, speaker: Speaker, part: Part) -> Speaker:
    name = speaker.name if part.name is None else entered_name(part.name)
    if part.name is not None:
        same = [one for one in store.speakers_named(fold_words(name)) if one.kind == speaker.kind]
        others = [one for one in same if one.id != speaker.id]
        if others:
            raise Conflict(f"There is already {others[0].name} ({others[0].id}); correct these quotes to that id, "
                           "or give another name.")
    description = " ".join((part.description or "").split()) or None
    new = Speaker("new", name, speaker.kind, description)
    return store.add_speaker(new, kept_name(new, name))


def _follow(store: Store, speaker: Speaker, other: Speaker, chosen: Collection[Quote]) -> list[str]:
    """Documents in which nothing of the first speaker is left are the other one's, under the name they have there."""
    documents = list(dict.fromkeys(quote.document.id for quote in chosen if quote.document))
    moved = [one for one in documents if not store.speaker_quotes(speaker.id, [one])]
    if moved:
        store.move_links(moved, speaker.id, other.id, HOW)
    for document in moved:
        for link in store.document_links(document):
            known = {name.name for name in store.names(other.id)}
            if link.stored == other.id and link.speaker.name not in known:
                store.put_name(other.id, kept_name(other, link.speaker.name))
    return moved


def _check_objections(store: Store, *speakers: Speaker) -> None:
    """Refuse to merge or split somebody who objected: it would be lost whose quotes are to stay out of sight."""
    for speaker in speakers:
        if store.objection(speaker.id) is not None:
            raise Conflict(f"{speaker.name} ({speaker.id}) objected to being quoted here; undo that decision first.")


def _named(speaker: Speaker) -> dict[str, str]:
    return {"id": speaker.id, "name": speaker.name}
