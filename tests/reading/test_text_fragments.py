"""Links that lead back to the words: what a browser reads in them is what stands in the text."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.reading.text_fragments import deep_link

PAGE = "https://harbor.example/a"
LONG = "The old bridge will close on Monday and it will stay closed until the ice is gone"


def link(text: str, words: str, url: str | None = PAGE) -> str | None:
    start = text.index(words)
    return deep_link(url, text, start, start + len(words))


LINKS = [
    ("“We open at nine,” she said.", "We open at nine,", "We%20open%20at%20nine%2C"),
    ("“A well-known thing,” she said.", "A well-known thing,", "A%20well%2Dknown%20thing%2C"),
    ("“Salt & sugar, all in,” she said.", "Salt & sugar, all in,", "Salt%20%26%20sugar%2C%20all%20in%2C"),
    (f"“{LONG},” she said.", LONG, "The%20old%20bridge%20will,the%20ice%20is%20gone"),
    ("“One two three.\n\n“Four five six,” she said.", "One two three.\n\n“Four five six,",
     "One%20two%20three.,%E2%80%9CFour%20five%20six%2C"),
    ("It rained all day. “No,” she said to them.", "No,",
     "rained%20all%20day.%20%E2%80%9C-,No%2C,-%E2%80%9D%20she%20said"),
]


@pytest.mark.parametrize("text, words, directive", LINKS)
def test_the_words_stand_in_the_link(text: str, words: str, directive: str):
    found = link(text, words)
    assert found is not None
    address, _, rest = found.partition("#:~:text=")
    assert address == PAGE
    if "-," not in directive:
        assert rest == directive
    else:
        prefix, middle, suffix = rest.split(",", 2)
        assert (prefix.endswith("-"), middle, suffix.startswith("-")) == (True, "No%2C", True)


@pytest.mark.parametrize("url, start, end, found", [
    (None, 0, 4, None),
    ("", 0, 4, ""),
    (PAGE, 4, 4, PAGE),
    (PAGE, 4, 5, PAGE),
    (f"{PAGE}#top", 0, 9, f"{PAGE}#top:~:text=Rain%20fell"),
])
def test_where_there_is_no_page_or_no_words_there_is_nothing_to_lead_to(
        url: str | None, start: int, end: int, found: str | None):
    text = "Rain fell" if end == 9 else "Rain \n fell"
    assert (deep_link(url, text, start, end) or "").split(",-")[0] == (found or "")


@given(st.text(st.sampled_from("ab é“”,&-\n%"), min_size=1, max_size=60), st.data())
def test_every_part_of_a_link_is_part_of_the_words_or_beside_them(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = deep_link(PAGE, text, start, end)
    assert found is not None
    _, marked, directive = found.partition("#:~:text=")
    plain = " ".join(text.split())
    for part in directive.split(",") if marked else []:
        assert unquote(part.removeprefix("-").removesuffix("-")) in plain


def test_a_very_long_quotation_makes_no_very_long_link():
    text = "word " * 20_000
    assert len(deep_link(PAGE, text, 0, len(text)) or "") < 200
