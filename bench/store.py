"""The store at a million quotes: speed beside SQL by hand in the same run, and bytes a quote.

`make bench-store` builds the file the first time (minutes) and keeps it in data/bench; `--quotes 100000` is quicker.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.collection import sized
from bench.store_file import opened
from bench.store_reads import reads, size
from bench.store_verify import verifying
from bench.store_writes import writes


def main() -> None:
    """Build or open the file, and print the figures."""
    options = argparse.ArgumentParser(prog="python -m bench.store", description=__doc__)
    options.add_argument("--quotes", type=int, default=1_000_000, help="how many quotes the file has")
    options.add_argument("--seed", type=int, default=7, help="the number that the articles grow from")
    options.add_argument("--folder", type=Path, default=Path("data/bench"), help="where files are kept")
    options.add_argument("--articles", type=int, default=400, help="how many are stored for the figures of writing")
    given = options.parse_args()
    store, path = opened(given.folder, sized(given.quotes, given.seed))
    for part in (size(path), reads(store, path, given.seed), verifying(store, path, given.seed),
                 writes(given.folder, given.seed, given.articles)):
        for line in part:
            print(line, flush=True)
        print()
    store.close()


if __name__ == "__main__":
    main()
