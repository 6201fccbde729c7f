"""Pictures of every page and card, to be looked at: `python -m bench.pictures FOLDER`; needs the system's Chromium."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.reading import Reading
from tests.browser.conftest import BROWSERS, served, sign_in

SAMPLES = Path(__file__).parent.parent / "samples"
WIDTHS = (360, 800, 1440)
PAGES = {
    "home": "/", "search": "/?q=Ghani", "speaker": "/speakers/s1", "quote": "/quotes/q2", "document": "/documents/d1",
    "verify": "/verify?text=Our+focus+is+now+on+to+liberate+the+capital", "try": "/try", "login": "/login",
    "review": "/review", "card": "/quotes/q3/card", "problem": "/quotes/q999",
}


def articles() -> Iterator[Reading]:
    """The samples, read."""
    about = {"damascus.txt": ("Rebels at the gates", "Evening Wire", "2024-12-08"),
             "harbour-baths.txt": ("The baths come back", "Port Ellery Courier", "2025-02-11")}
    for name, (title, publisher, day) in about.items():
        text = (SAMPLES / name).read_text(encoding="utf-8")
        yield read_document(Article(text=text, title=title, publisher=publisher, published_at=day,
                                    url=f"https://paper.example/{name}"))
    yield read_document(Article(html=(SAMPLES / "lido-opening.html").read_bytes()))


def main(target: Path) -> None:
    """Take all pictures into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    path = next(found for name in BROWSERS if (found := shutil.which(name)))
    with (TemporaryDirectory() as folder, contextmanager(served)(Path(folder), articles()) as site,
          sync_playwright() as playwright):
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for scheme in ("light", "dark"):
            with browser.new_context(color_scheme=scheme) as context:
                page = context.new_page()
                sign_in(page, site)
                for name, address in PAGES.items():
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 900})
                        page.goto(site.address + address)
                        page.screenshot(path=target / f"{name}-{scheme}-{width}.png", full_page=True)
                page.goto(f"{site.address}/try")
                page.get_by_label("Text or HTML of the article").fill((SAMPLES / "damascus.txt").read_text("utf-8"))
                page.get_by_role("button", name="Show the quotes").click()
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.screenshot(path=target / f"tried-{scheme}-{width}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
