"""A service in processes of its own that is mistreated from outside, and what its file holds afterwards."""

from __future__ import annotations

import http.client
import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.server import QUOTES, without_settings

PATIENCE = 60  # seconds for a service to begin
NO_ANSWER = (OSError, http.client.HTTPException)
WHOLE = """SELECT count(*) FROM document WHERE (SELECT count(*) FROM quote WHERE document_id = document.id AND
           status = 0) <> 2 OR NOT EXISTS (SELECT 1 FROM body WHERE document_id = document.id AND
           revision = document.revision)"""


@dataclass
class Place:
    """A folder with a database, and the key of an admin for it."""

    folder: Path
    extra: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / "quotes.db"

    def environment(self) -> dict[str, str]:
        """The settings of everything that runs here."""
        return {**without_settings(), "QUOTES_DATABASE": f"sqlite:///{self.database}", "QUOTES_RATE_LIMIT": "off",
                "QUOTES_LOG_LEVEL": "error", "QUOTES_PUBLIC_URL": "https://quotes.example", **self.extra}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program here."""
        return subprocess.run([QUOTES, *arguments], env=self.environment(), check=False, text=True,
                              capture_output=True)

    def make_key(self) -> None:
        """Make the key; the database as well if it is not there."""
        self.key = self.run("keys", "add", "torture", "--scope", "admin").stdout.strip()


@dataclass
class Service:
    """A service that runs."""

    place: Place
    port: int
    process: subprocess.Popen[str]

    def ask(self, method: str, path: str, body: Any = None, seconds: float = 30,
            more: Mapping[str, str] | None = None) -> tuple[int, Any, Mapping[str, str]]:
        """Send a request: status, what the JSON says (None for what is none), headers. OSError without an answer."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)) as line:
            headers = {"Authorization": f"Bearer {self.place.key}", "Content-Type": "application/json",
                       **(more or {})}
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            content = answer.read()
            is_json = "json" in (answer.getheader("Content-Type") or "")
            return answer.status, json.loads(content) if is_json and content else None, dict(answer.getheaders())

    def workers(self) -> list[int]:
        """The processes that answer."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(one) for one in found]

    def kill(self) -> None:
        """End all its processes at once, without a word."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it as an administrator would."""
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.kill()


def begin(place: Place, extra: Mapping[str, str] | None = None) -> Service | str:
    """Start a service; what it said on standard error if it refused."""
    environment = {**place.environment(), **(extra or {})}
    process = subprocess.Popen([QUOTES, "serve", "--port", "0"], env=environment, text=True, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = ""
    while "ready at " not in said:  # it may have something to tell before
        line = process.stderr.readline()
        if not line:
            process.wait()
            return said
        said += line
    port = urlsplit(said.split("ready at ")[1].split()[0]).port
    assert port is not None
    service = Service(place, port, process)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(*NO_ANSWER):
            if service.ask("GET", "/healthz", seconds=5)[0] == 200:
                return service
        time.sleep(0.05)
    service.kill()
    return "it never answered"


@contextmanager
def served(place: Place, extra: Mapping[str, str] | None = None) -> Iterator[Service]:
    """A service until the block ends; RuntimeError with what it said if it refused."""
    service = begin(place, extra)
    if isinstance(service, str):
        raise RuntimeError(f"the service did not start: {service}")
    try:
        yield service
    finally:
        service.kill()


@contextmanager
def good_place(folder: Path, articles: int) -> Iterator[tuple[Place, Service]]:
    """A place with so many articles, and the service by which they came, until the block ends."""
    place = Place(folder)
    folder.mkdir()
    place.make_key()
    with served(place) as service:
        for number in range(articles):
            service.ask("POST", "/v1/documents", article(number))
        yield place, service
        service.stop()


def article(number: int, revision: int = 0) -> dict[str, str]:
    """An article with two quotes, another one for every number; of a revision it has other words."""
    return {"url": f"https://gazette.example/{number}", "publisher": "The Gazette",
            "text": f"“The weir {number} will hold until spring,” said Ona Brandt.\n\n“Nobody asked us {number}, and "
                    f"turn {revision} is no better,” said Piet Calloway, the harbour master."}


def asked(database: Path, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """What the file itself answers."""
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return connection.execute(statement, values).fetchall()


def halves(database: Path) -> int:
    """How many of the articles made here are kept in part only."""
    return int(asked(database, WHOLE)[0][0])
