"""Credit lines: the lines that say whose words a block quote holds, set apart from the words.

A page often marks them up itself; such passages come in as credits. Others are found here by their form, since markup
and plain texts have them without a mark: a dash and a name below the words, a name and a date as their last line, or a
name and a colon before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from quotes.records.document import Passage
from quotes.records.spans import Span, trimmed
from quotes.text.entities.recognizer import Run
from quotes.text.patterns import (
    any_number,
    any_of,
    followed_by,
    none_of,
    one_of,
    optional,
    pattern,
    preceded_by,
    sequence,
)
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINERS,
    GENITIVE,
    LINE,
    NAME,
    NOMINAL,
    OPENING_BRACKET,
    PHRASE_OPENERS,
    PREPOSITIONS,
    QUOTED,
    RELATIVE,
    SEMICOLON,
    SIGN,
    SPEECH_GERUND,
    STOP,
    VERB,
)

SIGNATURE = regex.compile(r"(?:[—–―‒]|--?)\s?\p{Lu}[^\n]{0,118}(?<![.!?…”\"»])$")  # — Ann Reed, mayor
SIGNED = regex.compile(r"(?:[—–―‒]|--?)\s*")
SENTENCE_END = regex.compile(r"[.!?…]$")
ON_THE_LINE = regex.compile(r"[.!?…”\"’»][^\S\n]*(?P<dash>(?:[—–―‒]|--)[^\S\n]*(?=\S))")  # … the pier. — Ann Reed
ENDS_WORDS = frozenset(".!?…”\"’'»)")
LONGEST = 120  # characters of a credit
WORDS = (NOMINAL, ADVERB, PREPOSITIONS, PHRASE_OPENERS, AMPERSAND, CONJUNCTION, GENITIVE)
VERSE = sequence(any_of(NOMINAL), COLON, followed_by(NOMINAL))  # Matthew 5:3
RETIRED = sequence(preceded_by(PHRASE_OPENERS, ADVERB, COMMA, OPENING_BRACKET, DASH, LINE), VERB, followed_by(NOMINAL))
TO_SOMEBODY = sequence(AUXILIARY, followed_by(DETERMINERS, NAME))  # adviser to the mayor
DETAIL = one_of(any_of(*WORDS, COMMA, SEMICOLON, SIGN, DASH, OPENING_BRACKET, CLOSING_BRACKET, SPEECH_GERUND), VERSE,
                RETIRED, TO_SOMEBODY)
# Who it is, and after a comma or the like what and when; no verb but in a clause with “who”.
WHO = one_of(any_of(*WORDS), VERSE, RETIRED)
WHAT = sequence(any_of(COMMA, SEMICOLON, SIGN, DASH, OPENING_BRACKET), any_number(DETAIL))
CLAUSE = sequence(optional(COMMA), RELATIVE, any_number(none_of(LINE, QUOTED)))
CREDIT = pattern(one_of(any_of(NOMINAL, PHRASE_OPENERS), RETIRED), any_number(WHO), optional(WHAT), optional(CLAUSE),
                 optional(STOP))
# What follows the name in a label: nothing, or after a comma, in brackets or behind “of” what the person is.
LABEL_REST = pattern(optional(sequence(any_of(COMMA, OPENING_BRACKET, PREPOSITIONS),
                                       any_number(*WORDS, COMMA, OPENING_BRACKET, CLOSING_BRACKET))), COLON)


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with its tokens and names, asked for the form of its lines."""

    text: str
    tokens: Tokens
    runs: Mapping[int, Run]

    def is_credit(self, start: int, end: int) -> bool:
        """Whether a stretch has the form of a credit: somebody or something, with what and when, and no verb."""
        first, after = self._bounds(start, end)
        return 0 < end - start <= LONGEST and CREDIT.fullmatch(self.tokens.classes, first, after) is not None

    def signed(self, start: int, end: int) -> int | None:
        """Where the credit begins in a stretch that begins with a dash; None where it is none."""
        dash = SIGNED.match(self.text, start, end)
        if not dash:
            return None
        if SIGNATURE.match(self.text, start, end) or self.is_credit(dash.end(), end):
            return dash.end()
        return None

    def is_source(self, start: int, end: int) -> bool:
        """Whether a line without a dash credits the words before it: a name, perhaps with what and when."""
        run = self.runs.get(self._bounds(start, end)[0])
        before = self.text[:start].rstrip()[-1:]
        if run is None or before not in ENDS_WORDS or not self.is_credit(start, end):
            return False
        if SENTENCE_END.search(self.text, start, end):
            return False
        return not run.single or self.tokens.classes[run.after : run.after + 1] == COMMA

    def behind_dash(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words end and their credit begins, a name behind a dash on the same line: … the pier. — Ann Reed."""
        *_, last = (None, *ON_THE_LINE.finditer(self.text, start, end))
        if last is None or self._bounds(last.end(), end)[0] not in self.runs or not self.is_credit(last.end(), end):
            return None
        return last.start("dash"), last.end()

    def label(self, start: int, end: int) -> Span | None:
        """The label at the start of a stretch, without its colon: “Ann Reed, mayor: …”."""
        first, after = self._bounds(start, end)
        run = self.runs.get(first)
        if run is None or run.kind != "person" or run.after >= after:
            return None
        match = LABEL_REST.match(self.tokens.classes, run.after, after)
        if match is None:
            return None
        colon = self.tokens.starts[match.end() - 1]
        return Span(start, colon) if colon - start <= LONGEST and "\n" not in self.text[start:colon] else None

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)


def lines_of(text: str, tokens: Tokens, runs: Sequence[Run]) -> Lines:
    """The lines of a text with these names."""
    return Lines(text, tokens, {run.first: run for run in runs})


def with_credits(lines: Lines, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with those that credit a quote, or parts of it that do, as passages of the kind credit."""
    found: list[Passage] = []
    for n, passage in enumerate(passages):
        below = bool(found) and found[-1].kind == "quote"
        last = n + 1 == len(passages) or passages[n + 1].kind != "quote"
        if passage.kind == "quote":
            found += _of_quote(lines, passage, below, last)
        elif passage.kind in ("paragraph", "caption") and below and _signs(lines, passage):
            found.append(passage._replace(kind="credit"))
        else:
            found.append(passage)
    return tuple(found)


def _of_quote(lines: Lines, passage: Passage, below: bool, last: bool) -> list[Passage]:
    """A passage of a quote in its parts: a label before the words, the words, a credit as their last line."""
    label = lines.label(passage.start, passage.end)
    words = trimmed(lines.text, label.end + 1, passage.end) if label else None
    if label and words and words.end > words.start:
        return [Passage("credit", *label), Passage("quote", *words)]
    parted = _last_line(lines, passage, last)
    if parted:
        return [Passage("quote", *trimmed(lines.text, passage.start, parted[0])),
                Passage("credit", *trimmed(lines.text, parted[1], passage.end))]
    whole = below and "\n" not in lines.text[passage.start : passage.end] and (
        _signs(lines, passage) or (last and lines.is_source(passage.start, passage.end)))
    return [passage._replace(kind="credit")] if whole else [passage]


def _last_line(lines: Lines, passage: Passage, last: bool) -> tuple[int, int] | None:
    """Where the words of a quote end and the credit begins that is its last line, or the end of that."""
    line = lines.text.rfind("\n", passage.start, passage.end) + 1
    if line:
        start, _ = trimmed(lines.text, line, passage.end)
        if lines.signed(start, passage.end) is not None or (last and lines.is_source(start, passage.end)):
            return line, start
    return lines.behind_dash(line or passage.start, passage.end)


def _signs(lines: Lines, passage: Passage) -> bool:
    return "\n" not in lines.text[passage.start : passage.end] and lines.signed(passage.start, passage.end) is not None
