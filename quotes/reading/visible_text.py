"""A document read without what nobody sees in it, and the reading told in the text as it was given.

Names are those that are seen; places, and the words of quotes at them, are the given text's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from quotes.records.document import Document
from quotes.records.post import Post
from quotes.records.reading import Reading
from quotes.text.invisible import Seen, seen, visible

KEPT = frozenset(("document", "post"))  # what a quote holds that has no places in the text


def read_seen(document: Document, read: Callable[[Document], Reading]) -> Reading:
    """The reading of a document, by a reader that is given only what is seen of it."""
    left = seen(document.text)
    if left is None:
        return read(document)
    found = read(_left(document, left))
    made = replace(document, engine=found.document.engine,
                   warnings=tuple(_given(one, left, document.text) for one in found.document.warnings))
    given: Reading = _given(replace(found, document=made), left, document.text)
    return given


def _left(document: Document, left: Seen) -> Document:
    """A document without what nobody sees."""
    blocks = tuple(replace(one, start=left.left(one.start), end=left.left(one.end)) for one in document.blocks)
    warnings = tuple(one if one.start is None or one.end is None else
                     replace(one, start=left.left(one.start), end=left.left(one.end)) for one in document.warnings)
    return replace(document, text=left.text, blocks=blocks, warnings=warnings,
                   byline=document.byline and visible(document.byline),
                   embeds=tuple(_left_post(one, left) for one in document.embeds))


def _left_post(post: Post, left: Seen) -> Post:
    places = {name: left.left(getattr(post, name)) for name in ("start", "end", "outer_start", "outer_end")}
    text = None if post.text is None else visible(post.text)
    return Post(**{**{field.name: getattr(post, field.name) for field in fields(post)}, **places, "text": text})


def _given(found: Any, left: Seen, text: str) -> Any:
    """A record of a reading, and all that it holds, with places and words as in the given text."""
    if isinstance(found, tuple):
        return tuple(_given(one, left, text) for one in found)
    if not is_dataclass(found) or isinstance(found, type | Document):
        return found
    held = {field.name: getattr(found, field.name) for field in fields(found) if field.name not in KEPT}
    changed = {name: _given(value, left, text) for name, value in held.items()
               if isinstance(value, tuple) or is_dataclass(value)}
    start, end = held.get("start"), held.get("end")
    if start is not None and end is not None:
        changed |= {"start": left.start(start), "end": left.end(end) if end > start else left.start(end)}
        for name in ("text", "mention"):
            if held.get(name) is not None:
                changed[name] = text[changed["start"] : changed["end"]]
    return replace(found, **changed) if changed else found
