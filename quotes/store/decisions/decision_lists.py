"""Decisions on record in a list of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.store.contract.decisions import Action
from quotes.store.contract.decisions import Decision as DecisionRecord
from quotes.store.contract.store import Page, PageRequest
from quotes.store.decisions.decisions import COLUMNS, read_decision
from quotes.store.engine.engine import select
from quotes.store.quotes.pagination import one_part, page
from quotes.store.store_part import Part
from quotes.store.tables.decisions import Decision


class DecisionListPart(Part):
    """What people decided, whatever it is about."""

    def decisions(self, actions: Sequence[Action], wanted: PageRequest) -> Page[DecisionRecord]:
        """Decisions of some kinds, newest first, and those that undo one of them."""
        undone = Decision.alias("undone")
        of_these = undone.select(undone.id).where(undone.action.in_(actions))
        query = Decision.select(*COLUMNS.values()).where(
            Decision.action.in_(actions) | ((Decision.action == "undo") & Decision.undoes.in_(of_these)))
        query = one_part(query, Decision.id, Decision.id, wanted, wanted.cursor.number if wanted.cursor else None)
        rows = select(self.engine, COLUMNS, query)
        return page(rows, wanted, "id", lambda kept: [read_decision(row) for row in kept])
