"""Attributions by credit: what is printed beside a quotation as its source needs no weighing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from quotes.attribution.credit_figures import CreditFigures
from quotes.attribution.speaker_choice import Attribution, Choice
from quotes.coreference.entities import Figure
from quotes.coreference.resolution import Cast
from quotes.extraction.credits import Credit
from quotes.records.evidence import Clue, Mention, MentionKind
from quotes.records.quotation import Quotation
from quotes.records.spans import Span
from quotes.text.entities.recognizer import Run
from quotes.text.masked_view import token_spans
from quotes.text.tokens import Tokens

CREDIT = "credit"
NAMED, UNNAMED = 0.97, 0.9  # how sure it is that the words are those of whoever a credit names, or describes
LEAD_IN = regex.compile(r"[:：]\s*$")  # Reed wrote in her diary:
LEAD_IN_WITHIN = 8  # characters before a quotation
NO_CANDIDATE = -1  # a credit's mention is not among those that are weighed


@dataclass(frozen=True, slots=True)
class Credited:
    """The quotations of one article that have credits: their attributions by number, and the credits' tokens."""

    attributions: Mapping[int, Attribution]
    apart: tuple[Span, ...]


class CreditReader:
    """Reads the credits of one article."""

    def __init__(self, text: str, tokens: Tokens, runs: Sequence[Run], cast: Cast) -> None:
        self._text, self._tokens, self._cast = text, tokens, cast
        self._figures = CreditFigures(text, tokens, runs, cast)

    def read(self, credits: Sequence[Credit], quotations: Sequence[Quotation]) -> Credited:
        """Whom each credit names. Where no one can be seen in it, nobody else is given the words either."""
        attributions: dict[int, Attribution] = {}
        apart: list[Span] = []
        for credit in credits:
            (tokens,) = token_spans(self._tokens, [(credit.start, credit.end)])
            meant = self._figures.meant(credit)
            if meant and not credit.printed and self._is_author(meant[1]):
                apart.append(tokens)  # who wrote the article signs it below its last words
                continue
            if meant is None and not self._binds(credit, tokens, quotations[credit.quotations[0]]):
                continue
            apart.append(tokens)
            for n in credit.quotations:
                attributions[n] = self._attribution(credit, quotations[n], meant)
        return Credited(attributions, tuple(apart))

    def _is_author(self, figure: Figure) -> bool:
        author = self._cast.author
        return author is not None and author.key == figure.key

    def _binds(self, credit: Credit, tokens: Span, quotation: Quotation) -> bool:
        """Whether the words stay without a speaker: a lead-in may tell him, and “Reporting by Ann Reed” not."""
        before = self._text[max(0, quotation.outer_start - LEAD_IN_WITHIN) : quotation.outer_start]
        if LEAD_IN.search(before):
            return False
        return credit.printed or not self._figures.names_person(tokens)

    def _attribution(self, credit: Credit, quotation: Quotation, meant: tuple[Span, Figure] | None) -> Attribution:
        (span,) = token_spans(self._tokens, [(quotation.outer_start, quotation.outer_end)])
        if meant is None:
            return Attribution(span, 1.0, None, None, 0.0)
        (start, end), figure = meant
        kind: MentionKind = "description" if figure.kind == "unnamed" else "name"
        sure = (UNNAMED if figure.kind == "unnamed" else NAMED) * figure.certainty
        words = self._text[credit.start : credit.end]
        clue = Clue(CREDIT, f"“{words}” is printed beside the words as their source.", round(sure, 2),
                    credit.start, credit.end)
        choice = Choice(NO_CANDIDATE, Mention(start, end, kind, start, end), figure, 1.0)
        return Attribution(span, 1.0, choice, None, sure, clues=(clue,))
