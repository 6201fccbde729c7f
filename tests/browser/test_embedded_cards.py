"""The code of a card in somebody else's page: it fits, leaves nothing blank, and has the words whatever is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.api.shelf import READING
from tests.browser.conftest import served

LONG = "We measured every stone ourselves, in the rain, for eleven weeks, and nobody sent us the figures. " * 9
LINK = "https://harbour.example/" + "tide-table/" * 12
WIDTHS = (320, 390, 800)
SPARE = 8  # pixels that may be blank below a card
SIZES = """() => {
    const box = document.querySelector("iframe").getBoundingClientRect();
    return { wide: document.documentElement.scrollWidth, high: box.height, width: box.width,
             room: document.querySelector("article").clientWidth };
}"""


@pytest.fixture(scope="module")
def shelf_site(tmp_path_factory):
    """A service with a short quote, a long one, and a post with an address that nothing breaks."""
    words = [LONG.strip(), LINK]
    text = READING.document.text + "".join(f"\n\n“{one}”" for one in words)
    more = [replace(READING.quotes[at], id=f"q{9 + at}", text=one, start=start, end=start + len(one))
            for at, one in ((0, words[0]), (4, words[1])) for start in [text.index(one)]]
    yield from served(tmp_path_factory.mktemp("embeds"), [
        replace(READING, document=replace(READING.document, text=text), quotes=(*READING.quotes, *more))])


@pytest.fixture(scope="module")
def codes(chromium, shelf_site):
    """The codes to copy: those of the pages, those that oEmbed answers, and frames alone."""
    page = chromium.new_page()
    found = {}
    for quote in ("q1", "q4", "q5", "q6", "q7"):
        page.goto(f"{shelf_site.address}/quotes/{quote}")
        found[quote, "code"] = page.locator("#frame").input_value()
        found[quote, "frame"] = page.locator("#frame-alone").input_value()
        address = page.locator("link[type='application/json+oembed']").get_attribute("href")
        found[quote, "oembed"] = page.request.get(address).json()["html"]
    page.close()
    return found


def story(code, styles=""):
    return (f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>Story</title>"
            f"<style>{styles}</style><article>{code}<p id=after>After.</p></article>")


@pytest.fixture(scope="module")
def reader(chromium):
    with chromium.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("what", ["code", "oembed"])
@pytest.mark.parametrize("quote", ["q1", "q4", "q5", "q6", "q7"])
def test_with_the_script_a_card_fits_and_leaves_nothing_blank(reader, codes, elsewhere, quote, what):
    elsewhere.body = story(codes[quote, what])
    reader.goto(elsewhere.address)
    for width in WIDTHS:
        reader.set_viewport_size({"width": width, "height": 900})
        figure = reader.frame_locator("iframe").locator("figure")
        expect(reader.locator("blockquote")).to_be_hidden()
        high = _settled(reader, figure)
        found = reader.evaluate(SIZES)
        assert found["wide"] <= width
        assert found["width"] == min(550, found["room"])
        assert 0 <= found["high"] - high <= SPARE, (found, high)


def _settled(reader, figure):
    """How high the card is once the frame has followed it."""
    for _ in range(50):
        high = figure.evaluate("one => one.getBoundingClientRect().height")
        if 0 <= reader.evaluate(SIZES)["high"] - high <= SPARE:
            return high
        reader.evaluate("() => new Promise(requestAnimationFrame)")
    return high


SAID = {"q1": "“The wall will hold”", "q5": "High water at four, bring boots.", "q6": LONG.strip(), "q7": LINK}


@pytest.mark.parametrize("what", ["code", "oembed"])
@pytest.mark.parametrize("quote", SAID)
def test_without_the_script_the_words_are_whole(chromium, codes, elsewhere, what, quote):
    with chromium.new_context(java_script_enabled=False) as context:
        page, words = context.new_page(), SAID[quote]
        elsewhere.body = story(codes[quote, what])
        page.goto(elsewhere.address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            block = page.locator("blockquote")
            assert words in block.inner_text()
            assert page.locator("iframe:visible").count() == 0
            box, after = block.bounding_box(), page.locator("#after").bounding_box()
            assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= after["y"]


def stripped(code, *tags):
    """A code from which a content system has taken some elements."""
    for tag in tags:
        while f"<{tag}" in code:
            start = code.index(f"<{tag}")
            code = code[:start] + code[code.index(f"</{tag}>", start) + len(tag) + 3:]
    return code


@pytest.mark.parametrize("what", ["code", "oembed"])
@pytest.mark.parametrize("tags", [("script",), ("iframe",), ("script", "iframe")])
def test_a_system_that_takes_elements_out_breaks_nothing(reader, codes, elsewhere, what, tags):
    elsewhere.body = story(stripped(codes["q4", what], *tags))
    reader.goto(elsewhere.address)
    if "script" not in tags:
        expect(reader.frame_locator("iframe").locator("figure")).to_contain_text("Nobody asked us.")
        expect(reader.locator("blockquote")).to_be_hidden()
        return
    said = reader.locator("blockquote").inner_text()
    assert all(words in said for words in ("Speaker unsure", "“Nobody asked us.”", "a clerk", "Shore Gazette, 5 March"))
    assert reader.locator("blockquote a").get_attribute("href").endswith("/quotes/q4")
    assert reader.locator("iframe:visible").count() == 0


def test_a_card_that_does_not_come_leaves_the_words(reader, codes, elsewhere, shelf_site):
    gone = codes["q1", "code"].replace("/quotes/q1/card", "/quotes/q99/card")
    elsewhere.body = story(gone)
    with reader.expect_response(lambda response: response.url.endswith("/quotes/q99/card")):
        reader.goto(elsewhere.address)
    assert "“The wall will hold”" in reader.locator("blockquote").inner_text()
    assert reader.locator("iframe").bounding_box()["height"] <= 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/elsewhere", "https://["])
def test_only_cards_are_framed(reader, codes, elsewhere, shelf_site, address):
    card = f"{shelf_site.address}/quotes/q1/card"
    elsewhere.body = story(codes["q1", "code"].replace(f'data-card="{card}"', f'data-card="{address}"'))
    reader.goto(elsewhere.address)
    reader.wait_for_function("() => window.quotesCards")
    assert reader.locator("iframe").count() == 0 and reader.locator("blockquote").is_visible()


def test_several_cards_on_a_page_have_each_its_own_height(reader, codes, elsewhere):
    elsewhere.body = story(codes["q1", "code"] + codes["q6", "oembed"] + codes["q5", "code"] + codes["q5", "frame"])
    reader.set_viewport_size({"width": 800, "height": 3000})
    reader.goto(elsewhere.address)
    expect(reader.locator("blockquote:visible")).to_have_count(0)
    assert reader.locator("iframe").count() == 4
    for at in range(4):
        figure = reader.frame_locator("iframe").nth(at).locator("figure")
        wanted = figure.evaluate("one => Math.ceil(one.getBoundingClientRect().height)")
        expect(reader.locator("iframe").nth(at)).to_have_attribute("height", str(wanted))


@pytest.mark.parametrize("quote", ["q1", "q4", "q5", "q6", "q7"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_frame_alone_has_room_for_all_words_and_fits(reader, codes, elsewhere, quote, width):
    elsewhere.body = story(codes[quote, "frame"])
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(elsewhere.address)
    whole = reader.frame_locator("iframe").locator("figure").evaluate("one => document.documentElement.scrollHeight")
    found = reader.evaluate(SIZES)
    assert found["wide"] <= width and found["width"] == min(550, found["room"])
    assert whole <= found["high"]


WORDPRESS = """<blockquote data-secret=abc123DEF0><p>Words</p></blockquote>
<iframe data-secret=abc123DEF0 sandbox=allow-scripts style="position:absolute;visibility:hidden" height=90
        src="{card}#?secret=abc123DEF0"></iframe>
<script>
window.told = [];
addEventListener("message", ({{ data, source }}) => {{
  const frame = document.querySelector("iframe");
  if (!data || data.secret !== "abc123DEF0" || source !== frame.contentWindow) return;
  window.told.push(data.message);
  document.querySelector("blockquote").style.display = "none";
  frame.removeAttribute("style");
  if (data.message === "height") frame.height = data.value;
  if (data.message === "link") window.linked = data.value;
}});
</script>"""


def test_a_card_speaks_to_a_page_of_wordpress(reader, elsewhere, shelf_site):
    elsewhere.body = story(WORDPRESS.format(card=f"{shelf_site.address}/quotes/q1/card"))
    reader.goto(elsewhere.address)
    expect(reader.locator("iframe")).to_be_visible()
    expect(reader.locator("blockquote")).to_be_hidden()
    before = reader.evaluate("window.told.length")
    reader.evaluate("document.querySelector('iframe').contentWindow.postMessage({ message: 'ready' }, '*')")
    reader.wait_for_function(f"() => window.told.length > {before}")
    reader.frame_locator("iframe").get_by_role("link", name="Where it is written").click()
    reader.wait_for_function("() => window.linked")
    assert reader.evaluate("window.linked").endswith("/quotes/q1")


@pytest.mark.parametrize("script", [True, False])
def test_the_page_chooses_the_looks_of_the_card(chromium, shelf_site, script):
    with chromium.new_context(java_script_enabled=script, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"{shelf_site.address}/quotes/q1")
        assert "?theme" not in page.locator("#frame").input_value()
        page.get_by_role("list", name="Looks of the card").get_by_role("link", name="Dark").click()
        for field in ("#frame", "#frame-alone"):
            assert "/card?theme=dark" in page.locator(field).input_value()
        assert page.locator("iframe.card").get_attribute("src").endswith("?theme=dark")
        assert page.goto(f"{shelf_site.address}/quotes/q1?theme=purple").status == 422


def test_the_card_on_the_page_itself_leaves_nothing_blank(reader, shelf_site):
    for quote in ("q1", "q6"):
        reader.goto(f"{shelf_site.address}/quotes/{quote}")
        frame = reader.locator("iframe.card")
        frame.scroll_into_view_if_needed()
        figure = reader.frame_locator("iframe.card").locator("figure")
        wanted = figure.evaluate("one => Math.ceil(one.getBoundingClientRect().height)")
        expect(frame).to_have_attribute("height", str(wanted))


def test_the_page_gives_each_citation_out_as_it_is(reader, shelf_site):
    reader.goto(f"{shelf_site.address}/quotes/q1")
    assert reader.get_by_label("HTML", exact=True).input_value().startswith("<figure><blockquote cite=")
    assert reader.get_by_label("BibTeX").input_value().startswith("@article{quote-q1,\n")
    assert reader.get_by_label("RIS").input_value().startswith("TY  - NEWS\n")
