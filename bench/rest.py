"""The service under load, beside a route written by hand, and reading over HTTP beside reading alone.

Everything runs on loopback, gunicorn with two workers, wrk from a process of its own; rounds of both take turns, so
that what else the machine does falls on both. Prints medians over the rounds, and the ratios that count.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.collection import sized
from bench.store_file import opened
from bench.wording import Words
from quotes.api.http.limits.concurrency_limit import AT_ONCE
from quotes.reading.pipeline import read_document
from quotes.records.document import Article

ROOT = Path(__file__).parent.parent
QUOTES, SEED, ARTICLE_BYTES, WORKERS, CONNECTIONS = 100_000, 1, 4600, 2, 16
# A connection is closed now and then: of some that stay open for good, one worker may well have all.
CLOSING = """
math.randomseed(7)
local function once_in_a_while()
  return {["Content-Type"] = wrk.headers["Content-Type"], Connection = math.random(25) == 1 and "close" or nil}
end
"""
LOOK_UP = CLOSING + """
local speakers = {%s}
request = function()
  return wrk.format("GET", "/v1/quotes?limit=20&speaker=s" .. speakers[math.random(#speakers)], once_in_a_while())
end
"""
EXTRACT = CLOSING + """
wrk.headers["Content-Type"] = "application/json"
local body = [==[%s]==]
request = function()
  return wrk.format("POST", "/v1/extract", once_in_a_while(), body)
end
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class Load(NamedTuple):
    """What wrk measured in one round."""

    rate: float
    median_ms: float
    p99_ms: float
    failed: int


def main(arguments: Sequence[str]) -> int:
    """Measure; 1 if a ratio is worse than it should be or an answer was not 2xx."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "data", help="where the generated collection is kept")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=5)
    asked = parser.parse_args(arguments)
    if shutil.which("wrk") is None:
        print("wrk is not installed; on Debian and Ubuntu: apt-get install wrk", file=sys.stderr)
        return 1
    store, path = opened(asked.folder, sized(QUOTES, SEED))
    store.close()
    good = [look_ups(path, asked.rounds, asked.seconds), readings(path, asked.rounds, asked.seconds)]
    return 0 if all(good) else 1


def look_ups(path: Path, rounds: int, seconds: int) -> bool:
    """GET /v1/quotes?speaker= with 20 quotes each, beside the route by hand."""
    script = LOOK_UP % ", ".join(str(number) for number in often_quoted(path))
    with ours(path) as here, by_hand(path) as there:
        warm = [load(address, script, 2) for address in (here, there)]
        pairs = [(load(here, script, seconds), load(there, script, seconds)) for _ in range(rounds)]
    own, other = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    told("GET /v1/quotes?speaker=", own)
    told("by hand", other)
    ratio = median(a.rate / b.rate for a, b in pairs)
    tail = median(found.p99_ms / found.median_ms for found in own)
    failed = sum(found.failed for found in (*own, *other, *warm))
    print(f"  requests a second, ours to by hand   {ratio:5.2f}   (at least 0.30)")
    print(f"  99th percentile to median            {tail:5.2f}   (at most 6)")
    print(f"  answers other than 2xx in {rounds * seconds} s      {failed:5d}   (none)")
    return ratio >= 0.30 and tail <= 6 and failed == 0


def readings(path: Path, rounds: int, seconds: int) -> bool:
    """POST /v1/extract of one article, beside reading it in as many processes."""
    text = article()
    script = EXTRACT % json.dumps({"text": text})
    with ours(path) as here, Pool(WORKERS) as pool:
        load(here, script, 2)
        pool.map(alone, [(text, 1.0)] * WORKERS)
        pairs = []
        for _ in range(rounds):
            served = load(here, script, seconds, WORKERS * 4)
            pairs.append((served, sum(pool.map(alone, [(text, float(seconds))] * WORKERS))))
    told(f"POST /v1/extract of {len(text.encode())} bytes", [pair[0] for pair in pairs])
    print(f"  read_document() alone: {median(pair[1] for pair in pairs):.0f} articles a second in {WORKERS} processes")
    ratio, failed = median(a.rate / b for a, b in pairs), sum(a.failed for a, _ in pairs)
    print(f"  articles a second, served to alone   {ratio:5.2f}   (at least 0.60)")
    print(f"  answers other than 2xx               {failed:5d}   (none)")
    return ratio >= 0.60 and failed == 0


def alone(asked: tuple[str, float]) -> float:
    """How many times a second this process reads an article."""
    text, seconds = asked
    began, count = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        read_document(Article(text=text))
        count += 1
    return count / (time.perf_counter() - began)


def article() -> str:
    """An article of the usual length, with a quote in every other paragraph."""
    from random import Random

    words, text = Words(Random(SEED)), ""
    names = words.names(4)
    while len(text.encode()) < ARTICLE_BYTES:
        name = names[text.count("said") % len(names)]
        text += f"{words.sentence(22)}. {words.sentence(18)}.\n\n“{words.sentence(16)},” said {name}, a resident.\n\n"
    return text[:ARTICLE_BYTES]


def often_quoted(path: Path) -> list[int]:
    """The numbers of speakers with 20 quotes and more."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT id FROM speaker WHERE quote_count >= 20 ORDER BY id").fetchall()
    connection.close()
    return [number for (number,) in found]


def told(what: str, rounds: Sequence[Load]) -> None:
    """Print the medians of some rounds."""
    rate, middle, tail = (median(getattr(one, name) for one in rounds) for name in ("rate", "median_ms", "p99_ms"))
    print(f"{what}: {rate:.0f} requests a second, median {middle:.1f} ms, 99th percentile {tail:.1f} ms", flush=True)


def load(address: str, script: str, seconds: int, connections: int = CONNECTIONS) -> Load:
    """One round of wrk."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s", "-s",
                              file.name, address], check=True, text=True, capture_output=True).stdout
    failed = sum(int(number) for number in re.findall(r"Non-2xx or 3xx responses: (\d+)", out))
    for line in re.findall(r"Socket errors: (.*)", out):
        failed += sum(int(number) for number in re.findall(r"\d+", line))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    return Load(rate, _ms(out, "50%"), _ms(out, "99%"), failed)


def _ms(out: str, share: str) -> float:
    number, unit = re.search(rf"{share}\s+([\d.]+)(us|ms|s)", out).groups()
    return float(number) * UNITS[unit]


@contextmanager
def ours(path: Path) -> Iterator[str]:
    """The service, as it is run, with two workers; limits count, but refuse nobody."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    env |= {"QUOTES_DATABASE": f"sqlite:///{path}", "QUOTES_RATE_LIMIT": "1000000 per second",
            "WEB_CONCURRENCY": str(WORKERS)}
    with tempfile.TemporaryFile("w+") as log:
        command = [Path(sys.executable).with_name("quotes"), "serve", "--port", "0"]
        with subprocess.Popen(command, env=env, stdout=log, stderr=log, text=True) as server:
            try:
                yield _ready(log, server, r"ready at (\S+)")
            finally:
                server.terminate()


@contextmanager
def by_hand(path: Path) -> Iterator[str]:
    """The route by hand behind the same server, with as many workers and look-ups at once."""
    env = {**os.environ, "BY_HAND": str(path)}
    command = [sys.executable, "-m", "gunicorn", "-w", str(WORKERS), "-k", "gthread", "--threads", str(AT_ONCE), "-b",
               "127.0.0.1:0", "--no-control-socket", "bench.by_hand:app"]
    with tempfile.TemporaryFile("w+") as log, subprocess.Popen(command, env=env, cwd=ROOT, stderr=log) as server:
        try:
            yield _ready(log, server, r"Listening at: (\S+)")
        finally:
            server.terminate()


def _ready(log: object, server: subprocess.Popen[str], said: str) -> str:
    """The address that a server writes when it listens."""
    for _ in range(300):
        log.seek(0)
        if found := re.search(said, log.read()):
            time.sleep(2)  # until each worker has its application
            return found[1]
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
