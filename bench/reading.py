"""What one process measures: speed against one pass of a word pattern, growth with length, and memory.

`python -m bench.reading MEASURE FILE` prints one line of JSON. Each measure is a process of its own, so that memory is
that of the measure alone, and speed is that of one core.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

import regex

from quotes.reading.pipeline import read_document
from quotes.records.document import Article

WORD = regex.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
ROUNDS = 7
LONGEST = 2_000_000
DOUBLINGS = 4
MARKS = 100_000
UNBALANCED = {"“ never closed": "“a ", "” never opened": "a” ", "straight marks": 'a "b ', "‘ never closed": "‘a ",
              "« never closed": "«a ", "all marks mixed": "“a ‘b \"c «d „e "}


def texts_of(path: Path) -> list[str]:
    """The texts of a corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def words_of(text: str) -> list[tuple[str, int, int]]:
    """One pass of the word pattern: what any reader of a text has to do at the least."""
    return [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]


def read(text: str) -> None:
    """From a text to its finished reading."""
    read_document(Article(text=text))


def seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """How long some work takes over all texts, by the processor's clock, which other programs disturb little."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def speed(path: Path) -> dict[str, Any]:
    """The time of reading against that of one pass of the pattern, in turns; the first round meets words unknown."""
    texts = texts_of(path)
    read(texts[0])  # weights and word lists are loaded
    first = seconds(read, texts)
    rounds = [(seconds(words_of, texts), seconds(read, texts)) for _ in range(ROUNDS)]
    one_pass, whole = median(one for one, _ in rounds), median(whole for _, whole in rounds)
    return {"articles": len(texts), "words": sum(len(text.split()) for text in texts), "pass": one_pass,
            "first": first, "whole": whole, "ratios": sorted(whole / one for one, whole in rounds)}


def growth(path: Path) -> dict[str, Any]:
    """The time that texts of doubled lengths take, up to the longest, and texts full of marks that pair with none."""
    whole = "\n\n".join(texts_of(path))
    whole *= LONGEST // len(whole) + 1
    read(whole[:10_000])
    lengths = [LONGEST >> n for n in range(DOUBLINGS, -1, -1)]
    grown = {"one long article": [_best(whole[:length]) for length in lengths]}
    for name, unit in UNBALANCED.items():
        unit_marks = sum(unit.count(mark) for mark in "“”\"‘«„")
        grown[name] = [_best(unit * ((MARKS >> n) // unit_marks)) for n in range(DOUBLINGS, -1, -1)]
    return {"lengths": lengths, "grown": grown}


def _best(text: str) -> float:
    return min(seconds(read, [text]) for _ in range(2))


def memory(path: Path) -> dict[str, Any]:
    """The most memory that reading all texts takes, the interpreter and the weights included."""
    seconds(read, texts_of(path))
    return {"peak": peak()}


def memory_of_long(path: Path) -> dict[str, Any]:
    """The same for one article of the longest length."""
    whole = "\n\n".join(texts_of(path))
    read((whole * (LONGEST // len(whole) + 1))[:LONGEST])
    return {"peak": peak()}


def peak() -> float:
    """The most memory that this process has had, in MB, without what its parent had where the system tells."""
    status = Path("/proc/self/status")
    told = regex.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    if told:
        return int(told[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


MEASURES = {"speed": speed, "growth": growth, "memory": memory, "memory-of-long": memory_of_long}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(MEASURES[sys.argv[1]](Path(sys.argv[2]))) + "\n")
