"""Standing decisions: what a person decided about a quote wins over the machine when its document is read again.

Whether a person decided about a quote is told here by its row, and by the record in quotes.collection.decisions.
quote_snapshots (`decided_on`); a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from quotes.store.engine.engine import Engine, select
from quotes.store.tables.evidence_column import without_clues
from quotes.store.tables.rows import Row
from quotes.store.tables.tables import Quote
from quotes.store.tables.value_codes import STATUSES

NOT_A_QUOTE = STATUSES.numbers["not_a_quote"]
DECIDED = ("id", "speaker", "description", "mention", "verdict", "confidence", "status", "confirmed_by")


def decided_rows(engine: Engine, document: int) -> dict[int, Row]:
    """What people decided about a document's quotes, by the quote's number."""
    columns = {name: getattr(Quote, name) for name in DECIDED}
    by_person = Quote.confirmed_by.is_null(False) | (Quote.verdict == "corrected") | (Quote.status == "not_a_quote")
    query = Quote.select(*columns.values()).where(Quote.document == document, by_person)
    return {row["id"]: row for row in select(engine, columns, query)}


def as_decided(row: dict[str, Any], decided: Row) -> dict[str, Any]:
    """A quote's new row with what a person decided about it left alone.

    The new clues and the place of the new mention speak for the machine's speaker; they hold where that is the same.
    """
    agreed = {} if row["speaker"] == decided["speaker"] else {
        "evidence": without_clues(row["evidence"]), "mention": decided["mention"],
        "mention_start": None, "mention_end": None}
    kept = ("speaker", "description", "verdict", "confidence", "confirmed_by")
    status = decided["status"] if decided["status"] == NOT_A_QUOTE else row["status"]
    return {**row, **agreed, **{name: decided[name] for name in kept}, "status": status}
