"""/metrics: what Prometheus reads. Labels are routes and kinds, so that there are few; never a name or address.

Several workers write to files in PROMETHEUS_MULTIPROC_DIR, which `quotes serve` sets up, and any of them tells the sum.
"""

from __future__ import annotations

import os
from collections import Counter as Tally

from flask import Flask, Response, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_log import took
from quotes.records.reading import Reading

metrics = Resources("metrics", __name__, description="Whether the service runs.")
NAME = "quotes-meters"
METHODS = ("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Meters:
    """The meters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter("quotes_http_requests", "Requests by method, route and status.",
                                ("method", "route", "status"), registry=self.registry)
        self.seconds = Histogram("quotes_http_seconds", "How long requests took, by route.", ("route",),
                                 buckets=SECONDS, registry=self.registry)
        self.extract = Histogram("quotes_extract_seconds", "How long it took to read an article.",
                                 buckets=SECONDS, registry=self.registry)
        self.extracted = Counter("quotes_extracted", "Quotes found in articles, by kind.", ("kind",),
                                 registry=self.registry)
        self.kept = Counter("quotes_documents_kept", "Documents kept: new, the same, revised.", ("outcome",),
                            registry=self.registry)


def meters() -> Meters:
    """The meters of the application that answers this request."""
    found: Meters = current_app.extensions[NAME]
    return found


def count_reading(reading: Reading, seconds: float) -> None:
    """Count an article that was read, and what was found in it."""
    own = meters()
    own.extract.observe(seconds)
    for kind, count in Tally(quote.kind for quote in reading.quotes).items():
        own.extracted.labels(kind).inc(count)


def _count(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    own = meters()
    own.requests.labels(method, route, response.status_code).inc()
    own.seconds.labels(route).observe(took())
    return response


@metrics.route("/metrics")
@metrics.response(200, {"type": "string"}, content_type="text/plain", description="Prometheus' text format")
@needs("read")
def show_metrics() -> Response:
    """Tell Prometheus how many requests there were and how long they took, over all workers."""
    registry = meters().registry
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def register(app: Flask) -> None:
    """Count every request of an application."""
    app.extensions[NAME] = Meters()
    app.after_request(_count)
