"""Many documents at once: what became of each line."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from quotes.schemas.problem import ProblemSchema


class BatchResultSchema(Schema):
    """What became of one line: kept, with the document's id, or not, with the problem."""

    line = fields.Integer(required=True, metadata={"description": "The line's number, counted from 1."})
    status = fields.Integer(required=True, metadata={
        "description": "As if it had been sent alone: 201 if new, 200 if the same or a revision, else the problem's."})
    outcome = fields.String(validate=validate.OneOf(("new", "same", "revision")), metadata={
        "description": "Whether the article is new, the same as before, or a revision."})
    id = fields.String(metadata={"description": "The document's id.", "example": "d12"})
    quotes = fields.Integer(metadata={"description": "How many quotes it has."})
    warnings = fields.List(fields.String(), metadata={"description": "The codes of the reading's warnings."})
    problem = fields.Nested(ProblemSchema, metadata={"description": "Why the article was not kept."})
