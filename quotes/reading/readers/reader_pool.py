"""Readings asked for by a server: in processes apart, a few at once, shared by all of its workers.

The process from which readers are forked is started by whoever first needs it, and again if it was ended; a lock on a
file, which it holds as long as it lives, says whether there is one. Made before workers are forked, so that they share
one.
"""

from __future__ import annotations

import fcntl
import json
import os
import pickle
import socket
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from dataclasses import asdict
from multiprocessing.connection import Connection, wait
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import BoundedSemaphore

from quotes.reading.readers.budget import PATIENCE, Budget
from quotes.reading.readers.nursery import ENDED
from quotes.reading.readers.reader import BEGINS, ended_by, opened
from quotes.records.document import Article
from quotes.records.errors import CallerGone, QuotesError, ReadersBusy
from quotes.records.reading import Reading

STARTING = 20.0  # seconds in which the process behind readers has started, on a busy machine
LONGEST_WAIT = 10.0  # seconds until a reading begins
PLACES = 8  # of a process: readings that run or wait, so that they never take all of its threads
LOOK = 0.25  # seconds until it is looked again whether the caller is gone
LONGEST_PATH = 90  # bytes of the address of a local socket
LOCK, LINE = "lock", "line"
BUSY = "As many articles are being read as may be at once; this one was not read, and nothing was kept."
SLOW = "This machine is too busy to read the article in time; nothing was kept."
ENDED_ITSELF = 0
ENDING: list[subprocess.Popen[bytes]] = []  # processes that end by themselves, until they have


class Readers:
    """Processes that read articles for a server."""

    def __init__(self, budget: Budget, longest_wait: float = LONGEST_WAIT, places: int = PLACES) -> None:
        self.budget = budget
        self._wait = longest_wait
        self._places = BoundedSemaphore(places)
        folder = mkdtemp(prefix="quotes-readers-")
        if len(os.fsencode(folder)) > LONGEST_PATH:
            Path(folder).rmdir()
            folder = mkdtemp(prefix="quotes-readers-", dir="/tmp")  # no other is known to be short
        self._folder = Path(folder)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self._folder / LINE))
        self._listener.listen()
        self._far_end, self._lifeline = os.pipe()
        ends = self._far_end, self._lifeline
        self._started: list[subprocess.Popen[bytes]] = []
        self._end = weakref.finalize(self, _let_go, self._folder, (self._listener, *ends), self._started, os.getpid())

    def close(self) -> None:
        """Let the process behind it end."""
        self._end()
        for process in self._started:
            process.wait()

    def read(self, article: Article, is_gone: Callable[[], bool] = lambda: False) -> Reading:
        """An article's reading, by a process apart; `is_gone` says whether anybody still waits for it.

        Raises OverBudget where it takes more than it may, TooLarge where it has too many quotations, ReadersBusy where
        none could begin in time, ReadingEnded where its process was ended, CallerGone where nobody waits any more.
        """
        if not self._places.acquire(blocking=False):
            raise ReadersBusy(BUSY)
        try:
            starting = STARTING if self._sees_to_nursery() else 0.0
            with self._line() as line:
                if self._received(line, self._wait + starting, is_gone, ReadersBusy(BUSY)) != BEGINS:
                    raise ReadersBusy(BUSY)
                line.send_bytes(pickle.dumps(article, pickle.HIGHEST_PROTOCOL))
                longest = PATIENCE * self.budget.seconds + self._wait
                found = self._received(line, longest, is_gone, ReadersBusy(SLOW))
        finally:
            self._places.release()
        if found.startswith(ENDED):
            raise ended_by(int(found[len(ENDED):]), self.budget)
        return opened(found, ended_by(ENDED_ITSELF, self.budget))

    def _line(self) -> Connection:
        line = socket.socket(socket.AF_UNIX)
        line.connect(str(self._folder / LINE))
        return Connection(line.detach())

    def _received(self, line: Connection, seconds: float, is_gone: Callable[[], bool], late: QuotesError) -> bytes:
        """What comes next on a line; the error `late` where nothing does in time."""
        until = time.monotonic() + seconds
        while not wait([line], LOOK):
            if is_gone():
                raise CallerGone("The caller went away before the article was read.")
            if time.monotonic() > until:
                raise late
        try:
            return line.recv_bytes()
        except (EOFError, ConnectionError):
            return ENDED + str(ENDED_ITSELF).encode()

    def _sees_to_nursery(self) -> bool:
        """Start the process that forks readers unless there is one; whether one was started."""
        lock = os.open(self._folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            passed = (self._listener.fileno(), self._far_end, lock)
            command = [sys.executable, "-m", "quotes.reading.readers.nursery", *map(str, passed), str(self._folder),
                       json.dumps(asdict(self.budget))]
            self._started.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                                  pass_fds=passed, process_group=0))
            return True
        except BlockingIOError:
            return False  # there is one, or it is about to begin
        finally:
            os.close(lock)


def _let_go(folder: Path, ends: tuple[socket.socket, int, int], started: list[subprocess.Popen[bytes]],
            owner: int) -> None:
    if os.getpid() != owner:
        return  # a worker forked from the owner ends; the others go on
    listener, *lifeline = ends
    listener.close()
    for end in lifeline:
        os.close(end)
    rmtree(folder, ignore_errors=True)
    ENDING[:] = [process for process in (*ENDING, *started) if process.poll() is None]
