"""`quotes check`: whether everything that is kept is whole."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import click

from quotes.cli import command_setup
from quotes.cli.command_setup import opened_store
from quotes.cli.output.terminal import plain, tell
from quotes.records.errors import StoreDamaged
from quotes.store.contract.checks import Check

BEST = 0o600


@click.command("check")
@click.option("--full", is_flag=True, help="Look at every index, every text and every place as well: minutes where "
                                           "much is kept, and nobody can write for a part of that.")
def command(full: bool) -> int:
    """Look whether the database is whole. The server can go on meanwhile.

    A line says what was looked at, and what is wrong with it. The exit status is 0 if nothing is, else 1. Damage is
    noted: nothing more is written until a backup takes the database's place, or a full check finds it whole.
    """
    from quotes.store.store_opener import sqlite_path

    database = sqlite_path(command_setup.settings().database)
    if not database.exists():
        tell(f"There is no database at {database}; nothing was looked at.")
        return 1
    try:
        whole = _inspected(full)
    except StoreDamaged as error:
        _show(Check("the file", (str(error),)))
        whole = False
    if full:
        _hint(database)
    if not whole:
        tell("The database is damaged. Stop the server and put a backup in its place: quotes restore --replace FILE. "
             "Without a backup, keep a copy of the file as it is.")
    return 0 if whole else 1


def _inspected(full: bool) -> bool:
    with opened_store() as store:
        whole = store.inspect(full, _show)
        if whole and not store.write_through():
            sys.stdout.write("What was deleted is still in the database's log: somebody is reading. Try again.\n")
    return whole


def _show(check: Check) -> None:
    sys.stdout.write(f"{check.what[:1].upper()}{check.what[1:]}: {'damaged' if check.faults else 'whole'}.\n")
    for fault in check.faults:
        sys.stdout.write(f"  {plain(fault)}\n")
    sys.stdout.flush()


def _hint(database: Path) -> None:
    """Say so if others on this machine can read the database; it holds the names of editors and hashes of keys."""
    mode = stat.S_IMODE(database.stat().st_mode)
    if mode & ~BEST & 0o077:
        sys.stdout.write(f"Others on this machine may use {database.name} ({mode:04o}); chmod 600 keeps them out.\n")
