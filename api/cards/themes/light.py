"""Dark words on a white card."""

from __future__ import annotations

from quotes.api.cards.themes.contract import Theme

THEME = Theme(name="light", scheme="light", sheet="#ffffff", ink="#1b1c1e", dim="#565a61", line="#dedbd3",
              accent="#8a2b1d", doubt="#7d4f00", checked="#553190")
