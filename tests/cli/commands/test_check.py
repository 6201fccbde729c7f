"""`quotes check` on the command line: what was looked at, what is wrong, and the exit status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from tests.store.readings import a_reading

DATABASE = Path("data/quotes.db")


def fill() -> None:
    with opened_store() as store:
        for number in range(1, 6):
            keep(store, a_reading(number, 8))


def test_a_whole_database_is_said_to_be_whole(call: Callable):
    fill()
    quick, full = call("check"), call("check", "--full")
    assert quick.status == full.status == 0
    assert "The file: whole." in quick.out and "damaged" not in quick.out + full.out
    assert len(full.out.splitlines()) > len(quick.out.splitlines())


def test_others_who_may_read_it_are_pointed_out(call: Callable):
    fill()
    DATABASE.chmod(0o644)
    assert "chmod 600" in call("check", "--full").out
    DATABASE.chmod(0o600)
    assert "chmod 600" not in call("check", "--full").out


def test_a_damaged_one_is_told_with_what_to_do_and_is_not_served(call: Callable, start: Callable):
    fill()
    content = bytearray(DATABASE.read_bytes())
    content[4096 * 4 : 4096 * 12] = b"\x5a" * 4096 * 8
    DATABASE.write_bytes(content)
    ran = call("check")
    assert ran.status == 1 and "damaged" in ran.out and "quotes restore --replace" in ran.err
    process = start("serve", "--port", "0")
    log, told = process.communicate()
    assert process.returncode == 1 and b"Traceback" not in told and b"quotes restore --replace" in told
    assert b'"the database is damaged"' in log or DATABASE.with_name("quotes.db.damaged").exists()


def test_a_database_that_is_not_there_is_not_made(call: Callable):
    ran = call("check")
    assert ran.status == 1 and "no database" in ran.err and not DATABASE.exists()
