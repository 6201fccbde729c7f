"""When somebody's words were printed, in stretches that can be drawn."""

from __future__ import annotations

import pytest

from quotes import Article, read_document
from quotes.collection.ingestion import keep
from quotes.collection.profiles import timeline
from quotes.store.contract.store import Store


@pytest.mark.parametrize("days, most, first, last", [
    (("2024-03-05",), 1, "2024-03-01", "2024-03-01"),
    (("2024-03-05", "2024-05-31"), 3, "2024-03-01", "2024-05-01"),
    (("2014-02-05", "2024-12-31"), 44, "2014-01-01", "2024-10-01"),
    (("1969-12-31", "2024-03-05"), 56, "1969-01-01", "2024-01-01"),
    (("2024-03-05", "9999-12-31"), 100, "2024-01-01", "9944-01-01"),
    (("0001-01-01", "2024-03-05"), 100, "0001-01-01", "2017-01-01"),
    (("0001-01-01", "9999-12-31"), 100, "0001-01-01", "9901-01-01"),
    (("9999-12-31",), 1, "9999-12-01", "9999-12-01"),
])
def test_every_quote_is_in_one_of_few_stretches(store: Store, days: tuple[str, ...], most: int, first: str, last: str):
    for number, day in enumerate(days):
        text = f"“The wall stands, part {number} of it,” said Mirela Oduya, a mason."
        keep(store, read_document(Article(text=text, url=f"https://gazette.example/{number}", published_at=day)))
    stretches = timeline(store, "s1")
    assert len(stretches) <= most
    assert (stretches[0].start, stretches[-1].start) == (first, last)
    assert sum(stretch.quotes for stretch in stretches) == len(days)
    assert stretches[0].quotes and stretches[-1].quotes
