"""Where the benchmarks' articles are, and the one way in which they are read: by the command that users run."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

QUOTES = Path(sys.executable).with_name("quotes")


def test_data(*needed: str) -> Path:
    """The folder that QUOTES_TEST_DATA names; ends the program with what to do if it, or a part of it, is missing."""
    named = os.environ.get("QUOTES_TEST_DATA", "").strip()
    if not named:
        sys.exit("QUOTES_TEST_DATA is not set. It names the folder with the benchmark articles and their scorers\n"
                 "(bench/, embeds/, articles/), which are no part of this project: QUOTES_TEST_DATA=/path/to/it make …")
    folder = Path(named).resolve()
    missing = [name for name in needed if not (folder / name).exists()]
    if missing:
        sys.exit(f"QUOTES_TEST_DATA names {folder}, which has no {', '.join(missing)}.")
    return folder


def extract(corpus: Path, out: Path, jobs: int) -> None:
    """Read a corpus with `quotes extract`; lines that it refuses are told by it and do not end the benchmark."""
    done = subprocess.run([QUOTES, "extract", "--corpus", corpus, "--out", out, "--jobs", str(jobs)], check=False)
    if done.returncode not in (0, 1) or not out.exists():
        sys.exit(f"quotes extract ended with status {done.returncode}")


def score(*command: str | Path) -> None:
    """Run one of the scorers, which prints its table."""
    sys.stdout.flush()
    subprocess.run([sys.executable, *command], check=True)


def arguments(about: str | None) -> argparse.ArgumentParser:
    """The options that the benchmarks share."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--jobs", type=int, default=1, help="how many processes read the articles")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show")
    return parser
