"""Pairs: how each candidate is related to a quotation, as short facts that clues look at (quotes.attribution.clues)."""

from __future__ import annotations

from bisect import bisect_left
from itertools import product

from quotes.attribution.clue_fact_codes import (
    AFTER,
    BEFORE,
    COUNTS,
    FIRST_IN_CLAUSE,
    INSIDE,
    LABEL,
    LAST_IN_CLAUSE,
    NEAREST_MENTION,
    NONE,
    OF_CUE_AFTER,
    OF_CUE_BEFORE,
)
from quotes.attribution.clue_templates import Key
from quotes.attribution.clues import GAPS, QuoteScene
from quotes.attribution.cue_context import PATH_TOKENS, Scene
from quotes.extraction.mentions import Candidate
from quotes.text.word_classes import (
    COLON,
    COMMA,
    DASH,
    LABEL_MENTION,
    LINE,
    NAME_MENTION,
    PLAIN_WORD,
    ROLE_MENTION,
    SENTENCE_EDGES,
    STOP,
)

SIGNATURE = 9  # letters of the path between a quotation and a candidate, those nearest to the quotation
SIGNATURE_TOKENS = 24  # tokens in which a signature mostly has all its letters
BEFORE_SIGNATURE = (DASH, DASH * 2)
AFTER_SIGNATURE = (STOP, STOP + LINE, COMMA + PLAIN_WORD, COMMA + ROLE_MENTION, COMMA + NAME_MENTION)


def _combined(*codes: str) -> dict[tuple[bool, ...], str]:
    """The codes of all that holds, for every combination of what may hold."""
    return {which: "".join(code if holds else NONE for code, holds in zip(codes, which, strict=True))
            for which in product((False, True), repeat=len(codes))}


SUBJECTS = _combined(OF_CUE_BEFORE, OF_CUE_AFTER)
HYPOTHESES = _combined(NEAREST_MENTION, LAST_IN_CLAUSE, FIRST_IN_CLAUSE)


def pair_facts(scene: Scene, quote: QuoteScene, near: range) -> list[Key]:
    """How each of the candidates `near` a quotation is related to it."""
    return list(map(Pairs(scene, quote).facts, near))


class Pairs:
    """The pairs of one quotation and its candidates."""

    def __init__(self, scene: Scene, quote: QuoteScene) -> None:
        first, after = quote.span
        self._scene, self._quote = scene, quote
        self._start, self._end = scene.counts(first), scene.counts(after)
        self._stopped = scene.view[after - 1] == STOP
        # What a far candidate's signature is, if so many tokens have all its letters.
        self._far_before = scene.path(max(0, first - SIGNATURE_TOKENS), first, False)[-SIGNATURE:]
        self._far_after = scene.path(after, min(len(scene.view), after + SIGNATURE_TOKENS), True)[:SIGNATURE]

    def facts(self, n: int) -> Key:
        """How candidate number `n` is related to the quotation."""
        scene, quote = self._scene, self._quote
        candidate = scene.candidates[n]
        first, after = quote.span
        if candidate.after <= first:
            side, start, end, between = BEFORE, candidate.after, first, quote.at - n - 1
            near, far = scene.counts_after(n), self._start
        elif candidate.first >= after:
            side, start, end, between = AFTER, after, candidate.first, n - quote.at
            near, far = self._end, scene.counts_before(n)
        elif candidate.form == LABEL_MENTION:  # “REED: Good evening.”: the label inside as one before the mark
            side, start, end, between = BEFORE, candidate.after, candidate.after + 1, 0
            near, far = scene.counts_after(n), scene.counts(end)
        else:
            side, start, end, between = INSIDE, candidate.first, candidate.first, 0
            near = far = self._start
        lines, stops, quotes, cues = far[0] - near[0], far[1] - near[1], far[2] - near[2], far[3] - near[3]
        if side == AFTER and self._stopped:
            stops = min(stops, 4) + 1
        most = 5 if side == AFTER else 4
        return (
            side, COUNTS[lines if lines < 3 else 3], COUNTS[stops if stops < most else most],
            COUNTS[between if between < 7 else 7], COUNTS[quotes if quotes < 3 else 3],
            COUNTS[bisect_left(GAPS, end - start)],
            SUBJECTS[n == quote.subject_before, n == quote.subject_after],
            HYPOTHESES[n == quote.nearest, n == quote.clause, n == quote.first],
            COUNTS[cues if cues < 4 else 4],
            self._signature(side, start, end),
            NONE if side == BEFORE and candidate.form != LABEL_MENTION else _label(scene, candidate, side, start, end),
        )

    def _signature(self, side: str, start: int, end: int) -> str:
        """The letters of the path between the two, as many as count, those nearest to the quotation."""
        if side == AFTER:
            if end - start >= SIGNATURE_TOKENS and len(self._far_after) == SIGNATURE:
                return self._far_after
            return self._scene.path(start, end, True)[:SIGNATURE]
        if end - start >= SIGNATURE_TOKENS and len(self._far_before) == SIGNATURE:
            return self._far_before
        return self._scene.path(start, end, False)[-SIGNATURE:]


def _label(scene: Scene, candidate: Candidate, side: str, start: int, end: int) -> str:
    """Whether a candidate is the label before a turn, or the signature after a dash below a quotation."""
    if candidate.form == LABEL_MENTION and side != AFTER and not scene.path(start, end, False).strip(COLON):
        return LABEL
    if side != AFTER or (scene.view[end - 1] != DASH and end - start <= PATH_TOKENS):
        return NONE
    below = scene.path(start, end, True).lstrip(SENTENCE_EDGES) in BEFORE_SIGNATURE
    ends = scene.view[candidate.after : candidate.after + 2]
    return LABEL if below and (not ends or ends[0] == LINE or ends in AFTER_SIGNATURE) else NONE
