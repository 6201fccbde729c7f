"""CSV (RFC 4180): a quote a row, its speaker on every row, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from quotes.records.quote import Quote
from quotes.schemas.editors.editor_name import NAMES, editor_name
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.formats.sentence_context import WIDTH, sentence_around

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # also in the width of East Asian type
BREAKS = ("\t", "\r", "\n")
OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # which some spreadsheets pass over, as they do blanks
MARK = "\ufeff"  # before everything, tells Excel that the table is in UTF-8

# A column's name, and where in a quote its cell is.
COLUMNS = {
    "id": "id",
    "speaker": "speaker.name",
    "speaker_kind": "speaker.kind",
    "speaker_description": "speaker.description",
    "speaker_id": "speaker.id",
    "text": "text",
    "kind": "kind",
    "verdict": "verdict",
    "confidence": "confidence",
    "confirmed_by": "confirmed_by",
    "status": "status",
    "stance": "stance.kind",
    "stance_words": "stance.text",
    "via": "via.name",
    "platform": "post.platform",
    "handle": "post.handle",
    "posted_at": "post.posted_at",
    "post_url": "post.url",
    "published_at": "document.published_at",
    "published_from": "document.published_from",
    "archived_at": "document.archived_at",
    "added_at": "document.added_at",
    "publisher": "document.publisher",
    "publisher_printed": "document.publisher_printed",
    "title": "document.title",
    "byline": "document.byline",
    "link": "link",
    "document_id": "document.id",
    "start": "start",
    "end": "end",
}


def row(placed: Placed, about: About) -> list[Cell]:
    """The cells of a quote; the sentence around it and its own page come last."""
    quote = placed.quote
    sentence = sentence_around(placed.before, quote.text or "", placed.after) if quote.text else None
    return [*(harmless(_at(quote, path)) for path in COLUMNS.values()), harmless(sentence),
            about.public(f"/quotes/{quote.id}")]


def _at(quote: Quote, path: str) -> Cell:
    """What stands at a place in a quote; None where there is no such place."""
    found: Any = quote
    for name in path.split("."):
        found = None if found is None else getattr(found, name)
    cell: Cell = editor_name(found) if path in NAMES else found
    return cell


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what would begin one, blanks or not.

    Marks that turn the direction of writing over what follows are left out.
    """
    if not isinstance(cell, str):
        return cell
    cell = cell if cell.isascii() else cell.translate(OVERRIDES)
    begins = cell.lstrip().lstrip(UNSEEN).lstrip()
    return f"'{cell}" if begins.startswith(FORMULA) or cell.startswith(BREAKS) else cell


def many(quotes: Iterable[Placed], about: About) -> Iterator[str]:
    """The head of the table and a row for each quote."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([*COLUMNS, "sentence", "page"])
    for placed in quotes:
        writer.writerow(row(placed, about))
        yield taken(written)
    yield taken(written)


def taken(written: io.StringIO) -> str:
    """What was written since the last time."""
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text


def one(placed: Placed, about: About) -> str:
    """The head of the table and one row."""
    return "".join(many([placed], about))


CSV = Format("csv", "text/csv", "CSV with the speaker on every row", one, many, around=WIDTH)
