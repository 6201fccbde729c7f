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


RECORDS = ("quotes.errors", "quotes.spans", "quotes.records")
LANGUAGES = (*RECORDS, "quotes.languages.*")
CONTRACT = ("quotes.store.contract", "quotes.store.decision_contract", "quotes.store.wording_contract",
            "quotes.store.portrait_contract", "quotes.store.linking_contract", "quotes.store.statistics_contract")
UPPER = (*RECORDS, "quotes.settings", "quotes.searching", "quotes.pipeline", "quotes.retelling", "quotes.record.*",
         *CONTRACT, "quotes.store.opener", "schemas.*")
# What steps 4 to 6 are made of: views of the text; whom a mention means; who says a quotation, and by which clues.
TEXT = ("quotes.text.*",)
WHO = ("quotes.identity", "quotes.people.*")
SAYS = ("quotes.attribution", "quotes.clues", "quotes.scene", "quotes.via", "quotes.posting", "quotes.reasons",
        "quotes.speech")
TRAINING = ("quotes.model.training", "quotes.model.corpus", "quotes.model.calibration", "quotes.model.evaluation",
            "quotes.model.segments", "quotes.model.validation")
STEPS = ("quotes.reader", "quotes.passages", "quotes.quotations", "quotes.singles", "quotes.typewritten",
         "quotes.posts", "quotes.names", "quotes.mentions", "quotes.authors", "quotes.deciding", "quotes.assembly",
         *TEXT, *WHO, *SAYS)


def step(name: str, *ours: str, packages: tuple[str, ...] = ("regex",)) -> Layer:
    """The row of one step: records and languages, and what else this one step needs."""
    return Layer(name, (f"quotes.{name}",), (*LANGUAGES, *ours), packages, refused=IMPURE)


# Their front doors are the loaders that find what lies beside them.
DOORS_IN_USE = {"quotes.languages", "quotes.embeds", "api.cards.themes"}
# What the reading of a page is made of, beside quotes.html, which joins it.
PAGE = ("quotes.page.*",)

# The first row that names a module is its row.
TABLE = (
    Layer("errors", ("quotes.errors",)),
    Layer("spans", ("quotes.spans",), ("quotes.errors",)),
    Layer("making", ("quotes.making",)),
    Layer("records", ("quotes.records",), ("quotes.errors", "quotes.spans", "quotes.making")),
    Layer("settings", ("quotes.settings",), RECORDS),
    Layer("front door", ("quotes",), (*RECORDS, "quotes.pipeline")),
    Layer("languages", ("quotes.languages.*",), RECORDS, ("regex",), folder=True, refused=IMPURE - {"pathlib"}),
    Layer("dates", ("quotes.dates",), RECORDS, refused=IMPURE),
    Layer("markup", ("quotes.markup",), RECORDS, ("selectolax",), refused=IMPURE),
    Layer("embeds", ("quotes.embeds.*",), (*RECORDS, "quotes.dates", "quotes.markup"), ("regex", "selectolax"),
          folder=True, refused=IMPURE),
    Layer("text", TEXT, (*LANGUAGES, *TEXT), ("regex",), refused=IMPURE),
    step("names"),
    step("reader", "quotes.html", "quotes.dates"),
    step("html", "quotes.embeds.*", *PAGE, packages=("regex", "selectolax", "trafilatura", "lxml")),
    Layer("parts of html", PAGE, (*RECORDS, *PAGE, "quotes.dates", "quotes.markup", "quotes.embeds.*"),
          ("regex", "selectolax", "trafilatura", "lxml"), refused=IMPURE),
    step("passages"),
    step("quotations", *TEXT, "quotes.singles", "quotes.typewritten"),
    step("typewritten"),
    step("singles"),
    step("posts", "quotes.embeds.*", "quotes.dates", "quotes.poststart"),
    step("poststart"),
    step("mentions", "quotes.names", *TEXT),
    Layer("identity", WHO, (*LANGUAGES, *TEXT, *WHO, "quotes.names"), ("regex",), refused=IMPURE),
    Layer("attribution", SAYS, (*LANGUAGES, *TEXT, *SAYS, "quotes.mentions"), ("regex",), refused=IMPURE),
    step("authors", *WHO),
    step("deciding", *TEXT, *WHO, *SAYS, "quotes.mentions"),
    step("fragments"),
    step("searching", packages=()),
    step("retelling", "quotes.clues", "quotes.reasons", "quotes.fragments", "quotes.record.naming",
         "quotes.store.contract", packages=()),
    step("assembly", "quotes.authors", "quotes.deciding", "quotes.people.figures", "quotes.fragments",
         "quotes.posting"),
    Layer("training", TRAINING, (*LANGUAGES, *STEPS, "quotes.model.*"),
          ("numpy", "scipy"), folder=True),
    Layer("model", ("quotes.model.*",), (*RECORDS, "quotes.attribution"), folder=True),
    Layer("pipeline", ("quotes.pipeline",), (*LANGUAGES, *STEPS, "quotes.model.weights")),
    Layer("store contract", CONTRACT, (*RECORDS, "quotes.searching", *CONTRACT[1:]), refused=IMPURE),
    Layer("store", ("quotes.store.*",), (*RECORDS, "quotes.searching"), ("peewee", "playhouse", "orjson"), folder=True,
          refused=frozenset({"re"})),
    Layer("record", ("quotes.record.*",), (*LANGUAGES, "quotes.names", "quotes.searching", *CONTRACT), ("rapidfuzz",),
          folder=True),
    Layer("serve", ("quotes.cli.serve", "quotes.cli.server", "quotes.cli.worker"), (*UPPER, "quotes.cli.*", "api.app"),
          ("click", "gunicorn", "prometheus_client"), folder=True),
    Layer("measuring", ("quotes.cli.evaluate", "quotes.cli.train", "quotes.cli.measures"),
          (*UPPER, "quotes.cli.*", "quotes.model.*", "quotes.languages", "quotes.attribution"), ("click",),
          folder=True),
    Layer("archives", ("quotes.cli.archives",), (*UPPER, "quotes.cli.*"), ("warcio", "brotli"), folder=True),
    Layer("cli", ("quotes.cli.*",), UPPER, ("click",), folder=True),
    Layer("feeds", ("schemas.feeds.*",), (*RECORDS, "schemas.*"), ("feedgen",), folder=True, refused=IMPURE),
    Layer("schemas", ("schemas.*",), (*RECORDS, "quotes.searching"), ("marshmallow",), folder=True),
    Layer("cards", ("api.cards.*",), (*UPPER, "api.*"),
          ("flask", "markupsafe", "uharfbuzz", "uniseg", "bidi", "resvg_py"), folder=True,
          refused=frozenset({"re", "sqlite3"})),
    Layer("api", ("api.*",), UPPER, ("flask", "werkzeug", "flask_smorest", "webargs", "flask_swagger_ui", "markupsafe",
                            "limits", "prometheus_client", "orjson"),
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
    """The dotted name of a file of ours."""
    parts = path.relative_to(ROOT).with_suffix("").parts
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
    if top in OURS:
        own = matches(one.target, layer.modules) and layer.folder
        if not own and not matches(one.target, layer.ours):
            yield f"{where}, which its layer may not"
        if is_package(one.target) and one.target not in DOORS_IN_USE:
            yield f"{where}, a package's front door; import from the exact module"
        if top == "api" and layer.name == "serve" and not one.inside:
            yield f"{where} outside the call"
    elif top in sys.stdlib_module_names:
        if one.target in layer.refused or top in layer.refused:
            yield f"{where}, which this layer has no business with"
    elif top not in layer.packages:
        yield f"{where}, a package that its layer may not use"


def separate(one: Import) -> Iterator[str]:
    """Faults between neighbours: one language or platform never imports another."""
    for folder in ("quotes.languages.", "quotes.embeds."):
        if one.by.startswith(folder) and one.target.startswith(folder):
            mine, other = (name.removeprefix(folder).split(".")[0] for name in (one.by, one.target))
            shared = other == "contract" or not is_package(f"{folder}{other}")
            if mine != other and (not shared or (folder == "quotes.embeds." and other != "contract")):
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
    ("quotes.records", "import regex"),
    ("quotes.records", "from quotes.pipeline import read_document"),
    ("quotes.spans", "from quotes.records import Article"),
    ("quotes.passages", "from quotes.quotations import find"),
    ("quotes.passages", "from pathlib import Path"),
    ("quotes.quotations", "import time"),
    ("quotes.mentions", "from quotes.store.contract import Store"),
    ("quotes.identity", "import flask"),
    ("quotes.identity", "from quotes.clues import TEMPLATES"),
    ("quotes.clues", "from quotes.identity import Cast"),
    ("quotes.text.tokens", "from quotes.mentions import find_candidates"),
    ("quotes.assembly", "from quotes.identity import Cast"),
    ("quotes.model.weights", "import numpy"),
    ("quotes.pipeline", "from quotes.model.training import train"),
    ("quotes.pipeline", "from quotes.store.opener import open_store"),
    ("quotes.store.rows", "import regex"),
    ("quotes.store.rows", "from quotes.names import fold_words"),
    ("quotes.record.keeping", "import peewee"),
    ("quotes.record.keeping", "from quotes.store.sqlite import SqliteStore"),
    ("schemas.quote", "from flask import g"),
    ("schemas.quote", "from quotes.pipeline import read_document"),
    ("api.quotes", "import peewee"),
    ("api.quotes", "import re"),
    ("api.quotes", "import resvg_py"),
    ("api.cards.drawing", "import peewee"),
    ("api.quotes", "from quotes.reader import read"),
    ("api.quotes", "from selectolax.lexbor import LexborHTMLParser"),
    ("quotes.cli.said", "import flask"),
    ("quotes.cli.said", "def f():\n    from api.app import create_app"),
    ("quotes.cli.server", "from api.app import create_app"),
    ("quotes.cli.said", "from quotes import store"),
    ("quotes.cli.said", "from quotes import records, Article"),
    ("quotes.newcomer.thing", "import json"),
    ("quotes.embeds.twitter", "from quotes.embeds.mastodon import find"),
]
ALLOWED = [
    ("quotes.records", "from quotes.spans import Span"),
    ("quotes.mentions", "from quotes.names import fold_words"),
    ("quotes.attribution", "from quotes import clues"),
    ("quotes.html", "from selectolax.lexbor import LexborHTMLParser"),
    ("quotes.store.rows", "import peewee"),
    ("quotes.cli.server", "def f():\n    from api.app import create_app"),
    ("quotes.embeds.twitter", "from quotes.embeds.contract import Platform"),
    ("schemas.quote", "import marshmallow"),
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
        ("from . import records", "quotes.records"),
        ("from .records import Quote", "quotes.records"),
        ("from quotes import records", "quotes.records"),
        ("import quotes.records as r", "quotes.records"),
    ],
)
def test_every_spelling_of_an_import_is_understood(source: str, target: str):
    assert [one.target for one in imports("quotes.pipeline", source, "quotes")] == [target]
