"""`quotes serve`: pages and API over HTTP, by gunicorn in this process."""

from __future__ import annotations

import logging.config
import os
import sys
from dataclasses import replace
from secrets import token_hex
from textwrap import fill

import click

from quotes.cli import command_setup
from quotes.cli.command_setup import now, opened_store
from quotes.cli.output.terminal import tell
from quotes.collection.access_keys import make_key
from quotes.records.errors import BadSetting
from quotes.settings import SETTINGS, whole_number
from quotes.store.contract.store import Store

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}
FIRST_KEY = "first start"
LOG = logging.getLogger("quotes.store")
PROCESSES, MOST_PROCESSES = "WEB_CONCURRENCY", 1000


SETTINGS_HELP = "\n\n".join(["Settings, from the environment:", *(
    f"\b\n{setting.name}{f' ({setting.default})' if setting.default else ''}\n"
    + fill(setting.help, 76, initial_indent="  ", subsequent_indent="  ") for setting in SETTINGS)])


@click.command("serve", epilog=SETTINGS_HELP)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port to listen on; 0 picks a free one.")
def command(host: str, port: int) -> int:
    """Serve the pages and the API.

    The store is made or brought up to date first, and looked over: a damaged one is not served. Where it listens is
    told on standard error; requests and failures are logged to standard output, a JSON object a line. On SIGTERM or
    Ctrl-C requests that have begun are answered first.
    """
    settings = command_setup.settings()
    _check_processes()
    from quotes.cli.server.gunicorn_server import Announcement, Server, listening
    from quotes.cli.server.json_logs import setup

    with listening(host, port) as listener:
        logging.config.dictConfig(setup(settings.log_level))
        with opened_store() as store:  # closed before the server forks; a key is made only where it will be shown
            _look_after(store)
            key = None if store.keys() or sys.stderr is None else make_key(store, FIRST_KEY, "write", now())
        _tell_open_files(settings.database)
        here = f"http://{EVERYWHERE.get(host, f'[{host}]' if ':' in host else host)}:{listener.getsockname()[1]}"
        if not os.environ.get("QUOTES_PUBLIC_URL", "").strip():
            settings = replace(settings, public_url=here)
        if not settings.secret_key:  # one for all workers
            settings = replace(settings, secret_key=token_hex(32))
        Server(settings, listener.detach(), Announcement(here, settings.database, key)).run()
    return 0


def _tell_open_files(database: str) -> None:
    """Tell which files of the database others on this machine may read: those of older programs, or by somebody's wish.

    Nothing is changed: a group may be meant to read them.
    """
    from quotes.store.store_opener import readable_by_others

    if files := readable_by_others(database):
        names = " ".join(map(str, files))
        tell(f"others on this machine may read the database; if that is not meant: chmod 600 {names}")


def _look_after(store: Store) -> None:
    """Refuse to serve a damaged database, and clear its log of what a removal could not."""
    store.hold()
    found = store.inspect_briefly()
    LOG.info("the database was checked", extra={"fields": {"found": found}})
    if not store.write_through():
        LOG.warning("the database's log is in use and was not emptied")


def _check_processes() -> None:
    """Refuse a number of processes that gunicorn cannot start, or would start and never answer; empty is one."""
    written = os.environ.get(PROCESSES, "").strip()
    if not written:
        os.environ.pop(PROCESSES, None)
    elif whole_number(written, 1, MOST_PROCESSES) is None:
        raise BadSetting(f"{PROCESSES} must be a whole number from 1 to {MOST_PROCESSES}, not {written[:40]!r}")
