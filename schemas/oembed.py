"""oEmbed 1.0: what a content system asks, and the answer."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from quotes.schemas.text_fields import Words

PIXELS = validate.Range(min=1)


class OembedQuerySchema(Schema):
    """For which address a card is wanted, and how large it may be."""

    url = Words(required=True, validate=validate.Length(min=1, max=2000), metadata={"format": "uri"})
    maxwidth = fields.Integer(validate=PIXELS)
    maxheight = fields.Integer(validate=PIXELS)
    format = Words(load_default="json", validate=validate.Length(max=100))


class OembedSchema(Schema):
    """A card for another site."""

    type = fields.String(required=True, validate=validate.Equal("rich"))
    version = fields.String(required=True, validate=validate.Equal("1.0"))
    title = fields.String()
    author_name = fields.String()
    author_url = fields.String(metadata={"format": "uri"})
    provider_name = fields.String()
    provider_url = fields.String(metadata={"format": "uri"})
    cache_age = fields.Integer(metadata={"description": "Seconds."})
    thumbnail_url = fields.String(metadata={"format": "uri"})
    thumbnail_width = fields.Integer()
    thumbnail_height = fields.Integer()
    html = fields.String(required=True, metadata={"description": "One sandboxed frame with the card."})
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)
