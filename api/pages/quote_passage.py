"""The passage in which a quote stands, marked, reaching back to the words that name its speaker."""

from __future__ import annotations

from quotes.api.http.request_context import current_settings, current_store
from quotes.api.pages.highlights import GAP, Mark, Piece, excerpts, passage, pieces
from quotes.records.quote import Quote

NEAR = 1500  # characters: a mention further away than this is told in the reasons alone
TOGETHER = 700  # what stands further away than this is shown as a passage of its own
AROUND = 160  # characters around a name that stands far away


def context_of(quote: Quote) -> list[Piece]:
    """The paragraph in which a quote stands, with the quote, its cue and the words that name its speaker marked.

    Where these are a pronoun, a role or a short name, what they stand for is marked as well. If that is far away, it
    comes with a few words around it, and what is left out between is shown as […].
    """
    document = current_store().document(quote.document.id) if quote.document else None
    if document is None or not current_store().is_current(quote.id):
        return []
    marks = _marks(quote)
    near = [mark for mark in marks if abs(mark.start - quote.start) < NEAR or mark.what == "quote"]
    far = [mark for mark in _antecedent(quote) if not _is_near(mark, near)]
    whole = [*near, *(mark for mark in _antecedent(quote) if mark not in far)]
    start, end = passage(document.text, [(mark.start, mark.end) for mark in whole])
    found = _cut(document.text, (start, end), whole)
    for mark in far:
        apart = _apart(document.text, mark, (start, end))
        found = [*apart, *found] if mark.start < start else [*found, *apart]
    return found


def _apart(text: str, mark: Mark, shown: tuple[int, int]) -> list[Piece]:
    """A mark far from what is shown, with a few whole words around it, and […] where something is left out."""
    begin, after = passage(text, [(mark.start, mark.end)], AROUND)
    before = mark.start < shown[0]
    begin, after = (begin, min(after, shown[0])) if before else (max(begin, shown[1]), after)
    touching = after == shown[0] if before else begin == shown[1]
    if begin and text[begin - 1] != "\n" and not touching:
        begin = max(begin, text.find(" ", begin, mark.start) + 1)
    if text[after : after + 1] not in ("", "\n") and not touching and " " in text[mark.end : after]:
        after = text.rfind(" ", mark.end, after)
    found, gap = _cut(text, (begin, after), [mark]), Piece("" if touching else f"\n\n{GAP}\n\n")
    return [*found, gap] if before else [gap, *found]


def _marks(quote: Quote) -> list[Mark]:
    marks = [Mark(quote.start, quote.end, "quote")]
    speaker, cue = quote.speaker, quote.cue
    if speaker and speaker.start is not None and speaker.end is not None:
        marks.append(Mark(speaker.start, speaker.end, "speaker"))
    if cue:
        marks.append(Mark(cue.start, cue.end, "cue"))
    return marks


def _antecedent(quote: Quote) -> list[Mark]:
    found = quote.speaker.antecedent if quote.speaker else None
    return [Mark(found.start, found.end, "antecedent")] if found else []


def _is_near(mark: Mark, others: list[Mark]) -> bool:
    """Whether a mark is close enough to others to be shown in one passage with them."""
    return (min(other.start for other in others) - mark.end < TOGETHER
            and mark.start - max(other.end for other in others) < TOGETHER)


def _cut(text: str, bounds: tuple[int, int], marks: list[Mark]) -> list[Piece]:
    start, end = bounds
    moved = [Mark(mark.start - start, mark.end - start, mark.what) for mark in marks]
    return excerpts(pieces(text[start:end], moved), current_settings().excerpt_length)
