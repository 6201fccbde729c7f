"""Options for a stretch of time, in days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class Day(click.DateTime):
    """A day as YYYY-MM-DD, handed on in the same form."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; a usage error if there is none such."""
        try:
            return super().convert(value, param, ctx).date().isoformat()
        except click.BadParameter:
            self.fail(f"{value} is not a day; write one like 2025-03-31", param, ctx)


def add_days(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options `--from`, `--to`, `--undated`, as `since`, `until` (ISO days or None), `undated`."""
    undated = click.option("--undated", is_flag=True,
                           help="With --from or --to: also what is undated, which they leave out.")(command)
    until = click.option("--to", "until", type=Day(), metavar="DAY",
                         help="Published on this day or earlier; a post goes by its own day.")(undated)
    return click.option("--from", "since", type=Day(), metavar="DAY",
                        help="Published on this day or later; a post goes by its own day.")(until)
