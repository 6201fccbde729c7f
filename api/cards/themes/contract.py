"""What a theme of cards says: colours, and the style of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Theme:
    """The looks of a card; `accent` is also the colour of links, `doubt` and `checked` that of the marks."""

    name: str
    scheme: Literal["light", "dark"]
    sheet: str
    ink: str
    dim: str
    line: str
    accent: str
    doubt: str
    checked: str
    words: Literal["serif", "sans"] = "serif"
