"""Writes the tables and the example outputs of all documents anew: `python -m tests.docs.refresh [DOCUMENT…]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.docs.shell import BLOCK, ROOT, shell, with_outputs
from tests.docs.tables import with_tables


def documents() -> list[Path]:
    """Everything in which there may be tables or examples."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def refreshed(text: str) -> str:
    """A document as it would be written now."""
    text = with_tables(text)
    if BLOCK.search(text):
        with shell(copy="../quotes" in text) as here:
            text = with_outputs(text, here)
    return text


def main(asked: list[str]) -> None:
    """Refresh the documents that are named, or all."""
    for document in [Path(name).resolve() for name in asked] or documents():
        before = document.read_text(encoding="utf-8")
        if (after := refreshed(before)) != before:
            document.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{document.relative_to(ROOT)} was brought up to date\n")


if __name__ == "__main__":
    main(sys.argv[1:])
