"""What a saved search asks for: its query string, canonical and read again, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from quotes.api.filter_words import FILTER_WORDS
from quotes.api.http.problems import Fault, pointer_to
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.http.request_input import faults_of, invalid
from quotes.api.labels import day, one_line
from quotes.api.resources.filters import quote_filter
from quotes.collection.filters import is_speaker_id
from quotes.collection.own_searches import filter_now
from quotes.records.outlet import shown_outlet
from quotes.records.search_question import LONGEST_LABEL
from quotes.schemas.search.own_search import FILTERS, PASSED_OVER, SavedQuerySchema
from quotes.store.contract.store import QuoteFilter

QUERY = SavedQuerySchema()
DEFAULTS = {"stance": "asserted", "plain": False, "undated": False}
ASK = "Say what to look for: words, a name, an outlet, or another filter."


def canonical(query: str) -> str:
    """A query string in the one form in which it is kept; a Problem if it asks for nothing, or for the unknown."""
    pairs = [(name, value.strip()) for name, value in parse_qsl(query.lstrip("?"), keep_blank_values=True)
             if name not in PASSED_OVER]
    given = {name: value for name, value in pairs if value and (name, value) != ("status", "active")}
    if len({name for name, _ in pairs}) < len(pairs):
        raise invalid([Fault("Give each parameter once.", pointer_to("query"))])
    if found := QUERY.validate(given):
        faults = [Fault(f"{one.parameter}: {one.detail}", pointer_to("query")) for one in faults_of({"query": found})]
        raise invalid(faults)
    loaded = QUERY.load(given)
    kept = {name: _written(loaded[_attribute(name)]) for name in FILTERS
            if name in given and loaded[_attribute(name)] != DEFAULTS.get(name)}
    if not kept.get("q"):
        kept = {name: value for name, value in kept.items() if name not in ("q", "plain")}
    if not ("from" in kept or "to" in kept):
        kept.pop("undated", None)
    if not kept:
        raise invalid([Fault(ASK, pointer_to("query"))])
    return urlencode(kept)


def parameters(query: str) -> dict[str, str]:
    """The parameters of a canonical query string."""
    return dict(parse_qsl(query))


def wanted(query: str, limit_ms: int | None = None) -> QuoteFilter:
    """The filter of the quotes that a canonical query string means now, only active ones; found in a limit of time."""
    limit = current_settings().search_timeout_ms if limit_ms is None else limit_ms
    loaded: Mapping[str, Any] = {"status": "active", **QUERY.load(parameters(query))}
    within = quote_filter({name: value for name, value in loaded.items() if name != "q"})
    return filter_now(current_store(), loaded["q"], within, loaded["plain"], limit)


def in_words(query: str) -> list[tuple[str, str]]:
    """What a canonical query string asks for, part by part: what kind of part it is, and its value in words."""
    asked, store = parameters(query), current_store()
    found = [("", asked["q"])] if "q" in asked else []
    if speaker := asked.get("speaker"):
        kept = store.speaker(speaker) if is_speaker_id(speaker) else None
        found.append(("by", kept.name if kept else speaker))
    if publisher := asked.get("publisher"):
        outlet = store.outlet(publisher)
        found.append(("in", shown_outlet(outlet.publisher, outlet.publisher_printed) if outlet else publisher))
    for name, label, words in FILTER_WORDS:
        if value := asked.get(name):
            found.append((label, words.get(value, value)))
    if "from" in asked or "to" in asked:
        days = " to ".join(part for part in (day(asked.get("from")), day(asked.get("to"))) if part)
        found.append(("", days if "from" in asked and "to" in asked else
                      f"since {days}" if "from" in asked else f"until {days}"))
    return found


def default_label(query: str) -> str:
    """What a saved search is called if its owner says nothing: by what it looks for."""
    return one_line(" · ".join(value for _, value in in_words(query)), LONGEST_LABEL)


def _attribute(name: str) -> str:
    return {"from": "since", "to": "until"}.get(name, name)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(value.split()) if isinstance(value, str) else str(value)
