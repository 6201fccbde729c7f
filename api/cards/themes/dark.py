"""Light words on a dark card."""

from __future__ import annotations

from quotes.api.cards.themes.contract import Theme

THEME = Theme(name="dark", scheme="dark", sheet="#1e2024", ink="#eceae5", dim="#aeb2b9", line="#3b3f46",
              accent="#f0917f", doubt="#ecbf62", checked="#c9b2f4")
