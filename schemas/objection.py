"""Objections: what is done with the quotes of a person who objects."""

from __future__ import annotations

from marshmallow import validate

from quotes.schemas.decision import NoteSchema
from quotes.schemas.text_fields import Words


class ObjectionSchema(NoteSchema):
    """What is done on a person's objection."""

    action = Words(required=True, validate=validate.OneOf(("hide", "erase")), metadata={
        "description": "hide: the quotes are no longer shown; erase: they are deleted for good."})
