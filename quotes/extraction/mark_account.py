"""The accounting of marks: every quotation mark of a text belongs to one quote or to one stretch that is none.

What is left is an apostrophe, a sign of a measure, or a stray mark, and is told by its shape alone. A mark is one
character: two single ones typed for a double one are two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import regex

from quotes.extraction.single_marks import DROPPED, DROPPED_AFTER
from quotes.records.not_quote import MarkCount
from quotes.records.post import Post
from quotes.records.quotation import Quotation
from quotes.records.spans import Span

Belonging = Literal["quotes", "not_quotes", "apostrophes", "stray"]
MARKS = "“”\"„‟«»‹›「」『』〝〞‘’‚‛'`´＂＇′″"
MARK = regex.compile(f"[{MARKS}]")
# The mark that opens a further paragraph of one quotation, perhaps behind the sign of a Markdown quote.
OPENS_AGAIN = regex.compile(rf"\n[\s>]*[{MARKS}]{{1,2}}")
APOSTROPHE = regex.compile(
    r"(?<=[\p{L}\p{N}\p{M}])['’‘‛`´](?=[\p{L}\p{N}])"  # don’t
    r"|(?<=\p{L}[sSxXzZ])['’´]"  # the farmers’
    rf"|(?<={DROPPED_AFTER})['’´]"  # goin’, ol’
    rf"|['’‘‛`´](?={DROPPED})"  # ’twas, ’90s
    r"|(?<=[\s.\p{L}\p{N})\]”\"])['’](?=(?i:[sdmt]|ll|re|ve|em)\b)"  # Rosa ’s, as tokenised texts have it
    r"|(?<=\b\p{Lu}\.)['’](?=s\b)")  # the U.S.’s
MEASURE = regex.compile("(?<=[\\d½¼¾⅓⅔])['’\"”″]{1,2}|[′″]|(?<=\\d['\"])['\"]")


def belongings(text: str, quotations: Iterable[tuple[Quotation, bool]],
               posts: Sequence[Post]) -> Mapping[int, Belonging]:
    """What each mark of a text belongs to, by its place; a quotation comes with whether it is kept as a quote.

    Every mark inside of a post that is no apostrophe is the post's.
    """
    places = [match.start() for match in MARK.finditer(text)]
    if not places:
        return {}
    owned = _owned(text, quotations)
    covered = _joined([Span(post.outer_start, post.outer_end) for post in posts])
    starts = [span.start for span in covered]
    found: dict[int, Belonging] = {}
    for at in places:
        belonging = owned.get(at)
        if belonging is None:
            belonging = "apostrophes" if is_apostrophe(text, at) else "stray"
        if belonging == "stray" and (n := bisect_right(starts, at)) and at < covered[n - 1].end:
            belonging = "quotes"
        found[at] = belonging
    return found


def counted(belonging: Mapping[int, Belonging]) -> MarkCount:
    """How many marks belong to what."""
    found = Counter(belonging.values())
    return MarkCount(found["quotes"], found["not_quotes"], found["apostrophes"], found["stray"])


def is_apostrophe(text: str, at: int) -> bool:
    """Whether a mark, by its shape, is an apostrophe or the sign of a measure."""
    return APOSTROPHE.match(text, at) is not None or MEASURE.match(text, at) is not None


def _owned(text: str, quotations: Iterable[tuple[Quotation, bool]]) -> dict[int, Belonging]:
    """The marks around quotations, and those that open their further paragraphs."""
    owned: dict[int, Belonging] = {}
    for quotation, is_kept in quotations:
        belonging: Belonging = "quotes" if is_kept else "not_quotes"
        edges = [*range(quotation.outer_start, quotation.start), *range(quotation.end, quotation.outer_end)]
        if "\n" in text[quotation.start : quotation.end]:
            for again in OPENS_AGAIN.finditer(text, quotation.start, quotation.end):
                edges += range(*again.span())
        for at in edges:
            if text[at] in MARKS:
                owned[at] = belonging
    return owned


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
