"""What a store knows of access keys: a part of the contract, and its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Scope = Literal["read", "write", "admin"]


@dataclass(frozen=True, slots=True)
class Key:
    """An access key as it is kept: never the key itself, only its prefix and hash."""

    prefix: str
    name: str
    scope: Scope
    created_at: str
    last_used_at: str | None = None
    revoked_at: str | None = None
    expires_at: str | None = None


class KeyStore(Protocol):
    """A place where access keys are kept."""

    def add_key(self, key: Key, key_hash: str) -> None:
        """Keep a new access key."""

    def find_key(self, prefix: str) -> tuple[Key, str] | None:
        """The key with this prefix and its hash, or None; revoked keys too."""

    def keys(self) -> tuple[Key, ...]:
        """All keys, oldest first, revoked ones too."""

    def revoke_key(self, prefix: str, at: str) -> bool:
        """Mark a key as revoked; False if there is none like that.

        Its sessions end, its jobs are cancelled, and its saved searches deleted.
        """

    def add_session(self, id_hash: str, prefix: str, ends_at: str, now: str) -> None:
        """Keep a session that began with a key; those that are over are forgotten."""

    def session_key(self, id_hash: str, now: str) -> str | None:
        """The prefix of the key with which a session began; None where there is none, or it is over."""

    def end_session(self, id_hash: str) -> None:
        """Forget a session, if there is one."""

    def touch_key(self, prefix: str, at: str) -> None:
        """Note when a key was last used."""
