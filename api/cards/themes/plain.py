"""Black on white without serifs, with the strongest contrast."""

from __future__ import annotations

from quotes.api.cards.themes.contract import Theme

THEME = Theme(name="plain", scheme="light", sheet="#ffffff", ink="#000000", dim="#303030", line="#000000",
              accent="#00348c", doubt="#8a0000", checked="#00348c", words="sans")
