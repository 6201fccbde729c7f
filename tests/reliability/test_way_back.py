"""The way back: a backup, damage, the backup put in its place, and the same answers; never under a server that runs."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.api.app import create_app
from quotes.records.errors import StoreError, StoreFull
from quotes.settings import read_settings
from quotes.store.engine.migration_backups import backups_of
from quotes.store.migrations.runner import CHANGES
from quotes.store.store_opener import open_sqlite, open_store, restore_store
from tests.reliability.conftest import Service

ROOT = Path(__file__).parents[2]
ASKED = ("/v1/quotes", "/v1/documents/d3", "/v1/speakers", "/v1/search?q=water+cold", "/v1/outlets", "/quotes/q5", "/")
HELD = """import sys, time; from pathlib import Path; from quotes.store.engine.use_lock import hold
assert hold(Path(sys.argv[1])) is not None; print("held", flush=True); time.sleep(60)"""


def ignore(done: float) -> None:
    """A bar that nobody sees."""


def answers(service: Service) -> list[bytes]:
    found = [service.client.get(address) for address in ASKED]
    assert {answer.status_code for answer in found} == {200}
    return [answer.data for answer in found]


@pytest.mark.parametrize("keep_bytes", [0, 50, 4096, 30_000, -5000])
def test_after_damage_a_backup_gives_the_same_answers(service: Service, tmp_path: Path, keep_bytes: int):
    before = answers(service)
    service.store.back_up(str(tmp_path / "backup.db"), ignore)
    assert service.post(1) == 201
    service.store.close()
    whole = service.path.read_bytes()
    service.path.write_bytes(whole[:keep_bytes] + b"\x5a" * (len(whole) - len(whole[:keep_bytes])))
    assert not service.store.inspect(False, lambda check: None)
    assert service.client.get("/readyz").status_code == 503 and service.post(2) == 503
    service.store.close()
    restore_store(f"sqlite:///{service.path}", tmp_path / "backup.db", ignore, replace=True)
    store = open_store(f"sqlite:///{service.path}")
    again = Service(create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{service.path}"}), store).test_client(),
                    store, service.path, service.admin)
    assert store.inspect_briefly().startswith("no damage") and answers(again) == before
    assert again.post(1) == 201 and again.client.get("/readyz").status_code == 200
    store.close()


def test_no_backup_takes_the_place_of_a_database_that_is_served(service: Service, tmp_path: Path):
    service.store.back_up(str(tmp_path / "backup.db"), ignore)
    command = [sys.executable, "-c", HELD, str(service.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout is not None and server.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="Stop the server"):
            restore_store(f"sqlite:///{service.path}", tmp_path / "backup.db", ignore, replace=True)
        os.kill(server.pid, signal.SIGKILL)  # a crash leaves no lock behind
    restore_store(f"sqlite:///{service.path}", tmp_path / "backup.db", ignore, replace=True)
    service.store.hold()
    with pytest.raises(StoreError, match="Stop the server"):
        restore_store(f"sqlite:///{service.path}", tmp_path / "backup.db", ignore, replace=True)


def make_older(path: Path) -> None:
    """Take the last change of the tables back, as an older version left them."""
    with sqlite3.connect(path) as connection:
        for table in ("job_item", "job"):  # what the last change made
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM migration WHERE number = ?", (CHANGES[-1].number,))
    connection.close()


def test_a_database_is_copied_before_its_tables_are_changed(service: Service, shelf_bytes: tuple[bytes, str]):
    service.store.close()
    for number, kept in ((1, 1), (2, 2), (3, 2)):
        make_older(service.path)
        if number > 1:  # as if the copies of before were of other days
            oldest = backups_of(service.path)[-1]
            oldest.rename(oldest.with_name(f"quotes.db.before-{CHANGES[-1].number}-2026010{number}T000000"))
        open_sqlite(service.path, backups=2).close()
        assert len(backups_of(service.path)) == kept
    newest = backups_of(service.path)[-1]
    assert newest.stat().st_mode & 0o077 == 0
    with sqlite3.connect(newest) as connection:
        assert connection.execute("SELECT max(number) FROM migration").fetchone() == (CHANGES[-2].number,)
    connection.close()
    restore_store(f"sqlite:///{service.path}", newest, ignore, replace=True)
    assert len(service.client.get("/v1/documents").get_json()["items"]) == 5


def test_without_room_for_a_copy_nothing_is_changed(service: Service, monkeypatch: pytest.MonkeyPatch):
    service.store.close()
    make_older(service.path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(1000, 999, 1))
    with pytest.raises(StoreFull, match="QUOTES_MIGRATION_BACKUPS=0"):
        open_sqlite(service.path, backups=2)
    with sqlite3.connect(service.path) as connection:
        assert connection.execute("SELECT max(number) FROM migration").fetchone() == (CHANGES[-2].number,)
    connection.close()
    open_sqlite(service.path, backups=0).close()
    assert backups_of(service.path) == []


def test_a_new_database_is_not_copied(tmp_path: Path):
    open_sqlite(tmp_path / "new.db", backups=2).close()
    assert backups_of(tmp_path / "new.db") == []
