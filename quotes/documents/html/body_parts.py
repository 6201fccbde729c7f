"""An article's body over several containers, and boxes inside it that are none of it.

Pages part a body where advertisements or pictures stand; extractors take the container with most words and leave the
others. A container belongs to the body if it is like one that does: the same element in one of the same name, with
paragraphs of prose.
"""

from __future__ import annotations

import re
from collections import defaultdict

from quotes.documents.html.blocks import Run

LONG = 80  # characters: a block that long is a paragraph, not a button or a label
LONGER = 200  # this long, it is hardly a teaser
PARAGRAPHS = 2  # of prose in a container, or one that is longer
WORDS = ("paragraph", "quote", "list", "headline")
ENDS = re.compile(r"[.!?…:][”\"’'»)\]]*\s*\Z")
# A box that asks for something: its heading, and what one of its next lines says.
ASKS = re.compile(r"\b(?:sign[- ]up|subscribe|newsletters?|mailing list)\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:newsletters?|e-?mails?|inbox|unsubscribe|subscri\w+|sign(?:ing)? up|privacy)\b", re.IGNORECASE)
ASKING = 90  # characters: a heading of such a box is short
BOX = 8  # lines that it has at most


def further_parts(runs: list[Run], chosen: set[int], shapes: set[str]) -> set[int]:
    """The places of runs in containers that are like those of the article but hold none of what was found of it.

    `shapes` are those in which the article's paragraphs stand.
    """
    homes = {runs[i].parent for i in chosen}
    members: dict[int, list[int]] = defaultdict(list)
    for i, run in enumerate(runs):
        if run.shape in shapes and run.parent not in homes and not run.aside and run.embed is None:
            members[run.parent].append(i)
    found: set[int] = set()
    for places in members.values():
        if _is_prose([runs[i] for i in places]):
            found.update(i for i in places if runs[i].kind in WORDS and runs[i].linked * 2 <= len(runs[i].text))
    return found


def _is_prose(runs: list[Run]) -> bool:
    """Whether the runs of one container are paragraphs of an article and not teasers: whole sentences, few links."""
    whole = [run for run in runs if run.kind == "paragraph" and run.linked * 4 < len(run.text)
             and len(run.text) > LONG and ENDS.search(run.text)]
    return len(whole) * 2 >= len(runs) and (len(whole) >= PARAGRAPHS or any(len(run.text) > LONGER for run in whole))


def asking_boxes(runs: list[Run], chosen: set[int], shapes: set[str]) -> set[int]:
    """The places of boxes in the article that ask to sign up for a newsletter, from their headings to their ends."""
    found: set[int] = set()
    for i in sorted(chosen):
        if runs[i].kind != "headline" or len(runs[i].text) > ASKING or not ASKS.search(runs[i].text):
            continue
        box = [i]
        for place in range(i + 1, min(i + 1 + BOX, len(runs))):
            if runs[place].shape in shapes or runs[place].embed is not None:
                break
            box.append(place)
        if any(ASKED.search(runs[place].text) for place in box[1:]):
            found.update(box)
    return found if len(found) < len(chosen) else set()
