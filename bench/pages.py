"""Pages: from bytes to quotes, in what time beside trafilatura's, how much of the article is found, in how much memory.

Everything is measured in one run on one core, beside `trafilatura.extract(bytes)` with its defaults. `--errors N`
shows the N pages that take longest against it, and the N whose words are found worst.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import mean, median
from typing import Any

from bench.corpora import arguments, test_data
from bench.extract import say

PAGES = "articles"


def main() -> None:
    """Measure and print, one figure a line."""
    asked = arguments(__doc__).parse_args()
    folder = test_data(PAGES) / PAGES
    speed(folder, asked.errors)
    words(folder, asked.errors)
    say("Peak memory, MB", f"{measured('memory', folder)['peak']:.0f}", "≤ 300")


def measured(name: str, folder: Path) -> dict[str, Any]:
    """What one measure gives, in a process of its own."""
    command = [sys.executable, "-m", "bench.page_reading", name, folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def speed(folder: Path, shown: int) -> None:
    """How much longer from page to quotes takes than trafilatura alone."""
    found = measured("speed", folder)
    say("Page to quotes, times trafilatura.extract(bytes), in the median round", f"{median(found['ratios']):.2f}",
        "≤ 1.6")
    say("  in the rounds", " ".join(f"{ratio:.2f}" for ratio in found["ratios"]))
    each = found["each"]
    say("  page by page: the median, the highest", f"{median(each.values()):.2f}, {max(each.values()):.2f}")
    say("Pages a second, ours and trafilatura's",
        f"{found['pages'] / found['ours']:.1f}, {found['pages'] / found['theirs']:.1f}")
    for name in sorted(each, key=lambda name: each[name], reverse=True)[:shown]:
        say(f"  {name[:60]}", f"{each[name]:.2f}")


def words(folder: Path, shown: int) -> None:
    """How well the words of the article are found."""
    found = measured("words", folder)
    scores = found["scores"]
    mine, theirs = (mean(column) for column in zip(*scores.values(), strict=True))
    wanted = "≥ trafilatura − 0.005"
    say(f"Words of the article on {len(scores)} pages with ground truth, mean F1", f"{mine:.4f}", wanted)
    say("  trafilatura's", f"{theirs:.4f}")
    for name in sorted(scores, key=lambda name: scores[name][0] - scores[name][1])[:shown]:
        say(f"  {name[:60]}", "{:.3f} {:.3f}".format(*scores[name]))
    say(f"Pages without text, of {found['pages']}", str(len(found["silent"])), "0")
    for name in found["silent"]:
        say(f"  {name}", "")


if __name__ == "__main__":
    main()
