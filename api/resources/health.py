"""/healthz and /readyz: whether the process is up, and whether it can do its work."""

from __future__ import annotations

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_context import current_store
from quotes.schemas.health import StateSchema

health = Resources("running", __name__, description="Whether the service runs.")


@health.route("/healthz")
@health.response(200, StateSchema)
@needs("nothing")
def show_health() -> dict[str, str]:
    """Tell whether the process is up; the store is not asked."""
    return {"status": "ok"}


@health.route("/readyz")
@health.response(200, StateSchema)
@health.alt_response(503, "SERVICE_UNAVAILABLE")
@needs("nothing")
def show_readiness() -> dict[str, str]:
    """Tell whether the store answers, its migrations are all applied, and it could be written now.

    Where it could not the problem says why: no room, read-only, damaged. As soon as it can, this answers 200 again.
    """
    current_store().check()
    return {"status": "ready"}
