"""What people decide about a document's quotes: words in marks made one, all of a speaker's given to another."""

from __future__ import annotations

from typing import Any

from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import seen
from quotes.api.http.request_context import current_store
from quotes.api.resources.decisions.quote_decisions import by_caller, who_is_meant
from quotes.api.resources.decisions.speaker_decisions import decisions  # after which these routes are described
from quotes.api.resources.documents import document_or_problem
from quotes.collection.decisions.bulk_corrections import correct_all
from quotes.collection.decisions.quote_acceptance import accept
from quotes.schemas.decision import AcceptanceSchema, DecisionSchema, DocumentCorrectionSchema
from quotes.store.contract.decisions import Decision


@decisions.route("/documents/<document:id>/not-quotes", methods=["POST"])
@decisions.arguments(AcceptanceSchema, example={"start": 120, "speaker": {"id": "s1"}, "note": "She said it twice."})
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def accept_not_quote(body: dict[str, Any], id: str) -> Decision:
    """Make a quote of words in a document's quotation marks that are listed as no quote.

    `about` in the answer names the quote. Undone, it is marked as not a quote. 422 if no such words begin at `start`.
    """
    document_or_problem(id)
    by = by_caller(body.get("note"), seen(needed=False))
    return accept(current_store(), id, body["start"], who_is_meant(body["speaker"]), by)


@decisions.route("/documents/<document:id>/corrections", methods=["POST"])
@decisions.arguments(DocumentCorrectionSchema, example={"speaker": "s1", "to": {"id": "s2"}})
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def correct_document(body: dict[str, Any], id: str) -> Decision:
    """Give all quotes that one speaker has in a document to another speaker, or to nobody.

    It is one decision, undone as one; `about` in the answer names the quotes. Words that are no quote stay as they are.
    """
    document_or_problem(id)
    by = by_caller(body.get("note"), seen(needed=False))
    return correct_all(current_store(), id, body["speaker"], who_is_meant(body["to"]), by)
