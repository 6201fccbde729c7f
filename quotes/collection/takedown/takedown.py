"""Taking an article down: its text and its quotes are deleted for good, and no ingest brings it back.

On record stays who did it, when, why, and how much it was; no word of it. The address and the text are remembered as
hashes alone, so that the article is known if it comes again. Undoing lets it come again; it does not bring it back.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.collection.decisions.quote_decisions import By, note_of, signed
from quotes.records.errors import NotFound
from quotes.store.contract.decisions import Decision, Removed
from quotes.store.contract.store import Store


@dataclass(frozen=True, slots=True)
class Removal:
    """A decision that took words away for good; `purged` says whether they are gone from the store's log too.

    They are not where somebody was reading all the while; the next removal, and the end of the program, see to it.
    """

    decision: Decision
    purged: bool


def take_down(store: Store, document_id: str, by: By) -> Removal:
    """Delete a document with all its revisions, its quotes, and speakers who are in no other one."""
    with store.writing():
        if store.document(document_id) is None:
            raise NotFound(f"There is no document {document_id}.")
        removed = store.take_down(document_id)
        decision = store.add_decision(Decision("", "takedown", *signed(by), (document_id,), note_of(by), {},
                                               counted(removed)))
        store.refuse_again(removed.keys, decision.id)
    return Removal(decision, store.write_through())


def counted(removed: Removed) -> dict[str, int]:
    """What was removed, in numbers."""
    return {"revisions": removed.revisions, "characters": removed.characters, "quotes": removed.quotes,
            "posts": removed.posts, "speakers": removed.speakers}
