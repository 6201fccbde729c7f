"""Jobs: how far one is, how it ended, and a part of the list of them."""

from __future__ import annotations

from typing import get_args

from marshmallow import Schema, fields, validate

from quotes.records.job import JobState
from quotes.schemas.pagination import ListingSchema
from quotes.schemas.problem import ProblemSchema
from quotes.schemas.record_schema import RecordSchema


class JobSchema(RecordSchema):
    """Work that goes on after its request was answered."""

    id = fields.String(metadata={"description": "The job's id.", "example": "j12"})
    kind = fields.String(metadata={"description": "What it does.", "example": "articles"})
    state = fields.String(validate=validate.OneOf(get_args(JobState)), metadata={
        "description": "Whether it waits, is worked on, or how it ended."})
    done = fields.Integer(metadata={"description": "How many of its items are done; each has a result."})
    total = fields.Integer(metadata={"description": "How many items it has."})
    problem = fields.Nested(ProblemSchema, allow_none=True, metadata={
        "description": "Why it failed; null if it did not. An item that cannot be used has that as its result."})
    made_at = fields.String(metadata={"description": "When it was asked for.", "format": "date-time"})
    ended_at = fields.String(allow_none=True, metadata={
        "description": "When it ended; null if it did not yet.", "format": "date-time"})


class JobListSchema(ListingSchema):
    """A part of the list of jobs."""

    items = fields.List(fields.Nested(JobSchema), metadata={"description": "The jobs of this part."})


class JobResultsQuerySchema(Schema):
    """Which results of a job are wanted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    after = fields.Integer(load_default=0, validate=validate.Range(0), metadata={
        "description": "Leave out the results of so many items: of those that you have."})
