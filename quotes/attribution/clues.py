"""Clues: named reasons for or against a mention as the speaker of a quotation, and what each one rests on.

Every pair of a quotation and a candidate mention is described by a row of short facts, and a clue looks at a few of
them together. Its weight is looked up by their values. So a clue is a table, and the score is a sum.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from quotes.attribution.clue_fact_codes import (
    AFTER_QUOTATION,
    AGENT,
    BEFORE_VERB,
    CAPITAL,
    CLOSES_PARAGRAPH,
    DEPENDS,
    DISTANT_SUBJECT,
    IN_CLAUSE,
    INVERTED,
    LONGER,
    LOWER_CASE,
    NAMED_BY_ACCORDING,
    NO_MARK,
    NONE,
    OBJECT_OF_CUE,
    OPENS_PARAGRAPH,
    PASSIVE_SUBJECT,
    QUOTED_BY_ANOTHER,
    QUOTES_ANOTHER,
    SUBJECT_OF_CUE,
    WITHIN_PARAGRAPH,
)
from quotes.attribution.clue_templates import Key, Template, bin_of, template
from quotes.attribution.cue_context import CLAUSE_OPENERS, Scene, count_between
from quotes.extraction.mentions import Candidate
from quotes.records.spans import Span
from quotes.text.word_classes import (
    ACCORDING,
    BASE_SPEECH_VERB,
    CUES,
    LINE,
    MENTIONED,
    MODIFIERS,
    NAMED_MENTIONS,
    PREPOSITIONS,
    REPORTING_VERBS,
    SPEECH_NOUN,
    STOP,
    VERB,
)

LENGTHS = (1, 2, 4, 9, 24)
GAPS = (0, 1, 2, 4, 8, 16, 32, 64)
LAST_MARKS = frozenset(",.?!-—:;…")  # characters that tell how a quotation ends
FAR_CUE = 25

OTHER_VERBS = (VERB, BASE_SPEECH_VERB, SPEECH_NOUN)
WITHOUT_WORD = MENTIONED + LINE  # what stands before a quotation and whose word tells nothing

FACTS = (
    # the candidate
    "form", "who", "left", "left2", "right", "right2", "owncue", "cueword", "opens", "entity",
    # the quotation
    "before", "beforeword", "last", "after", "length", "capital", "place", "cuebefore", "cueafter", "lead",
    # both
    "side", "lines", "sentences", "between", "quotes", "gap", "subject", "hypotheses", "rivals", "signature", "label",
)
INDEX = {name: i for i, name in enumerate(FACTS)}


def _clue(name: str, facts: str) -> Template:
    return template(name, facts, INDEX)


TEMPLATES = (
    _clue("rivals", "side rivals lines owncue"),
    _clue("distance", "side sentences lines"),
    _clue("kind of mention", "who side"),
    _clue("cue word", "cueword owncue side"),
    _clue("words after", "right2 side"),
    _clue("words before", "left2 side form"),
    _clue("words around", "left2 right2 side"),
    _clue("frame", "form left right owncue"),
    _clue("subject", "subject side before last"),
    _clue("between", "side between lines"),
    _clue("quotations between", "side quotes lines before last"),
    _clue("clause", "opens side lines"),
    _clue("length", "length capital side sentences"),
    _clue("cue before", "subject cuebefore sentences"),
    _clue("cue after", "subject cueafter lines"),
    _clue("gap", "side gap last right"),
    _clue("near cue", "gap side lines owncue"),
    _clue("path", "signature side"),
    _clue("path and quotation", "signature before last"),
    _clue("lead-in", "lead side subject lines"),
    _clue("place", "place side lines sentences"),
    _clue("label", "label label"),
    _clue("role", "who owncue"),
    _clue("relay", "owncue owncue"),
    _clue("following", "after side subject between"),
    _clue("word before", "beforeword side hypotheses"),
    _clue("entity", "entity side lines"),
    _clue("entity and verb", "entity owncue right"),
    _clue("entity and word before", "entity left owncue"),
)


def candidate_facts(scene: Scene, n: int) -> Key:
    """The facts that depend on the candidate alone."""
    c = scene.candidates[n]
    view, words = scene.view, scene.words
    left = view[c.first - 1] if c.first else LINE
    left2 = view[max(0, c.first - 2) : c.first]
    right2 = view[c.after : c.after + 2]
    word = words[c.after - 1].lower()
    entity = _entity(scene, c)
    who = c.form + entity if c.form in NAMED_MENTIONS else word
    owncue, cue = own_cue(scene, n)
    cueword = NONE if cue is None else words[cue].lower()
    opens = left if left in CLAUSE_OPENERS else DEPENDS if left in PREPOSITIONS else IN_CLAUSE
    return (c.form, who, left, left2, right2[:1], right2, owncue, cueword, opens, entity)


def _entity(scene: Scene, c: Candidate) -> str:
    """What the name that ends a mention names, as a code; whether it is more than one word."""
    run = scene.run_at(c.after - 1)
    if run is None:
        return NONE
    return run.kind if run.single else run.kind + LONGER


def own_cue(scene: Scene, n: int) -> tuple[str, int | None]:
    """How a candidate is related to a cue of its own, and the token of that cue."""
    view = scene.view
    _, after, _ = candidate = scene.candidates[n]
    i = after
    while i < len(view) and view[i] in MODIFIERS and i < after + 4:
        i += 1
    if i < len(view) and view[i] in CUES:
        if scene.quotes_another(i):
            return QUOTES_ANOTHER, i
        return (PASSIVE_SUBJECT if scene.passive(i) else SUBJECT_OF_CUE) + view[i], i
    j = candidate.first - 1
    while j >= 0 and view[j] in MODIFIERS and j > candidate.first - 3:
        j -= 1
    if j >= 0 and view[j] == ACCORDING:
        return NAMED_BY_ACCORDING, j
    if j >= 0 and view[j] in REPORTING_VERBS:
        if scene.quotes_another(j):
            return QUOTED_BY_ANOTHER, j
        return (INVERTED if scene.inverted(j) == n else OBJECT_OF_CUE) + view[j], j
    by = scene.passive_before(j) if j >= 0 else None
    if by is not None:
        return AGENT, by
    end = scene.sentence(after).end if after < len(view) else after
    cue = scene.cue_after(after, min(end, after + FAR_CUE))
    if cue is not None and scene.subject(cue) == n:
        return DISTANT_SUBJECT + view[cue], cue
    return (BEFORE_VERB, i) if view[i : i + 1] in OTHER_VERBS else (NONE, None)


class QuoteScene(NamedTuple):
    """What a quotation shows by itself, and the mentions that its sentence suggests."""

    facts: Key
    span: Span
    at: int
    cue_before: int | None
    cue_after: int | None
    subject_before: int | None
    subject_after: int | None
    nearest: int | None
    clause: int | None
    first: int | None


def quote_scene(scene: Scene, quotation: Span) -> QuoteScene:
    """The facts of one quotation."""
    view, words = scene.view, scene.words
    first, after = quotation
    sentence_start = scene.sentence(first).start
    sentence_end = scene.sentence(after).end if after < len(view) else after
    if view[after - 1] == STOP:
        sentence_end = after
    cue_before = scene.cue_before(first, sentence_start)
    cue_after = scene.cue_after(after, sentence_end)
    nearest = scene.candidate_before(first, sentence_start)
    facts = (
        *_edges(scene, quotation),
        bin_of(after - first - 2, LENGTHS),
        _capital(words[first + 1] if first + 1 < len(words) else ""),
        _place(scene, quotation),
        NONE if cue_before is None else view[cue_before] + bin_of(first - cue_before, GAPS),
        NONE if cue_after is None else view[cue_after] + bin_of(cue_after - after, GAPS),
        scene.path(max(sentence_start, first - 6), first, False)[-3:],
    )
    return QuoteScene(
        facts, quotation, bisect_left(scene.firsts, first), cue_before, cue_after,
        None if cue_before is None else scene.subject(cue_before),
        None if cue_after is None else scene.subject(cue_after),
        nearest, scene.last_clause_first(sentence_start, first), scene.clause_first(sentence_start, first),
    )


def _edges(scene: Scene, quotation: Span) -> Key:
    """What stands right before a quotation, the word there, its last mark, and what comes after it."""
    view, words = scene.view, scene.words
    first, after = quotation
    before = view[first - 1] if first else LINE
    beforeword = words[first - 1].lower() if first and before not in WITHOUT_WORD else before
    last = words[after - 2][-1] if after - 2 > first else NO_MARK
    following = view[after : after + 2] if view[after - 1] != STOP else STOP + view[after : after + 1]
    return before, beforeword, last if last in LAST_MARKS else NO_MARK, following


def _capital(word: str) -> str:
    return CAPITAL if word[:1].isupper() else LOWER_CASE if word[:1].islower() else NONE


def _place(scene: Scene, quotation: Span) -> str:
    first, after = quotation
    starts = first == 0 or scene.view[first - 1] == LINE
    ends = after >= len(scene.view) or scene.view[after] == LINE
    earlier = count_between(scene.quotes, scene.paragraph(quotation).start, first)
    place = OPENS_PARAGRAPH if starts else AFTER_QUOTATION if earlier else WITHIN_PARAGRAPH
    return place + CLOSES_PARAGRAPH if ends else place
