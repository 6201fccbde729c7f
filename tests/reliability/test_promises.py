"""The table of promises names tests and torture modules that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.torture.run_all import MODULES

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "reference" / "promises.md").read_text(encoding="utf-8").partition("<!-- promises -->")[2]
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in TABLE.splitlines()
        if line.startswith("| ") and not line.startswith(("| promise", "| ---"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip("| ")[:60])
def test_what_shows_a_promise_exists(row: list[str]):
    named = re.findall(r"`((?:tests|bench)/[^`]+)`", row[1])
    assert named and [one for one in named if not (ROOT / one).exists()] == []
    for one in named:
        found = [ROOT / one] if (ROOT / one).is_file() else sorted((ROOT / one).glob("test_*.py"))
        text = "".join(file.read_text(encoding="utf-8") for file in found)
        assert "def test_" in text if one.startswith("tests/") else "def main(" in text, one


def test_every_torture_module_is_run_and_promises_something():
    for name, _, _ in MODULES:
        assert (ROOT / "bench" / "torture" / f"{name}.py").is_file() and f"bench/torture/{name}.py" in TABLE


def test_all_promises_are_there():
    assert len(ROWS) >= 36 and sum(most for _, _, most in MODULES) <= 600
