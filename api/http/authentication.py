"""Who calls: the key that a request presents, looked up once, and the address that it comes from."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import g, request

from quotes.api.http.request_context import count_kept_from_here, current_store
from quotes.collection.access_keys import check_key
from quotes.records.caller_address import counted_address
from quotes.store.contract.store import Key


def presented_key() -> str | None:
    """The key in the request's header, if there is one."""
    authorization = request.authorization
    if authorization is None or authorization.type != "bearer":
        return None
    return authorization.token or ""


def known_key() -> Key | None:
    """The key that the request presents, if it is in use."""
    if "key" not in g:
        presented = presented_key()
        g.key = None if presented is None else check_key(current_store(), presented, datetime.now(UTC))
        count_kept_from_here()  # that a key was used is noted, and is nothing that the caller asked for
    found: Key | None = g.key
    return found


def key_in_use() -> Key | None:
    """The same as far as it was looked up already; the store is not asked."""
    found: Key | None = g.get("key")
    return found


def called_by() -> str:
    """By whom requests are counted: the key if it is in use, else the address, of IPv6 its network."""
    key = known_key()
    return f"key {key.prefix}" if key else f"address {counted_address(request.remote_addr or '')}"
