"""Protection against forged requests (CSRF): no form is taken without its session's token, or from another site."""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import urlsplit

from flask import request, session

from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_settings


def form_token() -> str:
    """What every form of this session must send along."""
    return str(session.get("token", ""))


def guard_form() -> None:
    """Refuse what is sent by a form of a page for people who are signed in, unless it is this session's own form."""
    if request.method == "POST":
        check_form()


def check_form() -> None:
    """A Problem unless the form holds the token of this session and was sent from our own host."""
    sent, expected = request.form.get("token", ""), form_token()
    if not expected or not sent.isascii() or not compare_digest(sent, expected):
        raise Problem("form-expired",
                      "This form belongs to an earlier session; load the page again, and send the form again.")
    check_origin()


def check_origin() -> None:
    """A Problem if a form was sent from another site, as browsers say."""
    origin = request.headers.get("Origin")
    own = {urlsplit(current_settings().public_url).netloc.lower(), request.host.lower()}
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none") or (
            origin is not None and urlsplit(origin).netloc.lower() not in own):
        raise Problem("form-expired", "This form was sent from another site.")
