"""/try: paste an article, see it again with its quotations and posts marked; nothing is kept."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http.access_control import needs
from quotes.api.http.problems import Fault
from quotes.api.http.request_input import faults_of
from quotes.api.pages.document import marks_of, numbered, voices
from quotes.api.pages.highlights import pieces
from quotes.api.resources.article_reading import read_document
from quotes.records.errors import InvalidInput
from quotes.schemas.extraction import ArticleSchema

tryout_pages = Blueprint("tryout_pages", __name__)
FIELDS = ("title", "publisher", "url", "published_at", "language")
PAGE_TAGS = frozenset({
    "!doctype", "?xml", "html", "head", "body", "main", "article", "section", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6",
})
EMPTY: dict[str, str] = {}


@tryout_pages.route("/try")
@needs("nothing")
def form() -> str:
    """The empty form."""
    return render_template("tryout.html", sent=EMPTY)


@tryout_pages.route("/try", methods=["POST"])
@needs("nothing")
def show() -> Any:
    """The article that was pasted, read and marked; or the form again with what is wrong."""
    sent = {name: request.form.get(name, "").strip() for name in FIELDS} | {"text": request.form.get("text", "")}
    if not sent["text"].strip():
        return _again(sent, [Fault("Paste an article first.")])
    article = {name: value for name, value in sent.items() if value}
    schema = ArticleSchema()
    if found := schema.validate(_as_body(article)):
        return _again(sent, list(faults_of({"query": found})))
    try:
        reading = read_document(schema.load(_as_body(article)))
    except InvalidInput as error:
        return _again(sent, [Fault(str(error))])
    return render_template("tryout.html", sent=sent, reading=reading, entries=numbered(reading.quotes),
                           voices=voices(reading.quotes), left=reading.not_quotes,
                           pieces=pieces(reading.document.text, marks_of(reading.quotes)))


def _as_body(article: dict[str, str]) -> dict[str, str]:
    """The form's article as the API takes it: a page if that is what was pasted, else a text."""
    words = article["text"]
    if not _is_page(words):
        return article
    return {name: value for name, value in article.items() if name != "text"} | {"html": words}


def _is_page(words: str) -> bool:
    """Whether what was pasted begins as a page or a part of one does."""
    start = words.lstrip("\ufeff \t\r\n")[:1000].lower()
    if not start.startswith("<"):
        return False
    tag = start[1:].partition(">")[0].split()
    return start.startswith("<!--") or bool(tag and tag[0] in PAGE_TAGS)


def _again(sent: dict[str, str], faults: list[Fault]) -> tuple[str, int]:
    return render_template("tryout.html", sent=sent, faults=faults), 422
