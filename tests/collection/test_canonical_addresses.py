"""Addresses that lead to one article are one address."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotes.collection import canonical_addresses
from quotes.collection.canonical_addresses import canonical_address

SAME = [
    ("https://example.org/a", "https://example.org/a"),
    ("HTTPS://Example.ORG/a", "https://example.org/a"),
    ("https://example.org:443/a", "https://example.org/a"),
    ("http://example.org:80/a", "http://example.org/a"),
    ("https://example.org/a#top", "https://example.org/a"),
    ("https://example.org/a#:~:text=cold", "https://example.org/a"),
    ("https://example.org", "https://example.org/"),
    ("https://example.org?", "https://example.org/"),
    (" https://example.org/a\n", "https://example.org/a"),
    ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
    ("https://example.org/a?UTM_Campaign=x", "https://example.org/a"),
    ("https://example.org/a?b=2&fbclid=1&a=1&gclid=2", "https://example.org/a?b=2&a=1"),
    ("https://example.org/a?q=caf%C3%A9+au&utm_id=3", "https://example.org/a?q=caf%C3%A9+au"),
    ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
    ("https://user:Pass@Example.org/a", "https://user:Pass@example.org/a"),
]
DIFFERENT = [
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a", "https://example.org/a/"),
    ("https://example.org/a", "http://example.org/a"),
    ("https://example.org/a", "https://example.org:8443/a"),
    ("https://example.org/a", "https://www.example.org/a"),
    ("https://example.org/?id=1", "https://example.org/?id=2"),
    ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
    ("https://example.org/?utm=1", "https://example.org/"),
    ("https://example.org/?ref=utm_x", "https://example.org/"),
    ("https://example.org/a;p", "https://example.org/a"),
]
NO_ADDRESS = [
    (None, None), ("", None), ("  ", None),
    *((same, same) for same in ("see page 4", "https://[broken/a", "https://example.org:99999/a", "mailto:a@b.org")),
]


@pytest.mark.parametrize("url, canonical", SAME + NO_ADDRESS)
def test_what_does_not_change_the_article_is_left_out(url: str | None, canonical: str | None):
    assert canonical_address(url) == canonical
    assert canonical_address(canonical) == canonical


@pytest.mark.parametrize("one, other", DIFFERENT)
def test_what_may_change_the_article_stays(one: str, other: str):
    assert canonical_address(one) != canonical_address(other)


@given(some.from_regex(r"\A(http|https|HTTP)://[a-zA-Z0-9.:@-]{1,9}(/[^\n]{0,9})?\Z"))
def test_what_is_plain_already_is_what_its_parts_make(url: str):
    with patch.object(canonical_addresses, "PLAIN", re.compile("(?!)")):
        by_parts = canonical_address(url)
    assert canonical_address(url) == by_parts
