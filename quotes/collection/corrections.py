"""What people corrected, in public: decisions with the quotes that they are about, but of nobody who objected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quotes.collection.filters import is_id
from quotes.records.quote import Quote
from quotes.store.contract.decisions import Action, Decision
from quotes.store.contract.store import Page, PageRequest, Store

# Takedowns and objections are in no public list, and a confirmation corrects nothing.
CORRECTIONS: tuple[Action, ...] = ("correct", "not_a_quote", "restore", "accept", "edit", "merge", "split", "set_aside")


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision, and the quote that it is about if it is about one."""

    decision: Decision
    quote: Quote | None = None


def corrections(store: Store, wanted: PageRequest) -> Page[Correction]:
    """What people corrected, the latest first; a page can have less than was wanted where some may not be shown."""
    page = store.decisions(CORRECTIONS, wanted)
    ids = dict.fromkeys(one for decision in page.items for one in _named(decision))
    quotes = {quote.id: quote for quote in store.quotes_of([one for one in ids if is_id(one, "q")])}
    objectors = store.objectors([one for one in ids if is_id(one, "s")])
    shown = []
    for decision in page.items:
        about = decision.about[0] if decision.about else ""
        quote = quotes.get(about)
        if is_id(about, "q") and (quote is None or quote.status == "hidden"):
            continue
        if not objectors.intersection(_named(decision)):
            shown.append(Correction(decision, quote))
    return Page(tuple(shown), page.next, page.prev)


def _named(decision: Decision) -> set[str]:
    """The ids of all whom a decision names."""
    return {*decision.about, *_ids_in(decision.before), *_ids_in(decision.after)}


def _ids_in(shown: Mapping[str, Any]) -> list[str]:
    named = [shown.get("speaker"), *shown.get("speakers", ())]
    return [one["id"] for one in named if isinstance(one, dict) and one.get("id")]
