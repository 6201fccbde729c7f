"""One outlet is counted once, by its domain, whatever it calls itself and whoever names it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.outlets import kept_outlet, outlet_keys
from quotes.collection.statistics import unnamed_sources
from quotes.collection.versions import versions_of
from quotes.records.document import Document
from quotes.records.reading import Reading
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import PageRequest, QuoteFilter, Store
from quotes.store.store_opener import open_store
from tests.collection.articles import quote

WORDS = "The pier will be shut at once and for good"
Said = tuple[str | None, str | None, str | None]  # address without scheme, publisher, printed name


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store that knows domains."""
    opened = open_store(f"sqlite:///{tmp_path}/quotes.db", DerivedFields())
    yield opened
    opened.close()


def article(said: Said, number: int = 1) -> Reading:
    """An article with one quote."""
    address, publisher, printed = said
    url = f"https://{address}/{number}" if address else None
    document = Document(f"Article {number}: “{WORDS}”", url=url, publisher=publisher, publisher_printed=printed,
                        published_at=f"2025-03-{number:02}")
    return Reading(document, (quote(WORDS),), ())


def outlets(store: Store, *found: Said) -> list[tuple[str | None, str | None, int]]:
    """The outlets of some articles with their printed names and the number of their documents."""
    for number, said in enumerate(found, 1):
        keep(store, article(said, number))
    rows = store.engine.ask("SELECT outlet.name, printed, COUNT(*) FROM quote LEFT JOIN outlet "
                            "ON outlet.id = outlet_id GROUP BY outlet_id ORDER BY outlet.name")
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("found, expected", [
    ([("www.quay.com", "quay.com", "quay"), ("amp.quay.com", "quay.com", "QUAY.com")], [("quay.com", "quay", 2)]),
    ([("quay.com", "quay.com", None), ("quay.com", "quay.com", "The Quay")], [("quay.com", "The Quay", 2)]),
    ([("quay.com", "quay.com", "The Quay"), (None, "The Quay", None), (None, "quay", None), (None, "Quay.com", None)],
     [("quay.com", "The Quay", 4)]),
    ([(None, "The Quay", None), ("quay.com", "quay.com", "Quay")], [("The Quay", "Quay", 2)]),
    ([("quay.com", "The Quay", None), ("quay.com", "quay.com", "The Quay")], [("The Quay", "The Quay", 2)]),
    ([("quay.com", "quay.com", "The Quay"), ("quay.ie", "quay.ie", "The Quay")],
     [("quay.com", "The Quay", 1), ("quay.ie", None, 1)]),  # two of one name
    ([("quay.com", "quay.com", "The Quay"), ("quay.com", "An Agency", "The Quay")],
     [("An Agency", None, 1), ("quay.com", "The Quay", 1)]),  # what a caller says is another outlet
    ([("quay.com", "An Agency", "The Quay"), (None, "The Quay", None), (None, "AN AGENCY", None)],
     [("An Agency", None, 2), ("The Quay", None, 1)]),
    ([(None, None, None), ("quay.com", None, None), (None, " ", None)], [(None, None, 3)]),
    ([(None, "上報", None), (None, "上報", None), (None, "下報", None)], [("上報", None, 2), ("下報", None, 1)]),
])
def test_which_articles_are_of_one_outlet(store: Store, found: list[Said], expected: list):
    assert outlets(store, *found) == expected


@pytest.mark.parametrize("asked, count", [
    ("quay.com", 3), ("QUAY.COM", 3), ("https://www.quay.com/", 3), ("The Quay", 3), ("quay", 3), ("The  Quay News", 3),
    ("quay.ie", 1), ("An Agency", 1), ("Elsewhere", 0), ("", 0),
])
def test_an_outlet_is_found_by_its_domain_and_by_its_names(store: Store, asked: str, count: int):
    outlets(store, ("quay.com", "quay.com", "The Quay"), ("quay.com", "quay.com", "Quay News"), (None, "Quay", None),
            ("quay.ie", "quay.ie", "The Quay"), ("quay.com", "An Agency", "The Quay"))
    wanted = QuoteFilter(publisher=asked)
    assert store.count_quotes(wanted) == len(store.quotes(wanted, PageRequest()).items) == count
    assert sum(one.quotes for one in unnamed_sources(store, Period(publisher=asked))) == bool(count)


def test_versions_and_coverage_name_an_outlet_once(store: Store):
    outlets(store, ("quay.com", "quay.com", "The Quay"), (None, "The Quay", None), ("quay.ie", "quay.ie", None))
    assert versions_of(store, store.quote("q1")).outlets == ("quay.com", "quay.ie")
    assert store.coverage().publishers == ("quay.com", "quay.ie")


@pytest.mark.parametrize("first, then, claims", [
    (("quay.com", "quay.com", "The Quay"), ("quay-news.info", "quay-news.info", "The Quay"), True),
    (("quay.com", "quay.com", "The Quay"), ("quay.com", "quay.com", "Quay"), False),
    (("quay.com", "quay.com", None), ("quay.ie", "quay.ie", "The Quay"), False),
    ((None, "The Quay", None), ("quay.ie", "quay.ie", "The Quay"), False),
    (("quay.com", "quay.com", "The Quay"), ("quay.com", "An Agency", "The Quay"), False),
    (("quay.com", "quay.com", "The Quay"), (None, "The Quay", "The Quay"), False),
])
def test_a_name_that_another_outlet_bears_is_a_claim(store: Store, first: Said, then: Said, claims: bool):
    keep(store, article(first))
    kept = keep(store, article(then, 2)).document
    assert [warned.code for warned in store.document(kept.id).warnings] == ["publisher_claim"] * claims
    if claims:
        assert kept.warnings[-1].message == (
            "This page, of quay-news.info, goes by the name “The Quay”, which quay.com bears too.")


def test_a_revision_without_a_word_of_the_outlet_leaves_what_was_said(store: Store):
    keep(store, article(("quay.com", "An Agency", None)))
    revised = article(("quay.com", "quay.com", "The Quay"), 1)
    keep(store, Reading(Document("New", url=revised.document.url, publisher="quay.com", publisher_printed="The Quay")))
    kept = store.document("d1")
    assert (kept.publisher, kept.publisher_printed) == ("An Agency", "The Quay")


@pytest.mark.parametrize("url, publisher, expected", [
    ("https://www.quay.com/1", "The Quay | Boats", ("quay.com", "The Quay")),
    ("https://www.quay.com/1", "@quay", ("quay.com", "quay")), ("https://www.quay.com/1", None, ("quay.com", None)),
    ("https://www.quay.com/1", "Everything about boats and tides and the wide sea", ("quay.com", None)),
    (None, "The Quay | Boats", ("The Quay | Boats", None)), (None, None, (None, None)),
    ("http://localhost/1", "The Quay", ("The Quay", None)),
])
def test_what_a_document_was_kept_with_before(url: str | None, publisher: str | None, expected: tuple):
    assert kept_outlet(url, publisher) == expected


def test_the_keys_of_an_outlet():
    keys = outlet_keys(Document("", url="https://www.quay.com/1", publisher="The Quay", publisher_printed="Quay News"))
    assert (keys.own, keys.named, keys.has_domain) == ("quay.com", ("quay", "quaynews"), True)
    assert outlet_keys(Document("", url="https://www.quay.com/1")) is None
