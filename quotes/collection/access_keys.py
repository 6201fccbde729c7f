"""Access keys: made and shown once, kept only as a hash, checked, revoked.

A key reads qk_<8 characters>_<40 characters>. The first two parts are its prefix, under which it is found and
listed; the whole has 160 random bits behind it, so that a plain fast hash is enough.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from quotes.records.errors import InvalidInput, NotFound, StoreError
from quotes.store.contract.store import Key, Scope, Store

MARK = "qk_"
PREFIX_LENGTH = len(MARK) + 8
KEY_LENGTH = PREFIX_LENGTH + 1 + 40
LONGEST_NAME = 100
TOUCHED_EVERY = timedelta(minutes=5)  # so that reading with a key is not a write each time
ORDER: tuple[Scope, ...] = ("read", "write", "admin")


def make_key(store: Store, name: str, scope: Scope, now: datetime, good_for: timedelta | None = None) -> str:
    """A new key, which is kept as a hash only: this is the one time that it can be seen.

    With `good_for` it expires by itself after that time. InvalidInput if a key in use bears the name, in whatever case:
    decisions are signed with it.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise InvalidInput(f"Give the key a name of 1 to {LONGEST_NAME} characters, to tell it from others.", "name")
    if scope not in ORDER:
        raise InvalidInput(f"The scope must be one of {', '.join(ORDER)}, not {scope!r}.", "scope")
    prefix = MARK + secrets.token_hex(4)
    key = f"{prefix}_{secrets.token_hex(20)}"
    end = None if good_for is None else written(now + good_for)
    with store.writing():
        _check_name(store, name, now)
        store.add_key(Key(prefix, name, scope, created_at=written(now), expires_at=end), _hash(key))
    return key


def _check_name(store: Store, name: str, now: datetime) -> None:
    """Refuse the name of a key in use."""
    for key in store.keys():  # noqa: SIM118  a store is no dict
        if key.name.casefold() == name.casefold() and key.revoked_at is None and not is_expired(key, now):
            raise InvalidInput(f"A key called {key.name!r} ({key.prefix}) is in use already, and decisions are signed "
                               f"with a key's name. Give this one another name, or revoke that one first.", "name")


def check_key(store: Store, presented: str, now: datetime) -> Key | None:
    """The key that was presented, or None if it is none of ours, changed, revoked or expired; its use is noted."""
    if len(presented) != KEY_LENGTH or not presented.startswith(MARK) or not presented.isascii():
        return None
    found = store.find_key(presented[:PREFIX_LENGTH])
    if found is None:
        return None
    key, kept_hash = found
    if not compare_digest(kept_hash, _hash(presented)) or key.revoked_at is not None or is_expired(key, now):
        return None
    _note_use(store, key, now)
    return key


def is_expired(key: Key, now: datetime) -> bool:
    """Whether a key's time is over."""
    return key.expires_at is not None and datetime.fromisoformat(key.expires_at) <= now


def key_in_use(store: Store, prefix: str, now: datetime) -> Key | None:
    """The key with a prefix, if it is in use; for whoever showed the whole key before."""
    key = usable_key(store, prefix, now)
    if key is not None:
        _note_use(store, key, now)
    return key


def usable_key(store: Store, prefix: str, now: datetime) -> Key | None:
    """The key with a prefix, if it is in use; that somebody asked is no use of it."""
    found = store.find_key(prefix)
    return None if found is None or found[0].revoked_at is not None or is_expired(found[0], now) else found[0]


def allows(have: Scope, needed: Scope) -> bool:
    """Whether a key with one scope may do what needs another: read < write < admin."""
    return ORDER.index(have) >= ORDER.index(needed)


def revoke_key(store: Store, named: str, now: datetime) -> Key:
    """Take a key out of use, named by its prefix or by the name it was given; NotFound if there is none like that.

    A whole key does as well as its prefix. InvalidInput if several keys in use bear the name.
    """
    prefix = named[:PREFIX_LENGTH] if named.startswith(MARK) else None
    like = [key for key in store.keys()  # noqa: SIM118  a store is no dict
            if key.prefix == prefix or key.name == named]
    meant = [key for key in like if key.revoked_at is None] or like[:1]
    if not meant:
        raise NotFound(f"There is no key with the name or prefix {named!r}; `quotes keys list` shows them all.")
    if len(meant) > 1:
        prefixes = ", ".join(key.prefix for key in meant)
        raise InvalidInput(f"Several keys are called {named!r}; say which by its prefix: {prefixes}.", "name")
    store.revoke_key(meant[0].prefix, written(now))
    return meant[0]


def _note_use(store: Store, key: Key, now: datetime) -> None:
    if key.last_used_at is not None and now - datetime.fromisoformat(key.last_used_at) < TOUCHED_EVERY:
        return
    try:
        with store.at_once():  # whoever reads waits for no writer
            store.touch_key(key.prefix, written(now))
    except StoreError:
        return  # a store that is busy or cannot be written is still read: the note of the use waits for the next one


def written(moment: datetime) -> str:
    """A moment as the store keeps it: ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()
