"""/v1/stats: who is quoted, and how much of it has no name."""

from __future__ import annotations

from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_context import current_store
from quotes.collection.statistics import SpeakerStatistics, over_time, speaker_statistics, unnamed_sources
from quotes.schemas.statistics import (
    MonthStatsSchema,
    PeriodQuerySchema,
    SpeakerStatsQuerySchema,
    SpeakerStatsSchema,
    UnnamedStatsSchema,
)
from quotes.store.contract.statistics import Period

stats = Resources("stats", __name__, url_prefix="/v1", description="Counts over many quotes.")


@stats.route("/stats/speakers")
@stats.arguments(SpeakerStatsQuerySchema, location="query")
@stats.response(200, SpeakerStatsSchema, example=examples.SPEAKER_STATS)
@needs("read")
def count_speakers(query: dict[str, Any]) -> SpeakerStatistics:
    """Count who is quoted most, who is new, and how much is of unnamed sources or of nobody known.

    The same words of the same speaker count once where they are printed again within a week, so that an agency's text
    in several outlets is one.
    """
    return speaker_statistics(current_store(), period_of(query), query["limit"])


@stats.route("/stats/unnamed")
@stats.arguments(PeriodQuerySchema, location="query")
@stats.response(200, UnnamedStatsSchema, example=examples.UNNAMED_STATS)
@needs("read")
def count_unnamed(query: dict[str, Any]) -> dict[str, Any]:
    """Count quotes of unnamed sources, by outlet and month."""
    return {"items": unnamed_sources(current_store(), period_of(query))}


@stats.route("/stats/months")
@stats.arguments(PeriodQuerySchema, location="query")
@stats.response(200, MonthStatsSchema)
@needs("read")
def count_months(query: dict[str, Any]) -> dict[str, Any]:
    """Count quotes by month over all outlets, and how many are of unnamed sources or of nobody known."""
    return {"items": over_time(current_store(), period_of(query))}


def period_of(query: dict[str, Any]) -> Period:
    """The period and the outlet that a query asks for."""
    since, until = query.get("since"), query.get("until")
    return Period(since.isoformat() if since else None, until.isoformat() if until else None, query.get("publisher"),
                  query["undated"])
