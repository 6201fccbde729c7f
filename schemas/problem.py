"""Problems: every error in the shape of RFC 9457."""

from __future__ import annotations

from marshmallow import Schema, fields


class ProblemErrorSchema(Schema):
    """One thing that is wrong with what was sent."""

    pointer = fields.String(metadata={"description": "Where in the body, as a JSON pointer.", "example": "#/title"})
    parameter = fields.String(metadata={"description": "Which parameter of the query.", "example": "limit"})
    detail = fields.String(required=True, metadata={"description": "What is wrong there."})


class ProblemSchema(Schema):
    """Why a request was not answered."""

    type = fields.String(required=True, metadata={"description": "The kind of problem.", "format": "uri-reference"})
    title = fields.String(required=True, metadata={"description": "The kind of problem in words."})
    status = fields.Integer(required=True, metadata={"description": "The HTTP status.", "example": 422})
    detail = fields.String(required=True, metadata={"description": "What is wrong here, and what to do."})
    instance = fields.String(required=True, metadata={"description": "The path of the request."})
    request_id = fields.String(required=True, metadata={
        "description": "The id of this request in the service's log; also in the header X-Request-Id."})
    errors = fields.List(fields.Nested(ProblemErrorSchema), metadata={
        "description": "Each fault and its place."})
