"""Words by language, one folder each, loaded when first asked for."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from quotes.languages.contract import Language


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages that there are words for."""
    return tuple(sorted(p.parent.name for p in Path(__file__).parent.glob("*/__init__.py")))


@cache
def load(code: str) -> Language:
    """The words of one language; KeyError if there are none."""
    if code not in available():
        raise KeyError(code)
    language: Language = importlib.import_module(f"quotes.languages.{code}").language()
    return language


def read_words(folder: Path, name: str) -> list[str]:
    """The lines of a word file, without its comment lines."""
    lines = (folder / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
