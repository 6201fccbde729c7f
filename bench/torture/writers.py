"""Writers in each other's way: a lock held elsewhere, one document of thousands of speakers, and jobs that are killed.

`python -m bench.torture.writers --rounds 3`. Look-ups, with a key too, take no longer than FEWEST or four times as long
as in a quiet service while another program holds the lock; while a document of 5,000 speakers is kept, nobody who
writes waits longer than LONGEST_WAIT or is refused; a job whose service is killed in its middle again and again does
each line once.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.torture.service import Place, Service, article, asked, halves, served
from bench.torture.watched import Watch

LOOK_UPS = ("/v1/quotes", "/v1/quotes/q1", "/v1/speakers", "/v1/documents/d1", "/", "/v1/search?q=weir")
FEWEST, TIMES = 60.0, 4.0  # milliseconds below which nothing is slow; of a quiet service
HELD, LONGEST_WAIT = 4.0, 5.0  # seconds
SPEAKERS, LINES = 5000, 300
SYLLABLES = ("ba", "do", "ka", "lo", "mi", "ne", "pu", "ra", "si", "ta", "ve", "zo", "gru", "fle", "stra", "wen")


def main(arguments: Sequence[str]) -> int:
    """Measure; 0 if all promises were kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often the service is killed in a job")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        place.make_key()
        with served(place) as service:
            for number in range(20):
                service.ask("POST", "/v1/documents", article(number))
            kept = [lock_held(service), many_speakers(service)]
        kept.append(killed_job(place, given.rounds))
    return 0 if all(kept) else 1


def lock_held(service: Service) -> bool:
    """Look-ups while another program holds the write lock."""
    address = ("127.0.0.1", service.port)
    for path in LOOK_UPS:
        service.ask("GET", path)
    quiet, held = Watch(address, LOOK_UPS), Watch(address, LOOK_UPS)
    with quiet.going_on():
        time.sleep(HELD / 2)
    with closing(sqlite3.connect(service.place.database, isolation_level=None)) as other:
        other.execute("UPDATE access_key SET last_used_at = NULL")  # so that its next use would be noted
        other.execute("BEGIN IMMEDIATE")
        with held.going_on():
            began = time.perf_counter()
            status, _, _ = service.ask("GET", "/v1/quotes")
            keyed = (time.perf_counter() - began) * 1000
            time.sleep(HELD)
    print(quiet.told("quiet"))
    print(held.told("lock held"))
    print(f"  with a key whose use is to be noted: {status}, {keyed:.1f} ms")
    most = max(FEWEST, TIMES * quiet.at(99))
    return held.at(99) <= most and keyed <= most and status == 200 and not held.failed


def many_speakers(service: Service) -> bool:
    """Small articles written while one document of thousands of speakers is kept, and revised."""
    waits: list[float] = []
    statuses: set[int] = set()
    done = threading.Event()

    def write() -> None:
        number = 1000
        while not done.is_set():
            number += 1
            began = time.perf_counter()
            statuses.add(service.ask("POST", "/v1/documents", article(number))[0])
            waits.append(time.perf_counter() - began)

    writing = threading.Thread(target=write)
    writing.start()
    took = []
    for turn in ("", " Again."):
        began = time.perf_counter()
        document = {"text": crowd() + turn, "url": "https://gazette.example/crowd"}
        statuses.add(service.ask("POST", "/v1/documents", document, seconds=120)[0])
        took.append(time.perf_counter() - began)
    done.set()
    writing.join()
    print(f"  {SPEAKERS} speakers: read and kept in {took[0]:.1f} s, revised in {took[1]:.1f} s; {len(waits)} others "
          f"wrote meanwhile, longest {max(waits):.1f} s, statuses {sorted(statuses)}")
    return max(waits) <= LONGEST_WAIT and statuses <= {200, 201}


def crowd() -> str:
    """A text in which everybody says one thing."""
    return "\n\n".join(f"“Words number {n} of it,” said {name(7 * n + 3)} {name(13 * n + 11)}."
                       for n in range(SPEAKERS))


def name(number: int) -> str:
    """A name for each number."""
    parts = []
    for _ in range(4):
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
    return "".join(parts).capitalize()


def killed_job(place: Place, rounds: int) -> bool:
    """One job whose service is killed every time after some more of its lines."""
    before, others = asked(place.database, "SELECT count(*) FROM document")[0][0], halves(place.database)
    with served(place) as service:
        job = begun(service)
    done = 0
    for turn in range(rounds + 1):
        with served(place) as service:
            done = reached(service, job, LINES if turn == rounds else done + LINES // (rounds + 2))
    lines = [json.loads(answer) for (answer,) in
             asked(place.database, "SELECT answer FROM job_item WHERE job_id = ? ORDER BY place", int(job[1:]))]
    once = [line["line"] for line in lines if line.get("outcome") == "new"] == list(range(1, LINES + 1))
    kept = asked(place.database, "SELECT count(*) FROM document")[0][0] - before
    half = halves(place.database) - others
    print(f"  a job of {LINES} lines, killed {rounds + 1} times: {len(lines)} results, each once: {once}; "
          f"{kept} kept, {half} half")
    return once and kept == LINES and not half


def begun(service: Service) -> str:
    """A new job, by its id."""
    body = "\n".join(json.dumps(article(100_000 + number)) for number in range(LINES)).encode()
    with closing(http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)) as line:
        line.request("POST", "/v1/documents/batch", body, {
            "Authorization": f"Bearer {service.place.key}", "Content-Type": "application/x-ndjson",
            "Prefer": "respond-async"})
        return str(json.loads(line.getresponse().read())["id"])


def reached(service: Service, job: str, done: int) -> int:
    """Wait until so many lines are done; how many are."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        _, found, _ = service.ask("GET", f"/v1/jobs/{job}")
        if found["done"] >= min(done, LINES):
            return int(found["done"])
        time.sleep(0.05)
    raise RuntimeError(f"the job stands still: {found}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
