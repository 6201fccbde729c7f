"""What a server allows its callers: how long they may take, how much they may send, and into which queue it goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from waitress.adjustments import Adjustments

LONGEST_LINE = 8190  # bytes of an address with its method
LONGEST_HEAD = 16_384  # bytes of the first line and all headers, which are looked through anew with every packet
LONGEST_BATCH = 2**28  # bytes of a batch, which waits on the disk until all of it is there
LONGEST_IDLE = 20  # seconds that a connection may stay open between two requests
LONGEST_LEAVING = 2  # seconds in which whoever was refused may go on sending
MOST_CONNECTIONS = 1000  # of one process
IN_MEMORY = 2**18  # bytes of a body or of an answer; what is longer waits on the disk


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of a server, as far as they are about callers.

    `most_bytes` a body may have, `receive_seconds` a request may take to arrive and `send_seconds` an answer may wait
    to be read; `connections` one address may hold, any number behind `proxies` of our own; the service is below the
    path `prefix`.
    """

    most_bytes: int
    receive_seconds: int
    send_seconds: int
    connections: int
    proxies: int
    prefix: str

    def queue(self, method: str, path: str) -> str:
        """The queue for a request, by its first line."""
        from quotes.api.http.limits.request_kinds import kind_of

        found: str = kind_of(method, self._below(path)).queue
        return found

    def is_batch(self, method: str, path: str) -> bool:
        """Whether a request may have a body as long as a batch, by its first line."""
        from quotes.api.http.limits.request_kinds import BATCH, kind_of

        return bool(kind_of(method, self._below(path)) is BATCH)

    def _below(self, path: str) -> str:
        return path.removeprefix(self.prefix) or "/"

    @property
    def for_all(self) -> Adjustments:
        """The same in waitress's words, which counts what is around chunks as well; the application counts the rest."""
        return _adjusted(self.most_bytes * 5 // 4)

    @property
    def for_batches(self) -> Adjustments:
        """The same for bodies that are as long as a batch."""
        return _adjusted(LONGEST_BATCH)


@cache
def _adjusted(most_bytes: int) -> Adjustments:
    return Adjustments(
        ident="", max_request_header_size=LONGEST_HEAD, connection_limit=MOST_CONNECTIONS,
        max_request_body_size=most_bytes + 1, inbuf_overflow=IN_MEMORY, outbuf_overflow=IN_MEMORY,
        outbuf_high_watermark=2**20,
        channel_request_lookahead=1, clear_untrusted_proxy_headers=False, log_socket_errors=False,
        channel_timeout=2**31)  # our own clock, which nobody puts forward, tells when a connection ends
