"""Speech or not: what tells spoken words from a title, a nickname, a term or a word held up with tongs.

Like the clues to speakers these are tables over a row of short facts: those of the best candidate and of the quotation
(quotes.attribution.clues), and some more about the words inside and around.
"""

from __future__ import annotations

import regex

from quotes.attribution.clues import COUNTS, FACTS, Key, QuoteScene, bin_of, template
from quotes.attribution.cue_context import Scene, count_between
from quotes.records.spans import Span
from quotes.text.tokens import Tokens

SPEECH_FACTS = (*FACTS, "score", "capitals", "stops", "first", "titled", "bare", "wordbefore", "classes", "wordafter",
                "classafter", "nickname", "verbs", "nearest", "crowd", "opening", "finite",
                "naming")
INDEX = {name: i for i, name in enumerate(SPEECH_FACTS)}
SPEECH_TEMPLATES = tuple(template(name, facts, INDEX) for name, facts in (
    ("size", "length capital last"),
    ("capitals", "capitals length"),
    ("stops", "stops length capital"),
    ("score", "score length"),
    ("words before", "beforeword length"),
    ("before", "before last"),
    ("after", "after length"),
    ("lead-in", "lead length"),
    ("cue before", "cuebefore length"),
    ("speaker", "who side owncue"),
    ("cue word", "cueword owncue side"),
    ("path", "signature side"),
    ("first words", "first length"),
    ("label", "label label"),
    ("word before", "wordbefore capital"),
    ("word after", "wordafter last"),
    ("verbs of speech", "verbs length"),
    ("nearest verb", "nearest length"),
    ("other quotations", "crowd length"),
    ("title", "titled wordbefore"),
    ("title and end", "titled last length"),
    ("title and before", "titled classes"),
    ("nickname", "nickname nickname"),
    ("bare words", "bare classafter length"),
    ("sentence before", "opening length"),
    ("verb inside", "finite length"),
    ("paragraph", "place finite length last"),
    ("name", "naming titled length"),
    ("name and end", "naming capital last"),
))
SCORES = (-2, 0, 1, 2, 3, 4, 5, 6, 8)
CAPITALS = (0.0, 0.15, 0.34, 0.5, 0.75, 0.99)
NEAR = (1, 2, 3, 5, 8, 12)
NOBODY: Key = ("-",) * FACTS.index("before")
NOWHERE: Key = ("-",) * (len(FACTS) - FACTS.index("side"))
NICKNAME = regex.compile(r"XQ[^.,:;Q-]{1,3}QX")  # Ann “Bud” Reed
LEADING_ON = frozenset((",", ":", "as", "to", "the", "a"))
VERBS = frozenset("vACcE")
OF_SPEECH = frozenset("CcGM")
SOMEBODY = frozenset("1256")  # names, roles, several, he and she
WORDS_OF_TITLES = frozenset("nvCcGEMHRSP")  # a title has no word of these classes without a capital


def speech_facts(scene: Scene, tokens: Tokens, quote: QuoteScene, best: Key | None, score: float) -> Key:
    """The row of a quotation, given its best candidate's facts and score; None where there is no candidate."""
    first, after = quote.span
    inner = tokens.classes[first + 1 : after - 1]
    capitals = [word[:1].isupper() for word in tokens.words[first + 1 : after - 1]]
    row = best or (*NOBODY, *quote.facts, *NOWHERE)
    return (
        *row,
        "-" if best is None else bin_of(score, SCORES),
        bin_of(sum(capitals) / max(1, len(inner)), CAPITALS),
        COUNTS[min(inner[:-1].count("."), 2)] + COUNTS[min(inner.count(","), 2)],
        inner[:2],
        "T" if "X" in inner and WORDS_OF_TITLES.isdisjoint(inner) else "t",
        "-" if inner.strip("X#nHMv") else "~",
        *_beside(scene, tokens, quote.span),
        *_paragraph(scene, quote.span),
        _opening(scene, first),
        "-" if VERBS.isdisjoint(inner) else "V",
        _naming(scene, first),
    )


def _opening(scene: Scene, first: int) -> str:
    """Whether the sentence that a quotation stands in has a word of speech before it, and anybody who could speak."""
    before = scene.view[scene.sentence(first).start : first]
    return ("-" if OF_SPEECH.isdisjoint(before) else "C") + ("-" if SOMEBODY.isdisjoint(before) else "S")


def _naming(scene: Scene, first: int) -> str:
    """Whether the words before a quotation say that a title or name follows: the novel “…”, known as “…”."""
    cues = scene.language.cues
    for word in scene.words[first - 1 : max(0, first - 4) : -1] if first else ():
        low = word.lower()
        if low in cues.works:
            return "W"
        if low in cues.naming:
            return "N"
        if low not in LEADING_ON:
            break
    return "-"


def _beside(scene: Scene, tokens: Tokens, span: Span) -> Key:
    """The words and classes right before and after a quotation."""
    first, after = span
    words = tokens.words
    ended = scene.view[after - 1] == "."
    return (
        words[first - 1].lower() if first else "",
        tokens.classes[max(0, first - 2) : first],
        words[after].lower() if after < len(words) else "",
        "." if ended else tokens.classes[after : after + 1],
        "N" if NICKNAME.fullmatch(tokens.classes, max(0, first - 1), after + 1) else "-",
    )


def _paragraph(scene: Scene, span: Span) -> Key:
    """Whether the paragraph has a verb of speech, how near the nearest is, and how many quotations stand in it."""
    start, end = scene.paragraph(span)
    before, after = scene.cue_before(span.start, start), scene.cue_after(span.end, end)
    far = NEAR[-1] + 1
    nearest = min(far if before is None else span.start - before, far if after is None else after - span.end + 1)
    return (
        "N" if before is None and after is None else "Y",
        bin_of(nearest, NEAR),
        COUNTS[min(9, count_between(scene.quotes, start, end))],
    )
