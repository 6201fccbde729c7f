"""What is shown to a person: lines on standard error, and text that a terminal can show safely."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

NARROWEST, WIDEST = 60, 140
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tell(message: str) -> None:
    """Write one line to standard error, in place of a progress bar if there is one."""
    clear = "\r\x1b[K" if sys.stderr.isatty() else ""
    click.echo(clear + plain(f"quotes: {message}"), err=True)


def plain(text: str) -> str:
    """A text on one line, without characters that steer a terminal or turn its writing direction."""
    shown = ("" if c in TURNING else " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join("".join(shown).split())


def cells(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters take two, combining ones none."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> tuple[str, str]:
    """A text parted where it fills `width` columns; at least one character comes first."""
    taken = used = 0
    for character in text:
        used += _cell(character)
        if used > width and taken:
            break
        taken += 1
    return text[:taken], text[taken:]


def width() -> int:
    """How many columns a table may take."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def shows_tables() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


@contextmanager
def bar(label: str) -> Iterator[Callable[[float], None]]:
    """A progress bar on a terminal, which is told how much is done, from 0 to 1; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    steps = 1000
    with click.progressbar(length=steps, label=label, file=sys.stderr) as shown:
        yield lambda done: shown.update(max(0, round(done * steps) - shown.pos))


def several(count: int, one: str, more: str) -> str:
    """A number of things in words."""
    return f"{count} {one if count == 1 else more}"
