"""How fast articles are read, in how much memory, how that grows with their length, and what a second process adds.

Everything is measured in one run on one machine, beside what it is compared with. SPACY_PYTHON names an interpreter
that has spaCy and its small English pipeline, for the comparison with those.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from bench.corpora import QUOTES, test_data

DEV, TRAIN, PAGES = "bench/polnear-dev.jsonl", "bench/polnear-train.jsonl", "articles"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
ROUNDS = 3


def main() -> None:
    """Measure and print, one figure a line."""
    data = test_data(DEV, TRAIN, PAGES)
    rate = speed(data / DEV)
    compare_with_spacy(data / DEV, rate)
    growth(data / DEV)
    memory(data / DEV)
    with tempfile.TemporaryDirectory() as folder:
        processes(data / TRAIN, Path(folder))
        pages(data / PAGES, Path(folder))


def say(what: str, measured: str, wanted: str = "") -> None:
    """Print one line."""
    print(f"{what:66} {measured:>14}  {wanted}".rstrip(), flush=True)


def measured(name: str, path: Path) -> dict[str, Any]:
    """What one measure gives, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "bench.reading", name, path], check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def speed(corpus: Path) -> float:
    """The speed of one process on one core against one pass of the word pattern; the articles a second."""
    found = measured("speed", corpus)
    rate = float(found["articles"] / found["whole"])
    ratio = found["whole"] / found["pass"]
    say("Text to finished reading, times one pass of the word pattern", f"{ratio:.2f}", "≤ 12, aim 8")
    say("  in the rounds", " ".join(f"{ratio:.1f}" for ratio in found["ratios"]))
    say("  in the first round, which meets words unknown", f"{found['first'] / found['pass']:.2f}")
    say("Articles a second, one process", f"{rate:.1f}")
    say("Words a second, one process", f"{found['words'] / found['whole']:.0f}")
    return rate


def compare_with_spacy(corpus: Path, rate: float) -> None:
    """The same articles by spaCy, where there is one."""
    python = os.environ.get("SPACY_PYTHON")
    if not python:
        say("Times the articles/s of spaCy's small English pipeline", "not measured", "set SPACY_PYTHON")
        return
    script = Path(__file__).with_name("spacy_reading.py")
    alone = {**os.environ, **ONE_THREAD}
    done = subprocess.run([python, script, corpus], check=True, stdout=subprocess.PIPE, env=alone)
    found = json.loads(done.stdout)
    all_characters = sum(len(json.loads(line)["text"]) for line in corpus.read_text("utf-8").splitlines())
    articles = sum(1 for _ in corpus.open("rb"))
    theirs = found["characters"] / found["seconds"] / (all_characters / articles)
    say("spaCy's small English pipeline, articles a second, one thread", f"{theirs:.1f}")
    say("Times the articles/s of spaCy's small English pipeline", f"{rate / theirs:.1f}", "≥ 30, aim 40")


def growth(corpus: Path) -> None:
    """How much longer twice the text takes."""
    found = measured("growth", corpus)
    for name, times in found["grown"].items():
        ratios = [late / early for early, late in pairwise(times)]
        say(f"Twice the text, times the time: {name}", f"{max(ratios):.2f}", "≤ 2.2")
        say("  at each doubling; seconds at the last", f"{' '.join(f'{r:.2f}' for r in ratios)}; {times[-1]:.2f} s")


def memory(corpus: Path) -> None:
    """The most memory, small articles and a long one."""
    say("Peak memory on the dev articles, MB", f"{measured('memory', corpus)['peak']:.0f}", "≤ 200")
    say("Peak memory on one article of 2 MB, MB", f"{measured('memory-of-long', corpus)['peak']:.0f}", "≤ 600")


def processes(corpus: Path, folder: Path) -> None:
    """What --jobs 2 gains, against two processes of their own over halves, in turns."""
    lines = corpus.read_bytes().splitlines(keepends=True)
    halves = (folder / "first.jsonl", folder / "second.jsonl")
    for half, part in zip(halves, (lines[::2], lines[1::2]), strict=True):
        half.write_bytes(b"".join(part))
    times: list[tuple[float, float, float]] = []
    for _ in range(ROUNDS):
        one, two = folder / "one.out", folder / "two.out"
        times.append((together([(corpus, one, 1)]), together([(corpus, two, 2)]),
                      together([(half, half.with_suffix(".out"), 1) for half in halves])))
        if one.read_bytes() != two.read_bytes():
            sys.exit("--jobs 2 gives other lines than --jobs 1")
    alone, jobs, apart = (median(column) for column in zip(*times, strict=True))
    say("Speed-up of --jobs 2", f"{alone / jobs:.2f}")
    say("Speed-up of two processes over halves", f"{alone / apart:.2f}")
    say("The one as a share of the other; the same lines in the same order", f"{apart / jobs:.2f}", "≥ 0.8")


def together(runs: list[tuple[Path, Path, int]]) -> float:
    """The seconds that some runs of `quotes extract` take, begun at the same time."""
    start = time.perf_counter()
    begun = [subprocess.Popen([QUOTES, "extract", "--corpus", corpus, "--out", out, "--jobs", str(jobs)])
             for corpus, out, jobs in runs]
    ended = [process.wait() for process in begun]
    seconds = time.perf_counter() - start
    if any(ended):
        sys.exit("quotes extract failed")
    return seconds


def pages(folder: Path, scratch: Path) -> None:
    """The speed on pages, whose article has to be found first."""
    corpus = scratch / "pages.jsonl"
    found = sorted(folder.glob("*.html.gz"))
    with corpus.open("w", encoding="utf-8") as sink:
        for page in found:
            html = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
            sink.write(json.dumps({"id": page.name, "html": html}) + "\n")
    seconds = together([(corpus, scratch / "pages.out", 1)])
    say("Pages (HTML) a second, one process, start included", f"{len(found) / seconds:.1f}")


if __name__ == "__main__":
    main()
