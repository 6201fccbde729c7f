"""The words that point back."""

from __future__ import annotations

from quotes.languages.contract import References


def part() -> References:
    """Pronouns and articles."""
    return References(pronouns={"hen": "m", "shen": "f", "hena": "m", "shena": "f", "henis": "m", "shenis": "f"},
                      possessive_pronouns=frozenset(["henis", "shenis"]), definite=frozenset(["ul", "ula"]))
