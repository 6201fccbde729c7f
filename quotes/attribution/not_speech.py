"""Why words in quotation marks are no speech, as far as they and what stands around them show it."""

from __future__ import annotations

from quotes.attribution.clue_fact_codes import AFTER_NAMING, AFTER_WORK
from quotes.attribution.cue_context import Scene
from quotes.attribution.speech_detection import VERBS, naming
from quotes.attribution.titles_and_terms import is_titled, named_as
from quotes.records.not_quote import Why
from quotes.records.spans import Span
from quotes.text.tokens import Tokens
from quotes.text.word_classes import LINE, QUOTED, SENTENCE_EDGES

LONGEST_TERM, LONGEST_NICKNAME = 5, 3  # words


def why_not(scene: Scene, tokens: Tokens, span: Span) -> Why:
    """The reason for which the quotation in these tokens is listed as no quote."""
    first, after = span
    words = [word for word in tokens.words[first + 1 : after] if word[0].isalnum()]
    if len(words) <= LONGEST_NICKNAME and _inside_name(tokens, span):
        return "nickname"
    called = named_as(scene, tokens, span)
    if called:
        return called
    named = naming(scene, first)
    if named == AFTER_NAMING:
        return "name"
    if _is_line(scene, span):
        return "headline"
    in_sentence = first > 0 and scene.view[first - 1] not in SENTENCE_EDGES + QUOTED
    if is_titled(words) and (named == AFTER_WORK or in_sentence or len(words) > 1):
        return "title"
    is_short = len(words) <= LONGEST_TERM and VERBS.isdisjoint(tokens.classes[first + 1 : after])
    return "term" if named == AFTER_WORK or (in_sentence and is_short) else "too_unsure"


def _is_line(scene: Scene, span: Span) -> bool:
    """Whether a quotation is the whole of its line."""
    first, after = span
    return (first == 0 or scene.view[first - 1] == LINE) and scene.view[after : after + 1] in ("", LINE)


def _inside_name(tokens: Tokens, span: Span) -> bool:
    """Whether words of a name stand right before and right after: Ann “Bud” Reed."""
    first, after = span
    if first == 0 or after >= len(tokens.words):
        return False
    ends = tokens.words[after - 2][-1:]  # “Dune,” Reed said
    return ends.isalnum() and all(word[0].isupper() for word in (tokens.words[first - 1], tokens.words[after]))
