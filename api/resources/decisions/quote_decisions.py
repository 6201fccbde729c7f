"""What people decide about quotes: corrections with PATCH, their history, and undoing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import current_key, needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.conditional_requests import IF_MATCH, note_version, seen, tagged
from quotes.api.http.pagination import listing, page_of, page_request
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store
from quotes.api.http.request_input import LenientParser
from quotes.api.resources.quotes import quote_or_problem
from quotes.collection.access_keys import allows
from quotes.collection.decisions import quote_decisions as deciding
from quotes.collection.decisions.quote_decisions import By, Named
from quotes.collection.decisions.undo import for_admins, undo
from quotes.records.errors import InvalidInput
from quotes.records.quote import Quote
from quotes.schemas.decision import DecisionListSchema, DecisionSchema, NoteSchema, QuoteChangeSchema
from quotes.schemas.pagination import PageQuerySchema
from quotes.schemas.quote import QuoteSchema
from quotes.store.contract.decisions import Decision


class Decisions(Resources):
    """Routes by which people decide; a body that only says why may be left out."""

    ARGUMENTS_PARSER = LenientParser()


decisions = Decisions("decisions", __name__, url_prefix="/v1",
                      description="What people decide: on record, kept by every new reading, and undone if need be.")


def by_caller(note: str | None, versions: frozenset[int] | None = None) -> By:
    """Who decides in this request: whoever holds its key."""
    return By(current_key().name, datetime.now(UTC), note, versions)


@decisions.route("/quotes/<quote:id>", methods=["PATCH"])
@tagged
@decisions.doc(parameters=[IF_MATCH])
@decisions.arguments(QuoteChangeSchema, example=examples.CORRECTION)
@decisions.response(200, QuoteSchema, example=examples.QUOTE, headers={"ETag": "ETAG"})
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@decisions.alt_response(412, "PRECONDITION_FAILED")
@decisions.alt_response(428, "PRECONDITION_REQUIRED")
@needs("write")
def correct_quote(change: dict[str, Any], id: str) -> Quote:
    """Confirm a quote, correct its speaker, or mark it as not a quote.

    Send the quote's ETag as If-Match: 412 means that somebody changed it meanwhile, and nothing was written. What is
    decided here stands: no new reading of the article overwrites it.
    """
    quote_or_problem(id)
    store, by = current_store(), by_caller(change.get("note"), seen())
    if "speaker" in change:
        _correct(id, change["speaker"], by)
    elif change.get("status") == "not_a_quote":
        deciding.mark_not_a_quote(store, id, by)
    elif "status" in change:
        deciding.restore(store, id, by)
    else:
        deciding.confirm(store, id, by)
    note_version(id)
    return quote_or_problem(id)


def _correct(id: str, given: dict[str, Any] | None, by: By) -> None:
    try:
        deciding.correct(current_store(), id, who_is_meant(given), by)
    except InvalidInput as error:
        if not given or error.field not in given:
            raise
        raise InvalidInput(str(error), f"speaker/{error.field}") from error


def who_is_meant(given: dict[str, Any] | None) -> str | Named | None:
    """The speaker that was sent: the id of one who is kept, somebody new, or nobody."""
    if given is None or "id" in given:
        return given and given["id"]
    return Named(**given)


@decisions.route("/quotes/<quote:id>/history")
@decisions.arguments(PageQuerySchema, location="query")
@decisions.response(200, DecisionListSchema)
@decisions.alt_response(404, "NOT_FOUND")
@needs("read")
def list_quote_history(query: dict[str, Any], id: str) -> Any:
    """List what people decided about one quote, newest first."""
    quote_or_problem(id)
    return history(id, query)


def history(id: str, query: dict[str, Any]) -> Any:
    """The decisions about one record, a part at a time."""
    of = f"history {id}"
    return listing(of, page_of(current_store().decisions_about(id), page_request(of, query)))


@decisions.route("/decisions/<decision:id>/undo", methods=["POST"])
@decisions.arguments(NoteSchema, example={"note": "The tape says otherwise."})
@decisions.response(200, DecisionSchema, example=examples.UNDONE)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def undo_decision(body: dict[str, Any], id: str) -> Decision:
    """Undo a decision; the undo is a decision too.

    409 if it was undone before, or if a later decision is built on it: the detail says which. What needs the scope
    admin to decide needs it to undo.
    """
    if for_admins(current_store(), id) and not allows(current_key().scope, "admin"):
        raise Problem("scope-too-small", "Undoing this decision needs a key with the scope admin, as making it did.")
    return undo(current_store(), id, by_caller(body.get("note")))
