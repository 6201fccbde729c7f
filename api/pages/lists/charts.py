"""Charts as SVG inside a page: bars by month, and parts of a whole. Their colours are classes, for light and dark.

A chart is a picture beside its table: it has an alternative text, and every number in it stands in the table too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from quotes.collection.statistics import MonthShare, SpeakerStatistics

WIDTH, HEIGHT, GAP, WIDEST = 720, 160, 0.2, 48
MOST_BARS = 120  # months; of a longer time, years are shown


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what stands below it: the first and the last time, and the highest bar."""

    drawing: Markup
    first: str
    last: str
    most: int
    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: how many, its share as the API has it, and the class of its colour."""

    name: str
    kind: str
    count: int
    share: float


def by_month(months: Sequence[MonthShare]) -> Chart | None:
    """Quotes by month as bars, or by year over a long time, the lower part of each of unnamed sources; None without.

    Months between in which nobody is quoted have no bar, but their place.
    """
    dated = [(one.month, one.quotes, one.unnamed) for one in months if one.month]
    if not dated:
        return None
    unit, bars = "month", dict.fromkeys(_months(dated[0][0], dated[-1][0]), (0, 0))
    if len(bars) > MOST_BARS:
        first, last = int(dated[0][0][:4]), int(dated[-1][0][:4])
        unit, bars = "year", {f"{year:04}": (0, 0) for year in range(first, last + 1)}
    for time, of_time in groupby(dated, lambda one: one[0][:4] if unit == "year" else one[0]):
        counts = [(quotes, unnamed) for _, quotes, unnamed in of_time]
        bars[time] = (sum(quotes for quotes, _ in counts), sum(unnamed for _, unnamed in counts))
    times, most = list(bars), max(quotes for quotes, _ in bars.values())
    return Chart(_drawn(bars, most), times[0], times[-1], most, unit)


def shares(counts: SpeakerStatistics) -> tuple[Markup, tuple[Part, ...]]:
    """All quotes parted into those of named speakers, of unnamed sources and of nobody known: a bar, and its parts."""
    named = counts.quotes - counts.unnamed - counts.unknown
    parts = (Part("of named speakers", "named", named, named / counts.quotes if counts.quotes else 0.0),
             Part("of unnamed sources", "unnamed", counts.unnamed, counts.unnamed_share),
             Part("of nobody known", "unknown", counts.unknown, counts.unknown_share))
    said = ", ".join(f"{round(part.share * 100)}% {part.name}" for part in parts)
    bar, at = Markup(""), 0.0
    for part in parts:
        width = WIDTH * part.count / counts.quotes if counts.quotes else 0.0
        bar += Markup('<rect class="c-{}" x="{:.2f}" y="0" width="{:.2f}" height="28"/>').format(part.kind, at, width)
        at += width
    return _svg(bar, 28, f"All quotes: {said}."), parts


def _drawn(bars: dict[str, tuple[int, int]], most: int) -> Markup:
    width = WIDTH / len(bars)
    thick = min(WIDEST, width * (1 - GAP))
    drawn = Markup("").join(_bar((place + 0.5) * width - thick / 2, thick, counts, most)
                            for place, counts in enumerate(bars.values()))
    highest = max(bars, key=lambda time: bars[time][0])
    said = (f"Bars from {next(iter(bars))} to {[*bars][-1]}. The highest is {highest} with {bars[highest][0]} quotes, "
            f"{bars[highest][1]} of them of unnamed sources. All numbers are in the table.")
    base = Markup('<path class="c-base" d="M0 {}H{}"/>').format(HEIGHT - 0.5, WIDTH)
    return _svg(drawn + base, HEIGHT, said)


def _bar(x: float, width: float, counts: tuple[int, int], most: int) -> Markup:
    """One bar; where there is something, it can be seen."""
    quotes, unnamed = counts
    return Markup("").join(_rect(kind, (x, width), max(2.0, (HEIGHT - 4) * count / most))
                           for kind, count in (("all", quotes), ("unnamed", unnamed)) if count)


def _rect(kind: str, across: tuple[float, float], height: float) -> Markup:
    return Markup('<rect class="c-{}" x="{:.2f}" y="{:.1f}" width="{:.2f}" height="{:.1f}"/>').format(
        kind, across[0], HEIGHT - 1 - height, across[1], height)


def _svg(inside: Markup, height: int, said: str) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">'
                  '{}</svg>').format(WIDTH, height, said, inside)


def _months(first: str, last: str) -> Iterable[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (now := f"{year:04}-{month:02}") <= last:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
