"""Names of outlets as pages print them, without what is no name."""

from __future__ import annotations

import pytest

from quotes.documents.outlet_labels import label_alone, printed_label, title_names

HEADLINE = "Harbour board shuts the pier at once"


@pytest.mark.parametrize("printed, domain, expected", [
    ("Quay News | Boats | Weather | Tides", "quaynews.com", "Quay News"),
    ("Boats and tides | Quay News", "quaynews.com", "Quay News"),
    ("Boats and tides | Quay News", None, "Boats and tides"),
    ("Quay News - Telling the truth since 1872", "quaynews.com", "Quay News"),
    ("Quay News: all about boats", "quaynews.com", "Quay News"),
    ("Quay-News", "quaynews.com", "Quay-News"),
    ("@quaynews", "quaynews.com", "quaynews"),
    ("https://www.quaynews.com/", "quaynews.com", "quaynews.com"),
    ("https://www.quaynews.com/ | Boats / tides", None, "quaynews.com"),
    ("Quay News (www.quaynews.com)", "quaynews.com", "Quay News"),
    ("QuayNews.com", "quaynews.com", "QuayNews.com"),
    ("Quay News!", "quaynews.com", "Quay News!"),
    ("Everything that you need to know about boats, tides and the sea", "quaynews.com", None),
    ("We tell the truth always.", "quaynews.com", None),
    ("{{ site.title }}", "quaynews.com", None), ("undefined", "quaynews.com", None), ("My Site", "quaynews.com", None),
    ("Just another WordPress site", "quaynews.com", None), ("Quay News｜Boats", None, "Quay News"),
    ("|", "quaynews.com", None), ("  ", "quaynews.com", None), ("", None, None), ("-" * 9000, None, None),
    (" " * 9000 + "Quay News", None, None),
])
def test_what_is_left_of_a_printed_name(printed: str, domain: str | None, expected: str | None):
    assert label_alone(printed, domain) == expected


@pytest.mark.parametrize("named, title, expected", [
    (["Quay News", "Quay Media Ltd"], HEADLINE, "Quay News"),
    (["Quay Media GmbH", "Quay News"], HEADLINE, "Quay News"),
    (["quaynews", "Quay News"], HEADLINE, "Quay News"),
    (["QuayNews", "Quay News"], HEADLINE, "Quay News"),
    (["quaynews.com", "The Quay"], HEADLINE, "The Quay"),
    (["Quay Sport", "Quay News"], f"{HEADLINE} | Quay News", "Quay News"),
    ([f"{HEADLINE} - Quay News"], HEADLINE, "Quay News"),
    ([HEADLINE], HEADLINE, None),
    ([f"{HEADLINE}, engineers say"], HEADLINE, None),
    ([None, ""], f"{HEADLINE} | News | The Quay News", "The Quay News"),
    ([], f"The Quay News: {HEADLINE}", "The Quay News"),
    ([], f"{HEADLINE} - Harbour Board", None),
    ([], "Quay News", None),
])
def test_which_of_several_names(named: list[str | None], title: str, expected: str | None):
    assert printed_label(named, (title, HEADLINE), "quaynews.com") == expected


@pytest.mark.parametrize("title, expected", [
    (f"{HEADLINE} | The Quay News", "The Quay News"), (f"The Quay News: {HEADLINE}", "The Quay News"),
    (f"{HEADLINE} | Boats | The Quay News", None), (HEADLINE, None), ("Boats | The Quay News", None),
    (f"{HEADLINE} | boats", None), ("", None),
])
def test_without_an_address_what_stands_alone_beside_the_headline(title: str, expected: str | None):
    assert printed_label([], (title, HEADLINE), None) == expected


def test_the_names_in_a_title():
    assert list(title_names(f"{HEADLINE} | Boats [quaynews.com]")) == [HEADLINE, "Boats", "quaynews.com"]
