"""Look-ups, answered a few at a time however many threads there are, and costly questions by fewer still.

Threads that answer at the same time share one core all the same and hand the interpreter's lock over at every row that
SQLite gives, so that many of them answer less than a few. What reads or takes in articles must not keep look-ups
waiting, nor must questions that go through everything, nor anything a health check. `quotes serve` has queues for that
already; any other server of the application has this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import BoundedSemaphore
from typing import Any

from quotes.api.http.limits.request_kinds import LOOK_UP, QUESTION, kind_of
from quotes.api.http.path_prefix import Wsgi

AT_ONCE = 4  # look-ups of a process
QUESTIONS_AT_ONCE = 2


def in_turn(application: Wsgi) -> Wsgi:
    """An application that is asked for things a few at a time; what is sent to it is taken at once."""
    places = {LOOK_UP: BoundedSemaphore(AT_ONCE), QUESTION: BoundedSemaphore(QUESTIONS_AT_ONCE)}

    def answered(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        room = places.get(kind_of(environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        if room is None:
            return application(environ, start)
        with room:
            return application(environ, start)

    return answered
