"""Queries and cursors."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.schemas.cursor import BadCursor, read_cursor, write_cursor
from quotes.schemas.filters import QuoteQuerySchema, SpeakerQuerySchema
from quotes.schemas.pagination import PageQuerySchema

NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), NUMBERS, st.booleans())
def test_a_cursor_leads_back_to_its_place(key, number, backwards):
    assert read_cursor("quotes", write_cursor("quotes", key, number, backwards)) == (key, number, backwards)


@given(st.integers(0, 200), st.characters())
def test_a_changed_cursor_is_refused(at, other):
    written = write_cursor("quotes", "2024-12-08", 12, False)
    at %= len(written)
    if written[at] != other:
        with pytest.raises(BadCursor):
            read_cursor("quotes", written[:at] + other + written[at + 1:])


@pytest.mark.parametrize("written", [
    "", "a", "é", "====", "AAAA" * 10, base64.urlsafe_b64encode(b'["a",1,0]').decode(),
    write_cursor("speakers", "a", 1, False), write_cursor("quotes", "a", 1, False) + "=",
    write_cursor("quotes", "a", 1, False)[:-1], write_cursor("quotes", "a", 2**63, False), "\ud800",
])
def test_what_is_no_cursor_of_this_list(written):
    with pytest.raises(BadCursor):
        read_cursor("quotes", written)


@pytest.mark.parametrize("schema, query", [
    (PageQuerySchema, {}), (PageQuerySchema, {"limit": "1"}), (PageQuerySchema, {"limit": "100"}),
    (QuoteQuerySchema, {"speaker": "s12", "q": "mess", "kind": "mixed", "verdict": "likely", "status": "withdrawn"}),
    (QuoteQuerySchema, {"from": "2024-12-08", "to": "2024-12-08", "document": "d1", "min_confidence": "0.5"}),
    (QuoteQuerySchema, {"account": "@HAGhani"}), (SpeakerQuerySchema, {"q": "Ghani", "kind": "person"}),
])
def test_queries(schema, query):
    assert schema().validate(query) == {}


@pytest.mark.parametrize("schema, query, field", [
    (PageQuerySchema, {"limit": "0"}, "limit"), (PageQuerySchema, {"limit": "101"}, "limit"),
    (PageQuerySchema, {"limit": "-1"}, "limit"), (PageQuerySchema, {"limit": "ten"}, "limit"),
    (PageQuerySchema, {"limit": ""}, "limit"), (PageQuerySchema, {"limit": "1e3"}, "limit"),
    (PageQuerySchema, {"page": "2"}, "page"), (PageQuerySchema, {"cursor": "a" * 1501}, "cursor"),
    (QuoteQuerySchema, {"kind": "indirect"}, "kind"), (QuoteQuerySchema, {"verdict": "true"}, "verdict"),
    (QuoteQuerySchema, {"status": "all"}, "status"), (QuoteQuerySchema, {"document": "12"}, "document"),
    (QuoteQuerySchema, {"document": "d0"}, "document"), (QuoteQuerySchema, {"document": "d1\n"}, "document"),
    (QuoteQuerySchema, {"from": "yesterday"}, "from"), (QuoteQuerySchema, {"to": "2024-02-30"}, "to"),
    (QuoteQuerySchema, {"min_confidence": "1.1"}, "min_confidence"),
    (QuoteQuerySchema, {"min_confidence": "nan"}, "min_confidence"), (QuoteQuerySchema, {"q": "a\0"}, "q"),
    (QuoteQuerySchema, {"account": ""}, "account"),
    (QuoteQuerySchema, {"speaker": "a" * 401}, "speaker"), (SpeakerQuerySchema, {"kind": "dog"}, "kind"),
])
def test_queries_that_are_refused(schema, query, field):
    assert field in schema().validate(query)
