"""The process from which readers are forked: it has one thread, the weights, and no connection to anything else.

It ends when nobody is left who could ask: the other end of its lifeline is then closed. For every reading it forks
one reader; further ones wait until one has ended. It ends readers that take too long, and those whose asker is gone.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import socket
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import rmtree

from quotes.reading.pipeline import read_document
from quotes.reading.readers.budget import PATIENCE, Budget
from quotes.reading.readers.reader import read_for
from quotes.records.document import Article

LOOK = 0.1  # seconds until it is looked again whether an asker is gone
POLITE = 10  # by which look-ups go first where all cores are busy
ENDED = b"ended "
WARMING = "“It floats,” said Ona Brandt, the harbour master. “We all saw it,” she said."


@dataclass(slots=True)
class Running:
    """A reader: its process, the line to whoever asked, and when it has to end."""

    line: socket.socket
    until: float


class Nursery:
    """What waits, what runs, and the loop that tends to both."""

    def __init__(self, listener: socket.socket, lifeline: int, held: tuple[int, ...], budget: Budget) -> None:
        self.listener, self.lifeline, self.held, self.budget = listener, lifeline, held, budget
        self.waiting: deque[socket.socket] = deque()
        self.running: dict[int, Running] = {}
        self.selector = selectors.DefaultSelector()
        self.woken, waker = socket.socketpair()
        self.woken.setblocking(False)
        waker.setblocking(False)
        self.waker = waker

    def run(self) -> None:
        """Tend to readings until the lifeline is cut."""
        signal.set_wakeup_fd(self.waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        self.listener.setblocking(False)
        for file in (self.listener, self.lifeline, self.woken):
            self.selector.register(file, selectors.EVENT_READ)
        while True:
            ready = {key.fd for key, _ in self.selector.select(LOOK if self.running or self.waiting else None)}
            if self.lifeline in ready:
                break
            self._take_in()
            self._reap()
            self._look_after()
            while self.waiting and len(self.running) < self.budget.at_once:
                self._fork(self.waiting.popleft())
        for process in self.running:
            os.kill(process, signal.SIGKILL)

    def _take_in(self) -> None:
        with suppress(BlockingIOError):
            self.woken.recv(1024)
        with suppress(BlockingIOError, ConnectionError):
            while True:
                line, _ = self.listener.accept()
                line.setblocking(True)
                self.waiting.append(line)

    def _fork(self, line: socket.socket) -> None:
        process = os.fork()
        if process:
            self.running[process] = Running(line, time.monotonic() + PATIENCE * self.budget.seconds)
            return
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in (self.listener.fileno(), self.lifeline, *self.held):
            os.close(descriptor)
        for other in (*self.waiting, *(one.line for one in self.running.values())):
            other.close()
        read_for(Connection(line.detach()), self.budget)

    def _reap(self) -> None:
        """Let go of readers that have ended, and tell their askers if a signal ended them."""
        while self.running:
            process, status = os.waitpid(-1, os.WNOHANG)
            if not process:
                return
            reader = self.running.pop(process)
            if os.WIFSIGNALED(status):
                with suppress(OSError):
                    Connection(os.dup(reader.line.fileno())).send_bytes(
                        ENDED + str(os.WTERMSIG(status)).encode())
            reader.line.close()

    def _look_after(self) -> None:
        """End the readers whose time is up, and whatever nobody waits for any more."""
        for process, reader in self.running.items():
            if _is_gone(reader.line) or time.monotonic() > reader.until:
                os.kill(process, signal.SIGKILL)
        for line in [line for line in self.waiting if _is_gone(line)]:
            self.waiting.remove(line)
            line.close()


def _is_gone(line: socket.socket) -> bool:
    """Whether the other end of a line is closed."""
    try:
        return not line.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return False
    except OSError:
        return True


def main() -> None:
    """Fork readers as the arguments say: the descriptors of listener, lifeline and lock, the folder, the budget."""
    listener, lifeline, lock = map(int, sys.argv[1:4])
    folder, budget = sys.argv[4], Budget(**json.loads(sys.argv[5]))
    os.nice(POLITE)
    read_document(Article(text=WARMING))
    gc.collect()
    gc.freeze()  # so that no reader writes to the pages they share
    Nursery(socket.socket(fileno=listener), lifeline, (lock,), budget).run()
    if Path(folder).is_dir():
        rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
