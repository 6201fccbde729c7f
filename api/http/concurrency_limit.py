"""Look-ups, answered a few at a time however many threads there are.

Threads that answer at the same time share one core all the same and hand the interpreter's lock over at every row that
SQLite gives, so that many of them answer less than a few. What reads or takes in articles, and whoever sends or
receives slowly, must not keep look-ups waiting: for these there are more threads than look-ups use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import BoundedSemaphore
from typing import Any

from quotes.api.http.path_prefix import Wsgi

AT_ONCE = 4  # of a process
LOOKS_UP = frozenset({"GET", "HEAD"})


def in_turn(application: Wsgi) -> Wsgi:
    """An application that is asked for things a few at a time; what is sent to it is taken at once."""
    places = BoundedSemaphore(AT_ONCE)

    def answered(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in LOOKS_UP:
            return application(environ, start)
        with places:
            return application(environ, start)

    return answered
