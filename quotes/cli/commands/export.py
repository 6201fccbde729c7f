"""`quotes export`: the kept quotes as a file, in any of the formats, however many they are."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TextIO, get_args
from urllib.parse import quote as percent

import click
from click.core import ParameterSource

from quotes.cli import command_setup
from quotes.cli.input.day_options import add_days
from quotes.cli.input.stance_option import add_stance
from quotes.cli.output.not_quote_rows import rows, written
from quotes.cli.output.quote_pages import PAGE, all_quotes
from quotes.cli.output.terminal import several, tell
from quotes.collection.filters import by_speaker, by_words
from quotes.records.quotation import QuoteKind
from quotes.records.quote import Quote, Status, Verdict
from quotes.schemas.editors.editor_name import kept_back
from quotes.schemas.formats.catalogue import BY_NAME
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.formats.csv import MARK
from quotes.store.contract.store import QuoteFilter, Store


@click.command("export")
@click.option("--format", "format_", type=click.Choice(list(BY_NAME)), default="jsonl", show_default=True,
              help="JSON Lines, CSV, JSON-LD or Web Annotations.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="The file to write, which appears once it is complete; without it, standard output.")
@click.option("--speaker", help="Of this speaker only: an id (s12), or a whole or part name.")
@click.option("--words", help="With all these words only.")
@click.option("--publisher", help="Of this outlet only: its domain or its name.")
@click.option("--document", help="Of this document only (d12).")
@click.option("--kind", type=click.Choice(get_args(QuoteKind)), help="Of this kind only.")
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="With this verdict only.")
@click.option("--status", type=click.Choice(get_args(Status)), default="active", show_default=True,
              help="With this status only.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="With at least this confidence, 0 to 1.")
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which Excel knows UTF-8.")
@click.option("--not-quotes", is_flag=True,
              help="In place of quotes, what else stands in quotation marks, with the reason; of --document or of all.")
@click.option("--editors", is_flag=True,
              help="With the names of the keys with which people confirmed or corrected; else “a person” stands there, "
                   "unless QUOTES_SHOW_EDITORS says otherwise.")
@add_stance
@add_days
def command(format_: str, out: Path | None, **asked: Any) -> int:
    """Write the kept quotes, newest first, to a file or to standard output.

    All filters narrow. The addresses in it start with QUOTES_PUBLIC_URL.
    """
    if asked["bom"] and format_ != "csv":
        raise click.UsageError("--bom is for --format csv.")
    if asked["not_quotes"]:
        return _not_quotes(format_, out, asked)
    hidden = not (asked["editors"] or command_setup.settings().show_editors)
    with command_setup.opened_store() as store, _sink(out) as sink, kept_back(hidden):
        sink.write(MARK if asked["bom"] else "")
        number = _write(store, BY_NAME[format_], _wanted(asked), sink)
    if out:
        tell(f"{several(number, 'quote', 'quotes')} written to {out}")
    return 0


def _not_quotes(format_: str, out: Path | None, asked: dict[str, Any]) -> int:
    """Write what is in quotation marks and no quote; only filters of documents mean something for it."""
    if format_ not in ("jsonl", "csv"):
        raise click.UsageError("--not-quotes is written as jsonl or csv.")
    context = click.get_current_context()
    given = [name for name in asked if name not in ("document", "bom", "not_quotes")
             and context.get_parameter_source(name) is not ParameterSource.DEFAULT]
    if given:
        raise click.UsageError(f"--not-quotes is narrowed by --document alone, not by --{given[0].replace('_', '-')}.")
    with command_setup.opened_store() as store, _sink(out) as sink:
        sink.write(MARK if asked["bom"] else "")
        for piece in written(rows(store, asked["document"]), format_):
            sink.write(piece)
        sink.flush()
    return 0


def _wanted(asked: dict[str, Any]) -> QuoteFilter:
    """The filter that the options ask for."""
    found = QuoteFilter(
        document_id=asked["document"], kind=asked["kind"], verdict=asked["verdict"], status=asked["status"],
        stance=asked["stance"], publisher=asked["publisher"], min_confidence=asked["min_confidence"],
        since=asked["since"], until=asked["until"], undated=asked["undated"],
    )
    if asked["words"]:
        found = by_words(found, asked["words"])
    return found if asked["speaker"] is None else by_speaker(found, asked["speaker"])


def _write(store: Store, format_: Format, wanted: QuoteFilter, sink: TextIO) -> int:
    """Write the quotes that pass a filter, piece by piece; how many there were."""
    public_url = command_setup.settings().public_url
    about = About(lambda path: public_url + percent(path, safe="/?&=%:~+,;@!$'()*-._"))
    count = 0

    def counted(reached: Callable[[int], None]) -> Iterator[Placed]:
        nonlocal count
        for placed in _placed(store, format_, all_quotes(store, wanted, PAGE)):
            yield placed
            count += 1
            reached(count)

    with _progress(store, wanted, sink) as reached:
        for piece in format_.many(counted(reached), about):
            sink.write(piece)
        sink.flush()
    return count


@contextmanager
def _progress(store: Store, wanted: QuoteFilter, sink: TextIO) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal, where there is one that the quotes do not go to as well; only then are they counted."""
    if sink.isatty() or not sys.stderr.isatty():
        yield lambda count: None
        return
    with click.progressbar(length=store.count_quotes(wanted), label="Writing", file=sys.stderr) as bar:
        yield lambda count: bar.update(count - bar.pos)


def _placed(store: Store, format_: Format, quotes: Iterator[Quote]) -> Iterator[Placed]:
    """Quotes with the words around them where the format needs those, a page at a time."""
    while some := list(islice(quotes, PAGE)):
        around = store.around([quote.id for quote in some], format_.around) if format_.around else {}
        yield from (Placed(quote, *around.get(quote.id, ())) for quote in some)


@contextmanager
def _sink(out: Path | None) -> Iterator[TextIO]:
    """Where to write: standard output, or a file beside the one that was named, put in its place at the end."""
    if out is None:
        yield sys.stdout
        return
    partial = out.with_name(f".{out.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
