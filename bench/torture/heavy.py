"""Sixteen callers who ask for what goes through everything, beside one who looks things up.

`python -m bench.torture.heavy --quotes 200000`. Every answer comes within the limit of time and a tenth, is 200 or 503
with Retry-After, look-ups' 99th percentile is at most four times that of a quiet service (or FEWEST), and /healthz
answers within 200 ms.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.collection import sized
from bench.store_file import opened
from bench.torture.callers import LOOK_UPS, SEED, SLOWEST_HEALTH
from bench.torture.watched import Watch, asked
from tests.server import running

QUOTES, CALLERS, LIMIT_MS = 200_000, 16, 3000
COMMON = ("the of and to in that was it is for on with as at by he his had not from be which or but an this they are "
          "their have were we all one would there been if")
ASKED = {
    "verify": [f"/v1/verify?text={quote(' '.join(COMMON.split()[start:] + COMMON.split()[:start]))}"
               for start in range(16)],
    "statistics": [f"/v1/stats/{name}?from={year}-01-01" for name in ("speakers", "unnamed", "months")
                   for year in range(2014, 2022)] + ["/v1/stats/speakers", "/v1/stats/unnamed", "/v1/stats/months"],
    "lists": ["/v1/disagreements", "/unnamed", "/speakers", "/outlets", "/v1/speakers?sort=added", "/v1/outlets"],
}
OVER, TIMES, FEWEST = 1.1, 4.0, 60.0  # of the limit, of a quiet service, and milliseconds below which nothing is slow


class Heavy:
    """Callers who ask one after the other, each as soon as the last was answered."""

    def __init__(self, address: tuple[str, int], paths: Sequence[str]) -> None:
        self._address = address
        self._paths = paths
        self._stop = threading.Event()
        self.seconds: list[float] = []
        self.statuses: Counter[object] = Counter()
        self.without_retry = 0

    def run(self, seconds: float, callers: int) -> None:
        """Ask for so long."""
        threads = [threading.Thread(target=self._ask, args=(number,), daemon=True) for number in range(callers)]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        self._stop.set()
        for thread in threads:
            thread.join(60)

    def _ask(self, number: int) -> None:
        while not self._stop.is_set():
            began = time.perf_counter()
            connection = HTTPConnection(*self._address, timeout=60)
            try:
                connection.request("GET", self._paths[number % len(self._paths)])
                answer = connection.getresponse()
                answer.read()
                self.statuses[answer.status] += 1
                self.without_retry += answer.status == 503 and not answer.headers["Retry-After"]
            except OSError as error:
                self.statuses[type(error).__name__] += 1
            finally:
                connection.close()
            self.seconds.append(time.perf_counter() - began)
            number += 1


def main(arguments: Sequence[str]) -> int:
    """Measure; 0 if all promises were kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("data/bench"), help="where the generated file is kept")
    parser.add_argument("--quotes", type=int, default=QUOTES)
    parser.add_argument("--seconds", type=int, default=20, help="how long each kind is asked for")
    parser.add_argument("--limit", type=int, default=LIMIT_MS, help="QUOTES_QUESTION_TIMEOUT_MS")
    parser.add_argument("--workers", default="1")
    given = parser.parse_args(arguments)
    store, path = opened(given.folder, sized(given.quotes, SEED))
    store.close()
    settings = {"QUOTES_DATABASE": f"sqlite:///{path.absolute()}", "QUOTES_RATE_LIMIT": "off",
                "WEB_CONCURRENCY": given.workers, "QUOTES_LOG_LEVEL": "error"}
    if given.limit:
        settings["QUOTES_QUESTION_TIMEOUT_MS"] = str(given.limit)
    kept = []
    for name, paths in ASKED.items():
        with running(settings, log=None) as service:
            parts = urlsplit(service.address)
            kept.append(measured(name, (parts.hostname or "", parts.port or 80), paths, given))
    return 0 if all(kept) else 1


def measured(name: str, address: tuple[str, int], paths: Sequence[str], given: argparse.Namespace) -> bool:
    """One kind of question by many callers; whether each promise was kept."""
    for path in (*LOOK_UPS, paths[0]):
        asked(address, path, 60)
    quiet = Watch(address, LOOK_UPS)
    with quiet.going_on():
        time.sleep(given.seconds / 2)
    heavy, health, look_ups = Heavy(address, paths), Watch(address, ("/healthz",)), Watch(address, LOOK_UPS)
    with health.going_on(), look_ups.going_on():
        heavy.run(given.seconds, CALLERS)
    longest = max(heavy.seconds) * 1000
    print(f"{name}: {len(heavy.seconds)} answers to {CALLERS} callers, {dict(heavy.statuses)}, "
          f"longest {longest:.0f} ms")
    print(quiet.told("quiet"))
    print(look_ups.told("look-ups"))
    print(health.told("/healthz"))
    promises = {
        "time": longest <= given.limit * OVER or not given.limit,
        "statuses": set(heavy.statuses) <= {200, 503} and not heavy.without_retry,
        "look-ups": look_ups.at(99) <= max(FEWEST, TIMES * quiet.at(99)) and not look_ups.failed,
        "health": health.longest() <= SLOWEST_HEALTH and not health.failed,
    }
    broken = [promise for promise, held in promises.items() if not held]
    print(f"  {'kept' if not broken else 'BROKEN: ' + ', '.join(broken)}", flush=True)
    return not broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
