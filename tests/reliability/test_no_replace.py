"""No statement replaces rows: a row that is replaced leaves its words in the index behind."""

from __future__ import annotations

import re
from pathlib import Path

STORE = Path(__file__).parents[2] / "quotes" / "store"
REPLACING = re.compile(r"(?i:\bINSERT\s+OR\s+REPLACE\b|\bREPLACE\s+INTO\b)|\.replace_many\(|\b[A-Z]\w*\.replace\(\w+=")


def test_no_statement_replaces_rows():
    found = [f"{path.name}: {match[0]}" for path in sorted(STORE.rglob("*.py"))
             for match in REPLACING.finditer(path.read_text(encoding="utf-8"))]
    assert found == []


def test_one_that_did_would_be_noticed():
    assert all(REPLACING.search(one) for one in ("INSERT OR REPLACE INTO a", "replace into a", "Quote.replace(id=1)"))
    assert not REPLACING.search('text.replace("a", "b")')
