"""What a person decided is told by a quote's row as it is by its record."""

from __future__ import annotations

from itertools import product
from typing import get_args

from quotes.collection.decisions.quote_snapshots import decided_on
from quotes.collection.ingestion import keep
from quotes.records.quote import Status, Verdict
from quotes.store.decisions.standing_decisions import decided_rows
from quotes.store.table_store import TableStore
from quotes.store.tables.tables import Quote
from tests.store.readings import a_reading


def test_a_row_and_a_record_say_alike_whether_a_person_decided(store: TableStore):
    ways = list(product(get_args(Verdict), get_args(Status), (None, "Ada Quill")))
    keep(store, a_reading(quotes=len(ways)))
    for number, (verdict, status, by) in enumerate(ways, 1):
        changed = {"verdict": verdict, "status": status, "confirmed_by": by}
        store.engine.run(Quote.update(changed).where(Quote.id == number))
    by_row = set(decided_rows(store.engine, 1))
    by_record = {int(quote.id[1:]) for quote in store.document_quotes("d1", None) if decided_on(quote)}
    assert by_row == by_record
    assert 0 < len(by_row) < len(ways)
