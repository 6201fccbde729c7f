"""`quotes stats`: who is quoted, and how much of it has no name."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.input.day_options import add_days
from quotes.cli.output.quote_table import form_in_force, in_json
from quotes.cli.output.table import table
from quotes.cli.output.terminal import width
from quotes.collection.statistics import SpeakerStatistics, UnnamedShare, speaker_statistics, unnamed_sources
from quotes.records.outlet import shown_outlet
from quotes.schemas.statistics import dump_statistics
from quotes.store.contract.statistics import Period

HEAD = ("Who", "Kind", "Quotes", "Printed", "Articles", "Speaker")
MONTHS_HEAD = ("Month", "Where", "Quotes", "Unnamed", "Unknown")
FORMATS = ("table", "json")
SHOWN = 20


@click.command("stats")
@add_days
@click.option("--publisher", metavar="NAME", help="Printed by this outlet only: its domain or its name.")
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, metavar="N",
              help="How many speakers at the most.")
@click.option("--format", "form", type=click.Choice(FORMATS),
              help="How to write it: tables, or JSON. Without it: tables on a terminal, else JSON.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def command(limit: int, form: str | None, as_json: bool, publisher: str | None, **days: Any) -> int:
    """Count who is quoted most, and how much is of unnamed sources or of nobody known, by outlet and month too.

    The same words of the same speaker count once where they are printed again within a week.
    """
    period = Period(days["since"], days["until"], publisher, days["undated"])
    with opened_store() as store:
        counts, months = speaker_statistics(store, period, limit), unnamed_sources(store, period)
    if as_json or form_in_force(form) == "json":
        lines = iter([in_json(dump_statistics(counts, months), indent=2)])
    else:
        lines = _lines(counts, months)
    for line in lines:
        sys.stdout.write(line + "\n")
    return 0


def _lines(counts: SpeakerStatistics, months: Sequence[UnnamedShare]) -> Iterator[str]:
    """The counts for a person: a sentence, who is quoted most, and each outlet's months."""
    if not counts.quotes:
        yield "No quotes in this collection are of this time and outlet."
        return
    yield (f"Quotes: {counts.quotes}; {counts.unnamed_share:.0%} of unnamed sources, {counts.unknown_share:.0%} of "
           f"nobody known. New speakers: {counts.new}.")
    if counts.speakers:
        yield ""
        yield from table(HEAD, [(one.name or "", one.kind or "", str(one.quotes), str(one.printed),
                                 str(one.documents), one.id or "") for one in counts.speakers], width())
    yield ""
    yield from table(MONTHS_HEAD, [
        (one.month or "undated", shown_outlet(one.publisher, one.publisher_printed) or "no outlet named",
         str(one.quotes), _part(one.unnamed, one.quotes), _part(one.unknown, one.quotes)) for one in months], width())


def _part(count: int, whole: int) -> str:
    return f"{count} ({count / whole:.0%})" if whole else str(count)
