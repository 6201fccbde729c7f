"""How fast `quotes extract --corpus` reads, and in how much memory: texts and pages, in one process and in all."""

from __future__ import annotations

import gzip
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench.corpora import extract, test_data

TEXTS, PAGES = "bench/polnear-train.jsonl", "articles"
HEAD = ("corpus", "processes", "articles", "seconds", "articles/s", "words/s", "peak MB")


def main() -> None:
    """Read both corpora and print the table."""
    data = test_data(TEXTS, PAGES)
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        write_pages(data / PAGES, pages)
        print("{:10} {:>9} {:>9} {:>9} {:>11} {:>9} {:>9}".format(*HEAD))
        for name, corpus in (("texts", data / TEXTS), ("pages", pages)):
            for jobs in sorted({1, os.cpu_count() or 1}):
                measure(name, corpus, Path(folder) / "out.jsonl", jobs)
    print("Seconds include the start. Memory is the largest process's so far.")


def write_pages(folder: Path, corpus: Path) -> None:
    """The pages of a folder as one corpus."""
    with corpus.open("w", encoding="utf-8") as sink:
        for page in sorted(folder.glob("*.html.gz")):
            html = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
            sink.write(json.dumps({"id": page.name, "html": html}) + "\n")


def measure(name: str, corpus: Path, out: Path, jobs: int) -> None:
    """Read a corpus once and print its line of the table; words are those of the texts that came out."""
    start = time.perf_counter()
    extract(corpus, out, jobs)
    seconds = time.perf_counter() - start
    articles = words = 0
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            articles += 1
            words += len(json.loads(line)["document"]["text"].split())
    speeds = f"{articles / seconds:11.1f} {words / seconds:9.0f}"
    print(f"{name:10} {jobs:9} {articles:9} {seconds:9.2f} {speeds} {peak():9.0f}")


def peak() -> float:
    """The most memory that a process started here has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
