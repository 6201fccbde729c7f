"""What requests cost: the kind of each, how many look-ups one of it weighs, and in which queue of the server it waits.

The server reads the kind off the first line of a request, before there is a route; so it goes by methods and paths.
"""

from __future__ import annotations

from typing import NamedTuple

ARRIVED = "quotes.arrived"  # in a request's environment, where the server tells: the moment of time.monotonic()


class Kind(NamedTuple):
    """A kind of requests: its name, its weight in rate limits, what belongs to it, and its queue."""

    name: str
    weight: int
    help: str
    queue: str


HEALTH = Kind("health", 0, "`/healthz`", "health")
STATE = Kind("state", 0, "`/readyz`, `/metrics`", "state")
LOOK_UP = Kind("look-up", 1, "everything else that is read", "look-ups")
WRITE = Kind("write", 1, "corrections, logins, and everything else that is sent", "articles")
QUESTION = Kind("question", 5, "`GET /v1/verify`, `/v1/stats/…`, `/v1/disagreements`, and the pages `/verify`, "
                "`/statistics`, `/disagreements` and `/unnamed`", "questions")
ARTICLE = Kind("article", 5, "`POST /v1/documents`", "articles")
READING = Kind("reading", 10, "`POST /v1/extract`, `POST /v1/verify`, the forms of `/try…` and `/verify/draft`",
               "articles")
BATCH = Kind("batch", 20, "`POST /v1/documents/batch`, however many lines it has", "batches")
EXPORT = Kind("export", 20, "`/v1/quotes/export`, `/export`, and the lists of speakers, outlets, articles and "
              "corrections as CSV", "exports")
KINDS = (HEALTH, STATE, LOOK_UP, WRITE, QUESTION, ARTICLE, READING, BATCH, EXPORT)

LOOKS_UP = frozenset({"GET", "HEAD"})
READ = {"/healthz": HEALTH, "/readyz": STATE, "/metrics": STATE, "/v1/quotes/export": EXPORT, "/export": EXPORT,
        **dict.fromkeys(("/v1/verify", "/verify", "/statistics", "/v1/disagreements", "/disagreements", "/unnamed",
                         "/disagreements.csv"), QUESTION),
        **dict.fromkeys(("/speakers.csv", "/outlets.csv", "/documents.csv", "/corrections.csv"), EXPORT)}
READ_BELOW = {"/v1/stats/": QUESTION, "/statistics/": QUESTION}
SENT = {"/v1/documents/batch": BATCH, "/v1/documents": ARTICLE, "/try/keep": ARTICLE,
        **dict.fromkeys(("/v1/extract", "/v1/verify", "/try", "/try/compare", "/verify/draft"), READING)}
SENT_BELOW = {"/try/export/": READING}


def kind_of(method: str, path: str) -> Kind:
    """The kind of a request; `path` is what follows the path of the service's public address."""
    if method == "OPTIONS":
        return WRITE
    exact, below, other = (READ, READ_BELOW, LOOK_UP) if method in LOOKS_UP else (SENT, SENT_BELOW, WRITE)
    found = exact.get(path)
    if found is None:
        found = next((kind for start, kind in below.items() if path.startswith(start)), other)
    return found
