"""`quotes evaluate`: how often it is right, measured on articles in which people marked who says what."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from quotes.cli.output.evaluation_table import measure_lines, measures_as_json
from quotes.cli.output.quote_table import form_in_force, in_json
from quotes.model.evaluation import evaluate
from quotes.model.gold_corpus import GoldArticle, Names, read_lines, read_names
from quotes.reading.pipeline import read_document
from quotes.records.errors import InvalidInput
from quotes.records.reading import Reading
from quotes.schemas.corpus import load_article


@click.command("evaluate")
@click.argument("gold", metavar="GOLD.jsonl")
@click.option("--names", metavar="NAMES.jsonl", help="The full names of the speakers, to measure names as well.")
@click.option("--errors", type=click.IntRange(0), default=0, show_default=True, metavar="N",
              help="How many mistakes to show, the surest first.")
@click.option("--format", "form", type=click.Choice(("table", "json")),
              help="How to write it. Without it: tables on a terminal, else JSON.")
def command(gold: str, names: str | None, errors: int, form: str | None) -> int:
    """Measure how often speakers are right.

    GOLD.jsonl has one article a line in which people marked who says what; docs/how-to/measure.md tells its form.
    """
    lines = read_lines(Path(gold))
    known = _names(Path(names), {article.id for _, article in lines}) if names else None
    found = evaluate(_read(lines), known)
    if form_in_force(form) == "json":
        sys.stdout.write(in_json(measures_as_json(found, errors), indent=2) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in measure_lines(found, errors))
    return 0


def _names(path: Path, ids: set[str]) -> Names:
    """The names file; one that is about other articles would make every name look wrong, so it is refused."""
    names = read_names(path)
    if not ids & set(names):
        raise InvalidInput(f"{path.name} has no names for any article of this corpus; the ids must be the same.")
    return names


def _read(lines: Sequence[tuple[dict[str, Any], GoldArticle]]) -> Iterator[tuple[GoldArticle, Reading]]:
    """Every article with its reading; what its line says beside the text (url, publisher, …) is made use of."""
    for row, article in lines:
        try:
            yield article, read_document(load_article(row))
        except InvalidInput as error:
            raise InvalidInput(f"Article {article.id} cannot be read: {error}") from error
