"""A server of our own on loopback, another site beside it, and the system's Chromium."""

from __future__ import annotations

import shutil
import signal
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from quotes.collection.access_keys import make_key
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.store.store_opener import open_store
from tests.api.shelf import READING
from tests.server import running

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium, driven by Playwright; nothing is downloaded."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(BROWSERS)})")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Site:
    """A running service: where it is, and the key that may write."""

    def __init__(self, address: str, key: str) -> None:
        self.address, self.key = address, key


def served(folder, readings, scope="write"):
    """A service over a store of its own, as `quotes serve` runs it, until the test ends; it may log no failure."""
    database = f"sqlite:///{folder / 'quotes.db'}"
    store = open_store(database, DerivedFields())
    for reading in readings:
        keep(store, reading)
    key = make_key(store, "Desk", scope, NOW)
    store.close()
    with running({"QUOTES_DATABASE": database, "QUOTES_RATE_LIMIT": "off", "QUOTES_LOG_LEVEL": "error"}) as server:
        yield Site(server.address, key)
        server.process.send_signal(signal.SIGTERM)
        logged, _ = server.process.communicate(timeout=60)
    assert logged == ""


@pytest.fixture
def empty_site(tmp_path):
    """A service that keeps nothing yet."""
    yield from served(tmp_path, [])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A service that keeps one document of five quotes."""
    yield from served(tmp_path_factory.mktemp("site"), [READING])


class Elsewhere:
    """Another site, on another port and so of another origin, that shows one page."""

    def __init__(self, address: str) -> None:
        self.address, self.body = address, ""


@pytest.fixture
def elsewhere():
    """A site of somebody else, whose page a test writes."""
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = other.body.encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    other = Elsewhere(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield other
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(chromium):
    """A fresh page in a fresh profile; a script of ours that fails fails the test."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    found = context.new_page()
    errors = []
    found.on("pageerror", lambda error: errors.append(error))
    yield found
    context.close()
    assert errors == []


def sign_in(page, site):
    """Sign in for the review."""
    page.goto(f"{site.address}/login")
    page.get_by_label("Key").fill(site.key)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/review")  # loaded, so that its script listens for keys
