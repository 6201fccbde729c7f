"""A person objects to being quoted here: their quotes are hidden, or erased, on record and in every reading to come.

Hidden quotes are kept and come back when the objection is lifted; erased ones are deleted for good. The articles' own
texts stay in both cases: whoever wants those gone takes the articles down, which the record names.
"""

from __future__ import annotations

from quotes.collection.decisions.quote_decisions import By, note_of, signed
from quotes.collection.decisions.speaker_edits import speaker_to_change
from quotes.collection.takedown.takedown import Removal, counted
from quotes.records.errors import Conflict
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store


def hide(store: Store, speaker_id: str, by: By) -> Decision:
    """Keep a speaker's quotes, and show none of them to the public, nor any that come."""
    with store.writing():
        speaker = _free(store, speaker_id, by)
        hidden = store.hide_quotes(speaker.id)
        touched = [quote_id for ids in hidden.values() for quote_id in ids]
        decision = Decision("", "hide", *signed(by), (speaker.id,), note_of(by), {}, {"quotes": len(touched)},
                            state={"hidden": hidden})
        return store.add_decision(decision, touched)


def erase(store: Store, speaker_id: str, by: By) -> Removal:
    """Delete a speaker's quotes for good; what readings find of them is not kept either."""
    with store.writing():
        speaker = _free(store, speaker_id, by)
        removed = store.erase_quotes(speaker.id)
        after = {"quotes": removed.quotes, "posts": removed.posts, "characters": counted(removed)["characters"],
                 "still_in_documents": list(removed.documents)}
        decision = store.add_decision(Decision("", "erase", *signed(by), (speaker.id,), note_of(by), {}, after))
    return Removal(decision, store.write_through())


def show_again(store: Store, decision: Decision) -> None:
    """Lift an objection; quotes that were hidden are what they were, or what has become of them since."""
    store.lift_objection(decision.about[0], decision.state.get("hidden", {}))


def _free(store: Store, speaker_id: str, by: By) -> Speaker:
    """The speaker; Conflict if an objection is in force already."""
    speaker = speaker_to_change(store, speaker_id, by)
    done = store.objection(speaker.id)
    if done is not None:
        words = {"hide": "hidden", "erase": "erased"}[done]
        raise Conflict(f"The quotes of {speaker.name} ({speaker.id}) are {words} already; undo that decision first.")
    return speaker
