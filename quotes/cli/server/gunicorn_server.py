"""The server behind `quotes serve`: gunicorn, how it is set up, and where it listens.

Gunicorn reads WEB_CONCURRENCY when it is imported, so this is imported only after that was checked.
"""

from __future__ import annotations

import errno
import gc
import os
import socket
from dataclasses import dataclass
from shutil import rmtree
from tempfile import TemporaryFile, mkdtemp
from typing import Any
from urllib.parse import urlsplit

import click
from gunicorn.app.base import BaseApplication

from quotes.cli.server.gunicorn_worker import end_silence
from quotes.cli.server.json_logs import setup
from quotes.cli.server.rules import Rules
from quotes.cli.server.thread_memory import bound
from quotes.reading.readers.budget import budget_of
from quotes.reading.readers.reader_pool import Readers
from quotes.records.errors import QuotesError
from quotes.settings import Settings

LONGEST_ANSWER = 120  # seconds
LAST_ANSWERS = 30  # seconds for requests that have begun when the server is told to stop
COUNTS = "PROMETHEUS_MULTIPROC_DIR"  # where workers count together; prometheus-client reads it
OBJECTS_UNTIL_SEARCH = 20_000  # new ones, until garbage is looked for; a list of 20 quotes makes about 1,000


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is printed once the server answers."""

    here: str
    database: str
    key: str | None

    def __str__(self) -> str:
        """Where to look, where things are kept, and at the first start the key."""
        lines = [f"Quotes is ready at {self.here} (API: {self.here}/docs). Ctrl-C ends it.",
                 f"Everything is kept in {self.database}"]
        if self.key:
            lines.append(f"A key for writing, shown only now: {self.key}")
        return "\n".join(lines)


class Server(BaseApplication):
    """Gunicorn, configured here instead of by its own command line."""

    def __init__(self, settings: Settings, descriptor: int, announcement: Announcement) -> None:
        bound()
        self._settings = settings
        self._descriptor = descriptor
        self._announcement = announcement
        self._readers = Readers(budget_of(settings))  # before workers are forked, which share them
        self._counts = TemporaryFile()  # noqa: SIM115  all workers count in it, until the last of them has ended
        self.rules = Rules(settings.max_bytes, settings.receive_seconds, settings.send_seconds, settings.connections,
                           settings.trusted_proxies, urlsplit(settings.public_url).path.rstrip("/"))
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn how to run."""
        wanted = {
            "bind": f"fd://{self._descriptor}",
            "worker_class": "quotes.cli.server.gunicorn_worker.BufferingWorker",
            "logger_class": "quotes.cli.server.gunicorn_worker.ServerLogger",
            "timeout": LONGEST_ANSWER,
            "graceful_timeout": LAST_ANSWERS,
            "logconfig_dict": setup(self._settings.log_level),
            "when_ready": lambda server: click.echo(str(self._announcement), err=True),
            "post_worker_init": _settle,
            "child_exit": _forget_worker,
            "proc_name": "quotes",
            "control_socket_disable": True,
        }
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, made in each worker, so that no connection is shared between processes."""
        from quotes.api.app import create_app

        return create_app(self._settings, readers=self._readers, counts=self._counts.fileno())

    def run(self) -> None:
        """Serve until a signal ends it; with several workers, in a folder of its own for what they count."""
        if self.cfg.workers > 1 and not os.environ.get(COUNTS):
            os.environ[COUNTS] = folder = mkdtemp(prefix="quotes-metrics-")
            self.cfg.set("on_exit", lambda server: rmtree(folder))
        super().run()


def _settle(worker: Any) -> None:
    """Look for garbage less often, and never among what the application is made of: it is there to stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_UNTIL_SEARCH, *gc.get_threshold()[1:])


def _forget_worker(server: Any, worker: Any) -> None:
    """Close what a worker that has ended counted, so that it stays in the sum."""
    if os.environ.get(COUNTS):
        from prometheus_client import multiprocess  # looks at COUNTS when it is imported

        multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def listening(host: str, port: int) -> socket.socket:
    """A socket that is bound; QuotesError says what to do if it cannot be."""
    elsewhere = f"{host} is not an address of this machine; 127.0.0.1 always is, and 0.0.0.0 stands for all of them."
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror as error:
        raise QuotesError(elsewhere) from error
    family, _, _, _, address = found[0]
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OSError as error:
        listener.close()
        taken = f"Port {port} of {host} cannot be used ({error.strerror}); choose another with --port."
        raise QuotesError(elsewhere if error.errno == errno.EADDRNOTAVAIL else taken) from error
    end_silence(listener)
    return listener
