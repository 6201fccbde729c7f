"""Gunicorn's worker, which answers what it cannot even read as a request with a problem document instead of a page."""

from __future__ import annotations

import json
import secrets
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker


class ServerLogger(Logger):
    """Gunicorn's logger without its line for each request, which the application writes (api.logs)."""

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:
        """Put nothing together: gunicorn does so for every request, even where nobody reads its line."""


class ProblemWorker(ThreadWorker):
    """A worker with threads whose refusals have the shape of all others (RFC 9457)."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer a request line that is too long, a header that is none, and the like."""
        super().handle_error(req, _Retold(client), addr, exc)  # type: ignore[arg-type]  # all of a socket that is used


class _Retold:
    """A connection on which gunicorn's page about a failure leaves as a problem document."""

    def __init__(self, line: Any) -> None:
        self._line = line

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)

    def sendall(self, answer: bytes) -> None:
        """Send the answer with another body; its status line stays."""
        status_line = answer.partition(b"\r\n")[0]
        _, status, title = status_line.decode("latin-1").split(" ", 2)
        problem = {"type": "about:blank", "title": title, "status": int(status),
                   "detail": "The request could not be read as HTTP, or its first line or a header is too long.",
                   "instance": "", "request_id": secrets.token_hex(8)}
        body = json.dumps(problem).encode()
        head = (f"\r\nConnection: close\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        self._line.sendall(status_line + head.encode() + body)
