"""The outlet of an address, and whether a domain spells a name."""

from __future__ import annotations

import pytest

from quotes.documents.outlets import domain_written, is_spelt_by, name_key, outlet_domain


@pytest.mark.parametrize("address, expected", [
    ("https://www.quaynews.com/2024/1", "quaynews.com"),
    ("https://amp.sport.quaynews.co.uk/1", "quaynews.co.uk"),
    ("HTTPS://User@WWW.QuayNews.COM.:8443/1", "quaynews.com"),
    ("www.quaynews.com.au/1", "quaynews.com.au"),
    ("quaynews.co.za", "quaynews.co.za"),
    ("//quaynews.ie/1", "quaynews.ie"),
    ("https://www.gov.uk/news", "gov.uk"),  # itself a suffix
    ("https://anna.blogspot.com/1", "anna.blogspot.com"),
    ("https://anna.substack.com/p/1", "anna.substack.com"),
    ("https://www.substack.com/home", "substack.com"),
    ("https://courier.example/1", "courier.example"),
    ("https://xn--e1afmkfd.xn--p1ai/1", "пример.рф"),
    ("https://пример.рф/1", "пример.рф"),
    ("https://quаy.com/", "xn--quy-7cd.com"),  # а Cyrillic letter in a Latin name
    ("https://web.archive.org/web/20200102030405/https://www.quaynews.ie/1", "quaynews.ie"),
    ("https://web.archive.org/web/2020id_/http://quaynews.ie/1", "quaynews.ie"),
    ("https://archive.org/details/pier", "archive.org"),
    ("https://www-quaynews-ie.cdn.ampproject.org/c/s/www.quaynews.ie/1.amp", "quaynews.ie"),
    ("https://www.google.com/amp/s/amp.quaynews.ie/1", "quaynews.ie"),
    ("https://www-quay--news-ie.translate.goog/1?_x_tr_sl=en", "quay-news.ie"),
    ("http://localhost:8000/1", None), ("http://cms/1", None), ("http://192.168.1.4/1", None), ("http://[::1]/1", None),
    ("http://a..b.com/", None), ("ftp://quaynews.ie/1", None), ("mailto:desk@quaynews.ie", None), ("/news/1", None),
    ("", None), (None, None), ("http://", None), ("http://[", None), ("the pier", None), ("javascript:alert(1)", None),
])
def test_the_outlet_of_an_address(address: str | None, expected: str | None):
    assert outlet_domain(address) == expected


@pytest.mark.parametrize("name, expected", [
    ("QuayNews.com", "quaynews.com"), ("https://www.quaynews.net", "quaynews.net"),
    ("www.quaynews.co.uk/", "quaynews.co.uk"), ("Quay News", None), ("St. Ives", None), ("Node.js", None),
    ("Q.N.", None), ("Quay News. Boats", None), ("com", None), ("", None),
])
def test_a_domain_written_as_a_name(name: str, expected: str | None):
    assert domain_written(name) == expected


@pytest.mark.parametrize("names", [
    ("The Quay News", "Quay News", "QUAYNEWS", "Quay-News", "TheQuayNews"), ("El País", "el pais"), ("上報", " 上報 "),
    ("Quaynews.co.uk", "https://www.quaynews.co.uk", "quaynews.co.uk"), ("Straße", "STRASSE"),
])
def test_spellings_of_one_name(names: tuple[str, ...]):
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize("one, other", [
    ("Quay News", "Quay Times"), ("Quaynews.co.uk", "Quaynews.com"), ("The", "Quay"), ("上報", "下報"), ("!", "?"),
])
def test_names_that_are_two(one: str, other: str):
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name, domain, expected", [
    ("The Quay News", "quaynews.com", True), ("Quay News", "thequaynews.co.uk", True), ("QN", "qn.ie", True),
    ("Quay News Online", "quaynews.com", True), ("New Quay Times", "nqtimes.com", True),
    ("Die Woche am Kai", "woche-am-kai.de", True), ("Quay", "quaymag.com", False), ("The Quay", "quaym.com", True),
    ("Allgemeine Zeitung Kai", "azk.de", True), ("Kaižurnál.cz", "kaizurnal.cz", True),
    ("News", "quaynews.com", False), ("Boats", "quaynews.com", False), ("Harbour Board", "quaynews.com", False),
    ("", "quaynews.com", False), ("Quay", "", False), ("!", "quaynews.com", False),
])
def test_whether_a_domain_spells_a_name(name: str, domain: str, expected: bool):
    assert is_spelt_by(name, domain) is expected


def test_a_name_made_to_be_slow_is_none():
    assert not is_spelt_by(" ".join(["aaaaaa"] * 40), f"{'a' * 40}b.com")
