"""What of a page's prose was not taken as its article's, where that is much: the warnings that say so."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.documents.html.blocks import Run
from quotes.records.document import Warned

PARAGRAPH = 80  # characters: shorter lines are labels, names and buttons
MUCH = 1_200  # characters of prose, some two hundred words
SHARE = 0.33  # of all prose that the page shows
PROSE = ("{left:,} of the {shown:,} characters of prose that this page shows were left out as no part of the article "
         "({share:.0%}). They may belong to other stories, or to a part of it that was not recognized.")
UPDATES = "The page's data holds {more:,} more updates of this live report than the page shows; these were not read."


def left_out(runs: list[Run], article: list[Run], updates: int) -> Iterator[Warned]:
    """The warnings of what was left out; `updates` are those of a live report that a page holds and does not show.

    Prose is what stands in paragraphs of some length and is no link, no part of navigation, comments and the like, and
    no repetition of what was taken. On 180 real pages this says something of one.
    """
    taken = {id(run) for run in article}
    kept = [run.text for run in article if run.embed is None]
    words = set(kept)
    left = sum(len(run.text) for run in runs if id(run) not in taken and _is_prose(run) and run.text not in words)
    shown = left + sum(map(len, kept))
    if left >= MUCH and left >= SHARE * shown:
        yield Warned("text_left_out", PROSE.format(left=left, shown=shown, share=left / shown))
    if updates:
        yield Warned("updates_left_out", UPDATES.format(more=updates))


def _is_prose(run: Run) -> bool:
    return run.embed is None and not run.aside and len(run.text) > PARAGRAPH and run.linked * 4 < len(run.text)
