"""Functions and files stay small enough to be read in one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for folder in ("quotes", "schemas", "api", "bench") for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE = 60, 300


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    """The functions of a source that are too long, with their lengths in lines, decorators left out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield node.name, lines


def is_word_list(path: Path) -> bool:
    """Whether a file lies in a language's folder, where long lists of words are expected."""
    return "languages" in path.relative_to(ROOT).parts


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_too_long(path: Path):
    assert list(long_functions(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_too_long(path: Path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE or is_word_list(path), f"{lines} lines"


@pytest.mark.parametrize("body, found", [(1, []), (59, []), (60, [("f", 61)])])
def test_a_long_function_is_noticed(body: int, found: list[tuple[str, int]]):
    assert list(long_functions("def f():\n" + "    x = 1\n" * body)) == found
