"""Undoing a decision: what it changed is as before. The undo is a decision too, on record like the others.

A decision on which later ones were built is undone after those: the refusal says which one stands in the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.collection.decisions.quote_decisions import By, check_not_erased, note_of, signed, text_of
from quotes.collection.decisions.quote_snapshots import decided_on, put_back
from quotes.collection.decisions.quotes_after_merge import give_back
from quotes.collection.linking.name_keys import kept_name
from quotes.collection.takedown.objections import show_again
from quotes.records.errors import Conflict, NotFound
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store

WORDS = {
    "confirm": "confirmed a quote", "correct": "set the speaker", "not_a_quote": "marked it as not a quote",
    "restore": "took back that it is no quote", "accept": "made a quote of words in marks",
    "edit": "edited a speaker", "add_alias": "added a name",
    "remove_alias": "took a name away", "add_account": "entered an account", "remove_account": "took an account away",
    "merge": "merged two speakers", "split": "split a speaker",
    "set_aside": "took an entry off the list of speakers", "takedown": "took an article down",
    "hide": "hid a speaker's quotes", "erase": "erased a speaker's quotes",
}

FOR_ADMINS = frozenset({"merge", "split", "set_aside", "takedown", "hide", "erase"})


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
        after = {**decision.before, **_put_back(store, decision)}
        touched = decision.state.get("quotes", {}).keys() - set(decision.about)
        return store.add_decision(Decision("", "undo", *signed(by), decision.about, note_of(by),
                                           dict(decision.after), after, undoes=decision.id), touched)


def _check(store: Store, decision: Decision) -> None:
    if decision.action == "undo":
        raise Conflict(f"{decision.id} is itself the undoing of {decision.undoes}; decide anew instead.")
    if decision.undone_by is not None:
        raise Conflict(f"{decision.id} was undone already, by {decision.undone_by}.")
    about = decision.about[0]
    if about.startswith("q") and store.quote(about) is None:
        raise Conflict(f"{about} was deleted since, so that {decision.id} can no longer be undone.")
    later = store.standing_after(decision.id)
    if later is not None:
        raise Conflict(f"{later.id} came later and is built on it: {described(later)}. Undo {later.id} first.")


def described(decision: Decision) -> str:
    """A decision in a few words: who, when, what."""
    about = ", ".join(decision.about[:3])
    return f"{decision.made_by} {WORDS[decision.action]} on {decision.made_at[:10]} ({about})"


def _put_back(store: Store, decision: Decision) -> dict[str, int]:
    """What a decision changed as it was before; what there is to say of what came since."""
    state, since = decision.state, {}
    _allow_again(store, decision)
    if "removed" in state:
        store.restore_speaker(state["removed"])
    if "merge" in state:
        store.unmerge_speakers(state["merge"])
    if "apart" in state:
        since = give_back(store, state["merge"], state["apart"])
    _put_back_quotes(store, decision)
    if state.get("links"):
        _join_again(store, state["links"], state["new_speaker"], state["from"])
    if state.get("new_speaker"):
        store.drop_speaker(state["new_speaker"])
    _put_back_names(store, decision)
    _put_back_account(store, decision)
    return since


def _allow_again(store: Store, decision: Decision) -> None:
    """What was hidden is shown, and what was taken away may come again; it does not come back by itself."""
    if decision.action == "takedown":
        store.allow_again(decision.id)
    elif decision.action in ("hide", "erase"):
        show_again(store, decision)


def _put_back_quotes(store: Store, decision: Decision) -> None:
    for quote_id, before in decision.state.get("quotes", {}).items():
        quote = store.quote(quote_id)
        if quote is None:
            raise Conflict(f"{quote_id} was deleted since, so that {decision.id} can no longer be undone.")
        now = put_back(quote, before, text_of(store, quote))
        if now.speaker is not None and now.speaker.id is not None:
            _check_there(store, now.speaker.id, decision)
            check_not_erased(store, now.speaker.id)
        if now.runner_up is not None and now.runner_up.id is not None:
            other = store.speaker(now.runner_up.id)
            now = replace(now, runner_up=replace(now.runner_up, id=None if other is None else other.id))
        if now.status == "active" and not store.is_current(quote_id):
            now = replace(now, status="withdrawn")
        store.put_quote(now)


def _check_there(store: Store, speaker_id: str, decision: Decision) -> None:
    """Refuse to give a quote back to somebody who is not there any more under that id."""
    there = store.speaker(speaker_id)
    if there is None:
        raise Conflict(f"{speaker_id}, who had this quote before {decision.id}, was deleted since. "
                       f"Correct the speaker instead.")
    if there.id != speaker_id:
        raise Conflict(f"{speaker_id}, who had this quote before {decision.id}, was merged into {there.name} "
                       f"({there.id}) since. Undo that first, or correct the speaker to {there.id}.")


def _join_again(store: Store, documents: Sequence[str], new: str, old: str) -> None:
    """Documents that went to a new speaker are the old one's again, with what readings found in them since."""
    found = (store.quote(quote_id) for quote_id in store.speaker_quotes(new, documents))
    since = [quote.id for quote in found if quote is not None and not decided_on(quote)]
    store.move_links(documents, new, old, "same as before the split")
    store.return_quotes(since, documents, new, old)


def _put_back_names(store: Store, decision: Decision) -> None:
    """What a speaker goes by, names that were given, names that were taken away."""
    state, speaker_id = decision.state, decision.about[0]
    who = store.speaker(speaker_id) or Speaker(speaker_id, "", "person")
    for added in state.get("names", ()):
        name = kept_name(who, added["name"], bool(added["was"]))
        store.drop_name(speaker_id, name.name)
        if added["was"] is not None:
            store.put_name(speaker_id, name)
        if state.get("refused"):
            store.refuse(speaker_id, name)
    for gone in state.get("gone", ()):
        store.put_name(speaker_id, kept_name(who, gone["name"], gone["full"]))
    if "speaker" in state:
        speaker = store.speaker(speaker_id)
        if speaker is not None:
            store.put_speaker(replace(speaker, **state["speaker"]))


def _put_back_account(store: Store, decision: Decision) -> None:
    """An account that was given to somebody, or taken away."""
    state, speaker_id = decision.state, decision.about[0]
    if "account" not in state:
        return
    account = Account(**state["account"])
    if state.get("suggested"):  # nobody had it: it may be taken for theirs again
        store.refuse(speaker_id, account, refused=False)
        if state["lone"]:
            store.drop_account(account)
            store.drop_speaker(state["lone"])
        return
    if decision.action == "remove_account":
        store.put_account(speaker_id, account, entered=state["entered"])
        return
    store.drop_account(account)
    if state["owner"] is not None:
        store.put_account(state["owner"], account, entered=state["entered"])
    if state["refused"]:
        store.refuse(speaker_id, account)
