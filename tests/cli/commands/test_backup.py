"""Backup and restore on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from tests.store.readings import a_reading


def titles() -> list[str | None]:
    from quotes.store.contract.store import PageRequest

    with opened_store() as store:
        return [document.title for document in store.documents(PageRequest()).items]


def test_what_was_backed_up_comes_back(call: Callable, tmp_path: Path):
    file = tmp_path / "evening.db"
    with opened_store() as store:
        keep(store, a_reading(1))
    ran = call("backup", str(file))
    assert (ran.status, ran.out) == (0, "") and "copied and checked" in ran.err
    with opened_store() as store:
        keep(store, a_reading(2))
    refused = call("restore", str(file))
    assert refused.status == 1 and "--replace" in refused.err
    assert len(titles()) == 2
    assert call("restore", "--replace", str(file)).status == 0
    assert titles() == ["Article 1"]


def test_a_backup_that_is_there_is_kept(call: Callable, tmp_path: Path):
    file = tmp_path / "evening.db"
    assert call("backup", str(file)).status == 0
    assert call("backup", str(file)).status == 1
    assert call("backup", "--replace", str(file)).status == 0


def test_a_file_that_is_no_backup_is_told(call: Callable, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear Sir, " * 200)
    ran = call("restore", str(tmp_path / "letter.txt"))
    assert ran.status == 1 and "no whole database" in ran.err and "Traceback" not in ran.err
    assert call("restore", str(tmp_path / "none.db")).status == 2
