"""One caller's connection: a request is answered once all of it is there, an answer waits here for its reader.

Waitress takes requests in and sends answers in one loop, so that threads only ever work. What it lacks is added here:
an end to patience, refusals in the shape of all others, and where a request belongs.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from quotes.cli.server.patience import Patience
from quotes.cli.server.refusals import refusal
from quotes.cli.server.rules import LONGEST_BATCH, LONGEST_IDLE, LONGEST_LEAVING, LONGEST_LINE, Rules
from quotes.records.caller_address import counted_address

if TYPE_CHECKING:
    from quotes.cli.server.waitress_server import BufferingServer

VERSIONS = ("1.0", "1.1")


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
        self.version = "1.1"  # whatever was asked for, if anything was
        self.channel.is_refused = True
        most = LONGEST_BATCH if self.request.adj is rules.for_batches else rules.most_bytes
        self.status, headers, body = refusal(self.request.error.code, self.channel.addr[0], rules, most)
        self.response_headers.extend(headers)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Task(WSGITask):
    """The application's answer to a request, which is told since when that waits."""

    def service(self) -> None:
        """Answer."""
        self.channel.is_answering = True
        try:
            super().service()
        finally:
            self.channel.is_answering = False

    def get_environment(self) -> dict[str, Any]:
        """What the application is told."""
        from quotes.api.http.limits.request_kinds import ARRIVED

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
        self.queue = self.rules.queue(self.command, self.path)
        if len(self.first_line) > LONGEST_LINE:
            self.refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
        elif self.version not in VERSIONS:
            self.refuse(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
        if "AUTHORIZATION" in self.headers and self.rules.is_batch(self.command, self.path):
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
    request: Request | None = None  # what arrives
    is_answering = False  # whether a thread works on an answer
    is_refused = False
    is_leaving = False  # whether nothing is sent any more, and what still comes is passed over

    def __init__(self, server: BufferingServer, sock: socket.socket, addr: Any, adj: Adjustments,
                 map: dict[int, Any] | None = None) -> None:
        self.peer = counted_address(addr[0])
        self._sent = 0
        self._receiving = Patience(server.rules.receive_seconds)
        self._sending = Patience(server.rules.send_seconds)
        self._idle = Patience(LONGEST_IDLE)
        self._leaving = Patience(LONGEST_LEAVING)
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

    def _flush_outbufs_below_high_watermark(self) -> None:
        """Let a thread wait for the reader of a very long answer; never between two requests."""
        if self.is_answering:
            super()._flush_outbufs_below_high_watermark()

    @property
    def waits(self) -> bool:
        """Whether nothing of this caller's is being worked on."""
        return not self.requests

    def readable(self) -> bool:
        """Whether what comes is to be read."""
        return self.is_leaving or bool(super().readable())

    def handle_read(self) -> None:
        """Take in what is there."""
        if not self.is_leaving:
            super().handle_read()
        else:
            with suppress(OSError):
                self.recv(self.adj.recv_bytes)

    def handle_close(self) -> None:
        """End the connection, slowly for whoever was refused while still sending, who else could not read why."""
        if self.is_refused and self.connected and not self.is_leaving:
            self.is_leaving, self.will_close = True, False
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        super().handle_close()

    def end_if_late(self, now: float) -> None:
        """Give up a caller who has not sent the request, or read the answer, in time; the first is told so.

        Nothing can be sent to one who does not read, so that such a connection ends at once, and so does the work on
        what follows in it.
        """
        arriving = self.request
        sends = self.total_outbufs_len > 0
        is_silent = self._sending.is_over(sends, self._sent, now)
        is_idle = self._idle.is_over(self.waits and arriving is None and not sends, 0, now)
        if is_silent or is_idle or self._leaving.is_over(self.is_leaving, 0, now):
            super().handle_close()
        elif self._receiving.is_over(arriving is not None and self.waits, arriving.moved if arriving else 0, now):
            self._refuse_late()

    def _refuse_late(self) -> None:
        with self.requests_lock:
            late, self.request = self.request, None
            if late is None:
                return
            late.refuse(HTTPStatus.REQUEST_TIMEOUT)
            self.requests.append(late)
        self.server.add_task(self)
