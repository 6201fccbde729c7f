"""Pictures of every page and card, to be looked at: `python -m bench.pictures FOLDER`; needs the system's Chromium."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from api.app import create_app
from quotes.pipeline import read_document
from quotes.record.keeping import keep
from quotes.record.keys import make_key
from quotes.records import Article
from quotes.settings import read_settings
from quotes.store.opener import open_store
from tests.browser.conftest import NOW, Site, sign_in

SAMPLES = Path(__file__).parent.parent / "samples"
WIDTHS = (360, 800, 1440)
PAGES = {
    "home": "/", "search": "/?q=Ghani", "speaker": "/speakers/s1", "quote": "/quotes/q2", "document": "/documents/d1",
    "verify": "/verify?text=Our+focus+is+now+on+to+liberate+the+capital", "try": "/try", "login": "/login",
    "review": "/review", "card": "/quotes/q3/card", "problem": "/quotes/q999",
}


def served(folder: str) -> tuple[Site, object]:
    """A service that keeps the samples."""
    database = f"sqlite:///{folder}/quotes.db"
    store = open_store(database)
    about = {"damascus.txt": ("Rebels at the gates", "Evening Wire", "2024-12-08"),
             "harbour-baths.txt": ("The baths come back", "Port Ellery Courier", "2025-02-11")}
    for name, (title, publisher, day) in about.items():
        text = (SAMPLES / name).read_text(encoding="utf-8")
        keep(store, read_document(Article(text=text, title=title, publisher=publisher, published_at=day,
                                          url=f"https://paper.example/{name}")))
    keep(store, read_document(Article(html=(SAMPLES / "lido-opening.html").read_bytes())))
    key = make_key(store, "Desk", "write", NOW)
    store.close()
    server = make_server("127.0.0.1", 0, lambda environ, start: app(environ, start), threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    app = create_app(read_settings({"QUOTES_DATABASE": database, "QUOTES_PUBLIC_URL": address,
                                    "QUOTES_RATE_LIMIT": "off", "QUOTES_LOG_LEVEL": "error"}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Site(address, key), server


def main(target: Path) -> None:
    """Take all pictures into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    path = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, _ = served(folder)
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
