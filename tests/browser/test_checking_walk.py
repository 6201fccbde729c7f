"""A reporter's walks before publishing: a draft checked in two steps, a tried article compared and kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.api.shelf import READING
from tests.browser.conftest import sign_in
from tests.browser.test_barriers import violations

SAID = next(quote for quote in READING.quotes if quote.text and quote.speaker and len(quote.text.split()) > 3)
TEXT = (f"Geese\n\n“{SAID.text}” said Rea Holm, the harbour clerk.\n\n"
        "“Geese have no business in a council chamber,” said Lars Vesterholt.")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_pasted_draft_is_checked_in_two_steps(chromium, site, script, width):
    with chromium.new_context(java_script_enabled=script, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(site.address)
        page.get_by_role("link", name="Verify", exact=True).first.click()
        page.get_by_label("Text or HTML of the draft").fill(TEXT)
        page.get_by_role("button", name="Check the draft").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 quotations checked")
        rows = page.get_by_role("row")
        expect(rows).to_have_count(3)
        expect(rows.nth(1)).to_contain_text("Somebody else’s")
        expect(rows.nth(1)).to_contain_text(SAID.speaker.name)
        expect(rows.nth(2)).to_contain_text("Not in this collection")
        assert not script or page.evaluate("document.documentElement.scrollWidth") <= width
        assert not script or violations(page) == []


def test_a_tried_article_is_compared_and_kept(page, empty_site):
    sign_in(page, empty_site)
    page.get_by_role("link", name="Try an article").click()
    page.get_by_label("Text or HTML of the article").fill(TEXT)
    page.get_by_text("What is known about it").click()
    page.get_by_label("Address").fill("https://post.example/geese")
    page.get_by_role("button", name="Show the quotes").click()
    expect(page.locator("mark")).to_have_count(2)
    page.get_by_role("button", name="Compare with the collection").click()
    expect(page.get_by_text("New: in no other article")).to_have_count(2)
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "quotes.csv"
    page.get_by_role("button", name="Keep this article").click()
    page.wait_for_url("**/documents/d1")
    expect(page.locator("mark")).to_have_count(2)
    assert violations(page) == []


def test_a_tried_articles_list_stands_beside_its_text_where_there_is_room(chromium, site):
    places = {}
    for width in (390, 1280):
        with chromium.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            page.goto(f"{site.address}/try")
            page.get_by_label("Text or HTML of the article").fill(TEXT * 8)
            page.get_by_role("button", name="Show the quotes").click()
            text, quotes = (page.locator(part).bounding_box() for part in (".article", ".alongside"))
            places[width] = quotes["x"] >= text["x"] + text["width"], quotes["y"] >= text["y"] + text["height"]
    assert places == {390: (False, True), 1280: (True, False)}
