"""A JSON object with a long list in it, written item by item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def in_json(value: Any) -> str:
    """A value as JSON, its letters as they are; safe inside a script element as well."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("</", "<\\/")


def with_list(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> Iterator[str]:
    """The object `head` with one more member, a list, in pieces."""
    yield f"{in_json(head)[:-1]}, {in_json(name)}: ["
    between = "\n"
    for item in items:
        yield between + in_json(item)
        between = ",\n"
    yield "\n]}\n"
