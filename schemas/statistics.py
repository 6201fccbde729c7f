"""Statistics: what is counted, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import Schema, fields, validate

from quotes.schemas.pagination import LIMIT, MOST, SHORT
from quotes.schemas.quote import SHARE, SPEAKER_KINDS
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.text_fields import Words


class PeriodQuerySchema(Schema):
    """What is counted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    since = fields.Date(data_key="from", metadata={"description": "First day of publication, else of arrival."})
    until = fields.Date(data_key="to", metadata={"description": "Last day, inclusive."})
    publisher = Words(validate=SHORT, metadata={"description": "The outlet's name."})


class SpeakerStatsQuerySchema(PeriodQuerySchema):
    """What is counted, and how many speakers are shown."""

    limit = fields.Integer(load_default=LIMIT, validate=validate.Range(1, MOST))


class SpeakerCountSchema(RecordSchema):
    """How often somebody is quoted."""

    id = fields.String(metadata={"example": "s12"})
    name = fields.String()
    kind = fields.String(validate=SPEAKER_KINDS)
    quotes = fields.Integer(metadata={"description": "The same words printed again within a week count once."})
    printed = fields.Integer(metadata={"description": "How often they were printed."})
    documents = fields.Integer()


class NewSpeakerSchema(RecordSchema):
    """Somebody whose first quote is of this period."""

    id = fields.String(metadata={"example": "s12"})
    name = fields.String()
    kind = fields.String(validate=SPEAKER_KINDS)
    first = fields.String(metadata={"description": "The day of the first quote.", "format": "date"})


class SpeakerStatsSchema(RecordSchema):
    """Who is quoted. Unknown is nobody: it is told apart, like unnamed sources."""

    since = fields.String(allow_none=True, data_key="from")
    until = fields.String(allow_none=True, data_key="to")
    quotes = fields.Integer()
    nobody = fields.Integer(attribute="unknown", data_key="unknown", metadata={
        "description": "Quotes of which no speaker is known."})
    unknown_share = fields.Float(validate=SHARE)
    unnamed = fields.Integer(metadata={"description": "Quotes of sources without a name."})
    unnamed_share = fields.Float(validate=SHARE)
    speakers = fields.List(fields.Nested(SpeakerCountSchema), metadata={"description": "The most quoted first."})
    new = fields.Integer(metadata={"description": "How many speakers have their first quote in this period."})
    newest = fields.List(fields.Nested(NewSpeakerSchema), metadata={"description": "The last of these."})


class UnnamedShareSchema(RecordSchema):
    """One outlet in one month."""

    publisher = fields.String(allow_none=True)
    month = fields.String(metadata={"example": "2025-03"})
    quotes = fields.Integer()
    unnamed = fields.Integer(metadata={"description": "Quotes of sources without a name."})
    unnamed_share = fields.Float(validate=SHARE)
    nobody = fields.Integer(attribute="unknown", data_key="unknown", metadata={
        "description": "Quotes of which no speaker is known."})


class UnnamedStatsSchema(Schema):
    """Unnamed sources by outlet and month."""

    items = fields.List(fields.Nested(UnnamedShareSchema), required=True)


_SPEAKERS, _MONTHS = SpeakerStatsSchema(), UnnamedStatsSchema()


def dump_statistics(counts: Any, months: Sequence[Any]) -> dict[str, Any]:
    """Who is quoted, and unnamed sources by outlet and month in `months`, ready for JSON."""
    return {**_SPEAKERS.dump(counts), "months": _MONTHS.dump({"items": months})["items"]}
