"""`quotes said`: everything that somebody said, newest first."""

from __future__ import annotations

import click

from quotes.cli.kept import add_limit, show_quotes
from quotes.cli.showing import add_format
from quotes.record.lookup import by_speaker
from quotes.store.contract import QuoteFilter


@click.command("said")
@click.argument("speaker", nargs=-1, required=True)
@add_limit
@add_format
def command(speaker: tuple[str, ...], limit: int, form: str | None) -> int:
    """Show what somebody said, newest first.

    SPEAKER is a whole or part name, or a speaker's id (s12).
    """
    name = " ".join(speaker)
    return show_quotes(by_speaker(QuoteFilter(), name), limit, form, f"Nothing that {name} said is in this collection.")
