"""Databases and backups are made for their owner alone, whatever the umask; wider ones are told, and left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from quotes.store.engine.private_file import open_to_others
from quotes.store.store_opener import open_sqlite, readable_by_others, restore_store


@pytest.fixture(autouse=True)
def wide_umask() -> Iterator[None]:
    before = os.umask(0o000)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def test_a_new_database_and_what_stands_beside_it(tmp_path: Path):
    store = open_sqlite(tmp_path / "new" / "quotes.db")
    with store.writing():
        assert modes(tmp_path / "new") == {"quotes.db": 0o600, "quotes.db-wal": 0o600, "quotes.db-shm": 0o600}
    assert open_to_others(tmp_path / "new" / "quotes.db") == ()
    store.close()


def test_backups_and_what_is_restored(tmp_path: Path):
    store = open_sqlite(tmp_path / "quotes.db")
    wide = tmp_path / "wide.db"
    wide.write_bytes(b"")
    wide.chmod(0o644)
    for name, replace in (("backup.db", False), ("wide.db", True)):
        store.back_up(str(tmp_path / name), lambda share: None, replace)
    store.close()
    restore_store(f"sqlite:///{tmp_path}/there/quotes.db", tmp_path / "backup.db", lambda share: None)
    found = modes(tmp_path) | modes(tmp_path / "there")
    assert {found[name] for name in ("backup.db", "wide.db", "quotes.db")} == {0o600}


@pytest.mark.parametrize("mode, told", [(0o600, False), (0o400, False), (0o644, True), (0o660, True), (0o602, True)])
def test_a_wider_one_is_told_and_left(tmp_path: Path, mode: int, told: bool):
    path = tmp_path / "quotes.db"
    open_sqlite(path).close()
    path.chmod(mode)
    assert (path in readable_by_others(f"sqlite:///{path}")) is told
    if mode & 0o200:
        open_sqlite(path).close()
    assert S_IMODE(path.stat().st_mode) == mode
