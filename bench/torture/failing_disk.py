"""Every write and sync of the database's files fails once, one after the other, below SQLite.

`python -m bench.torture.failing_disk`. It compiles a small library that is loaded before the system's (LD_PRELOAD), so
it needs cc. For each N the service is asked for one thing (new article, revision, takedown, correction) while
the Nth call fails, once or from then on, as a broken disk (EIO) or a full one (ENOSPC). Then the files are opened as
they are, as after a crash: what was acknowledged is there, what is said not to be kept is not, nothing is half.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.torture.service import article, asked, halves

SOURCE = Path(__file__).with_suffix(".c")
INSIDE = "TORTURE_FAILING_DISK"
ARTICLES = 6
NOT_KEPT = ("/problems/store-unavailable", "/problems/no-room", "/problems/busy", "/problems/not-writable")
STATE = "SELECT known_by, revision, (SELECT count(*) FROM quote WHERE document_id = document.id) FROM document"


@dataclass(frozen=True)
class Wish:
    """Something that is asked for: how, and a statement that answers 1 once it is done."""

    name: str
    ask: Callable[[Any, dict[str, str]], Any]
    done: str


def _correct(client: Any, headers: dict[str, str]) -> Any:
    tag = client.get("/v1/quotes/q1").headers["ETag"]
    change = {"speaker": {"name": "Hanne Oster", "kind": "person"}}
    return client.patch("/v1/quotes/q1", json=change, headers={**headers, "If-Match": tag})


WISHES = (
    Wish("new article", lambda client, headers: client.post("/v1/documents", json=article(900), headers=headers),
         "SELECT count(*) FROM document WHERE url LIKE '%/900'"),
    Wish("revision", lambda client, headers: client.post("/v1/documents", json=article(2, 1), headers=headers),
         "SELECT count(*) FROM document WHERE url LIKE '%/2' AND revision = 2"),
    Wish("takedown", lambda client, headers: client.delete("/v1/documents/d3", headers=headers),
         "SELECT NOT EXISTS (SELECT 1 FROM document WHERE url LIKE '%/3')"),
    Wish("correction", _correct,
         "SELECT count(*) FROM quote JOIN speaker ON speaker.id = speaker_id WHERE quote.id = 1 "
         "AND name = 'Hanne Oster'"),
)


def start_anew(arguments: Sequence[str]) -> int:
    """Compile the library and run this module with it; 0 with a word of it where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        print("skipped: no C compiler here, or no Linux; a failing disk cannot be made")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "failing_disk.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
        command = [sys.executable, "-m", "bench.torture.failing_disk", *arguments]
        environment = {**os.environ, "LD_PRELOAD": str(library), INSIDE: str(library)}
        return subprocess.run(command, env=environment, check=False).returncode


def made(folder: Path) -> tuple[Path, dict[str, str]]:
    """A database with some articles, closed, and the headers of an admin."""
    from datetime import UTC, datetime

    from quotes.api.app import create_app
    from quotes.collection.access_keys import make_key
    from quotes.settings import read_settings
    from quotes.store.store_opener import open_store

    path = folder / "quotes.db"
    store = open_store(f"sqlite:///{path}")
    headers = {"Authorization": f"Bearer {make_key(store, 'torture', 'admin', datetime.now(UTC))}"}
    client = create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{path}", "QUOTES_RATE_LIMIT": "off"}),
                        store).test_client()
    for number in range(1, ARTICLES + 1):
        client.post("/v1/documents", json=article(number), headers=headers)
    store.close()
    return path, headers


@dataclass
class Trial:
    """One place in which one thing is asked for while the disk fails."""

    good: Path
    headers: dict[str, str]
    folder: Path
    disk: ctypes.CDLL

    def run(self, wish: Wish, nth: int, error: int, stays: bool) -> tuple[str, int]:
        """What was answered and found afterwards ("" for nothing wrong), and how many calls failed."""
        from quotes.api.app import create_app
        from quotes.settings import read_settings
        from quotes.store.store_opener import open_store

        here = self.folder / "work" / "quotes.db"
        shutil.rmtree(here.parent, ignore_errors=True)
        here.parent.mkdir()
        shutil.copy(self.good, here)
        store = open_store(f"sqlite:///{here}")
        settings = read_settings({"QUOTES_DATABASE": f"sqlite:///{here}", "QUOTES_RATE_LIMIT": "off"})
        client = create_app(settings, store).test_client()
        client.post("/v1/documents", json=article(1), headers=self.headers)  # the log is there, as under a service
        self.disk.disk_fail(nth, error, int(stays))
        answer = wish.ask(client, self.headers)
        failed = int(self.disk.disk_failed())
        self.disk.disk_fail(0, 0, 0)
        status, body = answer.status_code, answer.get_json(force=True)
        crash = self.folder / "crash" / "quotes.db"
        shutil.rmtree(crash.parent, ignore_errors=True)
        crash.parent.mkdir()
        for ending in ("", "-wal"):
            if here.with_name(f"quotes.db{ending}").exists():
                shutil.copy(here.with_name(f"quotes.db{ending}"), crash.with_name(f"quotes.db{ending}"))
        said = _judged(crash, wish, status, body)
        store.close()
        return said, failed


def _judged(crash: Path, wish: Wish, status: int, body: Any) -> str:
    """What is wrong with an answer, by the files as a crash would leave them."""
    from quotes.store.store_opener import open_sqlite

    done = bool(asked(crash, wish.done)[0][0])
    kind = body.get("type", "") if isinstance(body, dict) else ""
    if status < 300 and not done:
        return f"acknowledged ({status}) and lost"
    if status >= 300 and kind in NOT_KEPT and done:
        return f"answered {kind} and kept"
    if status >= 500 and status != 503:
        return f"answered {status}"
    if halves(crash):
        return "half an article"
    store = open_sqlite(crash)
    whole = store.inspect(True, lambda check: None)
    store.close()
    return "" if whole else "not whole"


def main(arguments: Sequence[str]) -> int:
    """Fail every call once and print the figures; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="try each call, or every second, third …")
    chosen = parser.parse_args(arguments)
    if INSIDE not in os.environ:
        return start_anew(arguments)
    import logging

    logging.disable(logging.CRITICAL)
    disk = ctypes.CDLL(os.environ.pop(INSIDE))
    tried, faults = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "good").mkdir()
        good, headers = made(Path(folder) / "good")
        trial = Trial(good, headers, Path(folder), disk)
        for wish in WISHES:
            for error, stays in ((errno.EIO, False), (errno.EIO, True), (errno.ENOSPC, False), (errno.ENOSPC, True)):
                nth, failed = 1, 1
                while failed:
                    said, failed = trial.run(wish, nth, error, stays)
                    tried[wish.name] += bool(failed)
                    if said:
                        how = f"{errno.errorcode[error]}{' for ever' if stays else ''}"
                        faults[f"{wish.name}, {how}, call {nth}: {said}"] += 1
                    nth += chosen.every
    print("; ".join(f"{name}: {count} failures" for name, count in tried.items()))
    for fault in faults:
        print(f"  WRONG: {fault}")
    print(f"{sum(tried.values())} injected failures, {len(faults)} wrong answers or losses")
    return int(bool(faults) or not tried)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
