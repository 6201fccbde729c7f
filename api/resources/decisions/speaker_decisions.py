"""What people decide about speakers: edits, other names, accounts; merging two and splitting one."""

from __future__ import annotations

from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.conditional_requests import IF_MATCH, note_version, seen, tagged
from quotes.api.http.request_context import current_store
from quotes.api.resources.decisions.quote_decisions import by_caller, decisions, history
from quotes.api.resources.speakers import speaker_or_problem
from quotes.collection.decisions import merges, speaker_edits
from quotes.collection.decisions.merges import Part
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.schemas.decision import (
    AccountChangeSchema,
    AliasSchema,
    DecisionListSchema,
    DecisionSchema,
    MergeSchema,
    SpeakerChangeSchema,
    SplitSchema,
)
from quotes.schemas.pagination import PageQuerySchema
from quotes.schemas.speaker import SpeakerSchema
from quotes.store.contract.decisions import Decision


@decisions.route("/speakers/<speaker:id>", methods=["PATCH"])
@tagged
@decisions.doc(parameters=[IF_MATCH])
@decisions.arguments(SpeakerChangeSchema, example={"description": "the harbour master", "wikidata": "Q42"})
@decisions.response(200, SpeakerSchema, headers={"ETag": "ETAG"})
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@decisions.alt_response(412, "PRECONDITION_FAILED")
@decisions.alt_response(428, "PRECONDITION_REQUIRED")
@needs("write")
def edit_speaker(change: dict[str, Any], id: str) -> Speaker:
    """Change what a speaker goes by: name, description, number on Wikidata.

    Send the speaker's ETag as If-Match: 412 means that somebody changed it meanwhile, and nothing was written.
    """
    speaker_or_problem(id)
    changes = {name: value for name, value in change.items() if name != "note"}
    speaker_edits.edit(current_store(), id, changes, by_caller(change.get("note"), seen()))
    note_version(id)
    return speaker_or_problem(id)


@decisions.route("/speakers/<speaker:id>/history")
@decisions.arguments(PageQuerySchema, location="query")
@decisions.response(200, DecisionListSchema)
@decisions.alt_response(404, "NOT_FOUND")
@needs("read")
def list_speaker_history(query: dict[str, Any], id: str) -> Any:
    """List what people decided about one speaker, newest first."""
    speaker_or_problem(id)
    return history(id, query)


@decisions.route("/speakers/<speaker:id>/aliases", methods=["POST"])
@decisions.arguments(AliasSchema, example={"name": "Mirela O."})
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def add_speaker_alias(body: dict[str, Any], id: str) -> Decision:
    """Say that somebody is also known by a name."""
    by = by_caller(body.get("note"), seen(needed=False))
    return speaker_edits.add_alias(current_store(), id, body["name"], by)


@decisions.route("/speakers/<speaker:id>/aliases", methods=["DELETE"])
@decisions.arguments(AliasSchema, location="query")
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def remove_speaker_alias(query: dict[str, Any], id: str) -> Decision:
    """Take a name away from a speaker, however it is spelt; no reading gives it back."""
    by = by_caller(query.get("note"), seen(needed=False))
    return speaker_edits.remove_alias(current_store(), id, query["name"], by)


@decisions.route("/speakers/<speaker:id>/accounts", methods=["POST"])
@decisions.arguments(AccountChangeSchema, example={"platform": "twitter", "handle": "harbour_watch"})
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def add_speaker_account(body: dict[str, Any], id: str) -> Decision:
    """Say whose an account is; its posts are that speaker's, but for those about which a person decided."""
    by = by_caller(body.get("note"), seen(needed=False))
    return speaker_edits.add_account(current_store(), id, Account(body["platform"], body["handle"]), by)


@decisions.route("/speakers/<speaker:id>/accounts", methods=["DELETE"])
@decisions.arguments(AccountChangeSchema, location="query")
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("write")
def remove_speaker_account(query: dict[str, Any], id: str) -> Decision:
    """Take an account away from a speaker; no reading gives it back, and posts keep the speaker they have."""
    by = by_caller(query.get("note"), seen(needed=False))
    return speaker_edits.remove_account(current_store(), id, Account(query["platform"], query["handle"]), by)


@decisions.route("/speakers/<speaker:id>/merge", methods=["POST"])
@decisions.arguments(MergeSchema, example={"into": "s1", "note": "One person, two spellings."})
@decisions.response(200, DecisionSchema, example=examples.MERGED)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("admin")
def merge_speaker(body: dict[str, Any], id: str) -> Decision:
    """Merge a speaker into another one: quotes, names and accounts go over.

    The old id goes on to answer, with the speaker who stayed. Undo puts everything back.
    """
    by = by_caller(body.get("note"), seen(needed=False))
    return merges.merge(current_store(), id, body["into"], by)


@decisions.route("/speakers/<speaker:id>/split", methods=["POST"])
@decisions.arguments(SplitSchema, example={"documents": ["d3"], "description": "the younger"})
@decisions.response(200, DecisionSchema)
@decisions.alt_response(404, "NOT_FOUND")
@decisions.alt_response(409, "CONFLICT")
@needs("admin")
def split_speaker(body: dict[str, Any], id: str) -> Decision:
    """Split a speaker: the quotes that are chosen, one by one or by document, are somebody else's.

    `about` in the answer names both, the new one second. Readings to come keep them apart.
    """
    by = by_caller(body.get("note"), seen(needed=False))
    part = Part(tuple(body["quotes"]), tuple(body["documents"]), body["name"], body["description"])
    return merges.split(current_store(), id, part, by)
