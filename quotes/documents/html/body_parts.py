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
ASKED = re.compile(r"\b(?:newsletters?|e-?mails?|inbox|unsubscribe|subscri\w+|sign(?:ing)? up|privacy)\b",
                   re.IGNORECASE)
ASKING = 90  # characters: a heading of such a box is short
MOSTLY = 0.2  # of the article's runs: where more stand in elements called after what stands beside, that tells nothing
LABEL = 30  # characters
BOX = 8  # lines that it has at most


def further_parts(runs: list[Run], chosen: set[int], shapes: set[str]) -> set[int]:
    """The places of runs in containers that are like those of the article but hold none of what was found of it.

    `shapes` are those in which the article's paragraphs stand.
    """
    homes = {runs[i].container for i in chosen}
    end = next_story(runs, chosen)
    members: dict[int, list[int]] = defaultdict(list)
    for i, run in enumerate(runs[:end]):
        if run.shape in shapes and run.container not in homes and not run.aside and run.embed is None:
            members[run.container].append(i)
    found: set[int] = set()
    for places in members.values():
        if _is_prose([runs[i] for i in places], alone=places[0] > min(chosen)):
            found.update(i for i in places if runs[i].kind in WORDS and runs[i].linked * 2 <= len(runs[i].text))
    return found


def _is_prose(runs: list[Run], alone: bool) -> bool:
    """Whether the runs of one container are paragraphs of an article and not teasers: whole sentences, few links.

    `alone` is whether one paragraph is enough if it is long; before the article it may be a summary or a claim.
    """
    whole = [run for run in runs if run.kind == "paragraph" and run.linked * 4 < len(run.text)
             and len(run.text) > LONG and ENDS.search(run.text)]
    enough = len(whole) >= PARAGRAPHS or (alone and any(len(run.text) > LONGER for run in whole))
    return enough and len(whole) * 2 >= len(runs)


def next_story(runs: list[Run], chosen: set[int]) -> int:
    """Where another story begins below the article, as on pages that go on without end: at a further title (`<h1>`)."""
    body = [i for i in sorted(chosen) if len(runs[i].text) > LONG]
    start = body[0] if body else min(chosen)
    titles = (i for i in range(start + 1, len(runs)) if runs[i].shape.startswith("h1<") and i not in chosen)
    return next(titles, len(runs))


def labels_beside(runs: list[Run], chosen: set[int], shapes: set[str]) -> set[int]:
    """The places of what stands in the article and is none of it: boxes that ask to sign up, labels of advertisements.

    A box goes from its heading to where the article's paragraphs go on, in one of their `shapes`.
    """
    beside = {i for i in chosen if runs[i].aside}
    found = {i for i in beside if len(beside) < MOSTLY * len(chosen) and _is_label(runs[i])}
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


def _is_label(run: Run) -> bool:
    return ASKS.search(run.text) is not None or (len(run.text) <= LABEL and not ENDS.search(run.text))
