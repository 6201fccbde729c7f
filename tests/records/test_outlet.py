"""What people read as an outlet's name: a caller's word alone, a page's word with its domain."""

from __future__ import annotations

import pytest

from quotes.records.document import Document
from quotes.records.outlet import outlet_name, outlet_of, shown_outlet


@pytest.mark.parametrize("publisher, printed, name, shown", [
    ("quay.example", "Quay News", "Quay News", "Quay News (quay.example)"),
    ("quay.example", "Quay.Example", "Quay.Example", "Quay.Example"),
    ("quay.example", None, "quay.example", "quay.example"),
    ("пример.рф", "Пример", "Пример", "Пример (пример.рф)"),
    ("evil.example", "Reuters", "evil.example", "evil.example (calls itself “Reuters”)"),
    ("evil.example", "The Quay News", "evil.example", "evil.example (calls itself “The Quay News”)"),
    ("thequay.example", "The Quay News", "The Quay News", "The Quay News (thequay.example)"),
    ("bbc.co.uk", "British Broadcasting Corporation", "British Broadcasting Corporation",
     "British Broadcasting Corporation (bbc.co.uk)"),
    ("An Agency", "Quay News", "An Agency", "An Agency"),
    ("St. Ives Post", "Quay News", "St. Ives Post", "St. Ives Post"),
    ("Quay News", "Quay News", "Quay News", "Quay News"),
    ("上報", "下報", "上報", "上報"),
    (None, "Quay News", None, None), (None, None, None, None), ("", "", None, None),
])
def test_an_outlets_name(publisher: str | None, printed: str | None, name: str | None, shown: str | None):
    assert outlet_name(publisher, printed) == name
    assert shown_outlet(publisher, printed) == shown
    assert outlet_of(Document("", publisher=publisher, publisher_printed=printed)) == shown
