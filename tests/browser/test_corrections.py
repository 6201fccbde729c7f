"""Correcting as a reporter does it, in a browser, with the clicks counted; with script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.browser.conftest import served, sign_in
from tests.browser.test_barriers import violations

WALL = "“The wall will hold,” said Ona Brandt, a diver. “Nobody asked us,” said Piet Laar. “It leaks,” Laar said."
PIER = "“The pier is closed,” said Ona Brant, a clerk. “Ask anybody,” said Ona Brant."
NAMES = {"Ona Brandt": "s1", "Piet Laar": "s2", "Ona Brant": "s3"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A service with two articles, and the key of an admin."""
    readings = [read_document(Article(text, title=title, language="en", url=f"https://gazette.example/{title}"))
                for title, text in (("wall", WALL), ("pier", PIER))]
    yield from served(tmp_path_factory.mktemp("desk"), readings, "admin")


class Clicks:
    """A page on which clicks are counted; `script` says whether it runs any."""

    def __init__(self, page, script):
        self.page, self.script, self.made = page, script, 0

    def on(self, role, name):
        """Click a link or a button."""
        self.made += 1
        self.page.get_by_role(role, name=name).first.click()
        self.page.wait_for_load_state()

    def check(self):
        """Nothing on the page keeps anybody out, as far as a script can tell."""
        assert not self.script or violations(self.page) == []


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def clicks(request, chromium, desk):
    """A page of somebody who has signed in."""
    with chromium.new_context(java_script_enabled=request.param, viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        sign_in(page, desk)
        yield Clicks(page, request.param)


def test_two_speakers_are_joined_in_four_clicks_from_the_speakers_page_and_parted_again(clicks, desk):
    page = clicks.page
    page.goto(f"{desk.address}/speakers/{NAMES['Ona Brant']}")
    clicks.on("link", "Correct this speaker")
    page.get_by_label("Join into").fill("Ona Brandt")
    clicks.made += 1
    page.keyboard.press("Enter")
    expect(page.locator("#step")).to_contain_text("Joined: Ona Brant (s3) into Ona Brandt (s1) (2 quotes)")
    clicks.check()
    clicks.on("button", "Do it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Joined: Ona Brant")
    assert clicks.made <= 4
    clicks.check()
    page.goto(f"{desk.address}/speakers/s3")
    assert page.url.endswith("/speakers/s1")
    expect(page.locator(".rows > li")).to_have_count(3)
    page.go_back()
    clicks.on("button", "Undo")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Undone: Ona Brant (s3) and Ona Brandt (s1) as before")
    page.goto(f"{desk.address}/speakers/s3")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ona Brant")


def test_from_a_wrong_speaker_to_an_undone_correction_in_five_clicks(clicks, desk):
    page = clicks.page
    page.goto(f"{desk.address}/quotes/q1")
    clicks.on("link", "Review this quote")
    item = page.locator("#q1")
    item.get_by_label("Another speaker").fill("Piet Laar")
    clicks.made += 1
    item.get_by_role("button", name="Set speaker").click()
    expect(page.locator("form.done")).to_contain_text("Speaker set")
    page.goto(f"{desk.address}/quotes/q1")  # later, from the history
    expect(page.locator(".attribution")).to_contain_text("Piet Laar")
    expect(page.locator(".history")).to_contain_text("Speaker set, from Ona Brandt (s1) to Piet Laar (s2)")
    page.locator(".history").get_by_role("link", name="Undo").first.click()
    clicks.made += 1
    clicks.on("button", "Undo")
    expect(page.get_by_role("heading", level=1)).to_have_text("Undone: from Piet Laar (s2) back to Ona Brandt (s1)")
    assert clicks.made <= 5
    page.goto(f"{desk.address}/quotes/q1")
    expect(page.locator(".attribution")).to_contain_text("Ona Brandt")


def test_a_name_that_is_nearly_somebodys_is_asked_about_and_a_whole_article_is_corrected(clicks, desk):
    page = clicks.page
    page.goto(f"{desk.address}/documents/d1")
    clicks.on("link", "Correct the speakers")
    page.locator("form.item").filter(has_text="Piet Laar").get_by_label("All of them are by").fill("Ona Brand")
    page.keyboard.press("Enter")
    expect(page.locator(".ask")).to_contain_text("Whom do you mean by “Ona Brand”?")
    clicks.check()
    clicks.on("button", "Ona Brandt")
    expect(page.locator("#step")).to_contain_text("from Piet Laar (s2) to Ona Brandt (s1) (2 quotes)")
    clicks.on("button", "Do it")
    expect(page.locator(".rows > li")).to_have_count(2)
    clicks.on("button", "Undo")
    expect(page.get_by_role("heading", level=1)).to_contain_text("back to Piet Laar (s2) (2 quotes)")


def test_a_confirmation_reaches_the_card_and_goes_with_its_undoing(clicks, desk):
    page = clicks.page
    page.goto(f"{desk.address}/review?quote=q2")
    page.locator("#q2").get_by_role("button", name="Right").click()
    expect(page.locator("form.done")).to_contain_text("Confirmed")
    page.goto(f"{desk.address}/quotes/q2/card")
    expect(page.locator("figure")).to_contain_text("Confirmed: a person has checked the speaker")
    page.goto(f"{desk.address}/quotes/q2")
    expect(page.locator(".attribution")).to_contain_text("Confirmed")
    page.locator(".history").get_by_role("link", name="Undo").first.click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Undone")
    page.goto(f"{desk.address}/quotes/q2/card?theme=dark")  # a browser keeps a card for five minutes
    expect(page.locator("figure")).not_to_contain_text("Confirmed")
