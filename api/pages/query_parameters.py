"""The parameters of a page's address, as a form or a link of ours sends them."""

from __future__ import annotations

from typing import Any

from flask import request

from quotes.api.http.request_input import faults_of, invalid


def query_of(schema: Any, asked: dict[str, str] | None = None) -> dict[str, Any]:
    """The parameters of a page's address, read by a schema; a Problem if one cannot be used."""
    asked = request.args.to_dict() if asked is None else asked
    if found := schema.validate(asked):
        raise invalid(list(faults_of({"query": found})))
    loaded: dict[str, Any] = schema.load(asked)
    return loaded
