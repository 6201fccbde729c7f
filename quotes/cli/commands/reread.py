"""`quotes reread`: kept articles read anew, after the extractor or its weights have changed."""

from __future__ import annotations

import sys
from collections import Counter

import click

from quotes.cli import command_setup
from quotes.cli.output.terminal import tell
from quotes.collection.rereading import documents_to_read, reread
from quotes.reading.pipeline import engine, reading_of
from quotes.records.document import Document
from quotes.records.errors import QuotesError, StoreError
from quotes.records.reading import Reading
from quotes.store.contract.store import Store

DOCUMENTS = (("reread", "read anew"), ("current", "up to date"), ("changed", "changed meanwhile"), ("failed", "failed"))
QUOTES = (("stayed", "stayed"), ("came", "new"), ("went", "withdrawn"))


@click.command("reread")
@click.option("--all", "every", is_flag=True, help="Read all articles, even those that this version has already read.")
def command(every: bool) -> int:
    """Bring kept articles up to date.

    Every article that another version has read is read anew from its kept text. Quotes keep their ids where the same
    words stand at the same place; what people decided stays. Safe to interrupt and to repeat.
    """
    count: Counter[str] = Counter()
    with command_setup.opened_store() as store:
        for document, wanted in documents_to_read(store, engine(), every):
            if wanted:
                _reread(store, document, count)
            else:
                count["current"] += 1
    sys.stdout.write(f"Articles: {_said(count, DOCUMENTS) or 'none kept'}.\n")
    if count["reread"]:
        sys.stdout.write(f"Quotes: {_said(count, QUOTES) or 'none'}.\n")
    return 1 if count["failed"] else 0


def _reread(store: Store, document: str, count: Counter[str]) -> None:
    """Read one article anew; whatever goes wrong with it is told and counted, and the next one goes on."""
    try:
        done = reread(store, document, _reading)
    except StoreError:
        raise  # it would be the same with every other article
    except QuotesError as error:
        count["failed"] += 1
        tell(f"{document}: {error}")
    else:
        count[done.outcome] += 1
        count.update(stayed=done.stayed, came=done.came, went=done.went)


def _reading(document: Document) -> Reading:
    try:
        return reading_of(document)
    except QuotesError:
        raise
    except Exception as error:  # a fault of ours, not of the article: told with its kind, so that it can be reported
        raise QuotesError(f"it could not be read ({type(error).__name__}: {error})") from error


def _said(count: Counter[str], outcomes: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{count[outcome]} {said}" for outcome, said in outcomes if count[outcome])
