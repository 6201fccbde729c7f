"""`quotes said`: everything that somebody said, newest first."""

from __future__ import annotations

import click

from quotes.cli.input.stance_option import add_stance
from quotes.cli.output.quote_pages import add_limit, show_quotes
from quotes.cli.output.quote_table import add_format
from quotes.collection.filters import by_speaker
from quotes.records.evidence import StanceKind
from quotes.store.contract.store import QuoteFilter


@click.command("said")
@click.argument("speaker", nargs=-1, required=True)
@add_stance
@add_limit
@add_format
def command(speaker: tuple[str, ...], stance: StanceKind | None, limit: int, form: str | None) -> int:
    """Show what somebody said, newest first.

    SPEAKER is a whole or part name, or a speaker's id (s12).
    """
    name = " ".join(speaker)
    wanted = by_speaker(QuoteFilter(stance=stance), name)
    return show_quotes(wanted, limit, form, f"Nothing that {name} said is in this collection.")
