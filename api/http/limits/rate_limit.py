"""Rate limits: so many requests for each key, and for each address that sends none; counted by the library limits.

What takes long counts as several (request_kinds, beside this). The processes of one server count together in a file
that it gives them, and several servers in Redis; while that cannot be reached, each server counts for itself.
Flask-Limiter, the same library for Flask, looks through every route's own limits at each request, of which there are
none here, and takes longer for it than for the counting.
"""

from __future__ import annotations

import math
import time

from flask import Flask, request
from limits import RateLimitItem, parse_many
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from quotes.api.http.authentication import called_by
from quotes.api.http.limits.rate_limit_file import SharedStorage
from quotes.api.http.limits.rate_limit_memory import SCHEME
from quotes.api.http.limits.request_kinds import kind_of
from quotes.api.http.problems import Problem
from quotes.api.http.request_log import note_failure
from quotes.settings import Settings

UNCOUNTED = ("running.show_health", "running.show_readiness", "metrics.show_metrics", "static", "docs.browser_file")
TRIED_AGAIN = 5.0  # seconds after a failure of Redis
PATIENCE = {"socket_connect_timeout": 1, "socket_timeout": 1}  # seconds


class Limits:
    """The limits of one application, and where it counts."""

    def __init__(self, rates: str, redis_url: str | None, counts: int | None = None) -> None:
        self._rates = parse_many(rates)
        here = storage_from_string(f"{SCHEME}://") if counts is None else SharedStorage(counts)
        self._here = FixedWindowRateLimiter(here)
        self._shared = None if redis_url is None else FixedWindowRateLimiter(
            storage_from_string(redis_url, wrap_exceptions=True, **PATIENCE))
        self._failed = -math.inf

    def count(self) -> None:
        """Count this request; a Problem if there were too many."""
        if request.endpoint in UNCOUNTED:
            return
        who, kind = called_by(), kind_of(request.method, request.path)
        for rate in self._rates:
            if wait := self._too_many(rate, who, min(kind.weight, rate.amount)):
                weighs = f" This one counts as {kind.weight}." if kind.weight > 1 else ""
                raise Problem("too-many", f"One key or address may send at most {rate}; send the request again in "
                                          f"{wait} seconds.{weighs}", retry_after=str(wait))

    def _too_many(self, rate: RateLimitItem, who: str, weight: int) -> int:
        """How many seconds to wait, 0 if this request is within a rate."""
        if self._shared is not None and time.monotonic() - self._failed > TRIED_AGAIN:
            try:
                return _wait(self._shared, rate, who, weight)
            except StorageError as error:
                self._failed = time.monotonic()
                note_failure("Redis cannot be reached; this process counts for itself",
                             reason=type(error.storage_error).__name__)
        return _wait(self._here, rate, who, weight)


def _wait(counter: FixedWindowRateLimiter, rate: RateLimitItem, who: str, weight: int) -> int:
    if counter.hit(rate, who, cost=weight):
        return 0
    wait = counter.get_window_stats(rate, who).reset_time - time.time()
    if wait > rate.get_expiry() + 1:  # the clock of whoever counts was put back: nobody waits longer than a rate is
        counter.clear(rate, who)
        counter.hit(rate, who, cost=weight)
        return 0
    return max(1, math.ceil(wait))


def register(app: Flask, settings: Settings, counts: int | None) -> None:
    """Count the requests of an application; call it before views are guarded, so that guesses at keys count too.

    `counts` is the descriptor of a file in which several processes count together.
    """
    if settings.rate_limit:
        app.before_request(Limits(settings.rate_limit, settings.redis_url, counts).count)
