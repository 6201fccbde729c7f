"""The walk of a newsroom, in a browser: from a pasted article to a card on another site, corrected and taken back."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import sign_in

SAMPLE = (Path(__file__).parents[2] / "samples" / "damascus.txt").read_text(encoding="utf-8")
ABOUT = {"publisher": "Evening Wire", "published_at": "2024-12-08", "url": "https://wire.example/damascus",
         "title": "Rebels at the gates"}


def ingest(site):
    """Keep the sample, as a program would."""
    request = urllib.request.Request(f"{site.address}/v1/documents", json.dumps({"text": SAMPLE, **ABOUT}).encode(), {
        "Content-Type": "application/json", "Authorization": f"Bearer {site.key}"})
    with urllib.request.urlopen(request) as response:
        assert response.status == 201


@pytest.mark.parametrize("script", [True, False])
def test_an_article_is_tried_and_its_quotes_are_marked(chromium, empty_site, script):
    with chromium.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{empty_site.address}/try")
        page.get_by_label("Text or HTML of the article").fill(SAMPLE)
        page.get_by_role("button", name="Show the quotes").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^5 quotes found"))
        expect(page.locator("mark")).to_have_count(5)
        page.goto(empty_site.address)
        assert "Nothing is kept here yet" in page.content()


def card_of(page):
    """The card in the frame on another site."""
    return page.frame_locator("iframe").locator("figure")


def test_from_a_name_to_a_card_elsewhere_corrected_by_keyboard_and_undone(page, empty_site, elsewhere):
    ingest(empty_site)
    page.goto(empty_site.address)
    page.get_by_label("A name, or words that were said").fill("Ghani")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hassan Abdul Ghani").first.click()
    page.get_by_role("link", name="Why, and where").first.click()
    for shown in (".reasons li", "mark.c-quote", "mark.c-cue"):
        expect(page.locator(shown).first).to_be_visible()
    quote_page = page.url
    quote = quote_page.rpartition("/")[2]
    page.locator("iframe").scroll_into_view_if_needed()
    expect(card_of(page)).to_contain_text("Hassan Abdul Ghani")
    page.locator("button[data-copy=frame]").click()
    expect(page.locator("button[data-copy=frame]")).to_have_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == page.locator("#frame").input_value() and "<blockquote" in code

    elsewhere.body = (f"<!doctype html><html lang=en><title>Story</title><h1>Story</h1>{code}"
                      f"<script src='{empty_site.address}/static/frames.js'></script>")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(elsewhere.address)
    expect(card_of(page)).to_contain_text("Now our focus is on to liberate the capital")
    assert all(url.startswith((empty_site.address, elsewhere.address)) for url in requests)

    sign_in(page, empty_site)
    page.goto(f"{empty_site.address}/review?quote={quote}")
    page.keyboard.press("s")
    page.keyboard.type("Donald Trump")
    page.keyboard.press("Enter")
    expect(page.locator("form.done")).to_contain_text("Speaker set")
    page.wait_for_load_state()
    reader = page.context.new_page()
    reader.goto(quote_page)
    expect(reader.locator(".attribution")).to_contain_text("Donald Trump")
    reader.goto(f"{quote_page}/card")
    expect(reader.locator("figure")).to_contain_text("Donald Trump")
    expect(reader.locator("figure")).to_contain_text("Corrected")

    page.keyboard.press("u")
    expect(page.locator("form.done")).to_contain_text("Undone")
    reader.goto(quote_page)
    expect(reader.locator(".attribution")).to_contain_text("Hassan Abdul Ghani")


def test_a_correction_is_undone_by_keyboard(page, empty_site):
    ingest(empty_site)
    sign_in(page, empty_site)
    first = page.locator("article.item").first
    quote = first.get_attribute("id")
    before = first.locator(".by").inner_text()
    page.keyboard.press("s")
    page.keyboard.type("Nura Haddad")
    page.keyboard.press("Enter")
    expect(page.locator("form.done")).to_contain_text("Speaker set")
    page.wait_for_load_state()
    page.keyboard.press("u")
    expect(page.locator("form.done")).to_contain_text("Undone")
    expect(page.locator(f"#{quote} .by")).to_have_text(before, use_inner_text=True)


def test_keys_do_nothing_while_one_types_and_move_between_quotes(page, site):
    sign_in(page, site)
    items = page.locator("article.item")
    assert items.count() >= 2
    ids = [items.nth(at).get_attribute("id") for at in range(items.count())]
    focused = "document.activeElement.closest('article.item')?.id"
    assert page.evaluate(focused) == ids[0]
    page.keyboard.press("j")
    assert page.evaluate(focused) == ids[1]
    page.keyboard.press("k")
    page.keyboard.press("s")
    page.keyboard.type("nuck")
    assert page.locator(f"#speaker-{ids[0]}").input_value() == "nuck" and page.url.endswith("/review")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == ids[0]


def test_names_are_offered_while_one_types(page, empty_site):
    ingest(empty_site)
    sign_in(page, empty_site)
    page.locator("datalist").first.wait_for(state="attached")
    page.evaluate("document.querySelector('datalist').replaceChildren()")
    page.locator("input[data-speakers]").first.press_sequentially("Trump")
    expect(page.locator("datalist option[value^='Donald Trump']").first).to_be_attached()


def test_the_review_works_without_script(chromium, empty_site):
    ingest(empty_site)
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, empty_site)
        item = page.locator("article.item").first
        quote = item.get_attribute("id")
        item.get_by_label(re.compile("Another speaker")).fill("Donald Trump")
        item.get_by_role("button", name="Set speaker").click()
        expect(page.locator("form.done")).to_contain_text("Speaker set")
        page.goto(f"{empty_site.address}/quotes/{quote}")
        assert "Donald Trump" in page.locator(".attribution").inner_text()


def test_a_frame_takes_the_height_that_its_card_asks_for(page, site, elsewhere):
    elsewhere.body = (f"<!doctype html><title>S</title><iframe src='{site.address}/quotes/q1/card' width=400 height=90 "
                      "sandbox='allow-scripts allow-popups'></iframe>"
                      f"<script src='{site.address}/static/frames.js'></script>")
    page.goto(elsewhere.address)
    figure = page.frame_locator("iframe").locator("figure")
    wanted = figure.evaluate("element => Math.ceil(element.getBoundingClientRect().height)")
    expect(page.locator("iframe")).to_have_attribute("height", str(wanted))
    assert wanted > 90


def test_what_is_opened_from_a_card_is_an_ordinary_page(page, site, elsewhere):
    page.goto(f"{site.address}/quotes/q1")
    elsewhere.body = f"<!doctype html><title>S</title>{page.locator('#frame').input_value()}"
    page.goto(elsewhere.address)
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Where it is written").click()
    opened.value.wait_for_load_state()
    assert opened.value.evaluate("self.origin") == site.address


def test_a_page_of_ours_is_framed_nowhere_else(page, site, elsewhere):
    elsewhere.body = f"<!doctype html><title>S</title><iframe src='{site.address}/quotes/q1'></iframe>"
    page.goto(elsewhere.address)
    assert "wall" not in page.frames[-1].content()
