"""Migrations that are killed: whatever moment it is, the next start finishes them and nothing is lost.

`python -m bench.torture.killed_migrations --rounds 10`. A database is set back before its newest change of the tables
again and again, brought up to date by a process that is killed at a random moment, and then by one that is not.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.torture.service import Place, asked, good_place

ARTICLES = 40
MIGRATE = """import sys; from quotes.collection.derived_fields import DerivedFields
from quotes.store.store_opener import open_store; print("begun", flush=True)
open_store(sys.argv[1], DerivedFields()).close()"""
CONTENT = "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM quote), (SELECT count(*) FROM speaker)"


def set_back(database: Path) -> None:
    """Take the last changes of the tables back that can be: beginnings of quotes, words of documents."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executescript("DROP INDEX quote_beginning; DROP TRIGGER document_words_added; DROP TRIGGER "
                                 "document_words_gone; DROP TABLE document_words; DROP VIEW document_text; "
                                 "DELETE FROM migration WHERE number IN (15, 16);")


def main(arguments: Sequence[str]) -> int:
    """Kill migrations and print the figures; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=8)
    chosen = parser.parse_args(arguments)
    killed = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        with good_place(Path(folder) / "good", ARTICLES) as (good, _):
            pass  # its articles are all that is needed of it
        before = asked(good.database, CONTENT)
        set_back(good.database)
        for number in range(chosen.rounds):
            place = Place(Path(folder) / str(number))
            shutil.copytree(good.folder, place.folder)
            killed += _killed(place, number)
            wrong += place.run("check", "--full").returncode != 0 or asked(place.database, CONTENT) != before
    print(f"killed migrations, {chosen.rounds} rounds: {killed} killed before their end, {wrong} not whole afterwards")
    return int(bool(wrong))


def _killed(place: Place, number: int) -> bool:
    """Begin to bring a database up to date and kill that; whether it had not ended yet."""
    command = [sys.executable, "-c", MIGRATE, f"sqlite:///{place.database}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=place.environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(number).uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
