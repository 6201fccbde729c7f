"""Quotes as the command line shows them: a table for a person, JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from quotes.cli.output.table import table
from quotes.cli.output.terminal import shows_tables, tell, width
from quotes.records.outlet import outlet_of
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.schemas.json_lines import json_line
from quotes.schemas.quote import dump_quote
from quotes.schemas.reading import dump_reading

FORMATS = ("table", "json", "jsonl")
HEAD = ("Who", "Words", "Kind", "Sure")
KEPT_HEAD = ("Date", "Where", "Who", "Words", "Quote")


def add_format(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--format`."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS),
        help="How to write it: a table, JSON, or JSON Lines with one quote a line. Without it: a table on a terminal, "
             "else JSON.",
    )(command)


def form_in_force(asked: str | None) -> str:
    """The format that was asked for, else the one that fits where the output goes."""
    return asked or ("table" if shows_tables() else "json")


def show_reading(reading: Reading, form: str) -> None:
    """Write everything found in one article."""
    if form == "table":
        _write_lines(quote_table(reading.quotes))
        for warned in reading.warnings:
            tell(warned.message)
        return
    written = dump_reading(reading)
    if form == "json":
        _write_lines([in_json(written, indent=2)])
    else:
        _write_lines(json_line(quote) for quote in written["quotes"])


def show_kept(quotes: Iterable[Quote], form: str, nothing: str) -> None:
    """Write quotes from the store; `nothing` is what a person is told where there are none."""
    if form == "jsonl":
        _write_lines(json_line(dump_quote(quote)) for quote in quotes)
    elif form == "json":
        _write_lines([in_json({"items": [dump_quote(quote) for quote in quotes]}, indent=2)])
    else:
        _write_lines(kept_table(tuple(quotes), nothing))


def quote_table(quotes: Iterable[Quote]) -> Iterator[str]:
    """The quotes of one article as the lines of a table."""
    rows = [(who(quote), words(quote), quote.kind, sureness(quote)) for quote in quotes]
    return table(HEAD, rows, width()) if rows else iter(["No quotations and no posts found."])


def kept_table(quotes: Iterable[Quote], nothing: str) -> Iterator[str]:
    """Quotes of many articles as the lines of a table."""
    rows = [(date_of(quote), where(quote), who(quote), words(quote), quote.id) for quote in quotes]
    return table(KEPT_HEAD, rows, width()) if rows else iter([nothing])


def who(quote: Quote) -> str:
    """The speaker as a table names it, with what is known beside the name."""
    speaker = quote.speaker
    lines = [speaker.name if speaker else "nobody named"]
    if speaker and speaker.description and speaker.description.casefold() != speaker.name.casefold():
        lines.append(speaker.description)
    if quote.via:
        lines.append(f"by way of {quote.via.name}")
    return "\n".join(lines)


def words(quote: Quote) -> str:
    """The words of a quote in marks; a post with where it was posted, and what the article says of them."""
    said = f"“{quote.text}”" if quote.text is not None else "(a post whose words are not in the page)"
    lines = [said, _posted(quote.post) if quote.post else "", stance_words(quote)]
    return "\n".join(line for line in lines if line)


def stance_words(quote: Quote) -> str:
    """What the article says of the words, where it does not stand by them: denied (“never said”); else nothing."""
    stance = quote.stance
    shown = f" (“{stance.text}”)" if stance.text else ""
    return "" if stance.kind == "asserted" else f"{stance.kind}{shown}"


def _posted(post: PostDetails) -> str:
    handle = f"@{post.handle}" if post.handle else None
    when = post.printed_date or (post.posted_at or "")[:10]
    return "on " + ", ".join(part for part in (post.platform, handle, when) if part)


def sureness(quote: Quote) -> str:
    """How sure the attribution is, in a word, and as a share where there is one."""
    return quote.verdict if quote.speaker is None else f"{quote.verdict} {quote.confidence:.0%}"


def where(quote: Quote) -> str:
    """The outlet and the title of the article in which a quote stands."""
    document = quote.document
    return "\n".join(part for part in (outlet_of(document), document.title) if part) if document else ""


def date_of(quote: Quote) -> str:
    """The day of the article in which a quote stands."""
    return (quote.document.published_at or "")[:10] if quote.document else ""


def in_json(value: object, indent: int | None = None) -> str:
    """A value as JSON, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)


def _write_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
