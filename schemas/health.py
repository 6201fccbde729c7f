"""The state of the service."""

from __future__ import annotations

from marshmallow import Schema, fields, validate


class StateSchema(Schema):
    """Whether the process is up (ok), or up and able to work (ready)."""

    status = fields.String(required=True, validate=validate.OneOf(("ok", "ready")), metadata={
        "description": "ok: the process is up; ready: it can do its work."})
