"""What one process measures on pages: time against trafilatura's, words against the ground truth, and memory.

`python -m bench.page_reading MEASURE FOLDER` prints one line of JSON. The folder holds pages (*.html.gz) and their
manifest.jsonl, in which some have a `ground_truth_text`.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import trafilatura

from bench.reading import peak
from quotes.documents.reader import read_article
from quotes.reading.pipeline import read_document
from quotes.records.document import Article

ROUNDS = 5
WORD = re.compile(r"\w+")
COUNTED = ("headline", "paragraph", "list", "quote")  # kinds of block that the ground truths have too


def pages_of(folder: Path) -> dict[str, bytes]:
    """The pages of a folder by name, as bytes."""
    return {page.name.removesuffix(".html.gz"): gzip.decompress(page.read_bytes())
            for page in sorted(folder.glob("*.html.gz"))}


def ours(page: bytes) -> object:
    """From a page to its finished reading."""
    return read_document(Article(html=page))


def seconds(work: Callable[[bytes], object], page: bytes) -> float:
    """How long some work takes on one page, by the processor's clock, which other programs disturb little."""
    start = time.process_time()
    work(page)
    return time.process_time() - start


def speed(folder: Path) -> dict[str, Any]:
    """The time from page to quotes against that of trafilatura with its defaults, page by page in turns."""
    pages = pages_of(folder)
    for page in list(pages.values())[:3]:  # weights and word lists are loaded, patterns compiled
        ours(page)
        trafilatura.extract(page)
    rounds = [{name: (seconds(trafilatura.extract, page), seconds(ours, page)) for name, page in pages.items()}
              for _ in range(ROUNDS)]
    totals = [[sum(column) for column in zip(*one.values(), strict=True)] for one in rounds]
    each = {name: median(one[name][1] / one[name][0] for one in rounds) for name in pages}
    return {"pages": len(pages), "theirs": median(t for t, _ in totals), "ours": median(o for _, o in totals),
            "ratios": sorted(o / t for t, o in totals), "each": each}


def words(folder: Path) -> dict[str, Any]:
    """Word F1 against the ground truths, ours and trafilatura's, and the pages that give no text."""
    pages = pages_of(folder)
    truths = {}
    for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record.get("ground_truth_text"):
            truths[record["page"]] = record["ground_truth_text"]
    documents = {name: read_article(Article(html=page)) for name, page in pages.items()}
    scores = {}
    for name, truth in truths.items():
        found = documents[name]
        mine = "\n".join(found.text[b.start : b.end] for b in found.blocks if b.kind in COUNTED)
        scores[name] = (f1(mine, truth), f1(trafilatura.extract(pages[name]) or "", truth))
    return {"pages": len(pages), "scores": scores,
            "silent": [name for name, found in documents.items() if not found.text.strip()]}


def f1(found: str, truth: str) -> float:
    """The F1 of the words of two texts, each word as often as it occurs."""
    one, other = Counter(WORD.findall(found.lower())), Counter(WORD.findall(truth.lower()))
    both = (one & other).total()
    return 2 * both / (one.total() + other.total()) if both else 0.0


def memory(folder: Path) -> dict[str, Any]:
    """The most memory that reading the pages one after the other takes, the interpreter and the weights included."""
    for page in sorted(folder.glob("*.html.gz")):
        ours(gzip.decompress(page.read_bytes()))
    return {"peak": peak()}


MEASURES = {"speed": speed, "words": words, "memory": memory}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(MEASURES[sys.argv[1]](Path(sys.argv[2]))) + "\n")
