"""/corrections: what people corrected, from whom to whom, the latest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.pagination import page_request
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.downloads import asked, csv_file, every, links
from quotes.api.resources.lists.decisions import LIST
from quotes.collection.corrections import corrections
from quotes.schemas.editors.editor_name import editor_name, editor_note
from quotes.schemas.lists.list_filters import ListPageSchema

correction_pages = Blueprint("correction_pages", __name__)
QUERY = ListPageSchema()
HEAD = ("id", "made_at", "made_by", "action", "about", "words", "speaker_before", "speaker_after", "note", "undone_by",
        "page")


@correction_pages.route("/corrections")
@needs("read")
def page() -> str:
    """A part of the list of corrections."""
    found = corrections(current_store(), page_request(LIST, asked(QUERY)))
    return render_template("lists/corrections.html", page=found, links=page_links(LIST, found), named=named,
                           files=links("correction_pages.as_csv", "corrections.list_decisions"))


@correction_pages.route("/corrections.csv")
@needs("read")
def as_csv() -> Response:
    """All corrections as CSV."""
    query, store = asked(QUERY), current_store()
    rows = ((one.decision.id, one.decision.made_at, editor_name(one.decision.made_by), one.decision.action,
             " ".join(one.decision.about), one.quote and one.quote.text, named(one.decision.before),
             named(one.decision.after), editor_note(one.decision.note), one.decision.undone_by,
             _page_of(one.decision.about))
            for one in every(lambda wanted: corrections(store, wanted)))
    return csv_file("corrections", HEAD, rows, query)


def named(shown: Mapping[str, Any]) -> str:
    """Whom one side of a decision names: the speaker of a quote, those who were merged or split, or nobody."""
    if "speakers" in shown:
        return ", ".join(one["name"] for one in shown["speakers"])
    if "speaker" in shown:
        return shown["speaker"]["name"] if shown["speaker"] else "nobody known"
    return str(shown.get("name") or "")


def _page_of(about: tuple[str, ...]) -> str:
    first = about[0] if about else ""
    return public(f"/quotes/{first}" if first.startswith("q") else f"/speakers/{first}")
