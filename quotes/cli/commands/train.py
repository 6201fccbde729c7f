"""`quotes train`: the weights, learned from articles in which people marked who says what."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes import languages
from quotes.cli.output.table import table
from quotes.cli.output.terminal import tell, width
from quotes.model.gold_corpus import GoldArticle, read_lines, read_names
from quotes.model.weights import read_weights, write_weights
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput, QuotesError
from quotes.records.reading import Reading
from quotes.schemas.corpus import load_article

if TYPE_CHECKING:
    from quotes.attribution.attributor import Attributor
    from quotes.model.evaluation import Evaluation
    from quotes.model.training import Material

Lines = Sequence[tuple[dict[str, Any], GoldArticle]]  # of a corpus file, each as it stands there and as an article

NEEDED = ("numpy", "scipy")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
MISSING = "Training needs numpy and scipy, which are not installed. Install them: python -m pip install numpy scipy"
LANGUAGE = "en"  # the one for which there are weights
HEAD = ("Fold", "Articles", "Speech: F1", "Boundaries exact", "End to end: F1", "Calibration error")


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Reads gold articles with what their lines say beside the text; other processes can be sent it."""

    articles: Mapping[str, Article]

    def __call__(self, gold: GoldArticle, attributor: Attributor) -> Reading:
        """The reading of one article by the weights of an attributor."""
        return read_document(self.articles[gold.id], attributor)


@click.command("train")
@click.argument("corpora", metavar="CORPUS.jsonl...", nargs=-1, required=True)
@click.option("--names", "names_files", metavar="FILE", multiple=True,
              help="The full names of the speakers; can be given several times.")
@click.option("--entities", "entity_files", metavar="FILE", multiple=True,
              help="Articles in which all names are tagged. Without any, names are read as they are now.")
@click.option("--out", metavar="FILE", help="Where the weights go.")
@click.option("--cross-validate", is_flag=True,
              help="Measure weights learned from the corpus: five times, each on a fifth that was held back.")
@click.option("--jobs", type=click.IntRange(1, 5), default=1, show_default=True, metavar="N",
              help="How many processes measure.")
@click.option("--model-version", metavar="NAME",
              help="The version to write into the weights; without it, that of the shipped weights.")
def command(corpora: tuple[str, ...], names_files: tuple[str, ...], entity_files: tuple[str, ...],
            **asked: Any) -> int:
    """Learn the weights from corpora.

    CORPUS.jsonl has one article a line in which people marked who says what; docs/how-to/measure.md tells its form, and
    those of the other files. Each corpus counts as a domain of its own. The same files give the same weights, byte for
    byte. Needs numpy and scipy.
    """
    out, cross_validate, jobs = asked["out"], asked["cross_validate"], asked["jobs"]
    if out is None and not cross_validate:
        raise click.UsageError("Give --out, the file for the weights, or --cross-validate")
    if out is not None and not Path(out).absolute().parent.is_dir():
        raise InvalidInput(f"There is no folder {Path(out).parent} for the weights.")
    _check_parts()
    lines = [read_lines(Path(corpus)) for corpus in corpora]
    _check_enough([line for corpus in lines for line in corpus])
    material = _material(lines, names_files, entity_files)
    if cross_validate:
        sys.stdout.writelines(line + "\n" for line in table(HEAD, list(_rows(lines, material, jobs)), width()))
    if out is not None:
        _train(material, Path(out), asked["model_version"])
    return 0


def _material(lines: Sequence[Lines], names_files: Sequence[str], entity_files: Sequence[str]) -> Material:
    from quotes.model.entity_corpus import read_tagged
    from quotes.model.training import Material

    names = {article: of for file in names_files for article, of in read_names(Path(file)).items()}
    tagged = tuple(article for file in entity_files for article in read_tagged(Path(file)))
    return Material(tuple(tuple(article for _, article in corpus) for corpus in lines), names, tagged,
                    read_weights().entities)


def _check_parts() -> None:
    """Say what is missing where the extra for training is not installed.

    Adding up in one thread is faster here, and gives the same last digits whatever the number of cores.
    """
    for variable in THREADS:
        os.environ.setdefault(variable, "1")
    try:
        import quotes.model.training
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in NEEDED:
            raise QuotesError(MISSING) from error
        raise
    del quotes


def _check_enough(lines: Lines) -> None:
    from quotes.model.cross_validation import check_enough

    check_enough([article for _, article in lines])


def _train(material: Material, out: Path, version: str | None) -> None:
    from quotes.model.training import train

    weights = train(material, languages.load(LANGUAGE), version or read_weights().version)
    write_weights(out, weights)
    tables = (weights.mention, weights.speech, weights.figure)
    number = sum(len(clue) for table in tables for clue in table.values())
    number += sum(map(len, weights.entities.facts.values()))
    tell(f"{number} weights, version {weights.version}, learned from {sum(map(len, material.corpora))} articles, "
         f"are in {out}")


def _rows(lines: Sequence[Lines], material: Material, jobs: int) -> Iterator[tuple[str, ...]]:
    """A row of the table for each fold, then their means."""
    from quotes.model.cross_validation import cross_validate

    reader = ArticleReader({article.id: load_article(row) for corpus in lines for row, article in corpus})
    found = []
    for fold, evaluation in enumerate(cross_validate(material, LANGUAGE, reader, jobs), 1):
        found.append(_figures(evaluation))
        tell(f"fold {fold} is measured")
        yield str(fold), str(evaluation.articles), *(f"{figure:.4f}" for figure in found[-1])
    means = [sum(column) / len(column) for column in zip(*found, strict=True)]
    yield "mean", str(sum(map(len, lines))), *(f"{mean:.4f}" for mean in means)


def _figures(evaluation: Evaluation) -> tuple[float, ...]:
    measures = evaluation.measures()
    wanted = ("detection_f1", "boundaries_exact", "end_to_end_f1")
    return (*(measures[name] or 0.0 for name in wanted), evaluation.calibration_error())
