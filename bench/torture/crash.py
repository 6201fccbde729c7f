"""kill -9 of the service, and of single workers, while articles come in, are revised and corrected over HTTP.

`python -m bench.torture.crash --rounds 50 --kill service worker`. Everything that was acknowledged must be there
afterwards, nothing in part, every index equal to its table, and a retry must make no second copy.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.torture.service import NO_ANSWER, Place, Service, article, asked, begin, halves

CALLERS = 4
WORKERS = "2"
TO_ACKNOWLEDGE = (40, 120)  # requests of a round, before it is killed
LONGEST = 20  # seconds of a round


@dataclass
class Tally:
    """What callers were told, over all rounds."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    texts: dict[int, int] = field(default_factory=dict)  # the newest revision that was acknowledged, by article
    corrected: dict[str, str] = field(default_factory=dict)  # the speaker that was acknowledged, by quote
    # Articles of which a request had no answer: it may still arrive, also after a later one that was acknowledged.
    unsure: set[int] = field(default_factory=set)
    unsure_quotes: set[str] = field(default_factory=set)
    acknowledged: int = 0
    unanswered: int = 0
    refused: int = 0


def send(service: Service, tally: Tally, first: int, stop: threading.Event) -> None:
    """Send new articles, revisions and corrections, one after the other, until nobody answers."""
    chance = random.Random(first)
    number = first
    while not stop.is_set():
        number += 1
        revision = 0
        ids = _sent(service, tally, number, revision)
        if chance.random() < 0.4:
            ids = _sent(service, tally, number, 1) or ids
        if ids and chance.random() < 0.4:
            _correct(service, tally, ids[0], f"Hanne Oster {number}")


def _sent(service: Service, tally: Tally, number: int, revision: int) -> list[str]:
    try:
        status, content, _ = service.ask("POST", "/v1/documents", article(number, revision), 15)
    except NO_ANSWER:
        with tally.lock:
            tally.unsure.add(number)
            tally.unanswered += 1
        time.sleep(0.05)
        return []
    with tally.lock:
        if status not in (200, 201):
            tally.refused += 1
            return []
        tally.acknowledged += 1
        tally.texts[number] = revision
    return [quote["id"] for quote in content.get("quotes", [])]


def _correct(service: Service, tally: Tally, quote: str, name: str) -> None:
    with tally.lock:
        tally.unsure_quotes.add(quote)
    try:
        _, _, headers = service.ask("GET", f"/v1/quotes/{quote}")
        etag = next((value for header, value in headers.items() if header.lower() == "etag"), "")
        change = {"speaker": {"name": name, "kind": "person"}}
        status, _, _ = service.ask("PATCH", f"/v1/quotes/{quote}", change, 15, {"If-Match": etag})
    except NO_ANSWER:
        with tally.lock:
            tally.unanswered += 1
        return
    with tally.lock:
        tally.unsure_quotes.discard(quote)
        if status == 200:
            tally.acknowledged += 1
            tally.corrected[quote] = name
        else:
            tally.refused += 1


def one_round(place: Place, tally: Tally, number: int, what: str) -> None:
    """Serve, send, kill in the middle of it; of a worker, let the rest go on for a while."""
    service = begin(place, {"WEB_CONCURRENCY": WORKERS})
    if isinstance(service, str):
        raise RuntimeError(service)
    stop = threading.Event()
    callers = [threading.Thread(target=send, args=(service, tally, (number * CALLERS + one) * 100_000, stop))
               for one in range(CALLERS)]
    for caller in callers:
        caller.start()
    enough, until = tally.acknowledged + random.Random(number).randint(*TO_ACKNOWLEDGE), time.monotonic() + LONGEST
    while tally.acknowledged < enough and time.monotonic() < until:
        time.sleep(0.002)
    if what == "worker":
        for _ in range(2):
            with suppress(ProcessLookupError, IndexError):
                os.kill(random.Random(number).choice(service.workers()), signal.SIGKILL)
            time.sleep(0.8)
        stop.set()
        for caller in callers:
            caller.join()
    service.kill()
    stop.set()
    for caller in callers:
        caller.join()


def judged(place: Place, tally: Tally) -> tuple[int, int, bool]:
    """What was acknowledged and is lost, what is kept in part, and whether the database is whole."""
    lost = 0
    kept = dict(asked(place.database, "SELECT known_by, revision FROM document"))
    texts = dict(asked(place.database, "SELECT d.known_by, b.text FROM document d JOIN body b ON b.document_id = d.id "
                                       "AND b.revision = d.revision"))
    for number, revision in tally.texts.items():
        found = next((texts[key] for key in (f"address https://gazette.example/{number}",
                                            f"address gazette.example/{number}") if key in texts), None)
        right = found is not None and (number in tally.unsure or f"turn {revision} is" in found)
        if not right:
            print(f"  LOST: article {number}, revision {revision} acknowledged, kept: {found!r}", flush=True)
        lost += not right
    names = dict(asked(place.database, "SELECT 'q' || quote.id, speaker.name FROM quote JOIN speaker ON speaker.id = "
                                       "quote.speaker_id"))
    for quote, name in tally.corrected.items():
        if quote not in tally.unsure_quotes and names.get(quote) != name:
            print(f"  LOST: the speaker of {quote}, {name} acknowledged, kept: {names.get(quote)!r}", flush=True)
            lost += 1
    doubled = len(kept) - asked(place.database, "SELECT count(DISTINCT url) FROM document")[0][0]
    return lost + doubled, halves(place.database), place.run("check", "--full").returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Run the rounds and print the figures; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=8, help="of each kind")
    parser.add_argument("--kill", nargs="+", default=["service", "worker"], choices=["service", "worker"])
    chosen = parser.parse_args(arguments)
    broken = False
    for what in chosen.kill:
        with tempfile.TemporaryDirectory() as folder:
            place, tally = Place(Path(folder)), Tally()
            place.make_key()
            for number in range(chosen.rounds):
                one_round(place, tally, number, what)
            lost, half, whole = judged(place, tally)
        print(f"kill -9 of the {what}, {chosen.rounds} rounds: {tally.acknowledged} acknowledged (of them "
              f"{sum(tally.texts.values())} revisions, {len(tally.corrected)} corrections), {tally.unanswered} without "
              f"answer, {tally.refused} refused, {lost} lost, {half} half, {'whole' if whole else 'NOT WHOLE'}",
              flush=True)
        broken = broken or bool(lost or half) or not whole or not tally.acknowledged
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
