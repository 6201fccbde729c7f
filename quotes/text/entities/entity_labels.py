"""Labels: what a word of a form can be a part of the name of."""

from __future__ import annotations

from typing import Literal

# Beside what names are of: a title that stands by itself, and a capitalised word that names nothing.
EntityKind = Literal["person", "organization", "place", "people", "work", "title", "nothing"]
LABELS: tuple[EntityKind, ...] = ("nothing", "person", "organization", "place", "people", "work")
NOTHING, PERSON, BODY, PLACE_LABEL = (LABELS.index(kind) for kind in ("nothing", "person", "organization", "place"))
