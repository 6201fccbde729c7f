"""People's decisions at a million quotes: how long each takes, and its undoing, on a copy of a generated file.

`make bench-decisions` takes the file that `make bench-store` keeps, and builds it the first time.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bench.collection import sized
from bench.store_file import opened
from quotes.collection.decisions.merges import merge
from quotes.collection.decisions.quote_decisions import By, correct
from quotes.collection.decisions.undo import undo
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.takedown.objections import hide
from quotes.collection.takedown.takedown import take_down
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from quotes.store.store_opener import open_sqlite

BY = By("bench", datetime(2026, 1, 2, tzinfo=UTC))
TURNS = 3


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """How many milliseconds something takes, and what it gives."""
    began = time.perf_counter()
    given = do()
    return (time.perf_counter() - began) * 1000, given


def decided_and_undone(what: str, store: Store, decide: Callable[[], Any]) -> str:
    """A line on a decision and its undoing: the medians of some turns."""
    there, back = [], []
    for _ in range(TURNS):
        took, made = timed(decide)
        there.append(took)
        back.append(timed(partial(undo, store, made.id, BY))[0])
    return f"{what:<58} {statistics.median(there):>9.1f} ms   undone {statistics.median(back):>9.1f} ms"


def main() -> None:
    """Copy the file and print the figures."""
    options = argparse.ArgumentParser(prog="python -m bench.decisions", description=__doc__)
    options.add_argument("--quotes", type=int, default=1_000_000, help="how many quotes the file has")
    options.add_argument("--seed", type=int, default=7, help="the number that the articles grow from")
    options.add_argument("--folder", type=Path, default=Path("data/bench"), help="where files are kept")
    given = options.parse_args()
    store, path = opened(given.folder, sized(given.quotes, given.seed))
    store.close()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        shutil.copy(path, Path(folder) / "copy.db")
        store = open_sqlite(Path(folder) / "copy.db", derivation=DerivedFields())
        most = store.speakers(SpeakerFilter(), PageRequest(2)).items
        counted = [len(store.speaker_quotes(one.id)) for one in most]
        print(decided_and_undone("correct a quote", store, lambda: correct(store, "q5", most[0].id, BY)))
        print(decided_and_undone(f"merge a speaker of {counted[1]} quotes into one of {counted[0]}", store,
                                 lambda: merge(store, most[1].id, most[0].id, BY)))
        print(decided_and_undone(f"hide {counted[1]} quotes", store, lambda: hide(store, most[1].id, BY)))
        took = [timed(partial(take_down, store, f"d{number}", BY))[0] for number in range(11, 11 + TURNS)]
        print(f"{'take an article down, the first time':<58} {took[0]:>9.1f} ms")
        print(f"{'and the next ones':<58} {statistics.median(took[1:]):>9.1f} ms")
        store.close()


if __name__ == "__main__":
    main()
