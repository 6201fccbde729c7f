"""`quotes search`: quotes by their words."""

from __future__ import annotations

import click

from quotes.cli.kept import add_limit, show_quotes
from quotes.cli.showing import add_format
from quotes.store.contract import QuoteFilter


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@add_limit
@add_format
def command(words: tuple[str, ...], limit: int, form: str | None) -> int:
    """Show quotes with these words, newest first.

    A quote must have all of WORDS in it.
    """
    typed = tuple(" ".join(words).split())
    if not typed:
        raise click.UsageError("Give the words to look for")
    nothing = f"No quote in this collection has all of these words: {' '.join(typed)}."
    return show_quotes(QuoteFilter(words=typed), limit, form, nothing)
