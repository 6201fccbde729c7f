"""Speakers: whom mentions mean."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from quotes.records.speaker import Speaker
from quotes.schemas.quote import SPEAKER_KINDS, AccountSchema
from quotes.schemas.record_schema import RecordSchema


class SpeakerSchema(RecordSchema):
    """One person, organization, group, document or unnamed source."""

    id = fields.String(metadata={"description": "The speaker's id.", "example": "s12"})
    name = fields.String(metadata={"description": "The speaker's name."})
    kind = fields.String(validate=SPEAKER_KINDS, metadata={"description": "What the speaker is."})
    description = fields.String(allow_none=True, metadata={"description": "How articles describe the speaker."})
    aliases = fields.List(fields.String(), metadata={"description": "Other forms of the name."})
    accounts = fields.List(fields.Nested(AccountSchema), metadata={"description": "The speaker's social accounts."})
    wikidata = fields.String(allow_none=True, metadata={"description": "The number on Wikidata.", "example": "Q42"})


class ListedSpeakerSchema(SpeakerSchema):
    """A speaker in a list."""

    quotes = fields.Integer(metadata={
        "description": "How many active quotes of words that were said; each printing counts."})


_SPEAKER = SpeakerSchema()


def dump_speaker(speaker: Speaker) -> dict[str, Any]:
    """A speaker, ready for JSON."""
    written: dict[str, Any] = _SPEAKER.dump(speaker)
    return written
