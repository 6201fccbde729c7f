"""Editors' names and notes, told or kept back: whoever writes answers lays down the rule, every schema keeps to it.

Kept back, a name is “a person” and a note is left out, so that an answer has the same shape either way. The rule is no
parameter: a route that is added later cannot forget to pass it on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from marshmallow import fields

SOMEBODY = "a person"
NAMES = ("confirmed_by", "made_by")  # the fields in which the name of a key stands
Value = TypeVar("Value")
Rule = Callable[[], bool]
_back: ContextVar[bool] = ContextVar("editors_kept_back", default=False)
_rules: set[Rule] = set()


def keep_back_where(rule: Rule) -> None:
    """Keep names and notes back whenever this rule says so; it is asked each time that one would be told."""
    _rules.add(rule)


@contextmanager
def kept_back(hidden: bool) -> Iterator[None]:
    """Keep names and notes back, or not, for a stretch of the program."""
    token = _back.set(hidden)
    try:
        yield
    finally:
        _back.reset(token)


def _hidden() -> bool:
    return _back.get() or any(rule() for rule in _rules)


def editor_name(name: str | None) -> str | None:
    """The name of the key of whoever decided; “a person” where names are kept back, None where nobody decided."""
    return SOMEBODY if name is not None and _hidden() else name


def editor_note(note: str | None) -> str | None:
    """The note left with a decision; None where notes are kept back."""
    return None if _hidden() else note


def without_names(shown: Mapping[str, Any]) -> dict[str, Any]:
    """What a decision shows of one side, before or after it, with the names in it as they may be told."""
    return {key: editor_name(value) if key in NAMES else value for key, value in shown.items()}


class ToldField(fields.Field[Any]):
    """A field whose value is written as it may be told."""

    told: Callable[[Any], Any]


class EditorName(ToldField, fields.String):
    """The name of a key."""

    told = staticmethod(editor_name)


class EditorNote(ToldField, fields.String):
    """A note."""

    told = staticmethod(editor_note)


class Side(ToldField, fields.Dict):
    """What was there before a decision, or came after it."""

    told = staticmethod(without_names)
