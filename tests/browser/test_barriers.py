"""Every page and card with axe-core, light and dark, and what else keeps people out: width, weight, scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import sign_in

PAGES = ["/", "/?q=oduya", "/?q=nothing+like+it", "/speakers/s1", "/speakers/s2", "/speakers/s1?q=zebra", "/quotes/q1",
         "/quotes/q3", "/quotes/q4", "/quotes/q5", "/documents/d1", "/verify", "/verify?text=The+wall+will+not+hold",
         "/verify?text=The+wall+will+hold&speaker=Harbour+Watch", "/verify?text=Vote+on+the+sea+wall",
         "/verify?text=The+wall+will+hold&speaker=the+harbour+master", "/verify/draft", "/try", "/login", "/review",
         "/problems/not-found", "/quotes/q99", "/speakers", "/speakers?letter=o", "/outlets",
         "/outlets/Shore%20Gazette", "/documents", "/unnamed", "/statistics", "/disagreements", "/corrections",
         "/saved"]
CARDS = [f"/quotes/{quote}/card{theme}" for quote in ("q1", "q3", "q4", "q5")
         for theme in ("", "?theme=light", "?theme=dark", "?theme=plain")]
NEEDED = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
HEAVIEST = 100_000


@pytest.fixture(scope="module", params=["light", "dark"])
def viewer(request, chromium, site):
    """A page in one colour scheme, signed in."""
    with chromium.new_context(color_scheme=request.param) as context:
        page = context.new_page()
        sign_in(page, site)
        yield page


def violations(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": sorted(NEEDED)}}).response["violations"]
    return [(one["id"], node["target"], node["failureSummary"]) for one in found for node in one["nodes"]]


@pytest.mark.parametrize("address", [*PAGES, *CARDS])
def test_a_page_has_no_barrier_fits_a_phone_and_weighs_little(viewer, site, address):
    loaded = []

    def note(response):
        loaded.append(response)

    viewer.goto("about:blank")
    viewer.on("response", note)
    viewer.set_viewport_size({"width": 1280, "height": 800})
    viewer.goto(site.address + address, wait_until="load")
    assert violations(viewer) == []
    viewer.set_viewport_size({"width": 320, "height": 640})
    assert viewer.evaluate("document.documentElement.scrollWidth") <= 320
    viewer.remove_listener("response", note)
    assert all(response.url.startswith(site.address) for response in loaded), "something came from another host"
    weights = {response.url: len(response.body()) for response in loaded if response.status == 200}
    of_page = {url: weight for url, weight in weights.items() if "/card" not in url or "/card" in address}
    assert sum(of_page.values()) <= (15_000 if "/card" in address else HEAVIEST), weights


def test_axe_finds_no_barrier_in_a_tried_article(viewer, site):
    viewer.goto(f"{site.address}/try")
    viewer.get_by_label("Text or HTML of the article").fill("“It floats,” said Ona Brandt.\n\n“No,” said Rea Holm.")
    viewer.get_by_role("button", name="Show the quotes").click()
    assert violations(viewer) == []


def test_axe_would_find_one(viewer, site):
    viewer.goto(f"{site.address}/quotes/q1")
    viewer.evaluate("""Object.assign(document.querySelector('.dim').style, { color: '#888', background: '#999' });
                       document.documentElement.lang = ''""")
    assert {"color-contrast", "html-has-lang"} <= {rule for rule, *_ in violations(viewer)}


def test_every_page_says_the_same_without_script(chromium, site):
    said = []
    for script in (True, False):
        with chromium.new_context(java_script_enabled=script) as context:
            page = context.new_page()
            said.append({address: _words(page, site.address + address) for address in PAGES
                         if address not in ("/review", "/saved")})
    assert said[0] == said[1]


def _words(page, address):
    """What a page says, but for the buttons that only a script makes work."""
    page.goto(address)
    return [word for word in page.locator("main").inner_text().split() if word != "Copy"]
