"""The card as a picture in SVG, 1200 by 630: the words, whose they are, where they are written, and any mark of doubt.

Every stretch of text has its measured place and width, so that it looks the same wherever it is drawn. There are no
addresses in it and no style sheet: nothing is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from quotes.api import labels
from quotes.api.cards.line_breaks import CUT
from quotes.api.cards.script_runs import Run, is_leftwards, runs, width
from quotes.api.cards.themes.contract import Theme
from quotes.api.cards.type_size import LEADING, set_large
from quotes.records.quote import Quote

WIDTH, HEIGHT = 1200, 630
EDGE, BAR = 80, 14
INNER = WIDTH - 2 * EDGE
TOP, FLOOR = 64, 436  # the room of the words
MOST = 1500  # characters that are looked at: more never fit
FALLBACKS = {"serif": "Georgia, serif", "sans": "Arial, sans-serif", "bold": "Arial, sans-serif"}


class Part(NamedTuple):
    """A stretch of a line in one style and colour."""

    text: str
    style: str
    colour: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its parts one after the other, its base line and size; `end` where it stands at the far side."""

    parts: tuple[Part, ...]
    y: float
    size: float
    end: bool = False


def draw(quote: Quote, theme: Theme, address: str) -> str:
    """The picture of a quote's card; `address` is where its page is, as it is printed."""
    leftwards = is_leftwards(quote.text or "")
    rows = [*_marks(quote, theme), *_words(quote, theme), *_about(quote, theme, address)]
    body = Markup("").join(run for row in rows for run in _drawn(row, leftwards))
    language = (quote.document.language if quote.document else None) or "und"
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-labelledby="t d" xml:lang="{lang}"><title id="t">{title}</title><desc id="d">{desc}</desc>'
        '<rect width="{w}" height="{h}" fill="{sheet}"/><rect x="{bar}" width="{thick}" height="{h}" fill="{accent}"/>'
        '<path d="M{edge} 462H{far}" stroke="{line}" stroke-width="2"/>{body}</svg>'
    ).format(w=WIDTH, h=HEIGHT, lang=language, title=labels.quote_title(quote), desc=labels.card_alternative(quote),
             sheet=theme.sheet, accent=theme.accent, line=theme.line, bar=WIDTH - BAR if leftwards else 0, thick=BAR,
             edge=EDGE, far=WIDTH - EDGE, body=body)


def _marks(quote: Quote, theme: Theme) -> Iterator[Row]:
    """What a reader must know before the words: that they are doubtful, corrected, or no longer there."""
    if mark := labels.card_mark(quote):
        colour = theme.checked if mark.good else theme.doubt
        yield Row((Part(mark.sign, "bold", colour), Part(f"  {mark.words}", "bold", colour)), TOP, 26)


def _words(quote: Quote, theme: Theme) -> Iterator[Row]:
    """The words, as large as they fit."""
    words, style = labels.card_words(quote)[:MOST], theme.words
    opening, closing = labels.marks_of(quote)
    top = TOP + 34 if labels.card_mark(quote) else TOP - 20
    size, lines = set_large((opening, words, closing), (INNER, FLOOR - top), style)
    colour = theme.ink if quote.text else theme.dim
    y = top + (FLOOR - top - len(lines) * size * LEADING) / 2 + size
    for number, line in enumerate(lines):
        yield Row(tuple(_with_cut(line, theme, colour)), y + number * size * LEADING, size)


def _with_cut(line: str, theme: Theme, colour: str) -> Iterator[Part]:
    """A line of the words; the mark of a cut, which is ours, in another style and colour."""
    said, mark, after = line.rpartition(CUT.strip())
    if mark and len(after) <= 1:
        yield from (Part(said, theme.words, colour), Part(mark, "sans", theme.accent), Part(after, theme.words, colour))
    else:
        yield Part(line, theme.words, colour)


def _about(quote: Quote, theme: Theme, address: str) -> Iterator[Row]:
    """Below the line: who said it, who that is, who passed it on, where and when it is written."""
    yield _fitted((labels.speaker_name(quote),), Part("", "bold", theme.ink if quote.speaker else theme.dim), 508, 36)
    y = 548
    if who := labels.card_description(quote):
        yield _fitted(who, Part("", "sans", theme.dim), y, 25)
        y += 42
    if source := labels.card_source(quote):
        yield _fitted(source, Part("", "sans", theme.ink), y, 25, 0.66)
    yield Row((Part(address, "sans", theme.accent),), 590, 20, end=True)


def _fitted(words: Sequence[str], look: Part, y: float, size: float, share: float = 1.0) -> Row:
    """A line of several words or names, each in its own direction; the longest is cut where there is no room."""
    found = [labels.one_line(one, 200) for one in words]
    while (total := sum(width(one, look.style) for one in found) * size) > INNER * share:
        longest = max(range(len(found)), key=lambda at: len(found[at]))
        found[longest] = labels.one_line(found[longest], len(found[longest]) - 1 - int((total / INNER - share) * 30))
    between = [part for one in found for part in (look._replace(text=" · "), look._replace(text=one))]
    return Row(tuple(between[1:]), y, size)


def _drawn(row: Row, leftwards: bool) -> Iterator[Markup]:
    """The runs of a line at their places, from its beginning side."""
    total = sum(width(part.text, part.style) for part in row.parts) * row.size
    x = EDGE if leftwards == row.end else WIDTH - EDGE - total
    for part in reversed(row.parts) if leftwards else row.parts:
        for run in runs(part.text, part.style, is_leftwards(part.text)):
            yield _text(run, part, x, row)
            x += run.width * row.size


def _text(run: Run, part: Part, x: float, row: Row) -> Markup:
    """One run; override marks keep one from right to left in order where its letters alone would not."""
    words = f"\u202e{run.text}\u202c" if run.leftwards else run.text
    weight = Markup(' font-weight="700"') if run.face.bold else ""
    return Markup(
        '<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" font-family="\'{family}\', {others}"{weight} fill="{fill}" '
        'textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">{words}</text>'
    ).format(x=x, y=row.y, size=row.size, family=run.face.family, others=FALLBACKS[part.style], weight=weight,
             fill=part.colour, length=run.width * row.size, words=words) if run.width else Markup("")
