"""/v1/speakers: whom the quotes are by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Response

from quotes.api.http.access_control import holds, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.conditional_requests import note_version
from quotes.api.http.pagination import listing, page_request
from quotes.api.http.problems import Problem, missing
from quotes.api.http.request_context import current_store, public
from quotes.api.resources.filters import quote_filter, speaker_filter
from quotes.api.resources.quote_answers import quote_list
from quotes.api.resources.search import ordered, searched
from quotes.collection.directory import ListedSpeaker, newest, under_letter, with_counts
from quotes.records.speaker import Speaker
from quotes.schemas.filters import QuoteQuerySchema, SpeakerQuerySchema
from quotes.schemas.pagination import QuoteListSchema, SpeakerListSchema
from quotes.schemas.speaker import SpeakerSchema
from quotes.store.contract.store import Page

speakers = Resources("speakers", __name__, url_prefix="/v1", description="Whom the quotes are by.")
LIST, QUOTES = "speakers", "speaker-quotes"
OTHERWISE = {"Content-Location": {"description": "The address of the one who stayed, if the one asked for was merged.",
                                  "schema": {"type": "string", "format": "uri"}}}


@speakers.route("/speakers")
@speakers.arguments(SpeakerQuerySchema, location="query")
@speakers.response(200, SpeakerListSchema)
@needs("read")
def list_speakers(query: dict[str, Any]) -> Any:
    """List the speakers that pass all filters, the most quoted first, or as `sort` or `letter` says."""
    return listing(*speakers_asked(query))


def speakers_asked(query: dict[str, Any]) -> tuple[str, Page[ListedSpeaker]]:
    """The name of the list of speakers that a query asks for, and the part: places in one order are none in another."""
    store, kind, letter = current_store(), query.get("kind"), query.get("letter")
    of = f"{LIST} under {letter}" if letter else f"{LIST} {query['sort']}" if query["sort"] != "quotes" else LIST
    wanted = page_request(of, query)
    if letter:
        found = under_letter(store, letter, kind, wanted)
    elif query["sort"] == "added":
        found = newest(store, kind, wanted)
    else:
        found = store.speakers(speaker_filter(query), wanted)
    return of, with_counts(store, found)


@speakers.route("/speakers/<speaker:id>")
@speakers.etag
@speakers.response(200, SpeakerSchema, headers=OTHERWISE)
@speakers.alt_response(404, "NOT_FOUND")
@needs("read")
def show_speaker(id: str) -> Speaker | tuple[Speaker, int, dict[str, str]]:
    """Show one speaker with the other forms of the name, and accounts.

    The id of one who was merged is answered with the speaker who stayed; Content-Location says which that is.
    """
    note_version(id)
    speaker = speaker_or_problem(id)
    if speaker.id == id:
        return speaker
    note_version(speaker.id)
    return speaker_or_problem(speaker.id), 200, {"Content-Location": public(f"/v1/speakers/{speaker.id}")}


def speaker_or_problem(id: str) -> Speaker:
    """A kept speaker; a Problem if there is none with this id, or if they objected."""
    speaker = current_store().speaker(id)
    if speaker is None:
        raise missing("speaker")
    if current_store().objection(speaker.id) is not None and not holds("admin"):
        raise Problem("gone", "What this person said is not shown any more, because they objected.")
    return speaker


@speakers.route("/speakers/<speaker:id>/quotes")
@speakers.arguments(QuoteQuerySchema(exclude=("speaker",)), location="query")
@speakers.response(200, QuoteListSchema)
@speakers.in_every_format
@speakers.alt_response(404, "NOT_FOUND")
@needs("read")
def list_speaker_quotes(query: dict[str, Any], id: str) -> Response:
    """List what one speaker said, newest published first, with the filters of /v1/quotes."""
    speaker_or_problem(id)
    of = ordered(f"{QUOTES} {id}", query)
    wanted = replace(quote_filter(query), speaker_id=id)
    return quote_list(of, query, searched(of, query, wanted))
