"""What stands in quotation marks and is listed as no quote, each with its reason, and the count of all marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.attribution.cue_context import Scene
from quotes.attribution.not_speech import why_not
from quotes.extraction.mark_account import belongings, counted
from quotes.records.not_quote import MarkCount, NotQuote, Why
from quotes.records.post import Post
from quotes.records.quotation import Quotation
from quotes.text.masked_view import token_spans
from quotes.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Marks:
    """A text with its stretches between marks: the quotations and whether each is listed, those without a word, posts.

    `listed` has a flag for each of `quotations`.
    """

    text: str
    quotations: Sequence[Quotation]
    listed: Sequence[bool]
    empty: Sequence[Quotation]
    posts: Sequence[Post]


def unlisted(marks: Marks, scene: Scene | None, tokens: Tokens) -> tuple[tuple[NotQuote, ...], MarkCount]:
    """The words in marks that are listed as no quote, in the order of the text, and how many marks belong to what.

    Without a scene, as in a language that is not known, only words inside others are listed as no quote.
    """
    left = [quotation for quotation, is_listed in zip(marks.quotations, marks.listed, strict=True) if not is_listed]
    spans = token_spans(tokens, [(quotation.outer_start, quotation.outer_end) for quotation in left])
    found = [_not_quote(marks.text, quotation, "inside" if scene is None or quotation.parent is not None
                        else why_not(scene, tokens, span)) for quotation, span in zip(left, spans, strict=True)]
    found += [_not_quote(marks.text, quotation, "empty") for quotation in marks.empty]
    found.sort(key=lambda one: (one.start, -one.end))
    owners = [*zip(marks.quotations, marks.listed, strict=True), *((quotation, False) for quotation in marks.empty)]
    return tuple(found), counted(belongings(marks.text, owners, marks.posts))


def _not_quote(text: str, quotation: Quotation, why: Why) -> NotQuote:
    return NotQuote(text[quotation.start : quotation.end], quotation.start, quotation.end, why)
