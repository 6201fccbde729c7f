"""oEmbed 1.0: what a content system asks, and the answer."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from quotes.schemas.text_fields import Words

PIXELS = validate.Range(min=1)


class OembedQuerySchema(Schema):
    """For which address a card is wanted, and how large it may be."""

    url = Words(required=True, validate=validate.Length(min=1, max=2000), metadata={
        "description": "The address of a quote's page.", "format": "uri"})
    maxwidth = fields.Integer(validate=PIXELS, metadata={"description": "The greatest width of the frame, in pixels."})
    maxheight = fields.Integer(validate=PIXELS, metadata={
        "description": "The greatest height of the frame, in pixels."})
    format = Words(load_default="json", validate=validate.Length(max=100), metadata={
        "description": "Only json is offered; anything else is answered with 501."})


class OembedSchema(Schema):
    """A card for another site."""

    type = fields.String(required=True, validate=validate.Equal("rich"), metadata={
        "description": "The kind of embed; always rich."})
    version = fields.String(required=True, validate=validate.Equal("1.0"), metadata={
        "description": "The version of oEmbed."})
    title = fields.String(metadata={"description": "Who said what, in short."})
    author_name = fields.String(metadata={"description": "The speaker's name."})
    author_url = fields.String(metadata={
        "description": "The speaker's page; left out if the speaker is unknown.", "format": "uri"})
    provider_name = fields.String(metadata={"description": "The name of this service."})
    provider_url = fields.String(metadata={"description": "The address of this service.", "format": "uri"})
    cache_age = fields.Integer(metadata={"description": "How long the answer may be kept, in seconds."})
    thumbnail_url = fields.String(metadata={
        "description": "The card as a picture; left out if it is larger than maxwidth or maxheight.", "format": "uri"})
    thumbnail_width = fields.Integer(metadata={"description": "The picture's width, in pixels."})
    thumbnail_height = fields.Integer(metadata={"description": "The picture's height, in pixels."})
    html = fields.String(required=True, metadata={"description": "A sandboxed frame with the card."})
    width = fields.Integer(required=True, metadata={"description": "The frame's width, in pixels."})
    height = fields.Integer(required=True, metadata={"description": "The frame's height, in pixels."})
