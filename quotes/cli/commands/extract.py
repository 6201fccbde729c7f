"""`quotes extract`: who says what in one article, or in every article of a corpus."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import click

from quotes.cli import command_setup
from quotes.cli.input.article_files import STANDARD, Content, opened, read_article, shown_name
from quotes.cli.input.corpus_run import Outcome, read_lines
from quotes.cli.input.language_option import add_language, in_language
from quotes.cli.input.resumption import Remaining, cut_partial_line
from quotes.cli.output.quote_table import add_format, form_in_force, show_reading
from quotes.cli.output.terminal import tell
from quotes.reading.pipeline import read_document
from quotes.records.errors import InvalidInput
from quotes.schemas.json_lines import Line, corpus_lines


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the article and its form, or the corpus and where its output goes."""

    file: str | None
    as_html: bool
    as_text: bool
    language: str | None
    form: str | None
    corpus: str | None
    out: str | None
    jobs: int
    resume: bool


@click.command("extract")
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option("--html", "as_html", is_flag=True, help="The article is a page, whatever it looks like.")
@click.option("--text", "as_text", is_flag=True, help="The article is plain text, whatever it looks like.")
@add_language
@add_format
@click.option("--corpus", metavar="IN.jsonl",
              help='A file of articles, one a line: {"id", "text" or "html", "url", "title", …}. Writes a line of JSON '
                   'for each.')
@click.option("--out", metavar="FILE", help="Where the lines of --corpus go; standard output without it.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N",
              help="How many processes read a corpus.")
@click.option("--resume", is_flag=True, help="Continue an earlier run where the lines in --out end.")
def command(**options: Any) -> int:
    """Say who is quoted in an article.

    FILE is a text or a page; without it, or with -, standard input is read. Nothing is kept.
    """
    asked = Asked(**options)
    _check(asked)
    if asked.corpus is not None:
        return _extract_corpus(asked, asked.corpus)
    return _extract_article(asked)


def _check(asked: Asked) -> None:
    """Refuse options that do not go together."""
    if asked.as_html and asked.as_text:
        raise click.UsageError("Give one of --html and --text, not both")
    if asked.corpus is None:
        if asked.out is not None or asked.resume or asked.jobs != 1:
            raise click.UsageError("--out, --jobs and --resume go with --corpus")
        return
    if asked.file is not None or asked.as_html or asked.as_text or asked.language or asked.form:
        raise click.UsageError("each line of --corpus says what its article is, and JSON Lines are written; "
                               "leave out FILE, --html, --text, --language and --format")
    if asked.resume and asked.out is None:
        raise click.UsageError("--resume needs --out, the file that the earlier run wrote")


def _extract_article(asked: Asked) -> int:
    name = asked.file or STANDARD
    if name == STANDARD and sys.stdin and sys.stdin.isatty():
        tell("paste the article, then press Ctrl-D on a line of its own")
    content: Content | None = "html" if asked.as_html else "text" if asked.as_text else None
    article = read_article(name, command_setup.settings().max_bytes, content)
    show_reading(read_document(in_language(article, asked.language)), form_in_force(asked.form))
    return 0


def _extract_corpus(asked: Asked, corpus: str) -> int:
    limit = command_setup.settings().max_bytes
    with opened(corpus) as stream:
        _refuse_same_file(stream, asked.out)
        lines: Iterable[Line] = corpus_lines(stream, limit)
        remaining = None
        if asked.resume and asked.out is not None and Path(asked.out).exists():
            cut_partial_line(Path(asked.out))
            lines = remaining = Remaining(lines, Path(asked.out))
        with _output(asked.out, asked.resume) as sink, closing(read_lines(lines, asked.jobs)) as outcomes:
            good, bad = _write(outcomes, sink, _size(stream))
    bad += remaining.refused if remaining else 0
    if bad:
        tell(f"{bad} of {good + bad} lines of {shown_name(corpus)} gave no output; the reasons are above")
    return 1 if bad else 0


def _write(outcomes: Iterator[Outcome], sink: TextIO, size: int) -> tuple[int, int]:
    """Write each line of output, tell each fault; how many there were of both."""
    good = bad = 0
    with _progress(size, sink) as reached:
        for outcome in outcomes:
            if outcome.written is not None:
                sink.write(outcome.written + "\n")
                good += 1
            else:
                bad += 1
                tell(f"line {outcome.number}: {outcome.fault}")
            reached(outcome.end)
        sink.flush()
    return good, bad


@contextmanager
def _progress(size: int, sink: TextIO) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal, where there is one that the output does not go to as well."""
    if not sys.stderr.isatty() or sink.isatty() or not size:
        yield lambda place: None
        return
    with click.progressbar(length=size, label="Reading", file=sys.stderr) as bar:
        yield lambda place: bar.update(place - bar.pos)


@contextmanager
def _output(out: str | None, resume: bool) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    with Path(out).open("a" if resume else "w", encoding="utf-8", newline="\n") as sink:
        yield sink


def _refuse_same_file(stream: BinaryIO, out: str | None) -> None:
    """Refuse to write over the corpus that is being read."""
    if out is not None and Path(out).exists() and os.path.samestat(os.fstat(stream.fileno()), Path(out).stat()):
        raise InvalidInput(f"{out} is the corpus itself; choose another --out.")


def _size(stream: BinaryIO) -> int:
    """How many bytes there are to read, 0 for a pipe."""
    if not stream.seekable():
        return 0
    here = stream.tell()
    size = stream.seek(0, os.SEEK_END)
    stream.seek(here)
    return size - here
