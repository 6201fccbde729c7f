"""Quotes that a person has confirmed have a verdict that says so; before, only the name of who did was kept."""

from __future__ import annotations

import json

from quotes.store.engine.engine import Engine

CONFIRMED = 5
BY_READINGS = "(0, 1, 2, 3)"  # certain, likely, unsure, unknown: what a person set has a verdict of its own


def apply(engine: Engine) -> None:
    """Give the new verdict to every quote whose confirmation stands; undoing it gives the old one back as before."""
    standing = engine.ask("SELECT about FROM decision WHERE action = 'confirm' AND undone_by IS NULL")
    for (about,) in standing:
        for one in json.loads(about):
            engine.ask(f"UPDATE quote SET verdict = ? WHERE id = ? AND confirmed_by IS NOT NULL "
                       f"AND verdict IN {BY_READINGS}", (CONFIRMED, int(one.removeprefix("q"))))
