"""Social accounts."""

from __future__ import annotations

from marshmallow import fields

from quotes.schemas.record_schema import RecordSchema


class AccountSchema(RecordSchema):
    """A social account."""

    platform = fields.String()
    handle = fields.String(metadata={"description": "Without @."})
