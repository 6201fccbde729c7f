"""What commands that decide something share: why, by whom, and a question before what cannot be taken back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from quotes.cli.command_setup import now
from quotes.cli.output.terminal import plain
from quotes.collection.decisions.quote_decisions import By

YES = frozenset({"y", "yes"})


def add_why(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--why`."""
    return click.option("--why", required=True, metavar="TEXT", help="The reason, which is kept on record.")(command)


def by_me(command: str, why: str) -> By:
    """Who decides on the command line: whoever sits at it; on record under the name of the command."""
    if not why.strip():
        raise click.UsageError("Give the reason with --why")
    return By(f"quotes {command}", now(), why)


def agreed(question: str) -> bool:
    """Whether the person at the keyboard answers yes; where nobody answers, that is a no."""
    click.echo(f"{plain(question)} [y/N] ", nl=False, err=True)
    return sys.stdin.readline().strip().lower() in YES
