"""`quotes ingest`: articles into the store."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from quotes.cli import command_setup
from quotes.cli.input.article_files import ARCHIVES, LINES, STANDARD, TABLES, opened, read_article, shown_name
from quotes.cli.input.article_tables import rows
from quotes.cli.input.corpus_run import parsed
from quotes.cli.input.language_option import add_language, in_language
from quotes.cli.input.web_archives import Capture, captures
from quotes.cli.output.quote_table import quote_table
from quotes.cli.output.terminal import plain, tell
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.reading.readers.budget import Budget, budget_of, size_of
from quotes.reading.readers.reader import read_apart
from quotes.records.document import Article
from quotes.records.errors import InvalidInput, QuotesError, StoreError, TakenDown
from quotes.records.outlet import outlet_of
from quotes.records.reading import Reading
from quotes.schemas.corpus import load_article
from quotes.schemas.json_lines import Line, corpus_lines
from quotes.store.contract.store import Kept, Store

SAID = (("new", "new"), ("revision", "changed"), ("same", "already here"),
        ("taken down", "taken down before and left out"), ("failed", "failed"))
PASSED_OVER = (("revisit", "visits that found the same page again"), ("no page", "records that are no pages"))
LONG = 100_000  # characters; what is longer is read in a process apart, which can be ended
AT_ONCE, SECONDS = 100, 1.0  # articles kept together at the most, and how long reading them may take
ARTICLES = (".txt", ".html", ".htm", ".xhtml")


Answer = TypeVar("Answer")
Read = tuple[str, Reading]  # what an article is called, and what was found in it


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be: a whole file, a line of one, or a record of one.

    `called` is what messages call it. `article` gives the article itself, or raises InvalidInput if there is none.
    """

    called: str
    article: Callable[[], Article]


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@add_language
@click.option("--show", is_flag=True, help="Print the quotes of these articles as a table afterwards.")
@click.option("--again", is_flag=True, help="Also keep articles that were taken down; this undoes the takedown.")
def command(paths: tuple[str, ...], language: str | None, show: bool, again: bool) -> int:
    """Read articles and keep their quotes.

    PATH is a text or HTML file, a folder of them, JSON Lines with one article a line, CSV or a JSON array with one a
    row, or a web archive (WARC, WARC.gz), of which the pages are read. Safe to repeat. Articles that were taken down
    are left out.
    """
    settings = command_setup.settings()
    limit, budget = settings.max_bytes, budget_of(settings, cores=1)
    count: Counter[str] = Counter()
    by = By("quotes ingest --again", command_setup.now()) if again else None
    with command_setup.opened_store() as store:
        found = (replace(one, article=partial(_in_language, one, language)) for one in sources(paths, limit, count))
        for batch in _batches(found, count, budget):
            for called, kept in _kept(store, batch, count, by):
                if show:
                    _show(store, kept, called)
    _sum_up(count)
    return 1 if count["failed"] else 0


def sources(paths: Iterable[str], limit: int, count: Counter[str]) -> Iterator[Source]:
    """Everything to be read, in order; what cannot be opened is told and counted."""
    for path in paths:
        for file in _files(path):
            try:
                yield from _in_file(file, limit, count)
            except OSError as error:
                _tell_failed(file, error.strerror or str(error), count)
            except InvalidInput as error:
                _tell_failed(file, str(error), count)


def _files(path: str) -> list[str]:
    """A file itself, or the files of a folder that look like articles, by name, hidden ones left out."""
    if path == STANDARD or not Path(path).is_dir():
        return [path]
    inside = (file for file in sorted(Path(path).rglob("*")) if file.name.lower().endswith(LINES + ARCHIVES + ARTICLES))
    return [str(file) for file in inside
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)]


def _in_file(file: str, limit: int, count: Counter[str]) -> Iterator[Source]:
    called = shown_name(file)
    if file.lower().endswith(ARCHIVES):
        for record in captures(file, limit):
            if record.passed:
                count[record.passed] += 1
            else:
                address = f" ({record.address})" if record.address else ""
                yield Source(f"{called}, record {record.number}{address}", partial(_captured, record))
    elif file.lower().endswith(LINES):
        with opened(file) as stream:
            for line in corpus_lines(stream, limit):
                yield Source(f"{called}, line {line.number}", partial(_on_line, line))
    elif file.lower().endswith(TABLES):
        for number, article in rows(file):
            yield Source(f"{called}, article {number}", article)
    else:
        yield Source(called, partial(read_article, file, limit))


def _on_line(line: Line) -> Article:
    return load_article(parsed(line))


def _captured(record: Capture) -> Article:
    if record.article is None:
        raise record.fault or InvalidInput("there is no page in it")
    return record.article


def _batches(found: Iterable[Source], count: Counter[str], budget: Budget) -> Iterator[list[Read]]:
    """Articles read, those of a second together, so that few transactions keep many and what is read is soon kept."""
    batch: list[Read] = []
    began = time.monotonic()
    for source in found:
        reading = _told(source.called, partial(_reading, source, budget), count)
        if reading is not None:
            batch.append((source.called, reading))
        if len(batch) == AT_ONCE or time.monotonic() - began > SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    yield batch


def _kept(store: Store, batch: list[Read], count: Counter[str], again: By | None) -> list[tuple[str, Kept]]:
    """Keep a batch in one transaction; if something is wrong with one of them, each in its own."""
    try:
        with store.writing():
            done = [(called, keep(store, reading, again)) for called, reading in batch]
    except StoreError:
        raise
    except QuotesError:
        alone = [(called, _told(called, partial(keep, store, reading, again), count)) for called, reading in batch]
        done = [(called, kept) for called, kept in alone if kept is not None]
    count.update(kept.outcome for _, kept in done)
    return done


def _told(called: str, do: Callable[[], Answer], count: Counter[str]) -> Answer | None:
    """Do something with one article; whatever is wrong with it is told and counted, and the next one goes on."""
    try:
        return do()
    except StoreError:
        raise  # it would be the same with every other article
    except OSError as error:
        _tell_failed(called, error.strerror or str(error), count)
    except TakenDown:
        count["taken down"] += 1
    except QuotesError as error:
        _tell_failed(called, str(error), count)
    return None


def _in_language(source: Source, language: str | None) -> Article:
    return in_language(source.article(), language)


def _reading(source: Source, budget: Budget) -> Reading:
    article = source.article()
    try:
        if size_of(article) > LONG:
            return read_apart(article, budget)
        return read_document(article, most=budget.quotations)
    except QuotesError:
        raise
    except Exception as error:  # a fault of ours, not of the article: told with its kind, so that it can be reported
        raise QuotesError(f"it could not be read ({type(error).__name__}: {error})") from error


def _tell_failed(called: str, why: str, count: Counter[str]) -> None:
    count["failed"] += 1
    tell(why if why.startswith(called) else f"{called}: {why}")


def _show(store: Store, kept: Kept, called: str) -> None:
    """Write the quotes of one kept document, under its title or, without one, what its file is called."""
    document = kept.document
    known = (document.title or called, outlet_of(document), (document.published_at or "")[:10])
    heading = " · ".join(part for part in known if part)
    lines = [plain(heading), "", *quote_table(store.document_quotes(document.id)), "", ""]
    sys.stdout.write("\n".join(lines))


def _sum_up(count: Counter[str]) -> None:
    parts = [f"{count[outcome]} {said}" for outcome, said in SAID if count[outcome]]
    sys.stdout.write(f"Articles: {', '.join(parts) or 'none found'}.\n")
    passed = [f"{count[why]} {said}" for why, said in PASSED_OVER if count[why]]
    if passed:
        sys.stdout.write(f"Passed over: {', '.join(passed)}.\n")
