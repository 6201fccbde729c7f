"""Cursors: a place in one list's order, written so that it can stand in an address.

A digest over it and over the list's name tells a changed one, or one of another list, from a true one; it hides nothing
and guards nothing.
"""

from __future__ import annotations

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b

DIGEST = 9
BIGGEST = 2**63


class BadCursor(ValueError):
    """A cursor that no answer of ours held."""


def write_cursor(of: str, key: str, number: int, backwards: bool) -> str:
    """A place in the list called `of` as an opaque string."""
    content = json.dumps([key, number, int(backwards)], separators=(",", ":")).encode()
    return urlsafe_b64encode(_digest(of, content) + content).rstrip(b"=").decode()


def read_cursor(of: str, written: str) -> tuple[str, int, bool]:
    """The key, number and direction in a cursor; BadCursor if it is not as an answer of that list gave it."""
    try:
        raw = urlsafe_b64decode(written.encode("ascii") + b"=" * (-len(written) % 4))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise BadCursor from error
    digest, content = raw[:DIGEST], raw[DIGEST:]
    if digest != _digest(of, content) or urlsafe_b64encode(raw).rstrip(b"=").decode() != written:
        raise BadCursor
    key, number, backwards = json.loads(content)
    if not (isinstance(key, str) and isinstance(number, int) and abs(number) < BIGGEST):
        raise BadCursor
    return key, number, bool(backwards)


def _digest(of: str, content: bytes) -> bytes:
    return blake2b(of.encode() + b"\0" + content, digest_size=DIGEST).digest()
