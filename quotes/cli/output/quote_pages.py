"""Quotes from the store, a page at a time, as far as they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.output.quote_table import form_in_force, show_kept
from quotes.cli.output.terminal import tell
from quotes.records.quote import Quote
from quotes.store.contract.store import PageRequest, QuoteFilter, Store

SHOWN = 20
PAGE = 100


def add_limit(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--limit`."""
    return click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, metavar="N",
                        help="How many quotes at the most.")(command)


def show_quotes(wanted: QuoteFilter, limit: int, form: str | None, nothing: str) -> int:
    """Write the kept quotes that pass a filter, and tell where there are more than the limit."""
    with opened_store() as store:
        found = all_quotes(store, wanted, min(limit, PAGE))
        show_kept(islice(found, limit), form_in_force(form), nothing)
        if next(found, None) is not None:
            tell(f"these are the newest {limit}; there are more, which a higher --limit shows")
    return 0


def all_quotes(store: Store, wanted: QuoteFilter, at_once: int) -> Iterator[Quote]:
    """Every kept quote that passes a filter, asked for a page at a time."""
    page = store.quotes(wanted, PageRequest(at_once))
    yield from page.items
    while page.next is not None:
        page = store.quotes(wanted, PageRequest(at_once, page.next))
        yield from page.items
