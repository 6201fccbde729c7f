"""Which blocks of a page are its article.

trafilatura says which words are the article's, from the page as it is without posts and scripts; the blocks that hold
those words are the article, and with them the quotes, captions and posts that stand between them, which it drops.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from quotes.documents.dates import machine_moment, printed_day
from quotes.documents.html.blocks import Run
from quotes.documents.html.body_parts import further_parts, labels_beside, next_story
from quotes.documents.html.live_updates import update_times

NO_LETTERS = re.compile(r"[\W_]+")
SHORT = 12  # letters: a shorter block is taken for the article's only where a whole line of the article is the same
CRUMBS = 10_000  # runs; the longest real pages have some three thousand
SAME = 0.8  # of a run's words in one block of the article make it a pull quote, if it has
MANY = 12  # of them
LABEL = re.compile(r"[^:.!?“\"]{2,24}:\s+")
MARKS = "“”\"'‘’«»„ \n.,"
LONG = 80  # characters: a block that long beside paragraphs of the article is hardly a button or a label;
STANDFIRST = (60, 300)  # and one below the title is hardly a byline, nor is one of many sentences a standfirst
WORDS = 6  # blanks in it, at the least: an address has none
DATE_LINE = 120
LABEL_LENGTH = 20
HEADINGS = ("h1<", "h2<")
LONGER = 200  # this long, it is hardly a teaser
# Elements of the article as trafilatura gives it that are lines of their own.
LINES = ("p", "head", "item", "quote", "lb", "list", "row", "table", "code")
MIXED = 500  # children with text behind them; the parents on real pages have some dozens
SOME = 2  # long blocks: of containers like theirs, those with paragraphs of prose are the article's
SEVERAL = 4  # long blocks of the article in elements of one shape make that shape the article's


def article_runs(runs: list[Run], markup: str, title: str | None = None) -> list[Run]:
    """The runs of the article, in order; where none is found, all that is no navigation and not mostly links."""
    if not runs:
        return []
    letters = [NO_LETTERS.sub("", run.text) for run in runs]
    if len(runs) > CRUMBS and sum(map(len, letters)) < len(runs) * SHORT:
        return [run for run in runs if not run.aside]  # thousands of crumbs hold no article that could be sought
    places = _places(runs, letters, _article_text(markup))
    chosen = _in_order(letters, places)
    if not chosen:
        return [run for run in runs if not run.aside and (run.embed is not None or not _mostly_links(run))]
    counts = Counter(runs[i].shape for i in chosen if len(runs[i].text) > LONG)
    shapes = {shape for shape, count in counts.items() if count >= SEVERAL}
    others = [runs[i] for i in sorted(chosen) if runs[i].kind != "quote"]
    further = further_parts(runs, chosen, {shape for shape, count in counts.items() if count >= SOME})
    chosen = (chosen | further) - labels_beside(runs, chosen, shapes)
    end = next_story(runs, chosen)
    first, last = min(chosen), max(chosen)
    homes = {runs[i].parent for i in chosen}
    lead = _lead(runs, letters, chosen, title)
    updates = update_times(runs, chosen)
    kept: list[Run] = []
    quoted = False  # whether the quote that a credit line stands under was kept
    for i, run in enumerate(runs):
        cousin = first < i < end and run.shape in shapes
        belongs = i in further or _belongs(run, first < i < last, run.parent in homes, cousin) or i in lead
        inside = quoted if run.credit else _inside(run, i in chosen and i not in further, belongs, others)
        if run.kind == "quote":
            quoted = inside
        if i in updates:
            kept.append(updates[i])
        elif run.embed is not None or inside:
            kept.append(run)
    return kept


def _lead(runs: list[Run], letters: list[str], chosen: set[int], title: str | None) -> list[int]:
    """The places between the article's title on the page and its first paragraph, where a standfirst may stand."""
    body = next((i for i in sorted(chosen) if runs[i].kind == "paragraph" and len(runs[i].text) > LONG), 0)
    called = NO_LETTERS.sub("", title or "")
    for i in range(body - 1, -1, -1):
        if not runs[i].shape.startswith(HEADINGS) or len(letters[i]) <= SHORT:
            continue
        if letters[i] in called or (called and called in letters[i]):
            return [place for place in range(i + 1, body) if letters[i] not in letters[place] and _leads(runs[place])]
    return []


def _leads(run: Run) -> bool:
    """Whether a run below the title is a standfirst or a picture's caption, not a date, a name or a button."""
    length = len(run.text)
    if run.aside or _mostly_links(run) or (length < DATE_LINE and (printed_day(run.text) or machine_moment(run.text))):
        return False
    if run.kind in ("quote", "caption"):
        return length > LABEL_LENGTH
    standing_first = STANDFIRST[0] < length < STANDFIRST[1] and run.text.count(" ") > WORDS
    return run.kind in ("paragraph", "headline") and standing_first and ":" not in run.text[:LABEL_LENGTH]


def _inside(run: Run, told: bool, belongs: bool, others: list[Run]) -> bool:
    """Whether a run is printed in the article, and not only a teaser or a repetition in it."""
    if is_teaser(run) or not (told or belongs):
        return False
    return (told and run.kind != "quote") or not _printed_twice(run, others)


def _belongs(run: Run, between: bool, sibling: bool, cousin: bool) -> bool:
    """Whether a run that trafilatura left out is the article's too: by its siblings, or by what stands around it."""
    if _mostly_links(run):
        return False
    if sibling and len(run.text) > LONG:
        return True
    if run.aside:
        return False
    if between and run.kind in ("quote", "caption"):
        return True
    return (between or (cousin and run.kind == "paragraph")) and len(run.text) > LONGER


def _printed_twice(run: Run, others: list[Run]) -> bool:
    """Whether a run repeats what the article says, as pull quotes do, perhaps shortened."""
    bare = run.text.strip(MARKS)
    if any(bare in other.text for other in others):
        return True
    words = set(run.text.split())
    if len(words) < MANY:
        return False
    return any(len(words.intersection(other.text.split())) >= SAME * len(words) for other in others)


def _mostly_links(run: Run) -> bool:
    return run.linked * 2 > len(run.text)


def is_teaser(run: Run) -> bool:
    """Whether a run is nothing but a link, as teasers of other stories are, perhaps after a label ("Read more: …")."""
    label = LABEL.match(run.text)
    length = len(run.text) - (label.end() if label else 0)
    return run.kind in ("list", "headline", "paragraph") and run.linked * 10 > length * 9


def _article_text(markup: str) -> str:
    """The words of the article, each of its blocks a line."""
    import trafilatura  # takes most of a second to import, and plain texts do without

    tree = trafilatura.load_html(markup)
    if tree is None:
        return ""
    split_mixed(tree)
    found = trafilatura.bare_extraction(tree, output_format="txt", include_comments=False, fast=True)
    if not isinstance(found, trafilatura.settings.Document) or found.body is None:
        return ""
    for element in found.body.iter(LINES):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return "".join(found.body.itertext())


def split_mixed(tree: Any) -> None:
    """Put the text behind each child of a crowded parent into an element, in place; other trees stay as they are.

    trafilatura takes elements out one by one and joins the text behind each to what stands before it, which is
    quadratic where most of a parent's thousand children go.
    """
    if not isinstance(tree.tag, str):
        return
    crowded = [parent for parent in tree.iter("*") if len(parent) > MIXED and _texts(parent) > MIXED]
    for parent in crowded:
        for child in list(parent):
            if child.tail:
                piece = parent.makeelement("span")
                piece.text, child.tail = child.tail, None
                child.addnext(piece)


def _texts(parent: Any) -> int:
    return sum(1 for child in parent if child.tail and not child.tail.isspace())


def _places(runs: list[Run], letters: list[str], article: str) -> list[int | None]:
    """Where in the article the words of each run stand: longer ones anywhere, short ones only as a line."""
    lines: dict[str, int] = {}
    words = ""
    for line in article.split("\n"):
        bare = NO_LETTERS.sub("", line)
        lines.setdefault(bare, len(words))
        words += bare
    places: list[int | None] = []
    for run, one in zip(runs, letters, strict=True):
        found = lines.get(one, -1) if one and run.embed is None else -1
        if found < 0 and len(one) > SHORT and run.embed is None:
            found = words.find(one)
        places.append(found if found >= 0 else None)
    return places


def _in_order(letters: list[str], places: list[int | None]) -> set[int]:
    """The runs whose places rise from one to the next and that have most letters together.

    What stands out of order is a pull quote, a summary or a teaser: the same words, printed a second time.
    """
    ranks = {place: rank for rank, place in enumerate(sorted({place for place in places if place is not None}), 1)}
    # A Fenwick tree: the most letters up to a rank, and the last run that they end with.
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: dict[int, int] = {}
    for i, place in enumerate(places):
        if place is None:
            continue
        rank = ranks[place]
        score, before[i] = _best_up_to(best, rank - 1)
        score += len(letters[i])
        while rank < len(best):
            if score >= best[rank][0]:
                best[rank] = (score, i)
            rank += rank & -rank
    chosen = set()
    _, last = _best_up_to(best, len(ranks))
    while last >= 0:
        chosen.add(last)
        last = before[last]
    return chosen


def _best_up_to(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = best[0]
    while rank > 0:
        found = max(found, best[rank])
        rank -= rank & -rank
    return found
