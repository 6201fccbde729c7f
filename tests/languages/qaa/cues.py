"""The words around quotations."""

from __future__ import annotations

from quotes.languages.contract import Cues


def part() -> Cues:
    """What tells outlets and titles of works."""
    return Cues(telling=frozenset(["tolda"]), relays=frozenset(["radiona"]), works=frozenset(["romana"]))
