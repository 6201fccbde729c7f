"""`quotes takedown`: an article deleted for good."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.input.decision_options import add_why, agreed, by_me
from quotes.cli.output.terminal import plain, several, tell
from quotes.collection.filters import document_named
from quotes.collection.takedown.takedown import take_down
from quotes.records.document import Document
from quotes.records.outlet import outlet_of

REMOVED = (("revisions", "revision", "revisions"), ("characters", "character", "characters"),
           ("quotes", "quote", "quotes"), ("posts", "post among them", "posts among them"),
           ("speakers", "speaker who is in no other article", "speakers who are in no other article"))


@click.command("takedown")
@click.argument("document")
@add_why
@click.option("--yes", is_flag=True, help="Do it without asking.")
def command(document: str, why: str, yes: bool) -> int:
    """Delete an article for good: its text in all revisions and its quotes.

    DOCUMENT is its id (d12), or the address of the article. No ingest brings it back, unless it is asked to.
    """
    by = by_me("takedown", why)
    with opened_store() as store:
        found = document_named(store, document)
        quotes = several(len(store.document_quotes(found.id or "", None)), "quote", "quotes")
        if not yes and not agreed(f"Delete {_called(found)} with its {quotes} for good?"):
            tell("nothing was deleted; answer y to delete it, or give --yes")
            return 1
        removal = take_down(store, found.id or "", by)
    sys.stdout.write(f"Taken down: {plain(_called(found))}.\nDeleted: {_removed(removal.decision.after)}.\n"
                     f"On record as {removal.decision.id}.\n")
    if not removal.purged:
        tell("the database's log still has it, because somebody was reading; the next removal, or the end of the "
             "server, clears it")
    return 0


def _called(document: Document) -> str:
    """An article as a person knows it."""
    parts = [f"“{document.title}”" if document.title else "the article", f"({document.id})"]
    return " ".join([*parts, *(["of", outlet] if (outlet := outlet_of(document)) else [])])


def _removed(after: Mapping[str, Any]) -> str:
    return ", ".join(several(after[name], one, more) for name, one, more in REMOVED if after[name])
