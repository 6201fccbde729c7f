"""What a decision would change, found out by making it and taking everything back before anybody can see it."""

from __future__ import annotations

from collections.abc import Callable

from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import Store


class _TakenBack(Exception):
    """Ends the transaction in which a decision was only tried."""


def previewed(store: Store, decide: Callable[[], Decision]) -> Decision:
    """The decision as it would stand on record; nothing of it is kept. Whatever refuses it is raised as ever."""
    tried: list[Decision] = []
    try:
        with store.writing():
            tried.append(decide())
            raise _TakenBack
    except _TakenBack:
        return tried[0]


def quotes_touched(decision: Decision) -> int:
    """How many quotes a decision changes or changed."""
    state = decision.state
    for quotes in (state.get("quotes"), state.get("merge", {}).get("quotes")):
        if quotes:
            return len(quotes)
    return sum(len(ids) for ids in state.get("hidden", {}).values())
