"""Many callers at once, for minutes: no wrong answer, no failure but 503 with Retry-After, memory that stays.

`python -m bench.torture.load --seconds 600 --callers 32 --quotes 100000`. Each caller looks up articles whose words it
knows, searches, lists and now and then sends one; with --quotes, beside so many quotes of a generated collection. The
memory of all processes is taken after a tenth of the time and at the end.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile

from bench.collection import sized
from bench.store_file import opened
from bench.torture.service import NO_ANSWER, Place, Service, article, served

ARTICLES, SEED = 200, 7
GROWTH = 1.2  # times the memory after a tenth of the time
LISTS = ("/v1/quotes", "/v1/speakers", "/v1/search?q=weir+spring", "/v1/verify?text=will+hold+until+spring", "/",
         "/v1/outlets")


def memory(service: Service) -> float:
    """MB that the service's processes hold."""
    pages = sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in service.workers())
    return pages * 4096 / 1e6


def filled(folder: Path, quotes: int, kept: Path) -> Place:
    """A place with the articles that callers know, beside so many quotes; the ids of those articles come from it."""
    place = Place(folder)
    if quotes:
        store, path = opened(kept, sized(quotes, SEED))
        store.close()
        copyfile(path, place.database)
    place.make_key()
    return place


def call(service: Service, known: Sequence[str], number: int, until: float, told: Counter[str]) -> None:
    """Ask and send until the time is over."""
    chance, sent = random.Random(number), 10_000 * (number + 1)
    while time.monotonic() < until:
        try:
            if chance.random() < 0.1:
                sent += 1
                status, _, headers = service.ask("POST", "/v1/documents", article(sent))
                right = True
            elif chance.random() < 0.6:
                wanted = chance.randrange(ARTICLES)
                status, body, headers = service.ask("GET", f"/v1/documents/{known[wanted]}")
                right = status != 200 or f"“The weir {wanted} will hold" in body["text"]
            else:
                status, _, headers = service.ask("GET", chance.choice(LISTS))
                right = True
        except NO_ANSWER:
            told["without answer"] += 1
            continue
        waits = any(name.lower() == "retry-after" for name in headers)
        told["wrong" if not right or (status >= 400 and not (status == 503 and waits)) else str(status)] += 1


def main(arguments: Sequence[str]) -> int:
    """Load the service and print the figures; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--callers", type=int, default=32)
    parser.add_argument("--quotes", type=int, default=0, help="of a generated collection beside the articles")
    parser.add_argument("--folder", type=Path, default=Path("data/bench"), help="where its file is kept")
    chosen = parser.parse_args(arguments)
    told = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        place = filled(Path(folder), chosen.quotes, chosen.folder)
        with served(place, {"WEB_CONCURRENCY": "2"}) as service:
            known = [service.ask("POST", "/v1/documents", article(number))[1]["document"]["id"]
                     for number in range(ARTICLES)]
            until = time.monotonic() + chosen.seconds
            callers = [threading.Thread(target=call, args=(service, known, one, until, told))
                       for one in range(chosen.callers)]
            for caller in callers:
                caller.start()
            time.sleep(chosen.seconds / 10)
            early = memory(service)
            for caller in callers:
                caller.join()
            late = memory(service)
    print(f"{chosen.callers} callers, {chosen.seconds} s: {dict(sorted(told.items()))}; {early:.0f} MB after a tenth "
          f"of the time, {late:.0f} MB at the end ({late / early:.2f} times)")
    return int(bool(told["wrong"] or told["without answer"]) or late > GROWTH * early)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
