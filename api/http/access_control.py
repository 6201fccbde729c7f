"""Who may do what: every view says which scope it needs, and is asked for a key before anything else happens.

Scopes nest, read < write < admin. Reading needs no key unless a setting closes it. A view that does not say what it
needs stops the application from starting, so that nothing is open by mistake.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from flask import Flask, Response, current_app, redirect, request, url_for

from quotes.api.http.authentication import known_key, presented_key
from quotes.api.http.csrf import guard_form
from quotes.api.http.problems import PROGRAMS, Problem
from quotes.api.http.request_context import current_settings
from quotes.api.http.session import signed_in
from quotes.collection.access_keys import allows
from quotes.store.contract.store import Key, Scope

Need = Literal["nothing", "read", "write", "admin", "key", "signed-in", "own-page"]
View = TypeVar("View", bound=Callable[..., Any])
SCHEME = "key"
DESCRIPTION = "/openapi.json"


def needs(need: Need) -> Callable[[View], View]:
    """Say which scope a view needs, to the guard and in the API's description; the decorator nearest to the view.

    key: a key of any scope, also where reading is open; own-page: the same by the cookie of a session; signed-in: a
    session of a key that may write.
    """

    def mark(view: View) -> View:
        view.need = need  # type: ignore[attr-defined]  # functions take attributes, the type does not say so
        documented: dict[str, Any] = {"operationId": view.__name__}
        if need != "nothing":
            documented["security"] = [{SCHEME: []}, {}] if need == "read" else [{SCHEME: []}]
        view._apidoc = {"manual_doc": documented}  # type: ignore[attr-defined]  # where flask-smorest looks for it
        return view

    return mark


def guard() -> Response | None:
    """Refuse the request unless its key allows what the view needs; runs before every view."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.method == "OPTIONS":
        return None
    need: Need = getattr(view, "need")  # noqa: B009  set by `needs`, checked at start
    if need == "nothing":
        return None
    if need in ("signed-in", "own-page"):
        return _guard_page("write" if need == "signed-in" else "read")
    if need == "key":
        _check("read")
    elif presented_key() is not None or need != "read" or not (current_settings().open_reading or _reads_pages()):
        _check(need)
    return None


def _guard_page(scope: Scope) -> Response | None:
    """Lead whoever is not signed in to the page for that; refuse a form that did not come from our own page."""
    key = signed_in()
    if key is None:
        asked = f"{request.script_root}{request.full_path.rstrip('?')}"
        return redirect(url_for("login_pages.login", next=asked), 303)
    if not allows(key.scope, scope):
        raise Problem("scope-too-small", f"This page needs a key with the scope {scope}; you are signed in with one "
                                         f"that has {key.scope}.")
    guard_form()
    return None


def _reads_pages() -> bool:
    """Whether somebody who is signed in asks for a page, or for what the page /docs shows."""
    return (request.path == DESCRIPTION or not request.path.startswith(PROGRAMS)) and signed_in() is not None


def _check(need: Scope) -> None:
    if presented_key() is None:
        raise Problem("key-needed", f"Send a key with the scope {need} in the header Authorization: Bearer KEY.",
                      www_authenticate='Bearer realm="quotes"')
    key = known_key()
    if key is None:
        raise Problem("key-needed", "This key is not known here, was revoked, or has expired.",
                      www_authenticate='Bearer realm="quotes", error="invalid_token"')
    if not allows(key.scope, need):
        raise Problem("scope-too-small", f"This needs a key with the scope {need}; the one sent has {key.scope}.",
                      www_authenticate=f'Bearer realm="quotes", error="insufficient_scope", scope="{need}"')


def current_key() -> Key:
    """The key that this request was let in with; only for views that need one."""
    key = known_key()
    assert key is not None
    return key


def holds(scope: Scope) -> bool:
    """Whether the caller has shown a key that allows what needs this scope, whether it was asked for or not."""
    key = known_key()
    return key is not None and allows(key.scope, scope)


def register(app: Flask) -> None:
    """Guard every view of an application; call it when all of them are there."""
    undeclared = [name for name, view in app.view_functions.items() if getattr(view, "need", None) is None]
    if undeclared:
        raise RuntimeError(f"these views do not say what they need: {', '.join(undeclared)}")
    app.before_request(guard)
