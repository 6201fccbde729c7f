"""A caller's line, as gunicorn and the application see it: what has arrived is read at once, what is answered is taken.

A thread that answers does not wait for the caller: what the caller's side does not take in is kept, and sent by the
server's loop as the caller reads. Only where more is kept than ROOM does the thread wait, and not without end.
"""

from __future__ import annotations

import errno
import fcntl
import select
import socket
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable
from typing import Any

from quotes.cli.server.patience import Patience
from quotes.cli.server.spool import Spool

ROOM = 8_388_608  # bytes of an answer that may be kept for a caller before the thread has to wait
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
AWAKE = 1.0  # seconds between two looks at whether a caller is still there
SENT_AT_ONCE = 262_144  # bytes
AT_ONCE = struct.pack("ii", 1, 0)  # close with a reset, so that the system holds nothing back


class Line:
    """A connection with what has come in and what is to go out; given to gunicorn as its socket."""

    def __init__(self, connection: socket.socket, patience: Patience, to_be_sent: Callable[[], None]) -> None:
        self.connection = connection
        self.arrived = time.monotonic()  # when the request that is answered was whole
        self.is_cut = False  # nothing more is taken in on it
        self.has_continued = False
        self._patience = patience
        self._to_be_sent = to_be_sent
        self._inbox = Spool()
        self._outbox = Spool()
        self._changed = threading.Condition()
        self._ended = False
        self._begun = self._taken = 0.0
        self._timeout: float | None = None
        self._full_since: float | None = None
        self._moved = 0.0  # when the caller last took something in
        self._waited, self._sent = 0.0, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def give(self, request: Spool, is_cut: bool) -> None:
        """Let gunicorn read a request; more is taken from the connection only where it is not cut off."""
        self._inbox.close()
        self._inbox = request
        self.is_cut = is_cut
        self.arrived = self._begun = time.monotonic()
        self._taken = self._waited = 0.0
        self._sent = 0

    def rest(self) -> bytes:
        """What has come in after the request."""
        return self._inbox.take(len(self._inbox))

    def recv(self, most: int) -> bytes:
        """What has come in, waited for no longer than a caller may take; BlockingIOError after that."""
        with self._changed:
            if len(self._inbox):
                return self._inbox.take(most)
        while not (self.is_cut or self._ended):
            try:
                data = self.connection.recv(most)
            except BlockingIOError:
                self._wait_for_more()
                continue
            self._taken += len(data)
            return data
        return b""

    def _wait_for_more(self) -> None:
        left = self._patience.left(self._begun, int(self._taken))
        left = min(left, self._patience.silence if self._timeout is None else self._timeout)
        waiting = select.poll()
        waiting.register(self.connection, select.POLLIN)
        if left <= 0 or not waiting.poll(left * 1000):
            raise BlockingIOError(errno.EAGAIN, "nothing more arrived") if self._timeout is None else TimeoutError

    def send(self, data: bytes) -> int:
        """Send all of it, as gunicorn expects of these few bytes; “100 Continue” once."""
        if data != CONTINUE or not self.has_continued:
            self.sendall(data)
        return len(data)

    def sendall(self, data: bytes) -> None:
        """Send, or keep for the loop to send; BrokenPipeError once the caller is gone or has not read for too long."""
        rest = memoryview(data)
        with self._changed:
            if not len(self._outbox) and not self._ended:
                rest = rest[self._given(rest):]
            if len(rest) and not self._ended:
                self._outbox.put(rest)
                if self._full_since is None:
                    self._full_since = self._moved = time.monotonic()
                    self._to_be_sent()
            while len(self._outbox) > ROOM and not self._ended:
                self._changed.wait(AWAKE)
            if self._ended:
                raise BrokenPipeError(errno.EPIPE, "the caller is gone")

    def flush(self) -> bool:
        """Send what is kept as far as the caller takes it in; whether nothing is left. OSError if nobody is there."""
        with self._changed:
            while len(self._outbox):
                ahead = self._outbox.ahead(SENT_AT_ONCE)
                given = self._given(memoryview(ahead))
                self._outbox.drop(given)
                if given < len(ahead):
                    break
            empty = not len(self._outbox)
            if empty and self._full_since is not None:
                self._waited += time.monotonic() - self._full_since
                self._full_since = None
            self._changed.notify_all()
            return empty

    def _given(self, data: memoryview) -> int:
        """How many bytes the system takes now."""
        try:
            given = self.connection.send(data[:SENT_AT_ONCE])
        except BlockingIOError:
            return 0
        self._sent += given
        self._moved = time.monotonic()
        return given

    def kept(self) -> int:
        """How many bytes are kept until the caller reads."""
        return len(self._outbox)

    def is_unread(self, now: float) -> bool:
        """Whether the caller has read nothing for too long, or too little for how long it has been waited for."""
        if self._full_since is None:
            return False
        begun = self._full_since - self._waited
        return now - self._moved > self._patience.silence or self._patience.left(begun, self._sent, now) <= 0

    def unread(self) -> int:
        """Bytes that the system still holds for the caller, where it tells; 0 elsewhere."""
        try:
            return int.from_bytes(fcntl.ioctl(self.connection, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
        except OSError:
            return 0

    def is_gone(self) -> bool:
        """Whether the caller has closed the connection."""
        try:
            return self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def setblocking(self, blocking: bool) -> None:
        """Nothing: the connection never blocks, and this never lets go before it is done."""

    def settimeout(self, seconds: float | None) -> None:
        """How long reading may wait; None for as long as a caller may take."""
        self._timeout = seconds

    def gettimeout(self) -> float | None:
        """What was set."""
        return self._timeout

    def shutdown(self, how: int) -> None:
        """Nothing more is taken in; the loop ends the connection once everything is sent."""
        self.is_cut = True

    def close(self) -> None:
        """The same: the loop closes."""
        self.is_cut = True

    def end(self) -> None:
        """Close for good, and at once where something is left; threads that wait give up."""
        with self._changed:
            if self.kept() or self.unread():
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            self._ended = True
            self._inbox.close()
            self._outbox.close()
            self._changed.notify_all()
            self.connection.close()
