"""What schemathesis has to be told to speak with this service."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import schemathesis

from quotes.api.description.examples import QUOTE


@schemathesis.serializer("application/x-ndjson")
def as_lines(context: Any, value: Any) -> bytes:
    """A generated body as JSON Lines: a string as it is, anything else as a line."""
    return value.encode(errors="replace") if isinstance(value, str) else json.dumps(value).encode()


@schemathesis.deserializer("application/x-ndjson")
def first_line(context: Any, response: Any) -> Any:
    """The first result of a batch, or the first quote of a list, which stands for the others; of none, an example."""
    line = response.content.partition(b"\n")[0]
    path = urlsplit(response.request.url).path
    nothing = {"line": 1, "status": 200} if path.endswith(("/batch", "/results")) else QUOTE
    return json.loads(line) if line else nothing


@schemathesis.deserializer("text/csv", "application/atom+xml")
def as_text(context: Any, response: Any) -> str:
    """What is described as text."""
    return response.text


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """No cursors in sound requests: nobody can make one up that is true; made-up ones in unsound requests stay."""
    if case.query and "cursor" in case.query and case.meta.generation.mode.is_positive:
        case.query = {name: value for name, value in case.query.items() if name != "cursor"}
