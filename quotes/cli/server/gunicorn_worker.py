"""Gunicorn's worker: what cannot even be read as a request is answered with a problem document, and silence ends."""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Callable
from typing import Any

from gunicorn.glogging import Logger

from quotes.cli.server.caller_loop import CallerLoop
from quotes.cli.server.refusals import written

LONGEST_SILENCE = 20  # seconds in which nothing of a request arrives


def end_silence(listener: socket.socket, seconds: int = LONGEST_SILENCE) -> None:
    """Let no connection of a listener, which hands on what is set here, be waited for longer than some seconds."""
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", seconds, 0))
    if hasattr(socket, "TCP_DEFER_ACCEPT"):  # on Linux; elsewhere a connection without words is waited for by the loop
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


class ProblemWorker(CallerLoop):
    """A worker that answers in threads, and whose refusals have the shape of all others (RFC 9457)."""

    def load_wsgi(self) -> None:
        """The application, told when each request was there in full."""
        from quotes.api.http.request_kinds import kind_of

        super().load_wsgi()
        application = self.wsgi
        self._queue_of = lambda method, path: kind_of(method, path.removeprefix(self.rules.prefix)).queue

        def timed(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
            environ["quotes.arrived"] = environ["gunicorn.socket"].arrived
            return application(environ, start)

        self.wsgi = timed

    def handle(self, conn: Any) -> Any:
        """Answer a request, in a thread, unless its caller has gone away meanwhile."""
        return False if conn.line.is_gone() else super().handle(conn)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer a request; where not all of it was taken in, the connection ends with the answer."""
        if not conn.stays_open:
            req.force_close()
        return super().handle_request(req, conn)

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
        title = status_line.decode("latin-1").split(" ", 2)[2]
        self._line.sendall(written(status_line, title, self._address))
