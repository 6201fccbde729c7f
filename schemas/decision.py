"""What people decide: as it is sent, and as it stands on record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from quotes.records.speaker import SpeakerKind
from quotes.schemas.editors.editor_name import EditorName, EditorNote, Side
from quotes.schemas.filters import DOCUMENT_ID
from quotes.schemas.pagination import ListingSchema
from quotes.schemas.record_schema import RecordSchema
from quotes.schemas.text_fields import Words

LONGEST_NAME, LONGEST_NOTE, MOST = 300, 2000, 1000
QUOTE_ID = validate.Regexp(r"^q[1-9][0-9]{0,17}(?!\n)$", error="This is no quote's id; they look like q12.")
SPEAKER_ID = validate.Regexp(r"^s[1-9][0-9]{0,17}(?!\n)$", error="This is no speaker's id; they look like s12.")
NAME = validate.Length(min=1, max=LONGEST_NAME)


class YesOrNo(fields.Boolean):
    """True or false, and no word or number that may mean it."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class NoteSchema(Schema):
    """Why something was decided."""

    error_messages = {  # noqa: RUF012  marshmallow declares it so
        "unknown": "This field is not known here.", "type": "The body must be one JSON object."}

    note = Words(allow_none=True, validate=validate.Length(max=LONGEST_NOTE),
                 metadata={"description": "The reason, kept with the decision."})


class GivenSpeakerSchema(Schema):
    """A speaker whom a person names: one that is kept, by `id`, or a new one, by `name`."""

    error_messages = {"unknown": "This field is not known here."}  # noqa: RUF012  marshmallow declares it so

    id = Words(validate=SPEAKER_ID, metadata={"description": "The id of a kept speaker.", "example": "s12"})
    name = Words(validate=NAME, metadata={"description": "The name of a new speaker."})
    kind = Words(load_default="person", validate=validate.OneOf(get_args(SpeakerKind)), metadata={
        "description": "What the new speaker is."})
    description = Words(allow_none=True, validate=validate.Length(max=LONGEST_NOTE), metadata={
        "description": "Who the new speaker is: “the treasurer”."})
    another = YesOrNo(load_default=False, metadata={
        "description": "True if this is somebody other than the kept speaker of the same name."})

    @validates_schema
    def check_one(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse what names nobody, or somebody twice."""
        if ("id" in data) == ("name" in data):
            raise ValidationError("Send either the id of a speaker who is kept, or the name of a new one.")


class QuoteChangeSchema(NoteSchema):
    """What a person decides about a quote: exactly one of `confirmed`, `speaker` and `status`."""

    confirmed = YesOrNo(validate=validate.Equal(True, error="Only true can be sent; undo takes it back."),
                               metadata={"description": "True: a person has checked this quote, and it is right."})
    speaker = fields.Nested(GivenSpeakerSchema, allow_none=True, metadata={
        "description": "Whose words these are; null if nobody can be named."})
    status = Words(validate=validate.OneOf(("active", "not_a_quote")), metadata={
        "description": "not_a_quote: these words are not a quotation; active takes that back."})

    @validates_schema
    def check_one(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse a change of nothing, or of several things at once."""
        if len(data.keys() & {"confirmed", "speaker", "status"}) != 1:
            raise ValidationError("Send exactly one of confirmed, speaker and status.")


class AcceptanceSchema(NoteSchema):
    """Which words in a document's quotation marks are a quote after all, and whose."""

    start = fields.Integer(required=True, strict=True, validate=validate.Range(0, 10**9), metadata={
        "description": "Where the words begin in the document's text, as the list of what is no quote says."})
    speaker = fields.Nested(GivenSpeakerSchema, required=True, allow_none=True, metadata={
        "description": "Whose words these are; null if nobody can be named."})


class DocumentCorrectionSchema(NoteSchema):
    """Whose quotes in a document are somebody else's, and whose they are."""

    speaker = Words(required=True, validate=SPEAKER_ID, metadata={
        "description": "The speaker who has the quotes now.", "example": "s12"})
    to = fields.Nested(GivenSpeakerSchema, required=True, allow_none=True, metadata={
        "description": "Whose words these are; null if nobody can be named."})


class SpeakerChangeSchema(NoteSchema):
    """What a person says of a speaker; what is left out stays."""

    name = Words(validate=NAME, metadata={"description": "The name to go by; the old one stays as an alias."})
    description = Words(allow_none=True, validate=validate.Length(max=1000), metadata={
        "description": "Who the speaker is; null removes the description."})
    wikidata = Words(allow_none=True, validate=validate.Regexp(
        r"^Q[1-9][0-9]{0,9}(?!\n)$", error="A number on Wikidata is Q and digits, like Q42."),
        metadata={"description": "The number on Wikidata; null removes it.", "example": "Q42"})

    @validates_schema
    def check_some(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        """Refuse a change of nothing."""
        if not data.keys() - {"note"}:
            raise ValidationError("Send what is to be changed: name, description, wikidata.")


class MergeSchema(NoteSchema):
    """Into whom a speaker is merged."""

    into = Words(required=True, validate=SPEAKER_ID, metadata={
        "description": "The speaker who stays.", "example": "s12"})


class SplitSchema(NoteSchema):
    """Which quotes of a speaker are somebody else's, and who that is."""

    quotes = fields.List(Words(validate=QUOTE_ID), load_default=(), validate=validate.Length(max=MOST), metadata={
        "description": "The ids of quotes to split off."})
    documents = fields.List(Words(validate=DOCUMENT_ID), load_default=(), validate=validate.Length(max=MOST), metadata={
        "description": "The ids of documents; all quotes of the speaker in them are split off."})
    name = Words(allow_none=True, load_default=None, validate=NAME, metadata={
        "description": "The name of the other speaker; without it, the same name."})
    description = Words(allow_none=True, load_default=None, validate=validate.Length(max=1000), metadata={
        "description": "Who the other speaker is."})


class AliasSchema(NoteSchema):
    """A name by which somebody is also known."""

    name = Words(required=True, validate=NAME, metadata={"description": "The other name."})


class AccountChangeSchema(NoteSchema):
    """A social account; the handle with or without @."""

    platform = Words(required=True, validate=validate.Length(min=1, max=50), metadata={
        "description": "The platform.", "example": "twitter"})
    handle = Words(required=True, validate=validate.Length(min=1, max=200), metadata={
        "description": "The handle, with or without @.", "example": "harbour_watch"})


class DecisionSchema(RecordSchema):
    """What a person decided: who, when, what was before, what came after, why."""

    id = fields.String(metadata={"description": "The decision's id.", "example": "c12"})
    action = fields.String(metadata={"description": "What was done.", "example": "correct"})
    made_by = EditorName(metadata={
        "description": "The name of the key that was used; “a person” where editors' names are not told."})
    made_at = fields.String(metadata={"description": "When, in ISO 8601 and UTC."})
    about = fields.List(fields.String(), metadata={"description": "The ids of what it is about.", "example": ["q12"]})
    note = EditorNote(allow_none=True, metadata={
        "description": "The reason; null where none was given, or where editors' notes are not told."})
    before = Side(metadata={"description": "What was there before."})
    after = Side(metadata={"description": "What came after."})
    undoes = fields.String(allow_none=True, metadata={"description": "The decision that this one took back."})
    undone_by = fields.String(allow_none=True, metadata={"description": "The decision that took this one back."})


class DecisionListSchema(ListingSchema):
    """A part of a list of decisions, newest first."""

    items = fields.List(fields.Nested(DecisionSchema), metadata={"description": "The decisions of this part."})
