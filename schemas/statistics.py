"""Statistics: what is counted, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import Schema, fields, validate

from quotes.schemas.filters import SHORT
from quotes.schemas.pagination import LIMIT, MOST
from quotes.schemas.quote import SHARE, SPEAKER_KINDS
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.text_fields import Words


class PeriodQuerySchema(Schema):
    """What is counted."""

    error_messages = {"unknown": "This parameter is not known here."}  # noqa: RUF012  marshmallow declares it so

    since = fields.Date(data_key="from", metadata={
        "description": "The first day of publication, as printed; of a post its own. Leaves out what is undated."})
    until = fields.Date(data_key="to", metadata={
        "description": "The last day, inclusive. Leaves out what is undated."})
    undated = fields.Boolean(load_default=False, metadata={
        "description": "With `from` or `to`: whether what is undated is counted as well."})
    publisher = Words(validate=SHORT, metadata={"description": "The outlet's domain, or a name that it goes by."})


class SpeakerStatsQuerySchema(PeriodQuerySchema):
    """What is counted, and how many speakers are shown."""

    limit = fields.Integer(load_default=LIMIT, validate=validate.Range(1, MOST), metadata={
        "description": "How many speakers to return at most."})


class SpeakerCountSchema(RecordSchema):
    """How often somebody is quoted."""

    id = fields.String(metadata={"description": "The speaker's id.", "example": "s12"})
    name = fields.String(metadata={"description": "The speaker's name."})
    kind = fields.String(validate=SPEAKER_KINDS, metadata={"description": "What the speaker is."})
    quotes = fields.Integer(metadata={
        "description": "How many quotes; the same words printed again within a week count once."})
    printed = fields.Integer(metadata={"description": "How often they were printed, counting every time."})
    documents = fields.Integer(metadata={"description": "In how many documents."})


class NewSpeakerSchema(RecordSchema):
    """Somebody whose first quote is of this period."""

    id = fields.String(metadata={"description": "The speaker's id.", "example": "s12"})
    name = fields.String(metadata={"description": "The speaker's name."})
    kind = fields.String(validate=SPEAKER_KINDS, metadata={"description": "What the speaker is."})
    first = fields.String(metadata={"description": "The day of the first quote that has a date.", "format": "date"})


class SpeakerStatsSchema(RecordSchema):
    """Who is quoted. Unknown is nobody: it is told apart, like unnamed sources."""

    since = fields.String(allow_none=True, data_key="from", metadata={"description": "The first day, as asked."})
    until = fields.String(allow_none=True, data_key="to", metadata={"description": "The last day, as asked."})
    quotes = fields.Integer(metadata={
        "description": "How many quotes there are; the same words of the same speaker count once within a week."})
    nobody = fields.Integer(attribute="unknown", data_key="unknown", metadata={
        "description": "How many quotes have no known speaker."})
    unknown_share = fields.Float(validate=SHARE, metadata={"description": "Their share of all quotes, from 0 to 1."})
    unnamed = fields.Integer(metadata={"description": "How many quotes are of unnamed sources."})
    unnamed_share = fields.Float(validate=SHARE, metadata={"description": "Their share of all quotes, from 0 to 1."})
    speakers = fields.List(fields.Nested(SpeakerCountSchema), metadata={"description": "The most quoted first."})
    new = fields.Integer(metadata={"description": "How many speakers have their first dated quote in this period."})
    newest = fields.List(fields.Nested(NewSpeakerSchema), metadata={"description": "The latest of these."})


class UnnamedShareSchema(RecordSchema):
    """One outlet in one month."""

    publisher = fields.String(allow_none=True, metadata={"description": "The outlet; null if the document names none."})
    publisher_printed = fields.String(allow_none=True, metadata={
        "description": "The outlet's name as its pages print it; null if they print none, or another outlet's."})
    month = fields.String(allow_none=True, metadata={
        "description": "The month; null for what is undated.", "example": "2025-03"})
    quotes = fields.Integer(metadata={"description": "How many quotes the outlet printed in that month."})
    unnamed = fields.Integer(metadata={"description": "How many quotes are of unnamed sources."})
    unnamed_share = fields.Float(validate=SHARE, metadata={
        "description": "Their share of the month's quotes, from 0 to 1."})
    nobody = fields.Integer(attribute="unknown", data_key="unknown", metadata={
        "description": "How many quotes have no known speaker."})


class UnnamedStatsSchema(Schema):
    """Unnamed sources by outlet and month."""

    items = fields.List(fields.Nested(UnnamedShareSchema), required=True, metadata={
        "description": "One entry for each outlet and month."})


class MonthShareSchema(RecordSchema):
    """One month over all outlets."""

    month = fields.String(allow_none=True, metadata={
        "description": "The month; null for what is undated.", "example": "2025-03"})
    quotes = fields.Integer(metadata={
        "description": "How many quotes; the same words of the same speaker count once within a week."})
    unnamed = fields.Integer(metadata={"description": "How many quotes are of unnamed sources."})
    unnamed_share = fields.Float(validate=SHARE, metadata={
        "description": "Their share of the month's quotes, from 0 to 1."})
    nobody = fields.Integer(attribute="unknown", data_key="unknown", metadata={
        "description": "How many quotes have no known speaker."})
    unknown_share = fields.Float(validate=SHARE, metadata={
        "description": "Their share of the month's quotes, from 0 to 1."})


class MonthStatsSchema(Schema):
    """Quotes by month. The sums over all months are the numbers of /v1/stats/speakers."""

    items = fields.List(fields.Nested(MonthShareSchema), required=True, metadata={
        "description": "One entry for each month in which somebody is quoted."})


_SPEAKERS, _MONTHS = SpeakerStatsSchema(), UnnamedStatsSchema()


def dump_statistics(counts: Any, months: Sequence[Any]) -> dict[str, Any]:
    """Who is quoted, and unnamed sources by outlet and month in `months`, ready for JSON."""
    return {**_SPEAKERS.dump(counts), "months": _MONTHS.dump({"items": months})["items"]}
