"""Undoing a decision: what it changed is as before. The undo is a decision too, on record like the others.

A decision on which later ones were built is undone after those: the refusal says which one stands in the way.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.errors import Conflict, NotFound
from quotes.record.attributions import put_back
from quotes.record.decisions import By, note_of, signed, text_of
from quotes.store.contract import Store
from quotes.store.decision_contract import Decision

WORDS = {
    "confirm": "confirmed a quote", "correct": "set the speaker", "not_a_quote": "marked it as not a quote",
    "restore": "took back that it is no quote",
}

FOR_ADMINS: frozenset[str] = frozenset()  # actions


def for_admins(store: Store, decision_id: str) -> bool:
    """Whether a decision is one that only an admin makes and undoes."""
    decision = store.decision(decision_id)
    return decision is not None and decision.action in FOR_ADMINS


def undo(store: Store, decision_id: str, by: By) -> Decision:
    """Undo one decision; Conflict if that was done before, or if a later decision stands in the way."""
    with store.writing():
        decision = store.decision(decision_id)
        if decision is None:
            raise NotFound(f"There is no decision {decision_id}.")
        _check(store, decision)
        _put_back_quotes(store, decision)
        touched = decision.state.get("quotes", {}).keys() - set(decision.about)
        return store.add_decision(Decision("", "undo", *signed(by), decision.about, note_of(by),
                                           dict(decision.after), dict(decision.before), undoes=decision.id), touched)


def _check(store: Store, decision: Decision) -> None:
    if decision.action == "undo":
        raise Conflict(f"{decision.id} is itself the undoing of {decision.undoes}; decide anew instead.")
    if decision.undone_by is not None:
        raise Conflict(f"{decision.id} was undone already, by {decision.undone_by}.")
    later = store.standing_after(decision.id)
    if later is not None:
        raise Conflict(f"{later.id} came later and is built on it: {described(later)}. Undo {later.id} first.")


def described(decision: Decision) -> str:
    """A decision in a few words: who, when, what."""
    about = ", ".join(decision.about[:3])
    return f"{decision.made_by} {WORDS[decision.action]} on {decision.made_at[:10]} ({about})"


def _put_back_quotes(store: Store, decision: Decision) -> None:
    for quote_id, before in decision.state.get("quotes", {}).items():
        quote = store.quote(quote_id)
        if quote is None:
            raise Conflict(f"{quote_id} was deleted since, so that {decision.id} can no longer be undone.")
        now = put_back(quote, before, text_of(store, quote))
        if now.status == "active" and not store.is_current(quote_id):
            now = replace(now, status="withdrawn")
        store.put_quote(now)
    new = decision.state.get("new_speaker")
    if new:
        store.drop_speaker(new)
