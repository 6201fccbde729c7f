"""Access keys as rows, and the sessions that began with them."""

from __future__ import annotations

from peewee import Node

from quotes.store.contract.store import Key
from quotes.store.engine.engine import select
from quotes.store.store_part import Part
from quotes.store.tables.jobs import Job
from quotes.store.tables.own_searches import SavedSearch
from quotes.store.tables.rows import key_row, read_key
from quotes.store.tables.tables import AccessKey, Session

COLUMNS: dict[str, Node] = {field.name: field for field in AccessKey._meta.sorted_fields}


class AccessKeyPart(Part):
    """Access keys, and sessions."""

    def add_key(self, key: Key, key_hash: str) -> None:
        """Keep a new access key."""
        with self.engine.writing():
            self.engine.run(AccessKey.insert(key_row(key, key_hash)))

    def find_key(self, prefix: str) -> tuple[Key, str] | None:
        """The key with this prefix and its hash, or None; revoked keys too."""
        query = AccessKey.select(*COLUMNS.values()).where(AccessKey.prefix == prefix)
        rows = select(self.engine, COLUMNS, query)
        return read_key(rows[0]) if rows else None

    def keys(self) -> tuple[Key, ...]:
        """All keys, oldest first, revoked ones too."""
        query = AccessKey.select(*COLUMNS.values()).order_by(AccessKey.created_at, AccessKey.prefix)
        return tuple(read_key(row)[0] for row in select(self.engine, COLUMNS, query))

    def revoke_key(self, prefix: str, at: str) -> bool:
        """Mark a key as revoked, the first time for good, and end its sessions; False if there is none like that.

        Its jobs are cancelled, and its saved searches deleted: nobody can reach them any more, and what somebody looks
        for is their own matter.
        """
        with self.engine.writing():
            if self.find_key(prefix) is None:
                return False
            self.engine.run(AccessKey.update(revoked_at=at).where(
                AccessKey.prefix == prefix, AccessKey.revoked_at.is_null()))
            self.engine.run(Job.update(state="cancelled", ended_at=at, holder=None, leased_until=None).where(
                Job.owner == prefix, Job.ended_at.is_null(), Job.total.is_null(False)))
            self.engine.run(SavedSearch.delete().where(SavedSearch.owner == prefix))
            self.engine.run(Session.delete().where(Session.key_prefix == prefix))
            return True

    def touch_key(self, prefix: str, at: str) -> None:
        """Note when a key was last used."""
        with self.engine.writing():
            self.engine.run(AccessKey.update(last_used_at=at).where(AccessKey.prefix == prefix))

    def add_session(self, id_hash: str, prefix: str, ends_at: str, now: str) -> None:
        """Keep a session that began with a key; those that are over are forgotten."""
        with self.engine.writing():
            self.engine.run(Session.delete().where(Session.ends_at <= now))
            self.engine.run(Session.insert(id_hash=id_hash, key_prefix=prefix, ends_at=ends_at))

    def session_key(self, id_hash: str, now: str) -> str | None:
        """The prefix of the key with which a session began; None where there is none, or it is over."""
        found = self.engine.run(Session.select(Session.key_prefix).where(
            Session.id_hash == id_hash, Session.ends_at > now))
        return found[0][0] if found else None

    def end_session(self, id_hash: str) -> None:
        """Forget a session, if there is one."""
        with self.engine.writing():
            self.engine.run(Session.delete().where(Session.id_hash == id_hash))
