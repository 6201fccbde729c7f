"""Opening a store by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from quotes.records.document import Document
from quotes.records.errors import BadSetting, InvalidInput, StoreError
from quotes.records.speaker import Speaker
from quotes.store.contract.outlets import OutletKeys
from quotes.store.contract.store import Derivation, SpeakerName, Store
from quotes.store.engine.backup import check, restore
from quotes.store.engine.damage_mark import DamageMark
from quotes.store.engine.migration_backups import back_up_before
from quotes.store.engine.private_file import make_private, open_to_others
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.engine.use_lock import alone
from quotes.store.migrations.runner import migrate, pending
from quotes.store.store_part import Clock
from quotes.store.table_store import TableStore
from quotes.store.tables.rows import folded_name

SQLITE = "sqlite:///"
OLD = ".unreadable"
KEPT = 2  # copies from before changes of the tables


class NothingDerived:
    """Makes nothing again, so that a store keeps every sentence and every link in full."""

    def sentence(self, clue: str, facts: tuple[str, ...], mention: str) -> str:
        """The name of the clue and the values of its facts, where a store with more to go by left the sentence out."""
        return f"{clue}: {', '.join(facts)}"

    def link(self, url: str | None, text: str) -> str | None:
        """No link."""
        return None

    def kept_name(self, speaker: Speaker, name: str) -> SpeakerName:
        """Refused, so that no name is passed over for good."""
        raise StoreError("This database is of an older version. Open it once with the program quotes, for example "
                         "with “quotes stats”, which brings the names in it up to date.")

    def outlet_keys(self, document: Document) -> OutletKeys | None:
        """Its publisher's name without case and double spaces, no domain."""
        key = self.outlet_key(document.publisher or "")
        return OutletKeys(key) if key else None

    def near_keys(self, text: str) -> tuple[str, ...]:
        """No hashes: copies that are not the same to the letter are not known."""
        return ()

    def outlet_key(self, name: str) -> str:
        """The name without case and double spaces."""
        return folded_name(name)

    def outlet_fields(self, url: str | None, publisher: str | None) -> tuple[str | None, str | None]:
        """The publisher as it was kept."""
        return publisher, None


def restore_store(url: str, backup: Path, reached: Callable[[float], None], replace: bool = False,
                  derivation: Derivation | None = None) -> None:
    """Put a backup in the place of the store at a database URL, after it was checked; its tables brought up to date.

    InvalidInput if there is something in that place and it is not to be replaced.
    """
    path = sqlite_path(url)
    check(backup)
    engine = SqliteEngine(backup)
    try:
        if not engine.tables():
            raise StoreError(f"{backup} holds nothing: it is no backup.")
        pending(engine)  # refuses what another program wrote, or a newer version of this one
    finally:
        engine.close()
    if path.exists() and not replace:
        raise InvalidInput(f"There is a database at {path} already; with --replace the backup takes its place, and "
                           f"what is in it is lost.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path):
        _make_way(path)
        restore(backup, path, reached)
        DamageMark(path).clear()
        open_sqlite(path, derivation=derivation).close()


def _make_way(path: Path) -> None:
    """Move a file out of the way that SQLite cannot even open, and so could not replace the content of."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise StoreError(f"{path} could not be replaced: {error}.") from error
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(f"{path.name}{ending}")
            if part.exists():
                part.replace(path.with_name(f"{path.name}{OLD}{ending}"))


def open_store(url: str, derivation: Derivation | None = None, backups: int = KEPT) -> Store:
    """The store at a database URL, made if it is not there, its tables brought up to date.

    sqlite:///data/quotes.db is relative to the working directory, sqlite:////var/quotes.db absolute. Raises BadSetting
    for an address that cannot be meant, StoreError or StoreBusy if the database cannot be used. What `derivation` makes
    again is not kept. Before an older one is brought up to date, it is copied; of such copies `backups` are kept.
    """
    return open_sqlite(sqlite_path(url), derivation=derivation, backups=backups)


def sqlite_path(url: str) -> Path:
    """The file that a database URL names; BadSetting for an address that cannot be meant."""
    if not url.startswith(SQLITE):
        scheme = url.partition(":")[0]
        raise BadSetting(f"QUOTES_DATABASE starts with {scheme!r}, but the only databases known here are SQLite files: "
                         f"write sqlite:///data/quotes.db for a relative path, sqlite:////srv/quotes.db for an "
                         f"absolute one.")
    path = unquote(url.removeprefix(SQLITE))
    if not path or path == ":memory:" or "\0" in path:
        raise BadSetting("QUOTES_DATABASE names no file: write sqlite:/// and the path of a file after it, "
                         "like sqlite:///data/quotes.db.")
    return Path(path).absolute()


def open_sqlite(path: Path, busy_ms: int | None = None, clock: Clock | None = None,
                derivation: Derivation | None = None, backups: int = 0) -> TableStore:
    """The store in one SQLite file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {path.parent} for the database cannot be made: {error.strerror}. "
                         f"Name another place in QUOTES_DATABASE.") from error
    make_private(path)
    engine = SqliteEngine(path) if busy_ms is None else SqliteEngine(path, busy_ms)
    try:
        engine.use_wal()
        missing = pending(engine)
        if missing and engine.tables():
            back_up_before(path, missing[0].number, backups)
        migrate(engine, derivation or NothingDerived())
    finally:
        engine.close()  # each thread opens its own when it needs one, and a fork takes none along
    return TableStore(engine, clock or _now, derivation or NothingDerived())


def readable_by_others(url: str) -> tuple[Path, ...]:
    """The files of the store at a database URL that somebody else on this machine may read or write."""
    return open_to_others(sqlite_path(url))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
