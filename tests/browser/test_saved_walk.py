"""A reporter's job: keep a search in one click, and see in two what came in since, with the feed's address to copy."""

from __future__ import annotations

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.api.shelf import READING
from tests.browser.conftest import served
from tests.browser.test_barriers import violations

NEWS = {"text": "Geese\n\n“The wall is no place for geese,” said Mirela Oduya, the harbour master.\n\n"
                "“Nonsense,” said Rea Holm, the clerk.",
        "publisher": "Shore Gazette", "url": "https://gazette.example/geese"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A service of five quotes, with a key that may write: the reporter's, who keeps an article in between."""
    yield from served(tmp_path_factory.mktemp("desk"), [READING])


class Steps:
    """Clicks, counted."""

    def __init__(self, page):
        self.page, self.taken = page, 0

    def click(self, role, name):
        """Click one thing, as a person finds it."""
        self.taken += 1
        self.page.get_by_role(role, name=name, exact=True).first.click()


@pytest.mark.parametrize("script", [True, False])
def test_a_search_is_kept_and_what_is_new_is_seen(chromium, desk, script):
    with chromium.new_context(java_script_enabled=script, permissions=["clipboard-read", "clipboard-write"],
                              viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        words = "oduya wall" if script else "oduya geese"
        page.goto(f"{desk.address}/?q={words}")
        page.get_by_role("link", name="Sign in to save this search").click()
        page.get_by_label("Key").fill(desk.key)
        page.get_by_role("button", name="Sign in").click()
        steps = Steps(page)
        steps.click("button", "Save this search")
        expect(page.get_by_role("heading", level=1)).to_have_text(words)
        assert steps.taken == 1
        expect(page.get_by_text("Nothing new.")).to_be_visible()
        assert not script or violations(page) == []
        keep(desk, NEWS | {"url": f"https://gazette.example/geese-{script}"})
        page.goto(desk.address)
        steps = Steps(page)
        steps.click("link", "Saved")
        expect(page.get_by_text("1 new")).to_be_visible()
        assert not script or violations(page) == []
        steps.click("link", words)
        expect(page.locator(".rows .said")).to_have_text(["The wall is no place for geese,"])
        assert steps.taken == 2
        address = page.get_by_label("Atom, for any feed reader").input_value().strip()
        if script:
            page.get_by_role("button", name="Copy").first.click()
            assert page.evaluate("navigator.clipboard.readText()").strip() == address
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        with urllib.request.urlopen(desk.address + address[address.index("/saved/"):]) as feed:
            assert "no place for geese" in feed.read().decode()
        page.get_by_text("Delete this search").click()
        page.get_by_role("button", name="Delete").click()
        expect(page.get_by_text("You have saved no search yet")).to_be_visible()


def keep(site, article):
    """Keep an article, as a program would."""
    request = urllib.request.Request(f"{site.address}/v1/documents", json.dumps(article).encode(), {
        "Content-Type": "application/json", "Authorization": f"Bearer {site.key}"})
    with urllib.request.urlopen(request) as response:
        assert response.status == 201
