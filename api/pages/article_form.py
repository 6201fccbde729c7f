"""An article pasted into a form: taken out of it as the API takes one, read, or refused with what is wrong."""

from __future__ import annotations

from flask import request

from quotes.api.http.problems import Fault
from quotes.api.http.request_input import faults_of
from quotes.api.resources.article_reading import read_document
from quotes.records.errors import InvalidInput
from quotes.records.reading import Reading
from quotes.schemas.extraction import ArticleSchema

FIELDS = ("title", "publisher", "url", "published_at", "language")
PAGE_TAGS = frozenset({
    "!doctype", "?xml", "html", "head", "body", "main", "article", "section", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6",
})


def sent_article() -> dict[str, str]:
    """What the form has in its fields, those that are left empty too."""
    return {name: request.form.get(name, "").strip() for name in FIELDS} | {"text": request.form.get("text", "")}


def read_sent(sent: dict[str, str]) -> tuple[Reading | None, list[Fault]]:
    """The reading of a pasted article, or what is wrong with it."""
    if not sent["text"].strip():
        return None, [Fault("Paste an article first.")]
    body = _as_body({name: value for name, value in sent.items() if value})
    schema = ArticleSchema()
    if found := schema.validate(body):
        return None, list(faults_of({"query": found}))
    try:
        return read_document(schema.load(body)), []
    except InvalidInput as error:
        return None, [Fault(str(error))]


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
