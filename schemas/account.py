"""Social accounts."""

from __future__ import annotations

from marshmallow import fields

from schemas.records import RecordSchema


class AccountSchema(RecordSchema):
    """A social account."""

    platform = fields.String()
    handle = fields.String(metadata={"description": "Without @."})
