"""Who sees editors' names and notes: everybody where a setting says so, else whoever may decide something as well."""

from __future__ import annotations

from flask import g, has_request_context, request

from quotes.api.http.access_control import holds
from quotes.api.http.authentication import presented_key
from quotes.api.http.problems import PROGRAMS
from quotes.api.http.request_context import current_settings
from quotes.api.http.session import COOKIE, may_write
from quotes.schemas.editors.editor_name import keep_back_where


def told_to_this_caller() -> bool:
    """Whether this answer may tell what not everybody is told, so that it is for nobody else."""
    by_cookie = COOKIE in request.cookies and not request.path.startswith(PROGRAMS) and request.blueprint != "cards"
    return not current_settings().show_editors and (presented_key() is not None or by_cookie)


def _may_decide() -> bool:
    """Whether the caller has shown a key that may write, or asks for a page and has signed in."""
    if "may_decide" not in g:
        by_key = presented_key() is not None and holds("write")
        g.may_decide = by_key or (
            COOKIE in request.cookies and not request.path.startswith(PROGRAMS) and may_write() is not None)
    found: bool = g.may_decide
    return found


def _kept_back() -> bool:
    """Whether what is written now is for somebody who is not told; outside of requests there is nobody like that."""
    return has_request_context() and not (current_settings().show_editors or _may_decide())


keep_back_where(_kept_back)
