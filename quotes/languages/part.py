"""What all parts of a language have in common."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a language: lists of words that are empty unless they are given."""

    @property
    def is_empty(self) -> bool:
        """Whether every list of this part is empty, as in one that a language lacks."""
        return not any(getattr(self, one.name) for one in fields(self))
