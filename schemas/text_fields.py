"""Strings as they are let in: no NUL, no lone surrogate, and the few formats that callers may use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class Words(fields.String):
    """A string that every store and every page can hold."""

    default_error_messages = {  # noqa: RUF012  marshmallow declares it so and copies it
        "nul": "There is a NUL character in it; take it out.",
        "surrogate": "There is half a surrogate pair in it, which is no character; take it out.",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        words = super()._deserialize(value, attr, data, **kwargs)
        if "\0" in words:
            raise self.make_error("nul")
        try:
            words.encode()
        except UnicodeEncodeError as error:
            raise self.make_error("surrogate") from error
        return words


def check_address(value: str) -> None:
    """Refuse what is no absolute http or https address."""
    if not is_web_address(value):
        raise ValidationError("This must be an absolute address that starts with http:// or https://.")


def is_web_address(value: str) -> bool:
    """Whether a string is an absolute http or https address that may stand in a link."""
    if any(character.isspace() or not character.isprintable() for character in value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def check_moment(value: str) -> None:
    """Refuse what is neither a date nor a date with time in ISO 8601."""
    try:
        if MOMENT.fullmatch(value):
            datetime.fromisoformat(value)
            return
    except ValueError:
        pass  # a day or an hour that does not exist is refused like any other form
    raise ValidationError("This must be a date (2024-12-08) or a date with time (2024-12-08T09:30:00Z) in ISO 8601.")


def check_language(value: str) -> None:
    """Refuse what is no language tag."""
    if not LANGUAGE.fullmatch(value):
        raise ValidationError("This must be a language tag such as en or pt-BR.")
