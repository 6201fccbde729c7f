"""Speech or not: what distinguishes spoken words from titles, nicknames, terms and scare quotes.

Like the clues to speakers, these are tables over a row of short facts: those of the best candidate and the quotation
(quotes.attribution.clues), and some more about the words inside and around it.
"""

from __future__ import annotations

from quotes.attribution.clue_fact_codes import (
    AFTER_NAMING,
    AFTER_WORK,
    COUNTS,
    IS_NICKNAME,
    NONE,
    ONLY_BARE,
    SOMEBODY_BEFORE,
    SPOKEN_BEFORE,
    TITLED,
    UNTITLED,
    WITH_CUE,
    WITH_VERB,
    WITHOUT_CUE,
)
from quotes.attribution.clue_templates import Key, bin_of, template
from quotes.attribution.clues import FACTS, QuoteScene
from quotes.attribution.cue_context import Scene, count_between
from quotes.records.spans import Span
from quotes.text.patterns import none_of, pattern, repeated
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AUXILIARY,
    BASE_SPEECH_VERB,
    COLON,
    COMMA,
    CUES,
    DASH,
    NAME,
    NAME_MENTION,
    NOUNS,
    NOUNS_AND_NAMES,
    NUMBER,
    POSSESSIVE,
    PRONOUN_MENTION,
    QUANTIFIER_MENTION,
    QUOTATION,
    REPORTING_VERBS,
    ROLE_MENTION,
    SEMICOLON,
    SPEECH_NOUN,
    STOP,
    SUBJECT_PRONOUN,
    VERB,
)

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
    ("end and verb", "last classafter length"),
))
SCORES = (-2, 0, 1, 2, 3, 4, 5, 6, 8)
CAPITALS = (0.0, 0.15, 0.34, 0.5, 0.75, 0.99)
NEAR = (1, 2, 3, 5, 8, 12)
NOBODY: Key = (NONE,) * FACTS.index("before")
NOWHERE: Key = (NONE,) * (len(FACTS) - FACTS.index("side"))
NICKNAME = pattern(NAME, QUOTATION, repeated(1, 3, none_of(STOP, COMMA, COLON, SEMICOLON, QUOTATION, DASH)),
                   QUOTATION, NAME)  # Ann “Bud” Reed
LEADING_ON = frozenset((",", ":", "as", "to", "the", "a"))
VERBS = frozenset((VERB, AUXILIARY, *REPORTING_VERBS, BASE_SPEECH_VERB))
OF_SPEECH = frozenset((*CUES, SPEECH_NOUN))
SOMEBODY = frozenset((NAME_MENTION, ROLE_MENTION, QUANTIFIER_MENTION, PRONOUN_MENTION))
# A title has no word of these classes without a capital.
NOT_IN_TITLES = frozenset((*NOUNS, VERB, *CUES, BASE_SPEECH_VERB, ADVERB, POSSESSIVE, SUBJECT_PRONOUN))
BARE = NOUNS_AND_NAMES + NUMBER + VERB  # words of a stretch that is no whole sentence


def speech_facts(scene: Scene, tokens: Tokens, quote: QuoteScene, best: Key | None, score: float) -> Key:
    """The row of a quotation, given its best candidate's facts and score; None where there is no candidate."""
    first, after = quote.span
    inner = tokens.classes[first + 1 : after - 1]
    capitals = [word[:1].isupper() for word in tokens.words[first + 1 : after - 1]]
    row = best or (*NOBODY, *quote.facts, *NOWHERE)
    return (
        *row,
        NONE if best is None else bin_of(score, SCORES),
        bin_of(sum(capitals) / max(1, len(inner)), CAPITALS),
        COUNTS[min(inner[:-1].count(STOP), 2)] + COUNTS[min(inner.count(COMMA), 2)],
        inner[:2],
        TITLED if NAME in inner and NOT_IN_TITLES.isdisjoint(inner) else UNTITLED,
        NONE if inner.strip(BARE) else ONLY_BARE,
        *_beside(scene, tokens, quote.span),
        *_paragraph(scene, quote.span),
        _opening(scene, first),
        NONE if VERBS.isdisjoint(inner) else WITH_VERB,
        naming(scene, first),
    )


def _opening(scene: Scene, first: int) -> str:
    """Whether a word of speech, and somebody who could speak, come before a quotation in its sentence."""
    before = scene.view[scene.sentence(first).start : first]
    spoken, somebody = not OF_SPEECH.isdisjoint(before), not SOMEBODY.isdisjoint(before)
    return (SPOKEN_BEFORE if spoken else NONE) + (SOMEBODY_BEFORE if somebody else NONE)


def naming(scene: Scene, first: int) -> str:
    """Whether the words before a quotation say that a title or name follows: the novel “…”, known as “…”."""
    cues = scene.language.cues
    for word in scene.words[first - 1 : max(0, first - 4) : -1] if first else ():
        low = word.lower()
        if low in cues.works:
            return AFTER_WORK
        if low in cues.naming:
            return AFTER_NAMING
        if low not in LEADING_ON:
            break
    return NONE


def _beside(scene: Scene, tokens: Tokens, span: Span) -> Key:
    """The words and classes right before and after a quotation."""
    first, after = span
    words = tokens.words
    ended = scene.view[after - 1] == STOP
    return (
        words[first - 1].lower() if first else "",
        tokens.classes[max(0, first - 2) : first],
        words[after].lower() if after < len(words) else "",
        STOP if ended else tokens.classes[after : after + 1],
        IS_NICKNAME if NICKNAME.fullmatch(tokens.classes, max(0, first - 1), after + 1) else NONE,
    )


def _paragraph(scene: Scene, span: Span) -> Key:
    """Whether the paragraph has a verb of speech, how near the nearest is, and how many quotations stand in it."""
    start, end = scene.paragraph(span)
    before, after = scene.cue_before(span.start, start), scene.cue_after(span.end, end)
    far = NEAR[-1] + 1
    nearest = min(far if before is None else span.start - before, far if after is None else after - span.end + 1)
    return (
        WITHOUT_CUE if before is None and after is None else WITH_CUE,
        bin_of(nearest, NEAR),
        COUNTS[min(9, count_between(scene.quotes, start, end))],
    )
