"""Credit figures: whom or what a credit means. It is read part by part: who, then what he is, when and where.

A date or a place is nobody. A name that would be a place elsewhere is a person's where the credit goes on as after one
(Sydney Fields, teacher), since a credit mostly names somebody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.coreference.descriptions import definite, head_of
from quotes.coreference.entities import Figure
from quotes.coreference.resolution import Cast
from quotes.coreference.roles import NOT_ALIKE
from quotes.extraction.credits import Credit
from quotes.records.spans import Span
from quotes.records.speaker import SpeakerKind
from quotes.text.entities.recognizer import Run
from quotes.text.masked_view import token_spans
from quotes.text.name_parts import GIVEN_NAME, GIVEN_NAMES, UNKNOWN_WORD, word_kinds
from quotes.text.patterns import any_number, any_of, none_of, pattern, sequence
from quotes.text.personal_names import fold_words
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    LINE,
    NAME,
    NOUNS,
    NUMBER,
    OF,
    OPENING_BRACKET,
    PREPOSITION,
    PREPOSITIONS,
    QUANTIFIER,
    ROLE,
    SEMICOLON,
    SIGN,
    STOP,
)

EDGES = COMMA + SEMICOLON + OPENING_BRACKET + CLOSING_BRACKET + DASH + SIGN + LINE + STOP
PART = pattern(none_of(EDGES, COLON), any_number(none_of(EDGES)))
LABEL = pattern(any_of(NAME, NOUNS), COLON)  # Source: …
OPENERS = pattern(any_number(PREPOSITIONS))  # by Ann Reed
DAY = pattern(any_number(NUMBER, ADVERB, PREPOSITION, OF, DETERMINER))
VERSE = sequence(NAME, NUMBER, COLON, NUMBER)  # Matthew 5:3
NUMBERED = sequence(NAME, NUMBER)  # Article 5
VERSES, PASSAGE = pattern(VERSE), pattern(NUMBERED)
LONGEST_NUMBER = 3  # figures of the number of a passage; a year has more
DESCRIBES = pattern(NOUNS)
INDEFINITE = DETERMINER + QUANTIFIER
DOUBTED = 0.8  # a name that is told less surely may be a person's
LONGEST_NAME = 4  # words of a name that is told by its place in a credit
MOST_PARTS = 4  # of a credit that are read


class CreditFigures:
    """Whom the credits of one article mean."""

    def __init__(self, text: str, tokens: Tokens, runs: Sequence[Run], cast: Cast) -> None:
        self._text, self._tokens, self._cast = text, tokens, cast
        self._names, self._sources = cast.language.names, cast.language.sources
        self._kinds = word_kinds(cast.language)
        self._runs = {run.first: run for run in runs}

    def meant(self, credit: Credit) -> tuple[Span, Figure] | None:
        """Whom a credit means, with the stretch that says so: the first person, else the first body, text or role."""
        parts = self._parts(credit)
        other: tuple[Span, Figure] | None = None
        for part in parts:
            opened = OPENERS.match(self._tokens.classes, *part)
            who = Span(opened.end(), part.end) if opened else part
            figure = self._figure(who, parts, credit)
            if figure and (figure.kind == "person" or (figure.kind == "group" and self.names_person(who))):
                return self.stretch(who), self._described(figure, parts, who)
            if figure and not other and who == part and credit.formed:
                other = self.stretch(who), replace(figure, rivals=())
        return other

    def names_person(self, part: Span) -> bool:
        """Whether a person's name stands in these tokens."""
        return any(self._runs[i].kind == "person" for i in range(*part) if i in self._runs)

    def stretch(self, part: Span) -> Span:
        """The stretch of text that these tokens take."""
        return Span(self._tokens.starts[part.start], self._tokens.ends[part.end - 1])

    def _parts(self, credit: Credit) -> list[Span]:
        """The parts of a credit between commas, brackets and dashes, by their tokens, dates left out."""
        ((first, after),) = token_spans(self._tokens, [(credit.start, credit.end)])
        classes = self._tokens.classes
        if LABEL.match(classes, first, after) and self._tokens.words[first].lower() in self._sources.credit_labels:
            first += 2
        parts = [Span(*match.span()) for match in PART.finditer(classes, first, after)]
        return [part for part in parts if not DAY.fullmatch(classes, *part)][:MOST_PARTS]

    def _figure(self, part: Span, parts: Sequence[Span], credit: Credit) -> Figure | None:
        """Whom a part means; None for a place, and for words in which nobody can be seen."""
        classes = self._tokens.classes
        if part.start == part.end:
            return None
        if VERSES.search(classes, *part) or self._is_passage(part):
            return self._named(part, "document")
        if COLON in classes[part.start : part.end]:
            return None
        figure = self._cast.identify(*self.stretch(part))
        if figure and figure.kind == "person" and figure.told.startswith(NOT_ALIKE):
            figure = next((rival for rival in figure.rivals if rival.kind == "unnamed"), None)
        if figure and (figure.kind == "person" or self.names_person(part)):
            return figure
        return self._person(part, parts) or self._body(part, figure, credit)

    def _body(self, part: Span, figure: Figure | None, credit: Credit) -> Figure | None:
        """A body, a text or somebody without a name, unless a part is only a place or tells of nobody."""
        run, last = self._run_in(part), self._tokens.words[part.end - 1].lower()
        if run is not None and run.after == part.end and run.kind == "place":
            return self._named(part, "organization") if last in self._names.organization_words else None
        if figure and figure.kind == "unnamed" and not self._is_somebody(part, credit):
            return None
        return figure

    def _is_passage(self, part: Span) -> bool:
        """Whether a part is the number of a passage in a work: Psalm 23."""
        numbered = PASSAGE.fullmatch(self._tokens.classes, *part) is not None
        return numbered and len(self._tokens.words[part.end - 1]) <= LONGEST_NUMBER

    def _is_somebody(self, part: Span, credit: Credit) -> bool:
        """Whether a part without a name tells what somebody is: mayor; on a line of its own also: a ferry hand."""
        classes = self._tokens.classes
        if classes[head_of(classes, *part)] == ROLE:
            return True
        indefinite = classes[part.start] in INDEFINITE and not definite(
            self._tokens.words[part.start], self._cast.language)
        own_line = classes[: part.start].rstrip(DASH)[-1:] == LINE
        return indefinite and NAME not in classes[part.start : part.end] and (credit.printed or own_line)

    def _run_in(self, part: Span) -> Run | None:
        return next((self._runs[i] for i in range(*part) if i in self._runs), None)

    def _person(self, part: Span, parts: Sequence[Span]) -> Figure | None:
        """The person whom a part names that would be a place or a body elsewhere."""
        words = self._tokens.words[part.start : part.end]
        if len(words) > LONGEST_NAME or not all(word[0].isupper() for word in words):
            return None
        shouted = len(words) > 1 and all(word.isupper() and len(word) > 1 for word in words)
        run = self._run_in(part)
        if run is not None and run.kind not in ("person", "place") and run.sure > DOUBTED and not shouted:
            return None
        if not self._fits(words, shouted, run is not None and run.kind == "place", self._goes_on(part, parts)):
            return None
        name = " ".join(words)
        return self._cast.alike(name.title() if shouted else name) or self._named(part, "person")

    def _fits(self, words: Sequence[str], shouted: bool, place: bool, described: bool) -> bool:
        """Whether these words can be a person's name."""
        kind = self._kinds[words[0].capitalize() if shouted else words[0]]
        if len(words) == 1:
            outlet = words[0].lower() in self._cast.language.cues.relays
            return kind in (GIVEN_NAME, UNKNOWN_WORD) and not place and not outlet
        if words[-1].lower() in self._names.organization_words:
            return described and kind in GIVEN_NAMES
        given = kind in GIVEN_NAMES or words[0].lower() in self._names.family_first
        return given or ((described or shouted) and not place)

    def _goes_on(self, part: Span, parts: Sequence[Span]) -> bool:
        """Whether a later part says what somebody is: …, teacher."""
        classes = self._tokens.classes
        return any(ROLE in classes[p.start : p.end] and classes[p.start] != NAME for p in parts if p > part)

    def _named(self, part: Span, kind: SpeakerKind) -> Figure:
        """The figure that bears the words of a part as its name."""
        stretch = self.stretch(part)
        name = " ".join(stretch.of(self._text).split())
        return Figure((kind, fold_words(name)), name, kind, start=stretch.start, end=stretch.end)

    def _described(self, figure: Figure, parts: Sequence[Span], part: Span) -> Figure:
        """A person with what the credit says that he is, unless the article says it elsewhere."""
        figure = replace(figure, rivals=())
        if figure.description or figure.kind != "person":
            return figure
        run, classes = self._run_in(part), self._tokens.classes
        before = Span(part.start, max(part.start, run.first)) if run else part
        behind = [other for other in parts if other > part and classes[other.start] != NAME]
        for words in (before, *behind) if run else behind:
            if DESCRIBES.search(classes, *words):
                return replace(figure, description=" ".join(self.stretch(words).of(self._text).split()))
        return figure
