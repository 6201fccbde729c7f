"""Four of the worst documents at once against a service of little memory: no worker dies, and look-ups go on.

`python -m bench.torture.reading_load --rounds 3`: the service runs under a limit of 1.2 GB of address space for each
process, and the memory of all its processes together is watched. Told are the answers, and how long look-ups and
/healthz took, quiet and loaded. Exit status 1 if a promise is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.server import running

SPACE = 1_200_000_000  # bytes
READING_MEMORY = 600  # MB, the default
SLOWER, HEALTHY = 4, 0.2  # how much slower look-ups may be; seconds for /healthz
AT_ONCE = 4
LONG = "“It floats,” said Ona Brandt. " * 1_000  # long enough for a process apart, which is started for it
WORST = {
    "quotations": "“a” said X. " * 60_000,
    "pronouns": "“We saw it,” he said. " * 30_000,
    "names": "".join(f"Ann Reed{n} met Bo Orr{n}, and " for n in range(60_000)),
    "marks": "“a “b” c” ‘d’ \"e\" " * 60_000,
    "page": "<p class='byline'>By Ann Reed</p>’s<!-- a --> “No,” she said. " * 20_000,
    "sentences": "the mayor denied it was “wrong.” a spokeswoman said, “We saw it.” @orr, the bill, left. " * 1_500,
}


def main(arguments: Sequence[str]) -> int:
    """Run the attack; 0 if every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args(arguments).rounds
    resource.setrlimit(resource.RLIMIT_AS, (SPACE, SPACE))
    with tempfile.TemporaryDirectory() as folder:
        settings = {"QUOTES_DATABASE": f"sqlite:///{folder}/quotes.db", "QUOTES_RATE_LIMIT": "off",
                    "QUOTES_LOG_LEVEL": "error"}
        with running(settings, log=None) as server:
            print(f"warm: {sent(server.address, 'POST', '/v1/extract', json.dumps({'text': LONG}).encode())}")
            before = _workers(server.process.pid)
            quiet = Looker(server.address, seconds=5.0)
            quiet.run()
            with _watched(server.process.pid) as peak, _beside(Looker(server.address)) as loaded:
                answers = attack(server.address, rounds)
            same = _workers(server.process.pid) == before
    return told(quiet, loaded, answers, peak["readers"], same)


class Looker:
    """Somebody who looks things up all the time, and asks whether the service is well."""

    def __init__(self, address: str, seconds: float = 1e9) -> None:
        self.address, self.seconds, self.ends = address, seconds, threading.Event()
        self.took: dict[str, list[float]] = {"/v1/quotes": [], "/healthz": []}
        self.wrong = 0

    def run(self) -> None:
        """Ask until told to end."""
        until = time.monotonic() + self.seconds
        while time.monotonic() < until and not self.ends.is_set():
            for path, took in self.took.items():
                began = time.monotonic()
                self.wrong += sent(self.address, "GET", path)[0] != 200
                took.append(time.monotonic() - began)
            time.sleep(0.02)

    def p99(self, path: str) -> float:
        """Seconds within which 99 of 100 were answered."""
        ordered = sorted(self.took[path])
        return ordered[int(0.99 * (len(ordered) - 1))]


def attack(address: str, rounds: int) -> list[tuple[str, int, float, str]]:
    """What was answered to each document, four of which are sent at once."""
    answers: list[tuple[str, int, float, str]] = []
    names = [name for _ in range(rounds) for name in WORST]

    def send() -> None:
        while names:
            name = names.pop()
            field = "html" if name == "page" else "text"
            began = time.monotonic()
            body = json.dumps({field: WORST[name], "language": "en"}).encode()
            status, detail = sent(address, "POST", "/v1/extract", body)
            answers.append((name, status, time.monotonic() - began, detail))

    senders = [threading.Thread(target=send) for _ in range(AT_ONCE)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return answers


def sent(address: str, method: str, path: str, body: bytes | None = None) -> tuple[int, str]:
    """The status of an answer and, of a problem, its detail; 0 where there was none."""
    line = HTTPConnection(urlsplit(address).netloc, timeout=120)
    try:
        line.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        answer = line.getresponse()
        whole = answer.read()
    except OSError as error:
        return 0, str(error)
    finally:
        line.close()
    return answer.status, json.loads(whole).get("detail", "") if answer.status >= 400 else f"{len(whole):,} bytes"


@contextmanager
def _beside(looker: Looker) -> Iterator[Looker]:
    thread = threading.Thread(target=looker.run)
    thread.start()
    try:
        yield looker
    finally:
        looker.ends.set()
        thread.join()


@contextmanager
def _watched(server: int) -> Iterator[dict[str, float]]:
    """The most MB that the processes which read took together, looked at every tenth of a second."""
    peak, ends = {"readers": 0.0}, threading.Event()

    def watch() -> None:
        while not ends.wait(0.1):
            readers = [process for process in _below(server) if "quotes.reading.readers" in _command(process)]
            peak["readers"] = max(peak["readers"], sum(map(_private, readers)))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        ends.set()
        thread.join()


def _workers(server: int) -> list[int]:
    return sorted(process for process in _children(server) if "quotes.reading.readers" not in _command(process))


def _below(process: int) -> list[int]:
    own = _children(process)
    return [*own, *(below for child in own for below in _below(child))]


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _private(process: int) -> float:
    """MB of a process; of pages that several share, its part."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def told(quiet: Looker, loaded: Looker, answers: list[tuple[str, int, float, str]], peak: float, same: bool) -> int:
    """Print what happened; 1 if a promise was broken."""
    for (name, status, detail), count in sorted(Counter((n, s, d) for n, s, _, d in answers).items()):
        slowest = max(took for n, s, took, _ in answers if (n, s) == (name, status))
        print(f"  {count} × {name}: {status} in at most {slowest:.1f} s: {detail[:120]}")
    for path in quiet.took:
        print(f"{path}: p99 {1000 * quiet.p99(path):.0f} ms quiet ({len(quiet.took[path])} times), "
              f"{1000 * loaded.p99(path):.0f} ms loaded ({len(loaded.took[path])} times)")
    print(f"readers together: at most {peak:.0f} MB; workers {'the same as before' if same else 'DIED'}; "
          f"{loaded.wrong} look-ups without an answer; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    bad = [status for _, status, _, _ in answers if status not in (200, 413, 422, 503)]
    kept = (same and not bad and not loaded.wrong and peak <= READING_MEMORY
            and loaded.p99("/v1/quotes") <= SLOWER * quiet.p99("/v1/quotes") and loaded.p99("/healthz") <= HEALTHY)
    print("Every promise was kept." if kept else "A promise was broken.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
