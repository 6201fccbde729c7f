"""Rate limits, by Flask-Limiter: so many requests for each key, and for each address that sends none.

Counted in this process, or in Redis for several workers and machines. If Redis cannot be reached, each process counts
for itself until it can.
"""

from __future__ import annotations

import math
import time

from flask import Flask, request
from flask_limiter import Limiter, RateLimitExceeded

from api.caller import called_by
from api.counting import SCHEME
from api.problems import Problem, answer
from quotes.settings import Settings

UNCOUNTED = ("running.show_health", "running.show_readiness", "metrics.show_metrics", "static", "docs.browser_file")
HERE = f"{SCHEME}://"


def register(app: Flask, settings: Settings) -> None:
    """Count the requests of an application; call it before views are guarded, so that guesses at keys count too."""
    if not settings.rate_limit:
        return
    limiter = Limiter(
        called_by, app=app, application_limits=[settings.rate_limit], storage_uri=settings.redis_url or HERE,
        in_memory_fallback_enabled=settings.redis_url is not None, key_prefix="quotes",
        storage_options={"socket_connect_timeout": 1, "socket_timeout": 1} if settings.redis_url else {},
    )
    limiter.request_filter(lambda: request.endpoint in UNCOUNTED)

    def too_many(error: RateLimitExceeded) -> object:
        current = limiter.current_limit
        wait = max(1, math.ceil(current.reset_at - time.time())) if current else 1
        return answer(Problem("too-many", f"At most {error.limit.limit} are answered to one key or address; "
                                          f"send it again in {wait} seconds.", retry_after=str(wait)))

    app.register_error_handler(RateLimitExceeded, too_many)
