"""DELETE /v1/documents/{id}: an article taken down for good."""

from __future__ import annotations

from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.resources.decisions.quote_decisions import by_caller
from quotes.api.resources.decisions.speaker_decisions import decisions
from quotes.api.resources.documents import document_or_problem
from quotes.collection.takedown import takedown
from quotes.collection.takedown.takedown import Removal
from quotes.schemas.takedown import NoteQuerySchema, RemovalSchema


@decisions.route("/documents/<document:id>", methods=["DELETE"])
@decisions.arguments(NoteQuerySchema, location="query")
@decisions.response(200, RemovalSchema, example=examples.REMOVAL)
@decisions.alt_response(404, "NOT_FOUND")
@needs("admin")
def take_document_down(query: dict[str, Any], id: str) -> Removal:
    """Take an article down: its text, all its revisions and its quotes are deleted for good.

    The answer says how much that was. No ingest brings it back; undoing this decision allows it to come again.
    """
    document_or_problem(id)
    return takedown.take_down(current_store(), id, by_caller(query.get("note")))


