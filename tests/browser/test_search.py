"""The search as a reporter walks it, with clicks counted: from the first page to somebody's words on a topic."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from tests.api.shelf import READING
from tests.browser.conftest import served
from tests.browser.test_barriers import violations

ONA, REA = Speaker("s1", "Ona Brandt", "person", "the mayor"), Speaker("s1", "Rea Holm", "person", "a diver")
SAID = [
    (ONA, "The ferry must stay,", "quay", 2023), (ONA, "No ferry leaves before dawn,", "tide", 2024),
    (ONA, "Our ferry is not for sale,", "quay", 2024), (ONA, "We will count every boat,", "quay", 2024),
    (REA, "The ferry is rusty,", "quay", 2024), (REA, "I like the tide,", "tide", 2023),
]


def reading(number: int) -> Reading:
    """An article of one quote, of an outlet and a year."""
    speaker, words, outlet, year = SAID[number]
    text = f"“{words}” said {speaker.name}."
    document = Document(text, title=f"Article {number}", url=f"https://{outlet}.example/{number}",
                        publisher=f"{outlet}.example", publisher_printed=f"The {outlet.title()} News",
                        published_at=f"{year}-03-0{number + 1}", language="en", engine="quotes test")
    quoted = QuotedSpeaker("s1", speaker.name, "person", mention=speaker.name)
    return Reading(document, (Quote("q1", "direct", words, 1, text.index("”"), "certain", 0.9, speaker=quoted),),
                   (speaker,))


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A service that keeps six quotes of two people in two outlets and years, and the document of five quotes."""
    yield from served(tmp_path_factory.mktemp("newsroom"), [*map(reading, range(len(SAID))), READING])


def shown(page):
    """The words of the quotes that a search found."""
    return page.locator("section.found").first.locator(".said").all_inner_texts()


def ask(page, site, words):
    page.goto(site.address)
    page.get_by_label("A name, or words that were said").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")


def test_all_in_one_line_is_one_step(page, newsroom):
    ask(page, newsroom, "Mayor Brandt ferry Quay News 2024")
    assert shown(page) == ["Our ferry is not for sale,"]
    taken = page.locator(".taken")
    for words in ("Ona Brandt", "ferry", "The Quay News", "2024", "“Mayor” was taken for a title"):
        expect(taken).to_contain_text(words)


@pytest.mark.parametrize("script", [True, False])
def test_with_links_it_is_three(chromium, newsroom, script):
    with chromium.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        ask(page, newsroom, "Brandt ferry")  # the first step
        assert len(shown(page)) == 3
        facets = page.get_by_role("complementary", name="Narrow the search")
        facets.get_by_role("link", name="The Quay News").click()  # the second
        assert shown(page) == ["Our ferry is not for sale,", "The ferry must stay,"]
        facets.get_by_role("link", name="2024").click()  # the third
        assert shown(page) == ["Our ferry is not for sale,"]
        page.get_by_role("link", name="Without days 2024").click()
        assert len(shown(page)) == 2


def test_a_misspelt_name_is_understood(page, newsroom):
    ask(page, newsroom, "Brandtt ferry")
    expect(page.locator(".notice").first).to_contain_text("This is what there is for Brandt ferry")
    assert len(shown(page)) == 3
    page.get_by_role("link", name="Search for the words as they stand").click()
    assert shown(page) == []


def test_names_are_offered_while_one_types_and_chosen_by_keyboard(page, newsroom):
    page.goto(newsroom.address)
    box = page.get_by_role("combobox")
    box.press_sequentially("bran")
    option = page.get_by_role("option", name="Ona Brandt")
    expect(option).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(option).not_to_be_visible()
    box.press_sequentially("d")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/speakers/s*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ona Brandt")


def test_an_outlet_is_offered_by_a_part_of_its_name(page, newsroom):
    page.goto(newsroom.address)
    page.get_by_role("combobox").press_sequentially("tide")
    page.get_by_role("option", name="The Tide News").click()
    page.wait_for_url("**publisher=tide.example")
    assert sorted(shown(page)) == ["I like the tide,", "No ferry leaves before dawn,"]


def test_nothing_is_offered_for_what_nobody_is_called(page, newsroom):
    page.goto(newsroom.address)
    with page.expect_response("**/v1/suggestions?q=zz*"):
        page.get_by_role("combobox").press_sequentially("zzyzx")
    expect(page.get_by_role("listbox", include_hidden=True)).to_be_hidden()


def test_a_fragment_stands_in_its_sentence(page, newsroom):
    ask(page, newsroom, "bedtime story")
    first = page.locator("section.found .said").first
    expect(first).to_contain_text("She called the report “a ‘bedtime story’ for adults.”")


@pytest.mark.parametrize("address", [
    "/?q=Brandt+ferry", "/?q=ferry&publisher=quay.example&from=2024-01-01&to=2024-12-31", "/?q=Brandtt",
    "/?publisher=tide.example", "/?q=mayor+ferry+boat",
])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_search_has_no_barrier_and_fits_a_phone(chromium, newsroom, address, scheme):
    with chromium.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(newsroom.address + address)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
