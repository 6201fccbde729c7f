"""`quotes merge`: two speakers who are one person made one."""

from __future__ import annotations

import sys

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.input.decision_options import add_why, by_me
from quotes.cli.output.terminal import plain, several
from quotes.collection.decisions.merges import merge
from quotes.collection.decisions.speaker_input import kept_speaker


@click.command("merge")
@click.argument("speaker")
@click.argument("into")
@add_why
def command(speaker: str, into: str, why: str) -> int:
    """Say that two speakers are one: quotes, names and accounts of SPEAKER go over to INTO.

    Both are an id (s12), or a full name that only one speaker bears. The id of SPEAKER goes on to lead to INTO.
    """
    by = by_me("merge", why)
    with opened_store() as store:
        one, other = kept_speaker(store, speaker, "speaker"), kept_speaker(store, into, "into")
        decision = merge(store, one.id, other.id, by)
    quotes = several(decision.after["quotes"], "quote", "quotes")
    sys.stdout.write(f"Merged: {plain(one.name)} ({one.id}) into {plain(other.name)} ({other.id}), with {quotes}.\n"
                     f"On record as {decision.id}; POST /v1/decisions/{decision.id}/undo takes it back.\n")
    return 0
