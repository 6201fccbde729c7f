"""How long a card's picture takes, beside the bare renderer on the finished drawing: `make bench-cards`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from quotes.api.cards.png import rendered
from quotes.api.cards.script_runs import runs, width
from quotes.api.cards.svg_drawing import draw
from quotes.api.cards.themes import THEMES
from quotes.api.cards.typefaces import face_for
from tests.api.cards.samples import SAMPLES

ROUNDS = 15
ADDRESS = "quotes.example/quotes/q12"


def milliseconds(work: Callable[[], Any], fresh: bool = False) -> float:
    """The median processor time of some work; `fresh` forgets before each round what was measured before."""
    times = []
    for _ in range(ROUNDS):
        if fresh:
            for remembered in (runs, width, face_for):
                remembered.cache_clear()
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times) * 1000


def main() -> None:
    """Print a row for each kind of card; the exit status says whether all keep to twice the renderer's time."""
    theme, worst = THEMES["light"], 0.0
    sys.stdout.write(f"{'card':<12}{'renderer ms':>12}{'all ms':>9}{'ratio':>8}{'bytes':>9}\n")
    gc.disable()
    for name, quote in SAMPLES.items():
        drawing = draw(quote, theme, ADDRESS)
        bare = milliseconds(lambda drawing=drawing: rendered(drawing))
        whole = milliseconds(lambda quote=quote: rendered(draw(quote, theme, ADDRESS)), fresh=True)
        worst = max(worst, whole / bare)
        size = len(rendered(drawing))
        sys.stdout.write(f"{name:<12}{bare:>12.1f}{whole:>9.1f}{whole / bare:>8.2f}{size:>9}\n")
    sys.stdout.write(f"worst ratio {worst:.2f}, at most 2\n")
    sys.exit(worst > 2)


if __name__ == "__main__":
    main()
