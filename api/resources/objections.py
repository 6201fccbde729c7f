"""/v1/speakers/{id}/objection: a person objects to being quoted, and their quotes are hidden or erased."""

from __future__ import annotations

from typing import Any

from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import seen
from quotes.api.http.request_context import current_store
from quotes.api.resources.decisions.quote_decisions import by_caller
from quotes.api.resources.takedown import decisions  # after which these routes are described
from quotes.collection.takedown import objections
from quotes.collection.takedown.takedown import Removal
from quotes.schemas.objection import ObjectionSchema
from quotes.schemas.takedown import RemovalSchema


@decisions.route("/speakers/<speaker:id>/objection", methods=["POST"])
@decisions.arguments(ObjectionSchema, example={"action": "hide", "note": "Letter of 3 May."})
@decisions.response(200, RemovalSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("admin")
def object_to_quotes(body: dict[str, Any], id: str) -> Removal:
    """Hide or erase a speaker's quotes on their objection, those that are kept and those to come.

    Undoing the decision shows hidden quotes again; erased ones do not come back, but new ones are kept.
    """
    by = by_caller(body.get("note"), seen(needed=False))
    if body["action"] == "erase":
        return objections.erase(current_store(), id, by)
    return Removal(objections.hide(current_store(), id, by), purged=True)
