"""/login and /logout: for people who review."""

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
    return render_template("login.html", next=_onward(), key=session.signed_in(), token=csrf.form_token())


@login_pages.route("/login", methods=["POST"])
@needs("nothing")
def start() -> Any:
    """Sign in, and go on to the page that was asked for before."""
    csrf.check_origin()
    try:
        session.sign_in(request.form.get("key", ""))
    except Problem as problem:
        return render_template("login.html", next=_onward(), fault=problem.description), problem.code
    return redirect(_onward(), 303)


@login_pages.route("/logout", methods=["POST"])
@needs("nothing")
def end() -> Response:
    """Sign out."""
    if session.signed_in() is not None:
        csrf.check_form()
    session.sign_out()
    return redirect(url_for("home_pages.home"), 303)


def _onward() -> str:
    return session.own_path(request.values.get("next", ""), url_for("review.queue"))
