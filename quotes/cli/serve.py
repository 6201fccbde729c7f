"""`quotes serve`: pages and API over HTTP, by gunicorn in this process."""

from __future__ import annotations

import errno
import os
import socket
from dataclasses import dataclass, replace
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from quotes.cli import session
from quotes.cli.session import now, opened_store
from quotes.errors import QuotesError
from quotes.record.keys import make_key
from quotes.settings import Settings

THREADS = 8  # one process with threads suits SQLite; WEB_CONCURRENCY asks gunicorn for more processes
LONGEST_ANSWER = 120  # seconds
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}
FIRST_KEY = "first start"


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port to listen at; 0 takes any free one.")
def command(host: str, port: int) -> int:
    """Serve the pages and the API.

    The store is made or brought up to date first. Settings come from the environment.
    """
    settings = session.settings()
    with _listening(host, port) as listener:
        with opened_store() as store:  # closed before the server forks; a key is made only where it will be shown
            key = None if store.keys() else make_key(store, FIRST_KEY, "write", now())
        here = f"http://{EVERYWHERE.get(host, f'[{host}]' if ':' in host else host)}:{listener.getsockname()[1]}"
        if not os.environ.get("QUOTES_PUBLIC_URL", "").strip():
            settings = replace(settings, public_url=here)
        Server(settings, listener.detach(), Announcement(here, settings.database, key)).run()
    return 0


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
        self._settings = settings
        self._descriptor = descriptor
        self._announcement = announcement
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn how to run."""
        wanted = {
            "bind": f"fd://{self._descriptor}",
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": LONGEST_ANSWER,
            "loglevel": "warning" if self._settings.log_level == "info" else self._settings.log_level,
            "when_ready": lambda server: click.echo(str(self._announcement)),
            "proc_name": "quotes",
            "control_socket_disable": True,
        }
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, made in each worker, so that no connection is shared between processes."""
        from api.app import create_app

        return create_app(self._settings)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that is bound; QuotesError says what to do if it cannot be."""
    elsewhere = f"{host} is no address of this machine; --host 127.0.0.1 always is, 0.0.0.0 stands for all it has."
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
    return listener
