"""The file that the store is measured on: built once from generated articles, kept, and used again."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.collection import Collection, Size
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.records.reading import Reading
from quotes.store.store_opener import open_sqlite
from quotes.store.table_store import TableStore

AT_ONCE = 200  # readings in one transaction, as `quotes ingest` keeps them
TOLD_EVERY = 10_000  # articles


def opened(folder: Path, size: Size) -> tuple[TableStore, Path]:
    """The store over the file of a collection, which is built first where it is missing or unfinished."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"store-{size.quotes}-seed{size.seed}.db"
    done = path.with_suffix(".json")
    if not done.exists():
        for left in folder.glob(f"{path.name}*"):
            left.unlink()
        done.write_text(json.dumps({"quotes": size.quotes, "seed": size.seed, **_built(path, size)}))
    print(f"seed {size.seed}, file {path}", flush=True)
    built = json.loads(done.read_text())
    print(f"built in {built['seconds']:.0f} s, of which the store took {built['store_seconds']:.0f} s", flush=True)
    return open_sqlite(path, derivation=DerivedFields()), path


def kept_in_bulk(store: TableStore, readings: Iterable[Reading]) -> None:
    """Keep readings through the store's bulk path: many in one transaction."""
    some = iter(readings)
    while batch := list(islice(some, AT_ONCE)):
        with store.writing():
            for reading in batch:
                keep(store, reading)


def _built(path: Path, size: Size) -> dict[str, float]:
    """Build the file; how long that took, with and without making up the articles."""
    started = time.monotonic()
    store = open_sqlite(path, derivation=DerivedFields())
    spent = Spent()
    readings = spent.counted(Collection(size).readings(), started)
    kept_in_bulk(store, readings)
    store.engine.ask("INSERT INTO quote_words(quote_words) VALUES ('optimize')")
    store.engine.ask("PRAGMA optimize")
    store.engine.ask("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    seconds = time.monotonic() - started
    return {"seconds": seconds, "store_seconds": seconds - spent.generating}


class Spent:
    """Time that goes into making up articles, which is not the store's."""

    def __init__(self) -> None:
        self.generating = 0.0

    def counted(self, readings: Iterator[Reading], started: float) -> Iterator[Reading]:
        """The same readings, with a word now and then of how far it is."""
        number = 0
        while True:
            start = time.monotonic()
            reading = next(readings, None)
            self.generating += time.monotonic() - start
            if reading is None:
                return
            number += 1
            if number % TOLD_EVERY == 0:
                print(f"{number} articles kept after {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
            yield reading
