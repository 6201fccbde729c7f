"""The reference against the code: nothing is missing from it, and nothing is in it that is not there."""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from quotes.cli.program import COMMANDS
from quotes.reading.warnings import FOUND_HERE
from quotes.schemas.formats.catalogue import BY_NAME, JSON
from tests.docs.refresh import documents
from tests.docs.tables import (
    BY_HAND,
    OPTIONS,
    PLACE,
    TABLES,
    application,
    commands,
    fields_of,
    operations,
    options,
    with_tables,
)

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
NEEDS = {"none": "nothing"}


def page(name: str) -> str:
    """A page of the reference."""
    return (REFERENCE / f"{name}.md").read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """The cells of all rows of the tables that begin with something in code."""
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in text.splitlines() if line.startswith("| `")]


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of the same height."""
    found = re.search(rf"^(#+) {re.escape(heading)}(?: {{.*?}})?$\n(.*?)(?=^\1 |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading {heading}"
    return found[2]


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_tables_are_as_the_code_is(document: Path):
    text = document.read_text(encoding="utf-8")
    assert with_tables(text) == text, "make docs-refresh"


def test_every_table_has_a_place():
    placed = [name for document in documents() for _, name, _ in PLACE.findall(document.read_text(encoding="utf-8"))]
    wanted = [*TABLES, *(f"{OPTIONS}{name}" for name, command in commands() if options(command))]
    assert sorted(placed) == sorted(wanted)


def test_the_walk_finds_the_commands():
    assert {name.split()[0] for name, _ in commands()} == set(COMMANDS)
    assert "--resume" in page("commands")


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_described(name: str):
    assert f"`quotes {name}" in section(page("commands"), f"quotes {name}")


def test_no_command_is_described_that_is_not_there():
    described = re.findall(r"^### quotes (.*)$", page("commands"), re.MULTILINE)
    assert sorted(described) == sorted(name for name, _ in commands())


def routes() -> set[tuple[str, str, str]]:
    """Every route: method, path, what it needs."""
    return {(method, re.sub(r"<(?:[^:>]*:)?([^>]*)>", r"{\1}", rule.rule),
             application().view_functions[rule.endpoint].need)
            for rule in application().url_map.iter_rules() if rule.endpoint != "static"
            for method in rule.methods - {"HEAD", "OPTIONS"}}


def test_the_routes_are_all_there_with_their_scopes_and_no_others():
    described = {(method, path, NEEDS.get(row[1], row[1])) for row in rows(page("http")) if len(row) == 3
                 for method, path in re.findall(r"`(GET|POST|PATCH|DELETE) (/\S*)`", row[0])}
    assert described == routes()


def test_every_operation_with_parameters_has_them_described():
    headings = re.findall(r"^### (\S+ /\S*)$", page("http"), re.MULTILINE)
    assert set(headings) <= {f"{method} {path}" for method, path, _ in operations()}
    assert "GET /v1/quotes" in headings


def test_every_format_has_its_media_type():
    described = {row[0].strip("`"): row[1].strip("`") for row in rows(page("formats").partition("## A reading")[0])}
    described.pop("format=")  # the head
    assert described == {JSON: "application/json", **{name: known.media_type for name, known in BY_NAME.items()}}


@pytest.mark.parametrize("shape", BY_HAND)
def test_every_field_of_a_shape_is_described(shape: str):
    described = section(page("formats"), {"Reading": "A reading"}.get(shape, shape))
    assert sorted(chain(*(re.findall(r"`(\w+)`", row[0]) for row in rows(described)))) == sorted(fields_of(shape))


def test_every_code_of_a_warning_is_described():
    calls = [node for path in (ROOT / "quotes").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Warned"]
    codes = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)} | FOUND_HERE
    made = [call.args[0] for call in calls if isinstance(call.args[0], ast.JoinedStr)]
    assert len(codes) >= 5
    assert len(made) == 1, "FOUND_HERE has the codes that the one of these makes; are there more now?"
    assert {row[0].strip("`") for row in rows(page("warnings"))} == codes


def packages() -> set[str]:
    """The names of all packages that the project asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return {re.match(r"[\w-]+", package)[0].lower().replace("_", "-") for package in asked}


def test_every_dependency_has_its_reason_and_no_other_has():
    lines = [line.split("|")[1] for line in page("dependencies").splitlines() if line.startswith("| ")]
    named = {name.strip().lower().replace("_", "-") for line in lines for name in line.split(",")}
    assert named - {"package", "---"} == packages()


def test_every_dependency_is_pinned_for_make_and_the_image():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines if "==" in line}
    assert packages() - pinned == set()
    assert not [line for line in lines if line.startswith("-")], "no index lines"


def test_every_make_target_that_is_named_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for document in documents() if "MODEL_CARD" not in document.name
             for target in re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8"))}
    assert named - targets == set()


def test_the_glossary_names_each_concept_once():
    terms = [line.split("|")[1].strip() for line in page("glossary").splitlines() if line.startswith("| ")]
    own = [term for term in terms if term not in ("term", "---")]
    assert len(own) == len(set(own)) > 60
