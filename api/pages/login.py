"""/login and /logout: for people who have a key."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.problems import Problem

login_pages = Blueprint("login_pages", __name__)


@login_pages.after_request
def keep_nowhere(response: Response) -> Response:
    """What a session shows is for nobody else."""
    response.headers["Cache-Control"] = "no-store"
    return response


@login_pages.route("/login")
@needs("nothing")
def login() -> str:
    """The form for a key."""
    return render_template("login.html", next=_asked(), key=session.signed_in(), may_write=session.may_write(),
                           token=csrf.form_token())


@login_pages.route("/login", methods=["POST"])
@needs("nothing")
def start() -> Any:
    """Sign in, and go on to the page that was asked for before."""
    csrf.check_origin()
    try:
        session.sign_in(request.form.get("key", ""))
    except Problem as problem:
        return render_template("login.html", next=_asked(), fault=problem.description), problem.code
    return redirect(_onward(), 303)


@login_pages.route("/logout", methods=["POST"])
@needs("nothing")
def end() -> Response:
    """Sign out."""
    if session.signed_in() is not None:
        csrf.check_form()
    session.sign_out()
    return redirect(url_for("home_pages.home"), 303)


def _asked() -> str:
    """The page that was asked for before; nothing where none was, or one of another site."""
    return session.own_path(request.values.get("next", ""), "")


def _onward() -> str:
    """Where to go after signing in: the page that was asked for, else to what the key is good for."""
    return _asked() or url_for("review.queue" if session.may_write() else "saved_pages.page")
