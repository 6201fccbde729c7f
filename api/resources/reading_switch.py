"""The switch for reading articles that are not kept: views that do so say it, and are refused where it is off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_settings

View = TypeVar("View", bound=Callable[..., Any])


def reads_for_callers(view: View) -> View:
    """Say that a view reads articles for whoever sends them, and keeps nothing."""
    view.reads_for_callers = True  # type: ignore[attr-defined]  # functions take attributes, the type does not say so
    return view


def check_switch() -> None:
    """Refuse the request where it is for a reading and these are switched off."""
    view = current_app.view_functions.get(request.endpoint or "")
    if not current_settings().extract and getattr(view, "reads_for_callers", False) and request.method != "OPTIONS":
        raise Problem("switched-off", "Articles that are not kept are not read here: QUOTES_EXTRACT is off.")


def register(app: Flask) -> None:
    """Check the switch before every view of an application; call it after keys are asked for."""
    app.before_request(check_switch)
