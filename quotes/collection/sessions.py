"""Sessions on the pages: begun with a key, kept as the hash of an id, ended by signing out or with the key.

What a browser holds is the id alone. A copy of it is worth nothing once the session has ended here.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from quotes.collection.access_keys import key_in_use, written
from quotes.store.contract.store import Key, Store


def begin_session(store: Store, key: Key, now: datetime, lasts: timedelta) -> str:
    """Begin a session for whoever showed a key; its id, with 256 random bits, which is kept nowhere."""
    secret = secrets.token_urlsafe(32)
    store.add_session(_hash(secret), key.prefix, written(now + lasts), written(now))
    return secret


def session_key(store: Store, id: str, now: datetime) -> Key | None:
    """The key with which a session began, if neither of them has ended."""
    prefix = store.session_key(_hash(id), written(now))
    return None if prefix is None else key_in_use(store, prefix, now)


def end_session(store: Store, id: str) -> None:
    """End a session for good, whoever has a copy of its id."""
    store.end_session(_hash(id))


def _hash(id: str) -> str:
    return sha256(id.encode()).hexdigest()
