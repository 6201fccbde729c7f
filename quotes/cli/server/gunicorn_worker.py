"""Gunicorn's worker: what cannot even be read as a request is answered with a problem document, and silence ends.

A thread that reads waits for the caller. Callers who went away without a word would keep all threads for ever, so
reading gives up after LONGEST_SILENCE, and the system hands over a connection when something has been sent on it.
"""

from __future__ import annotations

import json
import logging
import secrets
import socket
import struct
import sys
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker

REQUESTS = logging.getLogger("quotes.requests")
LONGEST_SILENCE = 20  # seconds in which nothing of a request arrives
ADDRESS = ("Letters other than ASCII, blanks and the like are percent-encoded in an address: é is %C3%A9 there, "
           "a blank is %20.")
DETAILS = {
    400: f"The request could not be read as HTTP. {ADDRESS}",
    414: "The address is too long.",
    417: "The header Expect can only ask for 100-continue.",
    431: "A header is too long, or there are too many of them.",
}


def end_silence(listener: socket.socket, seconds: int = LONGEST_SILENCE) -> None:
    """Let no connection of a listener, which hands on what is set here, be waited for longer than some seconds."""
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", seconds, 0))
    if hasattr(socket, "TCP_DEFER_ACCEPT"):  # on Linux; elsewhere a connection without words holds a thread for a while
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, seconds)


class ServerLogger(Logger):
    """Gunicorn's logger without its line for each request, which the application writes (api/http/request_log.py)."""

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:
        """Put nothing together: gunicorn does so for every request, even where nobody reads its line."""

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """Log a failure; that a caller fell silent is none of ours."""
        if isinstance(sys.exc_info()[1], BlockingIOError):
            self.debug("A caller fell silent.")
        else:
            super().exception(msg, *args, **kwargs)


class ProblemWorker(ThreadWorker):
    """A worker with threads whose refusals have the shape of all others (RFC 9457)."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer a request line that is too long, a header that is none, and the like."""
        super().handle_error(req, _Retold(client, addr), addr, exc)  # type: ignore[arg-type]  # all that is used of one


class _Retold:
    """A connection on which gunicorn's page about a failure leaves as a problem document."""

    def __init__(self, line: Any, address: Any) -> None:
        self._line = line
        self._address = address[0] if address else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)

    def sendall(self, answer: bytes) -> None:
        """Send the answer with another body; its status line stays."""
        status_line = answer.partition(b"\r\n")[0]
        _, status, title = status_line.decode("latin-1").split(" ", 2)
        request_id = secrets.token_hex(8)
        problem = {"type": "about:blank", "title": title, "status": int(status),
                   "detail": DETAILS.get(int(status), "The request could not be read as HTTP."),
                   "instance": "", "request_id": request_id}
        REQUESTS.info("no request", extra={"fields": {"request_id": request_id, "status": int(status),
                                                      "address": self._address}})
        body = json.dumps(problem).encode()
        head = (f"\r\nConnection: close\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n"
                f"X-Request-Id: {request_id}\r\nContent-Length: {len(body)}\r\n\r\n")
        self._line.sendall(status_line + head.encode() + body)
