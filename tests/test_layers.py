"""Who may import whom: the table of layers, read from the syntax tree of every module and enforced."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("quotes", "schemas", "api")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "core", "misc", "manager", "service"}
IMPURE = frozenset({"os", "io", "pathlib", "time", "random", "secrets", "socket", "sqlite3", "subprocess", "shutil",
                    "tempfile", "glob", "http", "urllib.request", "logging"})


@dataclass(frozen=True)
class Layer:
    """One row of the table: modules by name or prefix, what else of ours they import, and which packages.

    Where `folder` is true, a module may import from its own folder. `refused` are standard modules it must do without.
    """

    name: str
    modules: tuple[str, ...]
    ours: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    folder: bool = False
    refused: frozenset[str] = frozenset()


RECORDS = ("quotes.records.*",)
LANGUAGES = (*RECORDS, "quotes.languages.*", "quotes.text.word_classes")
CONTRACT = ("quotes.store.contract.*",)
UPPER = (*RECORDS, "quotes.settings", "quotes.reading.pipeline", "quotes.reading.readers.*",
         "quotes.collection.*", *CONTRACT,
         "quotes.store.store_opener", "quotes.schemas.*")
STAGES = ("quotes.documents.*", "quotes.text.*", "quotes.extraction.*", "quotes.attribution.*",
          "quotes.coreference.*")
PAGES_OF_HTML = ("regex", "selectolax", "trafilatura", "lxml")
OUTLETS = ("quotes.documents.outlets", "quotes.documents.outlet_labels")
PLATFORMS = ("quotes.documents.platforms.*", "quotes.documents.platform_signature", "quotes.documents.dates",
             "quotes.documents.html.markup")
TRAINING = ("quotes.model.training", "quotes.model.mention_training", "quotes.model.figure_training",
            "quotes.model.entity_training", "quotes.model.entity_corpus", "quotes.model.name_examples",
            "quotes.model.folds", "quotes.model.gold_corpus", "quotes.model.calibration", "quotes.model.evaluation",
            "quotes.model.marked_segments", "quotes.model.cross_validation")
SERVER = ("quotes.cli.commands.serve", "quotes.cli.server.*")
MEASURING = ("quotes.cli.commands.evaluate", "quotes.cli.commands.train", "quotes.cli.output.evaluation_table")


def stage(name: str, modules: tuple[str, ...], *ours: str, packages: tuple[str, ...] = ("regex",)) -> Layer:
    """The row of one stage, which is pure: records and languages, and what else this one needs."""
    return Layer(name, modules, (*LANGUAGES, *ours), packages, folder=True, refused=IMPURE)


# Their front doors are the loaders that find what lies beside them.
DOORS_IN_USE = {"quotes.languages", "quotes.documents.platforms", "quotes.api.cards.themes"}

# The first row that names a module is its row.
TABLE = (
    Layer("records", RECORDS, folder=True, refused=IMPURE),
    Layer("settings", ("quotes.settings",), RECORDS),
    Layer("front door", ("quotes",), (*RECORDS, "quotes.reading.pipeline")),
    Layer("languages", ("quotes.languages.*",), (*RECORDS, "quotes.text.word_classes"), ("regex",), folder=True,
          refused=IMPURE - {"pathlib"}),
    # The stages in order: each knows those before it, and none after it.
    stage("dates", ("quotes.documents.dates",), packages=()),
    stage("markup", ("quotes.documents.html.markup",), packages=("selectolax",)),
    stage("platforms", ("quotes.documents.platforms.*",), *PLATFORMS, packages=("regex", "selectolax")),
    stage("outlets", ("quotes.documents.outlets",), packages=("publicsuffixlist",)),
    stage("html", ("quotes.documents.html.*",), *PLATFORMS, *OUTLETS, packages=PAGES_OF_HTML),
    stage("documents", ("quotes.documents.*",), packages=("regex", "gcld3")),
    stage("text", ("quotes.text.*",)),
    stage("extraction", ("quotes.extraction.*",), "quotes.text.*", *PLATFORMS),
    stage("choice of speakers", ("quotes.attribution.speaker_choice", "quotes.attribution.figure_clues",
                                 "quotes.attribution.credit_attribution", "quotes.attribution.credit_figures"),
          "quotes.text.*", "quotes.extraction.mentions", "quotes.extraction.credits",
          "quotes.attribution.*", "quotes.coreference.*"),
    stage("attribution", ("quotes.attribution.*",), "quotes.text.*", "quotes.extraction.mentions"),
    stage("coreference", ("quotes.coreference.*",), "quotes.text.*"),
    Layer("readers", ("quotes.reading.readers.*",), (*RECORDS, "quotes.settings", "quotes.reading.pipeline"),
          folder=True),
    stage("reading", ("quotes.reading.*",), *STAGES, "quotes.model.weights"),
    Layer("training", TRAINING, (*LANGUAGES, *STAGES, "quotes.model.*"), ("numpy", "scipy", "regex"), folder=True),
    Layer("model", ("quotes.model.*",), (*RECORDS, "quotes.attribution.attributor", "quotes.text.entities.*"),
          folder=True),
    Layer("contract of the store", CONTRACT, RECORDS, folder=True, refused=IMPURE),
    Layer("store", ("quotes.store.*",), RECORDS, ("peewee", "playhouse", "orjson"), folder=True,
          refused=frozenset({"re"})),
    Layer("derived fields", ("quotes.collection.derived_fields",),
          (*RECORDS, "quotes.attribution.clues", "quotes.attribution.clue_sentences", "quotes.reading.text_fragments",
           "quotes.collection.linking.name_keys", "quotes.collection.outlets",
           "quotes.collection.takedown.takedown_keys", *OUTLETS, *CONTRACT), refused=IMPURE),
    Layer("collection", ("quotes.collection.*",),
          (*LANGUAGES, "quotes.text.personal_names", "quotes.text.confusables", "quotes.text.invisible", *OUTLETS,
           *CONTRACT), ("rapidfuzz",), folder=True),
    Layer("serve", SERVER, (*UPPER, "quotes.cli.*", "quotes.api.app", "quotes.api.jobs.job_kinds",
                             "quotes.api.http.limits.request_kinds", "quotes.api.http.problem_kinds"),
          ("click", "gunicorn", "prometheus_client", "waitress"), folder=True),
    Layer("measuring", MEASURING,
          (*UPPER, "quotes.cli.*", "quotes.model.*", "quotes.languages", "quotes.attribution.attributor"), ("click",),
          folder=True),
    Layer("web archives", ("quotes.cli.input.web_archives",), (*UPPER, "quotes.cli.*"), ("warcio", "brotli"),
          folder=True),
    Layer("cli", ("quotes.cli.*",), UPPER, ("click",), folder=True),
    Layer("program", ("quotes.__main__",), ("quotes.cli.program",)),
    Layer("feeds", ("quotes.schemas.feeds.*",), (*RECORDS, "quotes.schemas.*"), ("feedgen",), folder=True,
          refused=IMPURE),
    Layer("schemas", ("quotes.schemas.*",), RECORDS, ("marshmallow",), folder=True),
    Layer("cards", ("quotes.api.cards.*",), (*UPPER, "quotes.api.*"),
          ("flask", "markupsafe", "uharfbuzz", "uniseg", "bidi", "resvg_py"), folder=True,
          refused=frozenset({"re", "sqlite3"})),
    Layer("api", ("quotes.api.*",), UPPER, ("flask", "werkzeug", "flask_smorest", "webargs", "flask_swagger_ui",
                                            "markupsafe", "limits", "prometheus_client", "orjson"),
          folder=True, refused=frozenset({"re", "sqlite3"})),
)


@dataclass(frozen=True)
class Import:
    """One import: the module that does it, the module that it means, and whether it stands inside a function."""

    by: str
    line: int
    target: str
    inside: bool


def module_name(path: Path) -> str:
    """The name by which a file of ours is imported; api and schemas are found inside of quotes."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    parts = parts if parts[0] == "quotes" else ("quotes", *parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for top in OURS for path in sorted((ROOT / top).rglob("*.py"))}


def is_package(module: str) -> bool:
    """Whether a name of ours is a folder with a front door."""
    return module in MODULES and MODULES[module].name == "__init__.py"


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a module is named, or lies in a folder that is named with a star, the folder itself included."""
    return any(name == p or (p.endswith(".*") and f"{name}.".startswith(p[:-1])) for p in patterns)


def layer_of(module: str) -> Layer | None:
    """The first row of the table that names a module."""
    return next((row for row in TABLE if matches(module, row.modules)), None)


def imports(by: str, source: str, package: str) -> Iterator[Import]:
    """Every import of a source, each as the most exact module that it can mean."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(by, node.lineno, alias.name, id(node) in inside)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (start, node.module) if part)
            for alias in node.names:
                exact = f"{module}.{alias.name}"
                yield Import(by, node.lineno, exact if exact in MODULES else module, id(node) in inside)


def faults(one: Import) -> Iterator[str]:
    """What is wrong with one import, by the table."""
    layer = layer_of(one.by)
    if layer is None:
        yield f"{one.by} has no row in the table of layers"
        return
    top = one.target.split(".")[0]
    where = f"{one.by}:{one.line} ({layer.name}) imports {one.target}"
    if top in ("api", "schemas"):
        yield f"{where}, which is found as quotes.{one.target} where it is installed"
    elif top == "quotes":
        own = matches(one.target, layer.modules) and layer.folder
        if not own and not matches(one.target, layer.ours):
            yield f"{where}, which its layer may not"
        if is_package(one.target) and one.target not in DOORS_IN_USE:
            yield f"{where}, a package's front door; import from the exact module"
        if matches(one.target, ("quotes.api.*",)) and layer.name == "serve" and not one.inside:
            yield f"{where} outside the call"
    elif top in sys.stdlib_module_names:
        if one.target in layer.refused or top in layer.refused:
            yield f"{where}, which this layer has no business with"
    elif top not in layer.packages:
        yield f"{where}, a package that its layer may not use"


def separate(one: Import) -> Iterator[str]:
    """Faults between neighbours: one language or platform never imports another."""
    for folder in ("quotes.languages.", "quotes.documents.platforms."):
        if one.by.startswith(folder) and one.target.startswith(folder):
            mine, other = (name.removeprefix(folder).split(".")[0] for name in (one.by, one.target))
            shared = other == "contract" or not is_package(f"{folder}{other}")
            if mine != other and (not shared or (folder == "quotes.documents.platforms." and other != "contract")):
                yield f"{one.by}:{one.line} imports its neighbour {one.target}"


def faults_of(by: str, source: str, package: str) -> list[str]:
    """Everything that is wrong with the imports of one source."""
    return [fault for one in imports(by, source, package) for fault in (*faults(one), *separate(one))]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_keep_to_the_table(module: str):
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    assert faults_of(module, path.read_text(encoding="utf-8"), package) == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_module_has_a_row_and_a_telling_name(module: str):
    assert layer_of(module) is not None, "add a row for it to TABLE"
    assert not FORBIDDEN_NAMES & set(module.split("."))


REFUSED = [
    ("quotes.records.quote", "import regex"),
    ("quotes.records.quote", "from quotes.reading.pipeline import read_document"),
    ("quotes.records.quote", "from pathlib import Path"),
    ("quotes.documents.passages", "from quotes.extraction.quotations import find"),
    ("quotes.documents.passages", "from pathlib import Path"),
    ("quotes.documents.reader", "from selectolax.lexbor import LexborHTMLParser"),
    ("quotes.extraction.quotations", "import time"),
    ("quotes.extraction.quotations", "from quotes.attribution.clues import TEMPLATES"),
    ("quotes.extraction.mentions", "from quotes.store.contract.store import Store"),
    ("quotes.coreference.resolution", "import flask"),
    ("quotes.coreference.resolution", "from quotes.attribution.clues import TEMPLATES"),
    ("quotes.attribution.clues", "from quotes.coreference.resolution import Cast"),
    ("quotes.text.tokens", "from quotes.extraction.mentions import find_candidates"),
    ("quotes.reading.assembly", "from quotes.model.training import train"),
    ("quotes.model.weights", "import numpy"),
    ("quotes.reading.pipeline", "from quotes.store.store_opener import open_store"),
    ("quotes.store.tables.rows", "import regex"),
    ("quotes.store.tables.rows", "from quotes.text.personal_names import fold_words"),
    ("quotes.store.contract.store", "import peewee"),
    ("quotes.store.contract.store", "from quotes.store.tables.tables import Quote"),
    ("quotes.collection.ingestion", "import peewee"),
    ("quotes.collection.ingestion", "from quotes.store.engine.sqlite import SqliteEngine"),
    ("quotes.collection.ingestion", "from quotes.reading.pipeline import read_document"),
    ("quotes.schemas.quote", "from flask import g"),
    ("quotes.schemas.quote", "from quotes.reading.pipeline import read_document"),
    ("quotes.schemas.quote", "from schemas.speaker import SpeakerSchema"),
    ("quotes.api.resources.quotes", "import peewee"),
    ("quotes.api.resources.quotes", "import re"),
    ("quotes.api.resources.quotes", "import resvg_py"),
    ("quotes.api.resources.quotes", "import api.app"),
    ("quotes.api.cards.svg_drawing", "import peewee"),
    ("quotes.api.resources.quotes", "from quotes.documents.reader import read"),
    ("quotes.api.resources.quotes", "from selectolax.lexbor import LexborHTMLParser"),
    ("quotes.cli.commands.said", "import flask"),
    ("quotes.cli.commands.said", "def f():\n    from quotes.api.app import create_app"),
    ("quotes.cli.server.gunicorn_server", "from quotes.api.app import create_app"),
    ("quotes.cli.commands.said", "from quotes import store"),
    ("quotes.cli.commands.said", "from quotes import records, Article"),
    ("quotes.newcomer.thing", "import json"),
    ("quotes.documents.platforms.twitter", "from quotes.documents.platforms.mastodon import find"),
]
ALLOWED = [
    ("quotes.records.quote", "from quotes.records.spans import Span"),
    ("quotes.extraction.mentions", "from quotes.text.personal_names import fold_words"),
    ("quotes.attribution.attributor", "from quotes.attribution import clues"),
    ("quotes.documents.html.page", "from selectolax.lexbor import LexborHTMLParser"),
    ("quotes.store.tables.rows", "import peewee"),
    ("quotes.cli.server.gunicorn_server", "def f():\n    from quotes.api.app import create_app"),
    ("quotes.documents.platforms.twitter", "from quotes.documents.platforms.contract import Platform"),
    ("quotes.schemas.quote", "import marshmallow"),
]


@pytest.mark.parametrize("by, source", REFUSED)
def test_a_wrong_import_is_noticed(by: str, source: str):
    assert faults_of(by, source, by.rpartition(".")[0])


@pytest.mark.parametrize("by, source", ALLOWED)
def test_a_right_import_passes(by: str, source: str):
    assert faults_of(by, source, by.rpartition(".")[0]) == []


@pytest.mark.parametrize(
    "source, target",
    [
        ("from . import settings", "quotes.settings"),
        ("from .settings import Settings", "quotes.settings"),
        ("from quotes import settings", "quotes.settings"),
        ("import quotes.settings as s", "quotes.settings"),
    ],
)
def test_every_spelling_of_an_import_is_understood(source: str, target: str):
    assert [one.target for one in imports("quotes.settings", source, "quotes")] == [target]
