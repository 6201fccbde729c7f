"""SECURITY.md against the tests: every item has its module, and every test that it names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ITEMS = [f"API{number}" for number in range(1, 11)]


def rows() -> dict[str, list[str]]:
    """The tests that each row of the table names."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    return {match[1]: re.findall(r"`(test_\w+)`", match[0]) for match in re.finditer(r"^\| (API\d+) .*$", text, re.M)}


def asserting(module: Path) -> set[str]:
    """The names of the tests of a module that assert something."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
            and any(isinstance(part, ast.Assert) or (isinstance(part, ast.Attribute) and part.attr == "raises")
                    for part in ast.walk(one))}


def test_every_item_has_a_row():
    assert list(rows()) == ITEMS


@pytest.mark.parametrize("item", ITEMS)
def test_the_tests_that_an_item_names_are_there(item: str):
    (module,) = (ROOT / "tests" / "security").glob(f"test_{item.lower()}_*.py")
    named = rows()[item]
    assert len(named) >= 3 and set(named) <= asserting(module)


@pytest.mark.parametrize("link", re.findall(r"\]\((docs/[^)#]+)", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))
def test_links_lead_somewhere(link: str):
    assert (ROOT / link).is_file()
