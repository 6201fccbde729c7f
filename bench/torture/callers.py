"""Slow, silent and vanishing callers against the service as `quotes serve` starts it, 64 of each.

`python -m bench.torture.callers`. Look-ups must go on with a 99th percentile of at most a second, /healthz within
200 ms; all attackers are gone after the deadline, and memory is back within 1.2 times what it was.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from bench.collection import sized
from bench.store_file import opened
from bench.torture.attackers import Attack, SilentReaders, SlowBodies, SlowChunks, SlowHeads, Vanishing
from bench.torture.watched import Watch, asked, memory
from tests.server import Running, running

NUMBER, SECONDS, QUOTES, SEED = 64, 20, 20_000, 7
LOOK_UPS = tuple(f"/v1/quotes?limit=20&speaker=s{number}" for number in range(1, 60))
LARGE = ("/v1/quotes/export?format=jsonl", "/v1/quotes?limit=100&expand=document,speaker")
COSTLY = ("/v1/stats/speakers", "/v1/verify?text=the+of+and+to+in+that+was+it+is+for+on+with+as+at+by",
          "/v1/stats/unnamed")
SLOWEST_HEALTH, SLOWEST_LOOK_UP, GROWTH, DEADLINE = 200.0, 1000.0, 1.2, 5.0  # milliseconds, milliseconds, -, seconds
Make = Callable[[tuple[str, int]], Attack]


class Found(NamedTuple):
    """How one attack went: whether each promise was kept."""

    name: str
    healthy: bool
    looked_up: bool
    ended: bool
    small: bool


ATTACKS: dict[str, Make] = {
    "slow heads": lambda address: SlowHeads(address, NUMBER, again=False),
    "slow bodies": lambda address: SlowBodies(address, NUMBER, again=False),
    "slow chunks": lambda address: SlowChunks(address, NUMBER, again=False),
    "slow heads that come back": lambda address: SlowHeads(address, NUMBER),
    "silent readers": lambda address: SilentReaders(address, NUMBER, LARGE),
    "vanishing callers": lambda address: Vanishing(address, NUMBER, COSTLY),
}


def main(arguments: Sequence[str]) -> int:
    """Attack; 0 if all promises were kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path("data/bench"), help="where the generated file is kept")
    parser.add_argument("--quotes", type=int, default=QUOTES)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long each attack lasts")
    parser.add_argument("--workers", default="1")
    parser.add_argument("--only", choices=sorted(ATTACKS), nargs="+", default=list(ATTACKS))
    parser.add_argument("--at", help="attack what listens here, HOST:PORT, instead of starting the service")
    parser.add_argument("--deadline", type=int, default=35, help="seconds until a slow caller must be gone")
    asked_for = parser.parse_args(arguments)
    store, path = opened(asked_for.folder, sized(asked_for.quotes, SEED))
    store.close()
    settings = {"QUOTES_DATABASE": f"sqlite:///{path.absolute()}", "QUOTES_RATE_LIMIT": "off",
                "WEB_CONCURRENCY": asked_for.workers, "QUOTES_LOG_LEVEL": "warning"}
    good = []
    for name in asked_for.only:
        with running(settings, log=None) as service:
            good.append(attacked(name, service, asked_for))
    kept = all(all(found[1:]) for found in good)
    for found in good:
        broken = [promise for promise in Found._fields[1:] if not getattr(found, promise)]
        print(f"{found.name}: {'kept' if not broken else 'BROKEN: ' + ', '.join(broken)}")
    return 0 if kept else 1


def attacked(name: str, service: Running, asked_for: argparse.Namespace) -> Found:
    """One attack, and what health checks and look-ups make of it."""
    parts = urlsplit(f"//{asked_for.at}" if asked_for.at else service.address)
    address = parts.hostname or "127.0.0.1", parts.port or 80
    for path in (*LOOK_UPS[:10], *LARGE, *LARGE, *COSTLY):
        asked(address, path, 60)
    time.sleep(3)  # until connections that stayed open are closed
    before = memory(service.process.pid)
    attack, health, look_ups = ATTACKS[name](address), Watch(address, ("/healthz",)), Watch(address, LOOK_UPS)
    with attack.going_on():
        time.sleep(1)
        with health.going_on(), look_ups.going_on():
            time.sleep(asked_for.seconds)
            until = time.monotonic() + asked_for.deadline - asked_for.seconds + DEADLINE
            while not attack._again and attack.left() and time.monotonic() < until:
                time.sleep(0.2)
        left = 0 if attack._again else attack.left()
    time.sleep(5)
    after = memory(service.process.pid)
    print(f"{name}: {attack.opened} opened, {attack.refused} refused, {attack.ended} ended, {left} left; "
          f"memory {before / 2**20:.0f} MiB before, {after / 2**20:.0f} after")
    print(health.told("/healthz"))
    print(look_ups.told("look-ups"), flush=True)
    return Found(name, not health.failed and health.longest() <= SLOWEST_HEALTH,
                 not look_ups.failed and look_ups.at(99) <= SLOWEST_LOOK_UP, left == 0, after <= GROWTH * before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
