"""/statistics: who is quoted most, how much has no name, and how that goes over time, as charts and as tables."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.lists.charts import by_month, shares
from quotes.api.pages.lists.downloads import asked, csv_file, links
from quotes.api.resources.statistics import period_of
from quotes.collection.statistics import over_time, speaker_statistics, unnamed_sources
from quotes.schemas.lists.list_filters import StatisticsPageSchema

statistics_pages = Blueprint("statistics_pages", __name__, url_prefix="/statistics")
QUERY = StatisticsPageSchema()
SPEAKERS = ("id", "name", "kind", "quotes", "printed", "documents")
MONTHS = ("month", "quotes", "unnamed", "unnamed_share", "unknown", "unknown_share")
UNNAMED = ("publisher", "publisher_printed", "month", "quotes", "unnamed", "unnamed_share", "unknown")
EVERY = 10**9  # speakers: all of them


@statistics_pages.route("")
@needs("read")
def page() -> str:
    """Counts of a period and an outlet, or of everything: the numbers of /v1/stats."""
    query, store = asked(QUERY), current_store()
    period = period_of(query)
    counts, months = speaker_statistics(store, period, query["limit"]), over_time(store, period)
    return render_template("lists/statistics.html", query=query, counts=counts, months=months, chart=by_month(months),
                           shares=shares(counts), files=_files(query))


@statistics_pages.route("/speakers.csv")
@needs("read")
def speakers_csv() -> Response:
    """Everybody quoted in a period, the most quoted first, as CSV."""
    query = asked(QUERY)
    counts = speaker_statistics(current_store(), period_of(query), EVERY)
    rows = ((*_row(one, SPEAKERS), public(f"/speakers/{one.id}")) for one in counts.speakers)
    return csv_file("most-quoted", (*SPEAKERS, "page"), rows, query)


@statistics_pages.route("/months.csv")
@needs("read")
def months_csv() -> Response:
    """The months of a period over all outlets, as CSV."""
    query = asked(QUERY)
    rows = (_row(one, MONTHS) for one in over_time(current_store(), period_of(query)))
    return csv_file("months", MONTHS, rows, query)


@statistics_pages.route("/unnamed.csv")
@needs("read")
def unnamed_csv() -> Response:
    """Unnamed sources by outlet and month, as CSV."""
    query = asked(QUERY)
    rows = (_row(one, UNNAMED) for one in unnamed_sources(current_store(), period_of(query)))
    return csv_file("unnamed-sources", UNNAMED, rows, query)


def _row(record: Any, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in columns)


def _files(query: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The addresses of the numbers, by table, for the period that is asked for."""
    days = {name: query[field].isoformat() for name, field in (("from", "since"), ("to", "until")) if query.get(field)}
    asked_for = {**days, "publisher": query.get("publisher"), "undated": "true" if query["undated"] else None}
    return {kind: links(f"statistics_pages.{kind}_csv", route, **asked_for) for kind, route in (
        ("speakers", "stats.count_speakers"), ("months", "stats.count_months"), ("unnamed", "stats.count_unnamed"))}
