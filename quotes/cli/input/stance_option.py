"""The option for what an article says of the words: said, denied, alleged, or supposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import click

from quotes.records.evidence import StanceKind

ANY = "any"


class Stance(click.Choice[str]):
    """A stance by its name, or any; any is handed on as None, which narrows nothing."""

    def __init__(self) -> None:
        super().__init__([*get_args(StanceKind), ANY])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The stance, or None; a usage error if there is none such."""
        chosen = super().convert(value, param, ctx)
        return None if chosen == ANY else chosen


def add_stance(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--stance`: a kind of stance, or None for any."""
    return click.option("--stance", type=Stance(), default="asserted", show_default=True,
                        help="Words that were said, or those that the article calls denied, alleged, or hypothetical.",
                        )(command)
