"""Several threads and processes at one store, and a process that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest

from quotes.collection.ingestion import keep
from quotes.records.errors import StoreBusy
from quotes.store.contract.store import PageRequest, QuoteFilter
from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore
from tests.store.documents.test_ingestion import rows_of
from tests.store.readings import a_reading

ROOT = Path(__file__).parents[3]
KEEP_FOR_EVER = """
from pathlib import Path; from itertools import count; import sys
from quotes.collection.ingestion import keep; from quotes.store.store_opener import open_sqlite
from tests.store.readings import a_reading
store = open_sqlite(Path(sys.argv[1])); first = int(sys.argv[2]); last = int(sys.argv[3])
for number in range(first, last):
    print(keep(store, a_reading(number, 30)).outcome, number, flush=True)
"""


@contextmanager
def keeping(path: Path, first: int, last: int) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that keeps readings and prints each after it is kept."""
    command = [sys.executable, "-c", KEEP_FOR_EVER, str(path), str(first), str(last)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("lines", [1, 3, 8])
def test_a_killed_process_leaves_whole_documents_and_all_it_said_were_kept(path: Path, lines: int):
    with keeping(path, 0, 100_000) as process:
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(0.003 * lines)
        os.kill(process.pid, signal.SIGKILL)
        said += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    acknowledged = {f"Article {line.split()[1]}" for line in said if line.endswith("\n")}
    rows = rows_of(path)
    titles = {row[0]: row[4] for row in rows["document"]}
    assert acknowledged <= set(titles.values())
    assert [len([row for row in rows["quote"] if row[1] == number]) for number in titles] == [31] * len(titles)
    assert len(rows["body"]) == len(titles) and len(rows["post"]) == len(titles)
    reopened = open_sqlite(path)
    assert keep(reopened, a_reading(0, 30)).outcome == "same"
    reopened.close()


def test_processes_that_open_and_keep_the_same_at_once_make_one_copy(path: Path):
    with keeping(path, 0, 10) as one, keeping(path, 0, 10) as other:
        results = [process.communicate(timeout=60) for process in (one, other)]
    assert [process.returncode for process in (one, other)] == [0, 0], results
    outcomes = sorted(line for output, _ in results for line in output.splitlines())
    assert outcomes == sorted(f"{outcome} {number}" for number in range(10) for outcome in ("new", "same"))
    assert len(rows_of(path)["document"]) == 10


def test_threads_that_keep_the_same_at_once_make_one_copy(path: Path):
    store, together = open_sqlite(path), Barrier(6)

    def keep_one() -> str:
        together.wait()
        try:
            return keep(store, a_reading()).outcome
        finally:
            store.close()

    with ThreadPoolExecutor(6) as threads:
        outcomes = [future.result() for future in [threads.submit(keep_one) for _ in range(6)]]
    assert sorted(outcomes) == ["new"] + ["same"] * 5
    assert len(rows_of(path)["quote"]) == 4


def test_a_store_that_another_writes_to_is_busy_for_writers_and_not_for_readers(store: TableStore, path: Path):
    keep(store, a_reading(1))
    other = open_sqlite(path, busy_ms=50)
    with other.writing():
        keep(other, a_reading(2))
        began = time.monotonic()
        with pytest.raises(StoreBusy, match="try again"):
            keep(store, a_reading(3))
        assert 0.2 < time.monotonic() - began < 3
        assert len(store.quotes(QuoteFilter(), PageRequest()).items) == 4
    other.close()
    assert keep(store, a_reading(3)).outcome == "new"


def test_a_busy_store_waits_for_a_short_writer(path: Path):
    store, together = open_sqlite(path), Barrier(2)

    def write_for_a_while() -> None:
        with store.writing():
            together.wait()
            time.sleep(0.3)
        store.close()

    with ThreadPoolExecutor(1) as threads:
        writer = threads.submit(write_for_a_while)
        together.wait()
        assert keep(store, a_reading()).outcome == "new"
        writer.result()
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_takes_no_connection_along(store: TableStore, path: Path):
    keep(store, a_reading(1))
    with store.writing():  # the child must not take part in this, nor end it
        keep(store, a_reading(2))
        child = os.fork()
        if child == 0:
            titles = [document.title for document in store.documents(PageRequest()).items]
            os._exit(0 if titles == ["Article 1"] else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(store.documents(PageRequest()).items) == 2
