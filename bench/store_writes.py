"""How fast readings of ten quotes are stored, beside a loader written by hand with the same durability, in turns."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

from bench.collection import Collection, sized
from bench.hand_loader import HandLoader
from bench.store_file import AT_ONCE
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import fingerprint, keep
from quotes.collection.linking.speaker_linking import link_speakers
from quotes.records.reading import Reading
from quotes.store.store_opener import open_sqlite

ROUNDS = 9
SYNCED = 50
Load = Callable[[Path, Sequence[Reading], int], float]


def ours(path: Path, readings: Sequence[Reading], at_once: int) -> float:
    """Keep readings as the program does, so many in one transaction: who is who is decided on the way."""
    store = open_sqlite(path, derivation=DerivedFields())
    start = time.perf_counter()
    some = iter(readings)
    while batch := list(islice(some, at_once)):
        with store.writing():
            for reading in batch:
                keep(store, reading)
    spent = time.perf_counter() - start
    store.close()
    return spent


def store_alone(path: Path, readings: Sequence[Reading], at_once: int) -> float:
    """The same, timed without deciding who is who, of which the loader knows nothing; each in its own transaction."""
    store = open_sqlite(path, derivation=DerivedFields())
    spent = 0.0
    for reading in readings:
        known_by, links = fingerprint(reading.document), link_speakers(store, reading)
        start = time.perf_counter()
        with store.writing():
            store.find_document(known_by)
            store.add_reading(reading, known_by, links)
        spent += time.perf_counter() - start
    store.close()
    return spent


def by_hand(path: Path, readings: Sequence[Reading], at_once: int) -> float:
    """Store the same rows with sqlite3."""
    loader = HandLoader(path)
    start = time.perf_counter()
    some = iter(readings)
    while batch := list(islice(some, at_once)):
        loader.load(batch)
    spent = time.perf_counter() - start
    loader.close()
    return spent


WAYS = (("one by one, synchronous=FULL", ours, 1, 1, 0.7),
        ("  the store alone", store_alone, 1, 1, 0.7),
        (f"{AT_ONCE} in one transaction", ours, AT_ONCE, 5, 0.5))


def writes(folder: Path, seed: int, articles: int) -> Iterator[str]:
    """The lines of the table of writes: medians over rounds, each round of both ways on new files, in turns first.

    The readings that wait here are kept out of the search for garbage: a program has one at a time.
    """
    readings = list(Collection(sized(articles * 50, seed + 1)).readings())
    gc.collect()
    gc.freeze()
    yield f"{'articles of ten quotes a second':34} {'ours':>8} {'by hand':>8}    ratio  goal"
    for name, way, at_once, times, goal in WAYS:
        rates: tuple[list[float], list[float]] = ([], [])
        for turn in range(ROUNDS):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                for n, load in ((0, way), (1, by_hand))[:: 1 if turn % 2 else -1]:
                    path = Path(place) / f"{n}.db"
                    open_sqlite(path).close()  # so that its tables are there
                    rates[n].append(articles * times / load(path, readings[: articles * times], at_once))
        mine, hand = map(median, rates)
        yield f"{name:34} {mine:8.0f} {hand:8.0f}   {mine / hand:6.2f}  ≥ {goal:g}"
    yield f"a write of 8 kB that the disk holds for good takes {synced(folder):.2f} ms here"


def synced(folder: Path) -> float:
    """Milliseconds for a short write with fsync: where that is slow, both ways wait, and their ratio rises."""
    with tempfile.TemporaryFile(dir=folder) as file:
        start = time.perf_counter()
        for _ in range(SYNCED):
            file.write(bytes(8192))
            file.flush()
            os.fsync(file.fileno())
        return (time.perf_counter() - start) * 1000 / SYNCED
