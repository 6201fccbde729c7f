"""`quotes tidy`: entries of the list of speakers that are nobody, shown and taken off it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.input.decision_options import agreed, by_me
from quotes.cli.output.table import table
from quotes.cli.output.terminal import plain, several, tell, width
from quotes.collection.decisions.no_speakers import NoSpeaker, no_speakers, set_aside, why_nobody
from quotes.collection.decisions.speaker_input import kept_speaker
from quotes.records.errors import Conflict
from quotes.store.contract.store import Store

HEAD = ("Speaker", "Name", "Kind", "Quotes", "Why")
NAMED = "named by hand"


@click.command("tidy")
@click.argument("speakers", nargs=-1)
@click.option("--keep", multiple=True, metavar="ID", help="Leave this one on the list; can be given several times.")
@click.option("--why", metavar="TEXT", help="The reason that is kept on record. Without it: what each entry is.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
def command(speakers: tuple[str, ...], keep: tuple[str, ...], why: str | None, yes: bool) -> int:
    """Take entries off the list of speakers that are nobody: bare pronouns, numbers, “Photo”, “mask”.

    It shows them first, and asks. SPEAKERS are ids (s12) or names, if others are meant than those it finds. Their
    quotes stay, with an unknown speaker. Each entry is a decision of its own, which can be undone.
    """
    with opened_store() as store:
        found = [one for one in (_named(store, speakers) if speakers else no_speakers(store))
                 if one.speaker.id not in keep]
        if not found:
            sys.stdout.write("Every entry of the list of speakers may be somebody; there is nothing to do.\n")
            return 0
        for line in table(HEAD, [_row(one) for one in found], width()):
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
        if not yes and not agreed(f"Take {several(len(found), 'entry', 'entries')} off the list of speakers?"):
            tell("nothing was changed; answer y to do it, or give --yes")
            return 1
        return _done(store, found, why)


def _done(store: Store, found: Sequence[NoSpeaker], why: str | None) -> int:
    """Set each aside by a decision of its own; one that cannot be is told, and the others go on."""
    made = []
    for one in found:
        try:
            made.append(set_aside(store, one.speaker.id, by_me("tidy", why or one.why)).id)
        except Conflict as error:
            tell(str(error))
    if made:
        on_record = made[0] if len(made) == 1 else f"{made[0]} to {made[-1]}"
        sys.stdout.write(f"Taken off the list: {several(len(made), 'entry', 'entries')}. On record as {on_record}; "
                         f"POST /v1/decisions/{made[-1]}/undo takes the last one back.\n")
    return 0 if len(made) == len(found) else 1


def _named(store: Store, typed: Sequence[str]) -> list[NoSpeaker]:
    who = {(one := kept_speaker(store, name, "speakers")).id: one for name in typed}
    return [NoSpeaker(one, why_nobody(one.name) or NAMED, len(store.speaker_quotes(one.id))) for one in who.values()]


def _row(one: NoSpeaker) -> tuple[str, ...]:
    return one.speaker.id, plain(one.speaker.name), one.speaker.kind, str(one.quotes), one.why
