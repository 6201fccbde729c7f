"""/speakers: who is quoted, the most quoted first, those who came in last, or by letter."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.downloads import asked, csv_file, every, links
from quotes.api.resources.filters import speaker_filter
from quotes.api.resources.speakers import speakers_asked
from quotes.collection.directory import ListedSpeaker, newest, under_letter, with_counts
from quotes.schemas.lists.list_filters import SpeakerListPageSchema
from quotes.store.contract.directory import LETTERS
from quotes.store.contract.store import Page, PageRequest

speaker_lists = Blueprint("speaker_lists", __name__)
QUERY = SpeakerListPageSchema()
HEAD = ("id", "name", "kind", "description", "quotes", "wikidata", "page")


@speaker_lists.route("/speakers")
@needs("read")
def page() -> str:
    """A part of the list of speakers."""
    query = asked(QUERY)
    of, found = speakers_asked(query)
    narrowed = {name: query.get(name) for name in ("q", "kind", "letter")} | {
        "sort": query["sort"] if query["sort"] != "quotes" else None}
    return render_template("lists/speakers.html", page=found, links=page_links(of, found), letters=LETTERS, query=query,
                           files=links("speaker_lists.as_csv", "speakers.list_speakers", **narrowed))


@speaker_lists.route("/speakers.csv")
@needs("read")
def as_csv() -> Response:
    """All speakers of the list, as CSV."""
    query = asked(QUERY)
    rows = ((one.id, one.name, one.kind, one.description, one.quotes, one.wikidata, public(f"/speakers/{one.id}"))
            for one in every(lambda wanted: _part(query, wanted)))
    return csv_file("speakers", HEAD, rows, query)


def _part(query: dict[str, Any], wanted: PageRequest) -> Page[ListedSpeaker]:
    store, kind = current_store(), query.get("kind")
    if letter := query.get("letter"):
        return with_counts(store, under_letter(store, letter, kind, wanted))
    if query["sort"] == "added":
        return with_counts(store, newest(store, kind, wanted))
    return with_counts(store, store.speakers(speaker_filter(query), wanted))
