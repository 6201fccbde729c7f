"""The link of every quote of the samples leads a browser to the passage in which the quote stands."""

from __future__ import annotations

import html
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quotes import Article, read_document
from quotes.records.quote import Quote

SAMPLES = Path(__file__).parents[2] / "samples"
APART = 3000  # pixels between passages, so that one at a time is on the screen
# The passage in the middle of the screen, once the page has stopped moving.
SEEN = """async () => {
  for (let before = -1; before !== scrollY; await new Promise(done => setTimeout(done, 150))) before = scrollY;
  const middle = innerHeight / 2;
  const found = [...document.querySelectorAll("p")].filter(p => {
    const box = p.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight;
  });
  return found.map(p => Number(p.id));
}"""


def page_of(text: str) -> bytes:
    """A text as a page: each line a passage, far apart from the next."""
    lines = "".join(f'<p id="{number}" style="margin: {APART}px 0">{html.escape(line)}</p>'
                    for number, line in enumerate(text.split("\n")))
    return f"<!doctype html><meta charset=utf-8><title>Sample</title>{lines}".encode()


class Page(BaseHTTPRequestHandler):
    """One page, whatever is asked for."""

    def __init__(self, content: bytes, *arguments: object) -> None:
        self.content = content
        super().__init__(*arguments)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def texts() -> dict[str, str]:
    """The samples as the reader gives them: plain texts, and the text of a page."""
    found = {}
    for path in sorted(SAMPLES.iterdir()):
        written = path.read_text(encoding="utf-8")
        article = Article(html=written) if path.suffix == ".html" else Article(text=written)
        found[path.name] = read_document(article).document.text
    return found


TEXTS = texts()


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_to_its_passage(chromium, name: str):
    text = TEXTS[name]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Page, page_of(text))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        reading = read_document(Article(text=text, url=f"http://127.0.0.1:{server.server_port}/{name}"))
        quotes = [quote for quote in reading.quotes if quote.text]
        assert quotes
        found = {quote.text: seen(chromium, quote.link) for quote in quotes}
        server.shutdown()
    assert {words for quote in quotes if line_of(text, quote) not in found[words := quote.text]} == set()


def test_a_link_to_words_that_are_not_there_leads_nowhere(chromium):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Page, page_of("One.\nTwo.\nThree."))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        assert seen(chromium, f"{address}#:~:text=Three.") == [2]
        assert seen(chromium, f"{address}#:~:text=Four.") == []
        server.shutdown()


def line_of(text: str, quote: Quote) -> int:
    """The number of the line in which a quote begins."""
    return text.count("\n", 0, quote.start)


def seen(browser, address: str) -> list[int]:
    """The numbers of the passages that are on the screen when a browser has opened an address."""
    page = browser.new_page()
    try:
        page.goto(address)
        return page.evaluate(SEEN)
    finally:
        page.close()
