"""Callers who wish a service ill: they send slowly, never read, or go away in the middle; all from one address."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle

from bench.torture.watched import beside

PAUSE = 0.05  # seconds between two rounds over all connections
FROM = "127.0.0.2"  # the address of attackers, which is not that of those who watch
NARROW = 4096  # bytes that a connection of somebody who never reads takes in
GONE = struct.pack("ii", 1, 0)  # closed with a reset, as by a program that was killed


class Attack:
    """Some connections that are opened, and opened again whenever the service ends one."""

    def __init__(self, address: tuple[str, int], number: int, again: bool = True) -> None:
        self._address = address
        self._number = number
        self._again = again
        self._lines: list[socket.socket] = []
        self.opened = self.ended = self.refused = 0
        self._stop = threading.Event()

    def begin(self, line: socket.socket) -> None:
        """What is done with a new connection."""

    def go_on(self, line: socket.socket) -> bool:
        """What is done with it in each round; whether it is still open."""
        return True

    def left(self) -> int:
        """How many of the connections the service has not ended."""
        return sum(map(_open, self._lines))

    def run(self) -> None:
        """Attack until told to stop."""
        while not self._stop.is_set():
            while len(self._lines) < self._number and (self._again or self.opened < self._number):
                self._open()
            alive = [line for line in self._lines if self._goes_on(line)]
            self.ended += len(self._lines) - len(alive)
            self._lines = alive
            time.sleep(PAUSE)

    def _open(self) -> None:
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, NARROW)
        line.settimeout(2)
        self.opened += 1
        try:
            line.bind((FROM, 0))
            line.connect(self._address)
            self.begin(line)
            line.setblocking(False)
            self._lines.append(line)
        except OSError:
            self.refused += 1
            line.close()

    def _goes_on(self, line: socket.socket) -> bool:
        try:
            if self.go_on(line):
                return True
        except BlockingIOError:
            return True
        except OSError:
            pass  # the service ended it
        line.close()
        return False

    @contextmanager
    def going_on(self) -> Iterator[Attack]:
        """Attack as long as the block lasts."""
        with beside(self.run, self._stop):
            yield self
        for line in self._lines:
            line.close()


class SlowHeads(Attack):
    """A byte of a header every few seconds, without end."""

    every = 2.0
    beginning = b"GET /v1/quotes HTTP/1.1\r\nHost: a\r\nX-Slow: "

    def begin(self, line: socket.socket) -> None:
        """Send the beginning of a request."""
        line.sendall(self.beginning)

    def go_on(self, line: socket.socket) -> bool:
        """Send a byte now and then."""
        if not _open(line):
            return False
        if time.monotonic() % self.every < PAUSE:
            line.send(b"a")
        return True


class SlowBodies(SlowHeads):
    """A byte of a body every few seconds, far from its announced end."""

    beginning = (b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                 b"Content-Length: 100000\r\n\r\n{")


class SlowChunks(SlowHeads):
    """A chunk that never ends."""

    beginning = (b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                 b"Transfer-Encoding: chunked\r\n\r\nffff\r\n{")


class Asking(Attack):
    """Answers that are asked for, of one path after the other."""

    def __init__(self, address: tuple[str, int], number: int, paths: Sequence[str]) -> None:
        super().__init__(address, number)
        self._paths = cycle(paths)

    def begin(self, line: socket.socket) -> None:
        """Ask."""
        line.sendall(f"GET {next(self._paths)} HTTP/1.1\r\nHost: a\r\n\r\n".encode())


class SilentReaders(Asking):
    """Large answers that are never read."""

    def go_on(self, line: socket.socket) -> bool:
        """Read nothing; an end shows as a failure to send, or as a connection that was reset."""
        return not line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) and _state(line) == ESTABLISHED


class Vanishing(Asking):
    """Costly questions whose callers are gone at once."""

    def go_on(self, line: socket.socket) -> bool:
        """Be gone."""
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, GONE)
        return False


ESTABLISHED = 1


def _state(line: socket.socket) -> int:
    """The state of a connection, as Linux numbers them."""
    return line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]


def _open(line: socket.socket) -> bool:
    """Whether the other side has not ended a connection."""
    try:
        return line.recv(65536) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False
