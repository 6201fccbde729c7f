"""The loop of a worker: it takes requests in and sends answers out, so that threads wait for no caller.

Gunicorn's own worker reads and writes in its threads, so that a few callers who send a byte now and then, or never
read, keep all others waiting. Here a thread is taken for a request that is there in full, and is free again when its
answer is put together. Both ways have a deadline, and every kind of request has a queue of its own.
"""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from quotes.cli.server.arrivals import Arrival
from quotes.cli.server.callers import Caller, Callers, forwarded_address
from quotes.cli.server.lines import CONTINUE
from quotes.cli.server.patience import SLOWEST, Patience
from quotes.cli.server.queues import Queues
from quotes.cli.server.refusals import refusal

LINGERING = 2.0  # seconds for a caller to close, after we have
SWEPT_EVERY = 0.25  # seconds between two looks at whose time is over
MOST_CONNECTIONS = 900  # of a worker, after which those who wait are let go
TAKEN = 65_536  # bytes from a connection at once
WATCHING = ("health", "state")  # the queues of those who watch the service, whom nobody keeps out
STREAMED = "batches"  # the queue of what is answered while it is still sent
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
NOBODY = (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK)


@dataclass(frozen=True, slots=True)
class Rules:
    """What callers may do: bytes of a body, connections of one address, and how long sending and reading may take.

    `proxies` servers of our own are in front. Paths begin with `prefix`, that of the public address.
    """

    most_bytes: int
    connections: int
    receiving: Patience
    sending: Patience
    proxies: int = 0
    prefix: str = ""


class CallerLoop(ThreadWorker):
    """A worker whose loop takes requests in and sends answers out, for threads that only answer.

    From accepting to closing, everything but `handle` runs in the loop; what threads ask of it they defer.
    """

    def __init__(self, *values: Any, **options: Any) -> None:
        super().__init__(*values, **options)
        self.callers = Callers()
        self.rules: Rules = self.app.rules
        self._queue_of: Callable[[str, str], str] = lambda method, path: "look-ups"
        self._swept = 0.0

    def get_thread_pool(self) -> Any:
        """Threads for each kind of request."""
        return Queues()

    def accept(self, listener: socket.socket) -> None:
        """Take a connection, in whose place another one may have to go."""
        try:
            connection, address = listener.accept()
        except OSError as error:
            if error.errno not in NOBODY:
                raise
            return
        caller = Caller(self.cfg, connection, (address, listener.getsockname()), self.rules.sending, self._to_be_sent)
        self.callers.add(caller)
        self.nr_conns += 1
        caller.is_one_too_many = not self._has_room(caller)
        self._await(caller)
        self._receive(caller)

    def _has_room(self, caller: Caller) -> bool:
        """Let go of whoever waits, where there are too many connections; False if all of this address are answered."""
        if len(self.callers) > MOST_CONNECTIONS and (longest := self.callers.first_to_go()):
            self._drop(longest)
        if self.rules.proxies or self.callers.connections(caller.peer) <= self.rules.connections:
            return True
        caller.state = "answering"  # not the one to go
        if longest := self.callers.first_to_go(caller.peer):
            self._drop(longest)
        return longest is not None

    def _await(self, caller: Caller, already: bytes = b"") -> None:
        """Wait for a request, of which some may be there."""
        caller.becomes("arriving", self.rules.receiving.total)
        caller.arrival = Arrival(self.rules.most_bytes)
        self._watch(caller, READ)
        if already:
            self._take(caller, already)

    def _receive(self, caller: Caller) -> None:
        """Take what has come in."""
        try:
            data = caller.connection.recv(TAKEN)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(caller)
        else:
            self._take(caller, data)

    def _take(self, caller: Caller, data: bytes) -> None:
        arrival = caller.arrival
        assert arrival is not None
        arrival.feed(data)
        head = arrival.head
        streams = head is not None and self._queue_of(head.method, head.path) == STREAMED
        if arrival.is_whole or streams:
            self._begin(caller, arrival, is_cut=arrival.is_cut or not streams)
            return
        caller.until = caller.since + self.rules.receiving.total + len(arrival.bytes) / SLOWEST
        if head is not None and head.waits and not caller.line.has_continued:
            caller.line.sendall(CONTINUE)
            caller.line.has_continued = True

    def _begin(self, caller: Caller, arrival: Arrival, is_cut: bool) -> None:
        """Queue a request for a thread, unless too many of its address or of its kind are there already."""
        head = arrival.head
        caller.queue = self._queue_of(head.method, head.path) if head else "look-ups"
        caller.address = forwarded_address(caller.peer, head.forwarded if head else (), self.rules.proxies)
        too_many = caller.queue not in WATCHING and (caller.is_one_too_many or (
            self.rules.proxies and self.callers.answered(caller.address) >= self.rules.connections))
        if too_many or self.tpool.is_full(caller.queue):
            self._refuse(caller, 429 if too_many else 503)
            return
        caller.keeps = caller.is_answered = False
        caller.stays_open = not arrival.is_cut
        caller.line.give(arrival.bytes, is_cut)
        caller.arrival = None
        self._watch(caller, 0)
        caller.becomes("answering", self.cfg.timeout)
        work = self.tpool.put(caller.queue, self.handle, caller)
        work.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, caller, done))

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Send the rest of an answer that a thread is done with, and then wait for the next request or close."""
        self.tpool.done(conn.queue)
        conn.keeps = not fs.cancelled() and fs.exception() is None and bool(fs.result()) and conn.stays_open
        conn.is_answered = True
        conn.line.has_continued = False
        conn.becomes("leaving", self.cfg.timeout)
        self._flush(conn)

    def _to_be_sent(self, caller: Caller) -> None:
        """Have the rest of an answer sent; called by threads."""
        self.method_queue.defer(self._flush, caller)

    def _flush(self, caller: Caller) -> None:
        """Send what the caller takes in; once all of it is sent and nothing more will come, go on."""
        if caller not in self.callers:
            return
        try:
            empty = caller.line.flush()
        except OSError:
            self._drop(caller)
            return
        if not empty:
            self._watch(caller, WRITE)
        elif caller.state == "leaving":
            self._go_on(caller)
        else:
            self._watch(caller, 0)

    def _go_on(self, caller: Caller) -> None:
        """After an answer: what was sent already is the next request, else there may be one for a moment."""
        if not caller.keeps:
            self._close(caller)
            return
        already = caller.parser.unreader.take_buffered() + caller.line.rest()
        if already:
            self._await(caller, already)
        else:
            caller.becomes("idle", self.cfg.keepalive if self.alive else min(LINGERING, self.cfg.keepalive))
            self._watch(caller, READ)

    def _ready(self, caller: Caller, connection: socket.socket, events: int = 0) -> None:
        """Something can be read from a connection, or written to it."""
        if caller not in self.callers:  # let go of since the system said so
            return
        if caller.watched == WRITE:
            self._flush(caller)
        elif caller.state == "closing":
            self._linger(caller)
        else:
            if caller.state == "idle":
                self._await(caller)
            self._receive(caller)

    def _refuse(self, caller: Caller, status: int) -> None:
        """Answer in a word, without a thread."""
        caller.keeps = False
        caller.becomes("leaving", LINGERING)
        try:
            caller.line.sendall(refusal(status, caller.address, self.rules.prefix))
        except OSError:
            self._drop(caller)
            return
        self._flush(caller)

    def _close(self, caller: Caller) -> None:
        """Say that nothing more will come, and give the caller a moment to close."""
        caller.becomes("closing", LINGERING)
        try:
            caller.connection.shutdown(socket.SHUT_WR)
        except OSError:
            self._drop(caller)
            return
        self._watch(caller, READ)

    def _linger(self, caller: Caller) -> None:
        """Take in what nobody reads, so that the answer is not lost; at its end the connection is gone."""
        try:
            data = caller.connection.recv(TAKEN)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(caller)

    def _drop(self, caller: Caller) -> None:
        """End a connection for good."""
        if self.callers.remove(caller):
            self._watch(caller, 0)
            caller.line.end()
            if caller.arrival is not None:
                caller.arrival.bytes.close()
            self.nr_conns -= 1

    def _watch(self, caller: Caller, events: int) -> None:
        """Wait for these events of a connection, for none with 0."""
        if events == caller.watched:
            return
        if caller.watched and events:
            self.poller.modify(caller.connection, events, partial(self._ready, caller))
        elif events:
            self.poller.register(caller.connection, events, partial(self._ready, caller))
        else:
            self.poller.unregister(caller.connection)
        caller.watched = events

    def murder_keepalived(self, force: bool = False) -> None:
        """Let go of those whose time is over; of all who are not answered with `force`, at the end."""
        now = time.monotonic()
        if not force and now - self._swept < SWEPT_EVERY:
            return
        self._swept = now
        for caller in self.callers:
            if (force and caller.state != "answering") or caller.line.is_unread(now):
                self._drop(caller)
            elif caller.until < now:
                self._time_is_over(caller, now)

    def _time_is_over(self, caller: Caller, now: float) -> None:
        if caller.state == "arriving":
            self._refuse(caller, 408)
        elif caller.state == "idle":
            self._close(caller)
        elif caller.state == "closing" and caller.line.unread() and now - caller.since < self.rules.sending.silence:
            caller.until = now + LINGERING  # the system is still sending
        elif caller.state in ("closing", "leaving") and not caller.line.kept():
            self._drop(caller)

    def murder_pending(self) -> None:
        """Nothing: those who have sent nothing are looked after with all others."""

    def _cap_keepalive(self, deadline: float) -> None:
        """At the end: whoever has sent nothing of a request has a moment, whoever has sent some of it a little more."""
        for caller in self.callers:
            if caller.state == "idle":
                caller.until = min(caller.until, deadline)
            elif caller.state == "arriving":
                caller.until = min(caller.until, deadline + LINGERING)
