"""Addresses in pages: what Flask's `url_for` says, made in less time.

A page of a list has hundreds of addresses of few forms. The form of each is asked of Flask once, with a word in the
place of what differs, and filled in from then on. What it does not fit is left to Flask.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote as percent

from flask import Flask, current_app, request
from flask import url_for as made_by_flask
from werkzeug.routing import BuildError

PLACE = "0place0"
UNQUOTED = "!$&'()*+,/:;=@"  # as werkzeug leaves them in a path
NAME = "quotes.addresses"
Form = tuple[str, str]  # what stands before and after what differs


def register(app: Flask) -> None:
    """Give the templates of an application `url_for`."""
    app.extensions[NAME] = {}
    app.jinja_env.globals["url_for"] = address


def address(endpoint: str, **values: Any) -> str:
    """The path of a route, as Flask's `url_for` makes it."""
    if len(values) > 1:
        return made_by_flask(endpoint, **values)
    name, value = next(iter(values.items()), (None, ""))
    form = _known_form(endpoint, name)
    if form is None or not isinstance(value, str):
        return made_by_flask(endpoint, **values)
    return f"{request.script_root}{form[0]}{_quoted(value)}{form[1]}"


def addresses(endpoint: str, name: str, values: Sequence[str]) -> list[str]:
    """The same for many values of the one part that differs."""
    form = _known_form(endpoint, name)
    if form is None:
        return [made_by_flask(endpoint, **{name: value}) for value in values]
    before, after = f"{request.script_root}{form[0]}", form[1]
    return [f"{before}{_quoted(value)}{after}" for value in values]


def _quoted(value: str) -> str:
    return value if value.isascii() and value.isalnum() else percent(value, safe=UNQUOTED)


def _known_form(endpoint: str, name: str | None) -> Form | None:
    forms: dict[tuple[str, str | None], Form | None] = current_app.extensions[NAME]
    if (endpoint, name) not in forms:
        forms[endpoint, name] = _form(endpoint, name)
    return forms[endpoint, name]


def _form(endpoint: str, name: str | None) -> Form | None:
    """The form of the addresses of a route of which one part differs, or none; None for any other route."""
    rules = [*current_app.url_map.iter_rules(endpoint)] if endpoint in current_app.view_functions else []
    if not rules or any(rule.arguments != ({name} if name else set()) for rule in rules):
        return None
    try:
        made = made_by_flask(endpoint, **({name: PLACE} if name else {}))
    except (BuildError, ValueError):
        return None  # what differs is no word, or one of a closed list
    before, place, after = made.removeprefix(request.script_root).partition(PLACE)
    return None if name and not place else (before, after)
