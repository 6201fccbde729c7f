"""How fast readings of ten quotes are stored, beside a loader written by hand with the same durability, in turns."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from bench.collection import Collection, sized
from bench.hand_loader import HandLoader
from bench.store_file import AT_ONCE
from quotes.record.keeping import keep
from quotes.records import Reading
from quotes.retelling import Retelling
from quotes.store.opener import open_sqlite

ROUNDS = 5
Load = Callable[[Path, Sequence[Reading], int], None]


def ours(path: Path, readings: Sequence[Reading], at_once: int) -> None:
    """Keep readings as the program does, so many in one transaction."""
    store = open_sqlite(path, remaking=Retelling())
    some = iter(readings)
    while batch := list(islice(some, at_once)):
        with store.writing():
            for reading in batch:
                keep(store, reading)
    store.close()


def by_hand(path: Path, readings: Sequence[Reading], at_once: int) -> None:
    """Store the same rows with sqlite3."""
    loader = HandLoader(path)
    some = iter(readings)
    while batch := list(islice(some, at_once)):
        loader.load(batch)
    loader.close()


def rate(load: Load, path: Path, readings: Sequence[Reading], at_once: int) -> float:
    """Articles stored a second, in a file that has its tables already."""
    open_sqlite(path).close()
    start = time.perf_counter()
    load(path, readings, at_once)
    return len(readings) / (time.perf_counter() - start)


def writes(folder: Path, seed: int, articles: int) -> Iterator[str]:
    """The lines of the table of writes: medians over rounds, each round of both ways on new files."""
    readings = list(Collection(sized(articles * 50, seed + 1)).readings())
    yield f"{'articles of ten quotes a second':34} {'ours':>8} {'by hand':>8}    ratio  goal"
    for name, at_once, number, goal in (("one by one, synchronous=FULL", 1, articles, 0.7),
                                        (f"{AT_ONCE} in one transaction", AT_ONCE, articles * 5, 0.5)):
        rates: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                for way, load in ((0, ours), (1, by_hand)):
                    rates[way].append(rate(load, Path(place) / f"{way}.db", readings[:number], at_once))
        mine, hand = map(median, rates)
        yield f"{name:34} {mine:8.0f} {hand:8.0f}   {mine / hand:6.2f}  ≥ {goal:g}"
