"""Decisions about quotes: confirm, correct the speaker, mark as not a quote and back.

Each is one transaction, in which it is checked that nobody changed the quote since the person saw it, and is put on
record: who, when, before, after, why. A machine never overwrites what was decided here. A correction says whose these
words are and nothing more: it teaches nothing about other quotes or accounts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from quotes.collection.decisions.quote_snapshots import shown, taken
from quotes.collection.linking.name_keys import kept_name
from quotes.records.errors import Conflict, InvalidInput, NotFound, Stale
from quotes.records.quote import Quote, Status, Verdict
from quotes.records.speaker import QuotedSpeaker, Speaker, SpeakerKind
from quotes.store.contract.decisions import Action, Decision
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

LONGEST_NAME, LONGEST_NOTE = 300, 2000


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when, and why.

    `seen` are the versions that the person may have had before their eyes; None where that does not matter.
    """

    name: str
    when: datetime
    note: str | None = None
    seen: Collection[int] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is not kept yet, as a person enters them.

    `another` says that it is somebody else than the kept speaker of the same name.
    """

    name: str
    kind: SpeakerKind = "person"
    description: str | None = None
    another: bool = False


def confirm(store: Store, quote_id: str, by: By) -> Decision:
    """A person has checked the quote: its speaker, or that nobody can be named, is right.

    Its verdict is `confirmed` from now on, and its confidence stays what the reading gave. What a person set before
    stays `corrected`.
    """
    with store.writing():
        quote = quote_to_change(store, quote_id, by)
        return decide(store, "confirm", confirmed(quote, by), by)


def correct(store: Store, quote_id: str, speaker: str | Named | None, by: By) -> Decision:
    """The words are by somebody else: a kept speaker (by id), one who is entered now, or nobody who can be named.

    Naming the speaker that the quote has already, or nobody where it has none, confirms it. What was hidden because its
    speaker objected is shown when it turns out to be by somebody who did not.
    """
    with store.writing():
        quote = quote_to_change(store, quote_id, by)
        who = entered(store, speaker) if isinstance(speaker, Named) else kept(store, speaker)
        if (who and who.id) == (quote.speaker and quote.speaker.id):
            return decide(store, "confirm", confirmed(quote, by), by)
        if who is not None:
            check_not_erased(store, who.id)
        new = who.id if isinstance(speaker, Named) and who is not None else None
        status = _standing(store, quote.id) if quote.status == "hidden" else quote.status
        return decide(store, "correct", replace(corrected(quote, who, by), status=status), by, new)


def mark_not_a_quote(store: Store, quote_id: str, by: By) -> Decision:
    """These words are no quotation: a title, a term, a mark in the wrong place."""
    with store.writing():
        quote = quote_to_change(store, quote_id, by)
        if quote.status in ("not_a_quote", "hidden"):
            how = "marked as not a quote already" if quote.status == "not_a_quote" else "hidden on an objection"
            raise Conflict(f"{quote_id} is {how}.")
        return decide(store, "not_a_quote", replace(quote, status="not_a_quote", confirmed_by=by.name), by)


def restore(store: Store, quote_id: str, by: By) -> Decision:
    """These words are a quotation after all; withdrawn, if the article no longer has them."""
    with store.writing():
        quote = quote_to_change(store, quote_id, by)
        if quote.status != "not_a_quote":
            raise Conflict(f"{quote_id} is not marked as not a quote, so there is nothing to take back.")
        return decide(store, "restore", replace(quote, status=_standing(store, quote_id), confirmed_by=by.name), by)


def quote_to_change(store: Store, quote_id: str, by: By) -> Quote:
    """The quote as it is now; Stale if it is not as the person saw it. Inside the transaction that changes it."""
    quote = store.quote(quote_id)
    if quote is None:
        raise NotFound(f"There is no quote {quote_id}.")
    check_seen(store, quote_id, by)
    return quote


def check_seen(store: Store, id: str, by: By) -> None:
    """Refuse to decide about what has been changed since the person saw it."""
    if by.seen is not None and store.version(id) not in by.seen:
        raise Stale(f"{id} was changed since you read it. Nothing of yours was kept; read it again, then decide.")


def check_not_erased(store: Store, speaker_id: str) -> None:
    """Refuse to give anything to somebody whose quotes are erased: it would be deleted for good, past all undoing."""
    if store.objection(speaker_id) == "erase":
        who = store.speaker(speaker_id)
        name = f"{who.name} ({speaker_id})" if who else speaker_id
        raise Conflict(f"{name} objected to being quoted here, so that this would be deleted for good. If that is "
                       f"meant, undo the erasing, do this, and erase again.")


def confirmed(quote: Quote, by: By) -> Quote:
    """A quote of which a person says that it is right."""
    verdict: Verdict = "corrected" if quote.verdict == "corrected" else "confirmed"
    return replace(quote, verdict=verdict, confirmed_by=by.name)


def corrected(quote: Quote, who: Speaker | None, by: By) -> Quote:
    """A quote with the speaker that a person set; the machine's reasons spoke for another one."""
    speaker = None if who is None else QuotedSpeaker(who.id, who.name, who.kind, who.description)
    return replace(quote, speaker=speaker, runner_up=None, clues=(), verdict="corrected", confidence=1.0,
                   confirmed_by=by.name)


def decide(store: Store, action: Action, after: Quote, by: By, new: str | None = None) -> Decision:
    """Write a quote as it was decided, and put that on record; `new` is the speaker that was entered for it."""
    before = store.quote(after.id)
    if before is None:
        raise NotFound(f"There is no quote {after.id}.")
    state = {"quotes": {before.id: taken(before, text_of(store, before))}, "new_speaker": new}
    store.put_quote(after)
    return store.add_decision(Decision("", action, *signed(by), (before.id,), note_of(by), shown(before), shown(after),
                                       state=state), touched=[new] if new else [])


def signed(by: By) -> tuple[str, str]:
    """Who and when, as a decision has them."""
    return by.name, by.when.astimezone(UTC).isoformat(timespec="seconds")


def note_of(by: By) -> str | None:
    """Why, trimmed; None where nothing is said."""
    note = (by.note or "").strip()
    if len(note) > LONGEST_NOTE:
        raise InvalidInput(f"A note has at most {LONGEST_NOTE} characters; this one has {len(note)}.", "note")
    return note or None


def text_of(store: Store, quote: Quote) -> str:
    """The text in which a quote's places count."""
    document = store.document(quote.document.id) if quote.document else None
    return document.text if document else ""


def entered_name(written: str) -> str:
    """A name as a person enters it, on one line; InvalidInput if nobody could be found by it."""
    name = " ".join(written.split())
    if not fold_words(name) or len(name) > LONGEST_NAME:
        raise InvalidInput(f"A name has letters or digits in it, and at most {LONGEST_NAME} characters.", "name")
    return name


def _standing(store: Store, quote_id: str) -> Status:
    """What a quote is that nobody objects to: withdrawn, if the article no longer has it."""
    return "active" if store.is_current(quote_id) else "withdrawn"


def kept(store: Store, id: str | None) -> Speaker | None:
    """A kept speaker by id, or nobody; InvalidInput if there is none with it."""
    if id is None:
        return None
    speaker = store.speaker(id)
    if speaker is None:
        raise InvalidInput(f"There is no speaker {id}; name one that is kept, or give a name to enter a new one.",
                           "speaker")
    return speaker


def entered(store: Store, named: Named) -> Speaker:
    """A new speaker; Conflict if there is one of this name and it is not said that this is another."""
    name = entered_name(named.name)
    words = fold_words(name)
    same = [speaker for speaker in store.speakers_named(words) if speaker.kind == named.kind]
    if same and not named.another:
        bearers = ", ".join(f"{speaker.name} ({speaker.id})" for speaker in same[:5])
        raise Conflict(f"There is already {bearers}. Give that id if it is the same, or say that this is another one.")
    description = " ".join((named.description or "").split()) or None
    new = Speaker("new", name, named.kind, description)
    return store.add_speaker(new, kept_name(new, name))
