"""The themes of cards: one file each in this folder, found by its name.

A theme is colours and the style of the words, as contract.py says. What a card shows, and where, is drawn in
svg_drawing.py.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from quotes.api.cards.themes.contract import Theme

NAMES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py") if path.stem != "contract"))
THEMES: dict[str, Theme] = {name: import_module(f"{__name__}.{name}").THEME for name in NAMES}
