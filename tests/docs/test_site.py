"""The site of the documentation: it builds without a warning, its links lead somewhere, and it loads nothing else."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.refresh import documents

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="mkdocs is not installed")
# What a browser loads by itself: the attribute of an element. A plain link is none.
LOADS = {("script", "src"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("source", "src"), ("object", "data"),
         ("embed", "src"), ("video", "src"), ("audio", "src"), ("input", "src"), ("image", "href"), ("use", "href")}
LOADING_LINKS = ("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest")
OUTSIDE = re.compile(r"^\s*(?:[a-z]+:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""", re.IGNORECASE)
# Addresses in the theme's scripts, none of which is loaded: the pages' policy forbids it, and nothing asks for it.
KNOWN = {
    "api.github.com": "facts about a repository, where one is configured",
    "unpkg.com": "diagrams in Mermaid, and a stand-in for what old browsers lack",
}


class Page(HTMLParser):
    """What one page loads, links to and names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.policy = ""
        self.classes: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.ids.add(known.get("id", ""))
        self.classes.update(known.get("class", "").split())
        self.loads += [value for name, value in known.items() if (tag, name) in LOADS]
        if tag == "link" and set(known.get("rel", "").split()) & set(LOADING_LINKS):
            self.loads.append(known.get("href", ""))
        if tag == "a":
            self.links.append(known.get("href", ""))
        if known.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = known["content"]
        self.loads += list(_in_style(known.get("style", "")))


def _in_style(text: str) -> list[str]:
    return [one or other for one, other in IN_STYLE.findall(text)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it. Not with --quiet, which keeps --strict from seeing warnings."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, text=True,
                           capture_output=True, check=False)
    assert (built.returncode, "WARNING" in built.stderr) == (0, False), built.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    found = {path: Page(path) for path in site.rglob("*.html")}
    assert len(found) > 20
    return found


def test_every_document_is_in_the_navigation():
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    names = [str(path.relative_to(ROOT / "docs")) for path in documents() if path.is_relative_to(ROOT / "docs")]
    assert [name for name in names if not re.search(rf"[ :]{re.escape(name)}$", listed, re.MULTILINE)] == []


def test_pages_load_nothing_from_elsewhere(pages: dict[Path, Page]):
    assert [(path.name, load) for path, page in pages.items() for load in page.loads if OUTSIDE.match(load)] == []


def test_stylesheets_load_nothing_from_elsewhere(site: Path):
    texts = [path.read_text(encoding="utf-8") for path in (*site.rglob("*.css"), *site.rglob("*.svg"))]
    texts += re.findall(r"<style.*?</style>", "".join(p.read_text("utf-8") for p in site.rglob("*.html")), re.DOTALL)
    assert texts
    assert [load for text in texts for load in _in_style(text) if OUTSIDE.match(load)] == []


def test_scripts_name_no_unknown_hosts(site: Path, pages: dict[Path, Page]):
    scripts = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.js"))
    hosts = set(re.findall(r"""["'`]https?://([a-z0-9.-]+\.[a-z]+)""", scripts)) - {"www.w3.org"}  # names no file
    assert hosts - set(KNOWN) == set()
    assert not any("mermaid" in page.classes for page in pages.values())


def test_every_page_forbids_to_load_from_elsewhere(pages: dict[Path, Page]):
    policies = {page.policy for page in pages.values()}
    assert len(policies) == 1
    (policy,) = policies
    assert policy.startswith("default-src 'self'")
    assert not re.search(r"https?:|\*", policy)


def test_links_inside_lead_somewhere(site: Path, pages: dict[Path, Page]):
    dead = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            ids = pages[target].ids if target in pages else set()
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in ids):
                dead.append((path.name, link))
    assert dead == []


@pytest.mark.parametrize("document", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_of_the_documents_beside_the_code_lead_somewhere(document: Path):
    links = re.findall(r"\]\((?!http)([^)#]+)", document.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_of_the_project_that_is_named_exists(document: Path):
    named = re.findall(r"`((?:quotes|api|schemas|tests|bench|docs)/[\w./-]*)`", document.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_stage_and_layer_is_on_the_page_about_the_architecture():
    text = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    drawing = (ROOT / "docs" / "pictures" / "data-flow.svg").read_text(encoding="utf-8")
    folders = [f"{top}/{path.parent.name}/" for top in ("quotes", "api") for path in (ROOT / top).glob("*/__init__.py")]
    assert [folder for folder in folders if f"`{folder}`" not in text] == []
    assert [folder for folder in folders if f">{folder}<" not in drawing] == []


def test_every_picture_is_shown():
    texts = "".join(path.read_text(encoding="utf-8") for path in (*documents(), ROOT / "mkdocs.yml"))
    assert [path.name for path in (ROOT / "docs" / "pictures").iterdir() if f"pictures/{path.name}" not in texts] == []
