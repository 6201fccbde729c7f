"""Signing in on the pages, with a key: the cookie, who is behind it, and the token without which no form is taken.

The cookie is signed and holds the id of a session, which the store knows by its hash, never the key. Whether session
and key are in use is asked anew for every request: a copy of the cookie is worth nothing after signing out. It counts
on pages, whose menu and buttons depend on it: not on cards, not in the API.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from flask import Flask, Request, Response, g, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin

from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store
from quotes.collection.access_keys import allows, check_key
from quotes.collection.sessions import begin_session, end_session, session_key
from quotes.records.errors import StoreError
from quotes.settings import Settings
from quotes.store.contract.store import Key

COOKIE = "quotes_session"
LASTS = timedelta(hours=12)
LONGEST_PATH = 2000


class RareSessions(SecureCookieSessionInterface):
    """Flask's sessions, without what it prepares for each request: nearly all come without a cookie."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session that a request's cookie holds; an empty one where there is none."""
        return super().open_session(app, request) if COOKIE in request.cookies else self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send a cookie if there is something to hold, or to be forgotten."""
        if session or session.accessed or session.modified:
            super().save_session(app, session, response)


def configure(app: Flask, settings: Settings) -> None:
    """Set up the cookie: for this host alone, out of reach of scripts, and not sent along from other sites."""
    app.session_interface = RareSessions()
    address = urlsplit(settings.public_url)
    app.config.update(
        SECRET_KEY=settings.secret_key or secrets.token_hex(32),
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=address.scheme == "https",
        SESSION_COOKIE_PATH=address.path or "/",
        PERMANENT_SESSION_LIFETIME=LASTS,
        SESSION_REFRESH_EACH_REQUEST=False,
    )


def sign_in(presented: str) -> Key:
    """Start a session for whoever has a key; a Problem for anything else."""
    key = check_key(current_store(), presented.strip(), datetime.now(UTC))
    if key is None:
        raise Problem("key-needed", "This key is not known here, or was revoked.")
    sign_out()  # of whatever session this browser had before
    session.permanent = True
    session["id"] = begin_session(current_store(), key, datetime.now(UTC), LASTS)
    session["token"] = secrets.token_urlsafe(24)
    g.session_key = key
    return key


def sign_out() -> None:
    """End the session, here and in the browser."""
    if "id" in session:
        end_session(current_store(), session["id"])
    session.clear()


def signed_in() -> Key | None:
    """The key of whoever is signed in; None where nobody is, or where the session or its key has ended."""
    if "session_key" not in g:
        g.session_key = session_key(current_store(), session["id"], datetime.now(UTC)) if "id" in session else None
    found: Key | None = g.session_key
    return found


def reader() -> Key | None:
    """The same for the menu and the buttons of a page, which shows a failure too: nobody where the store fails."""
    try:
        return signed_in()
    except StoreError:
        return None


def may_write() -> Key | None:
    """The key of whoever is signed in and may write; None where nobody is."""
    key = signed_in()
    return key if key and allows(key.scope, "write") else None


def who() -> Key:
    """Whoever is signed in, on a page that nobody else reaches."""
    key = signed_in()
    if key is None:
        raise Problem("key-needed", "Sign in first.")
    return key


def own_path(address: str, otherwise: str) -> str:
    """A path of ours to go on to, or another one where an address is anything else."""
    is_own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_own and len(address) <= LONGEST_PATH else otherwise
