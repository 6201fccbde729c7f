"""Words taken away: what is asked for, and what was done."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from quotes.schemas.decision import LONGEST_NOTE, DecisionSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.text_fields import Words


class NoteQuerySchema(Schema):
    """Why something is deleted, in the address."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    note = Words(validate=validate.Length(max=LONGEST_NOTE), metadata={"description": "The reason, kept on record."})


class RemovalSchema(RecordSchema):
    """A decision that took words away, and whether no trace of them is left in the database's files."""

    decision = fields.Nested(DecisionSchema, metadata={"description": "The decision on record."})
    purged = fields.Boolean(metadata={
        "description": "Whether the deleted data is overwritten already. If somebody was reading, or the disk failed "
                       "at it, the next deletion, the next start or “quotes check” overwrites it."})
