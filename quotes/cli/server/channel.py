"""One caller's connection: a request is answered once all of it is there, an answer waits here for its reader.

Waitress takes requests in and sends answers in one loop, so that threads only ever work. What it lacks is added here:
an end to patience, refusals in the shape of all others, and where a request belongs.
"""

from __future__ import annotations

import socket
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from quotes.cli.server.patience import Patience
from quotes.cli.server.refusals import refusal
from quotes.cli.server.rules import LONGEST_LINE, Rules, takes_long_bodies
from quotes.records.caller_address import counted_address

if TYPE_CHECKING:
    from quotes.cli.server.buffering_server import BufferingServer

ARRIVED = "quotes.arrived"  # in the environment of a request: the moment of time.monotonic() when it was there


class Refusal(Error):
    """A request that is not given to the application, for the reason that a status names."""

    def __init__(self, status: int) -> None:
        super().__init__("")
        self.code = status


class RefusalTask(ErrorTask):
    """The answer to what is refused: a problem document, after which the connection ends."""

    def execute(self) -> None:
        """Write it."""
        rules: Rules = self.channel.server.rules
        self.status, headers, body = refusal(self.request.error.code, self.channel.addr[0], rules.prefix)
        self.response_headers.extend(headers)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Task(WSGITask):
    """The application's answer to a request, which is told since when that waits."""

    def get_environment(self) -> dict[str, Any]:
        """What the application is told."""
        found: dict[str, Any] = super().get_environment()
        found[ARRIVED] = self.request.arrived
        return found


class Request(HTTPRequestParser):
    """A request while it arrives; as soon as its head is there, what it is decides how long its body may be."""

    rules: Rules  # given by the channel before the first byte
    queue = "health"
    arrived = 0.0

    def received(self, data: bytes) -> int:
        """Take in some bytes; how many belong to this request."""
        taken: int = super().received(data)
        head = self.header_plus
        if not self.headers_finished and len(head) > LONGEST_LINE and b"\n" not in head[:LONGEST_LINE]:
            self.refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        return taken

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head; a batch may go on for longer, if it has a key."""
        super().parse_header(header_plus)
        kind = self.rules.kind(self.command, self.path)
        self.queue = kind.queue
        if len(self.first_line) > LONGEST_LINE:
            self.refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        if takes_long_bodies(kind) and "AUTHORIZATION" in self.headers:
            self.adj = self.rules.for_batches

    def refuse(self, status: int) -> None:
        """Let it be answered with a refusal, and take in no more of it."""
        self.error, self.completed = Refusal(status), True

    @property
    def moved(self) -> int:
        """How many bytes of it are there."""
        return int(self.header_bytes_received) + int(self.body_bytes_received)


class Channel(HTTPChannel):
    """A connection with an end to its patience."""

    error_task_class = RefusalTask
    task_class = Task

    def __init__(self, server: BufferingServer, sock: socket.socket, addr: Any, adj: Adjustments,
                 map: dict[int, Any] | None = None) -> None:
        self.peer = counted_address(addr[0])
        self._sent = 0
        self._receiving = Patience(server.rules.receive_seconds)
        self._sending = Patience(server.rules.send_seconds)
        super().__init__(server, sock, addr, adj, map)

    def parser_class(self, adj: Adjustments) -> Request:
        """A request that begins to arrive."""
        request = Request(adj)
        request.rules = self.server.rules
        return request

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send what the line takes; how many bytes that were."""
        sent: int = super().send(data, do_close)
        self._sent += sent
        return sent

    @property
    def waits(self) -> bool:
        """Whether nothing of this caller's is being worked on."""
        return not self.requests

    def end_if_late(self, now: float) -> None:
        """Give up a caller who has not sent the request, or read the answer, in time; the first is told so."""
        if self._sending.is_over(self.total_outbufs_len > 0, self._sent, now):
            self.will_close = True
        arriving = self.request
        if self._receiving.is_over(arriving is not None and self.waits, arriving.moved if arriving else 0, now):
            self._refuse_late(arriving)

    def _refuse_late(self, request: Request) -> None:
        with self.requests_lock:
            request.refuse(HTTPStatus.REQUEST_TIMEOUT)
            self.requests.append(request)
            self.request = None
        self.server.add_task(self)


def now() -> float:
    """The clock by which patience is measured, which nobody puts forward or back."""
    return time.monotonic()
