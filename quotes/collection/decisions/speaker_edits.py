"""What people say of a speaker: the name to go by, a description, the number on Wikidata, other names, accounts.

A name or account that a person took away is given back by no reading. An account that a person entered says whose its
posts are, those that are kept and those to come; that is the one way in which a person teaches linking.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from quotes.collection.decisions.quote_decisions import (
    By,
    check_not_erased,
    check_seen,
    entered_name,
    note_of,
    signed,
    text_of,
)
from quotes.collection.decisions.quote_snapshots import decided_on, taken
from quotes.collection.linking.entered_accounts import ALONE, ENTERED
from quotes.collection.linking.name_keys import kept_name
from quotes.records.errors import Conflict, InvalidInput, NotFound
from quotes.records.post import Account, AccountLink
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.decisions import Action, Decision
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

EDITABLE = ("name", "description", "wikidata")
LONGEST_DESCRIPTION = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """What is put on record of a change: before, after, what undoing it needs, and what else it touched."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    state: Mapping[str, Any]
    touched: Collection[str] = ()


def edit(store: Store, speaker_id: str, changes: Mapping[str, str | None], by: By) -> Decision:
    """Change what a speaker goes by: `name`, `description`, `wikidata`; what is not named stays."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        checked: dict[str, Any] = {**_checked(changes)}
        changed = replace(speaker, **checked)
        before, after = ({name: getattr(one, name) for name in EDITABLE} for one in (speaker, changed))
        known = {name.name: name for name in store.names(speaker.id)}
        was = known.get(changed.name)
        if changed.name != speaker.name:
            store.put_name(speaker.id, kept_name(changed, changed.name))
        store.put_speaker(changed)
        added = {"name": changed.name, "was": None if was is None else was.full}
        state = {"speaker": before, "names": [added] if changed.name != speaker.name else []}
        return _record(store, "edit", speaker.id, by, Change(before, after, state))


def add_alias(store: Store, speaker_id: str, name: str, by: By) -> Decision:
    """Somebody is also known by this name."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        alias = kept_name(speaker, entered_name(name))
        was = next((one for one in store.names(speaker.id) if one.name == alias.name), None)
        if was is not None and was.full:
            raise Conflict(f"{speaker.name} ({speaker.id}) is known as {alias.name} already.")
        refused = store.refuse(speaker.id, alias, refused=False)
        store.put_name(speaker.id, alias)
        state = {"names": [{"name": alias.name, "was": None if was is None else was.full}], "refused": refused}
        return _record(store, "add_alias", speaker.id, by,
                       Change({"alias": None}, {"alias": alias.name}, state))


def remove_alias(store: Store, speaker_id: str, name: str, by: By) -> Decision:
    """Somebody is not known by this name, however it is spelt; no reading gives it back."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        words = fold_words(name)
        if words == fold_words(speaker.name):
            raise Conflict(f"{speaker.name} is the name that {speaker.id} goes by; give another name first.")
        gone = [one for one in store.names(speaker.id) if one.words == words]
        if not gone:
            raise NotFound(f"{speaker.name} ({speaker.id}) is not known as {name}.")
        for one in gone:
            store.drop_name(speaker.id, one.name)
        store.refuse(speaker.id, gone[0])
        state = {"gone": [asdict(one) for one in gone]}
        return _record(store, "remove_alias", speaker.id, by,
                       Change({"alias": gone[0].name}, {"alias": None}, state))


def add_account(store: Store, speaker_id: str, account: Account, by: By) -> Decision:
    """An account is somebody's: so are its posts, but for those of which a person decided otherwise."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        check_not_erased(store, speaker.id)
        account = _handle(account)
        owner = store.account_owner(account.platform, account.handle)
        entered = account in store.entered_owners([account])
        if owner is not None and owner.id == speaker.id and entered:
            raise Conflict(f"The account {_called(account)} belongs to {speaker.name} ({speaker.id}) already.")
        refused = store.refuse(speaker.id, account, refused=False)
        store.put_account(speaker.id, account)
        quotes = _posts_over(store, account, speaker)
        state = {"account": asdict(account), "owner": owner and owner.id, "entered": entered, "refused": refused,
                 "quotes": quotes}
        before = {"account": asdict(account), "owner": owner and {"id": owner.id, "name": owner.name}}
        after = {"account": asdict(account), "owner": {"id": speaker.id, "name": speaker.name}}
        touched = [*quotes, *([owner.id] if owner else [])]
        return _record(store, "add_account", speaker.id, by, Change(before, after, state, touched))


def remove_account(store: Store, speaker_id: str, account: Account, by: By) -> Decision:
    """An account is not this speaker's; no reading says so again. Posts keep the speaker that they have.

    Where readings only took it for this speaker's, its posts go to the account by itself.
    """
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        account = _handle(account)
        owner = store.account_owner(account.platform, account.handle)
        if owner is None or owner.id != speaker.id:
            if _claimed(store, account, speaker):
                return refuse_account(store, speaker_id, account, by)
            raise NotFound(f"{speaker.name} ({speaker.id}) has no account {_called(account)}.")
        entered = account in store.entered_owners([account])
        store.drop_account(account)
        store.refuse(speaker.id, account)
        state = {"account": asdict(account), "entered": entered}
        change = Change({"account": asdict(account)}, {"account": None}, state)
        return _record(store, "remove_account", speaker.id, by, change)


def refuse_account(store: Store, speaker_id: str, account: Account, by: By) -> Decision:
    """An account that may seem to be this speaker's is not; posts that readings gave to it are the account's own."""
    with store.writing():
        speaker = speaker_to_change(store, speaker_id, by)
        account = _handle(account)
        claimed = _claimed(store, account, speaker)
        owner = store.account_owner(account.platform, account.handle)
        if (owner is None or owner.id == speaker.id) and not claimed:
            raise NotFound(f"Nothing takes the account {_called(account)} for {speaker.name} ({speaker.id}).")
        store.refuse(speaker.id, account)
        new = None
        if claimed and owner is None:
            owner = new = _lone(store, account, claimed[0])
        before = {quote.id: taken(quote, text_of(store, quote)) for quote in claimed}
        for quote in claimed:
            if owner is not None:
                store.put_quote(_owned(quote, owner, ALONE))
        state = {"account": asdict(account), "entered": False, "suggested": True, "quotes": before,
                 "lone": None if new is None else new.id}
        change = Change({"account": asdict(account)}, {"account": None}, state, tuple(before))
        return _record(store, "remove_account", speaker.id, by, change)


def _claimed(store: Store, account: Account, speaker: Speaker) -> list[Quote]:
    """The posts of an account that readings, and no person, gave to a speaker."""
    found = (store.quote(quote_id) for quote_id in store.posts_of(account))
    return [quote for quote in found if quote is not None and quote.speaker is not None
            and quote.speaker.id == speaker.id and not decided_on(quote)]


def _lone(store: Store, account: Account, post: Quote) -> Speaker:
    """A new speaker who is nothing but an account, under the name that it shows; no person's name leads to it."""
    name = (post.post.author_name if post.post else None) or f"@{account.handle}"
    new = Speaker("new", name, "person")
    lone = store.add_speaker(new, replace(kept_name(new, name), keys=()))
    store.put_account(lone.id, account, entered=False)
    return lone


def speaker_to_change(store: Store, speaker_id: str, by: By) -> Speaker:
    """The speaker as it is now; Stale if it is not as the person saw it. Inside the transaction that changes it."""
    speaker = store.speaker(speaker_id)
    if speaker is None:
        raise NotFound(f"There is no speaker {speaker_id}.")
    if speaker.id != speaker_id:
        raise Conflict(f"{speaker_id} was merged into {speaker.name} ({speaker.id}); decide about that one.")
    check_seen(store, speaker_id, by)
    return speaker


def _checked(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """The changes as they are written; InvalidInput names the one that cannot be."""
    checked: dict[str, str | None] = {}
    for name, value in changes.items():
        if name == "name":
            checked[name] = entered_name(value or "")
        else:
            checked[name] = " ".join((value or "").split()) or None
    if not checked.keys() <= set(EDITABLE) or not checked:
        raise InvalidInput(f"What can be changed of a speaker: {', '.join(EDITABLE)}.")
    number = checked.get("wikidata")
    if number is not None and not _is_wikidata(number):
        raise InvalidInput(f"A number on Wikidata is Q and digits, like Q42, not {number!r}.", "wikidata")
    if len(checked.get("description") or "") > LONGEST_DESCRIPTION:
        raise InvalidInput(f"A description has at most {LONGEST_DESCRIPTION} characters.", "description")
    return checked


def _is_wikidata(written: str) -> bool:
    digits = written[1:]
    return (written[:1] == "Q" and digits.isascii() and digits.isdigit() and digits[0] != "0" and len(digits) <= 10)


def _handle(account: Account) -> Account:
    """An account as it is kept: without @ and without blanks around it."""
    platform, handle = account.platform.strip().lower(), account.handle.strip().removeprefix("@")
    if not platform or not handle or len(handle) > 200 or any(map(str.isspace, handle)):
        raise InvalidInput("An account has a platform, and a handle without blanks.", "handle")
    return Account(platform, handle)


def _called(account: Account) -> str:
    return f"@{account.handle} on {account.platform}"


def _posts_over(store: Store, account: Account, speaker: Speaker) -> dict[str, Any]:
    """Give an account's posts to its owner; what they were before."""
    before = {}
    for quote_id in store.posts_of(account):
        quote = store.quote(quote_id)
        if quote is not None and quote.post is not None and not decided_on(quote):
            before[quote_id] = taken(quote, text_of(store, quote))
            store.put_quote(_owned(quote, speaker))
    return before


def _owned(quote: Quote, speaker: Speaker, how: AccountLink = ENTERED) -> Quote:
    """A post as its owner's."""
    post = None if quote.post is None else replace(quote.post, account_link=how)
    if quote.speaker is not None and quote.speaker.id == speaker.id:
        return replace(quote, post=post)
    who = QuotedSpeaker(speaker.id, speaker.name, speaker.kind, speaker.description)
    if (said := quote.speaker) is not None:
        who = replace(who, mention=said.mention, start=said.start, end=said.end)
    return replace(quote, post=post, speaker=who)


def _record(store: Store, action: Action, speaker_id: str, by: By, change: Change) -> Decision:
    """Put on record what was changed of a speaker."""
    decision = Decision("", action, *signed(by), (speaker_id,), note_of(by), change.before, change.after,
                        state=change.state)
    return store.add_decision(decision, change.touched)
