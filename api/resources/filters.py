"""From the parameters of an address to what a store understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.api.http.access_control import holds
from quotes.api.http.problems import Problem
from quotes.collection.filters import by_speaker, by_words, speakers_like
from quotes.records.evidence import StanceKind
from quotes.schemas.filters import ANY_STANCE
from quotes.store.contract.store import QuoteFilter, SpeakerFilter


def quote_filter(query: Mapping[str, Any]) -> QuoteFilter:
    """Which quotes a query asks for; a Problem for hidden ones, unless an admin asks."""
    if query["status"] == "hidden" and not holds("admin"):
        raise Problem("scope-too-small", "Hidden quotes are shown only to keys with the scope admin.")
    since, until = query.get("since"), query.get("until")
    wanted = QuoteFilter(
        document_id=query.get("document"),
        kind=query.get("kind"),
        verdict=query.get("verdict"),
        status=query["status"],
        stance=stance_of(query),
        publisher=query.get("publisher"),
        min_confidence=query.get("min_confidence"),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        undated=query.get("undated", False),
        speaker_kind=query.get("speaker_kind"),
        account=query.get("account"),
    )
    if "q" in query:
        wanted = by_words(wanted, query["q"])
    return by_speaker(wanted, query["speaker"]) if "speaker" in query else wanted


def stance_of(query: Mapping[str, Any]) -> StanceKind | None:
    """The stance that a query asks for; None for any."""
    asked: StanceKind | None = None if query["stance"] == ANY_STANCE else query["stance"]
    return asked


def speaker_filter(query: Mapping[str, Any]) -> SpeakerFilter:
    """Which speakers a query asks for."""
    wanted = SpeakerFilter(kind=query.get("kind"))
    return speakers_like(wanted, query["q"]) if "q" in query else wanted
