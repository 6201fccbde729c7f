"""A limit of time for everything that is asked of the store, counted from when the request was there in full.

What is written has none, and neither have exports, which are sent while they are read. A request that waited for too
long is not begun any more.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, ExitStack

from flask import Flask, current_app, g, request

from quotes.api.http.limits.request_kinds import ARRIVED, LOOK_UP, LOOKS_UP, QUESTION, kind_of
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_settings, current_store

LIMITED = (LOOK_UP, QUESTION)
WITHOUT_STORE = frozenset({"docs"})  # what is described asks the store for nothing, which need not be there


def seconds_left() -> float:
    """How much of this request's time for questions is left."""
    now = time.monotonic()
    began: float = request.environ.get(ARRIVED, now)
    return current_settings().question_timeout_ms / 1000 - (now - began)


def limited() -> AbstractContextManager[None]:
    """A stretch of time for questions in a request that is not limited as a whole, like one that reads an article."""
    return current_store().in_time(current_settings().question_timeout_ms / 1000)


def _begin() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "need", "nothing") == "nothing" or request.blueprint in WITHOUT_STORE:
        return
    if request.method not in LOOKS_UP or kind_of(request.method, request.path) not in LIMITED:
        return
    left = seconds_left()
    if left <= 0:
        raise Problem("out-of-time", "It had to wait for too many others.", retry_after="2")
    g.question_time = scope = ExitStack()
    scope.enter_context(current_store().in_time(left))


def _end(error: BaseException | None) -> None:
    scope: ExitStack | None = g.pop("question_time", None)
    if scope is not None:
        scope.close()


def register(app: Flask) -> None:
    """Limit the questions of an application; call it after views are guarded."""
    app.before_request(_begin)
    app.teardown_request(_end)
