"""Gunicorn's worker: it answers with waitress, whose threads never wait for a caller.

Gunicorn starts and watches the processes and ends them; its own workers let a thread wait while a request arrives and
while an answer is read.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from types import FrameType
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from quotes.cli.server.job_thread import JobThread
from quotes.cli.server.waitress_server import BufferingServer

TURN_OF_A_THREAD = 0.001  # seconds; with Python's 0.005 a look-up beside costly questions waits that long at every step
SAYS_NOTHING = 20  # seconds after which a connection on which nothing was sent is not even handed over


def end_silence(listener: socket.socket, seconds: int = SAYS_NOTHING) -> None:
    """Let a listener hand over connections only once something has been sent on them, where the system can do that."""
    if hasattr(socket, "TCP_DEFER_ACCEPT"):
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, seconds)


class ServerLogger(Logger):
    """Gunicorn's logger without its line for each request, which the application writes (api/http/request_log.py)."""

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:
        """Put nothing together: gunicorn does so for every request, even where nobody reads its line."""


class BufferingWorker(Worker):
    """A worker in whose loop callers are waited for, and whose threads work."""

    server: BufferingServer | None = None

    def run(self) -> None:
        """Serve until gunicorn says that it is enough, or is gone; then answer what has begun."""
        sys.setswitchinterval(TURN_OF_A_THREAD)
        listener: Any = self.sockets[0]  # gunicorn's own class around a socket
        application: Any = self.app
        self.server = server = BufferingServer(self.wsgi, listener.sock, application.rules)
        jobs = JobThread(self.wsgi)
        jobs.start()
        while self.alive and self.ppid == os.getppid():
            self.notify()
            server.turn()
        jobs.stop()
        server.stop_accepting()
        until = time.monotonic() + self.cfg.graceful_timeout
        while not server.is_idle and time.monotonic() < until:
            self.notify()
            server.turn()
        server.task_dispatcher.shutdown()
        jobs.end()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, without waiting for the next caller."""
        super().handle_exit(sig, frame)
        if self.server is not None:
            self.server.pull_trigger()
