"""`quotes search`: quotes by their words."""

from __future__ import annotations

from typing import Any, get_args

import click

from quotes.cli import command_setup
from quotes.cli.input.day_options import add_days
from quotes.cli.input.stance_option import add_stance
from quotes.cli.output.quote_pages import add_limit
from quotes.cli.output.quote_table import add_format, form_in_force, show_kept
from quotes.cli.output.terminal import tell
from quotes.collection.filters import by_speaker, by_words
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Verdict
from quotes.records.search_query import Order
from quotes.store.contract.store import PageRequest, QuoteFilter


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--speaker", metavar="NAME", help="Said by somebody: a whole or part name, or an id (s12).")
@click.option("--publisher", metavar="NAME", help="Printed by this outlet only: its domain or its name.")
@click.option("--kind", type=click.Choice(get_args(QuoteKind)), help="Of this kind only.")
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="With this verdict only.")
@add_stance
@add_days
@click.option("--sort", "order", type=click.Choice(get_args(Order)), default="date", show_default=True,
              help="The newest first (what is undated last), what came in last first, or the best match.")
@add_limit
@add_format
def command(words: tuple[str, ...], limit: int, form: str | None, order: Order, **asked: Any) -> int:
    """Show quotes with these words, newest first.

    A quote must have all of WORDS in it; in quotation marks they must stand side by side, begin* stands for every word
    that begins so, and -word for quotes without it (after -- on the command line).
    """
    typed = " ".join(words).strip()
    if not typed:
        raise click.UsageError("Give the words to look for")
    wanted = by_words(_filter(asked), typed)
    milliseconds = command_setup.settings().search_timeout_ms
    with command_setup.opened_store() as store:
        found = store.search(wanted, PageRequest(limit), order, milliseconds)
        show_kept(iter(found.page.items), form_in_force(form), f"No quote in this collection has these words: {typed}.")
    if found.partial:
        tell(f"the search took longer than {milliseconds} ms: these are the newest matches found by then; "
             f"QUOTES_SEARCH_TIMEOUT_MS gives it more time")
    elif found.page.next is not None:
        which = {"date": "newest", "added": "last added", "relevance": "best"}[order]
        tell(f"these are the {which} {limit}; there are more, which a higher --limit shows")
    return 0


def _filter(asked: dict[str, Any]) -> QuoteFilter:
    wanted = QuoteFilter(publisher=asked["publisher"], kind=asked["kind"], verdict=asked["verdict"],
                         stance=asked["stance"], since=asked["since"], until=asked["until"], undated=asked["undated"])
    return wanted if asked["speaker"] is None else by_speaker(wanted, asked["speaker"])
