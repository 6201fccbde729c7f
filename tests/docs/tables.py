"""The tables of the reference that follow from the code, as Markdown, by name.

A document holds such a table between `<!-- table: NAME -->` and `<!-- end of table -->`; `make docs-refresh` writes it
there, and a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from quotes.api.app import create_app
from quotes.api.http.limits.request_kinds import KINDS as REQUESTS
from quotes.api.http.problem_kinds import KINDS
from quotes.cli.program import program
from quotes.schemas.formats.csv import COLUMNS
from quotes.settings import SETTINGS, read_settings

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"(<!-- table: (.*?) -->\n).*?(<!-- end of table -->)", re.DOTALL)
METHODS = ("get", "post", "patch", "delete")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; no cell ends it or its line."""
    lines = [list(head), ["---"] * len(list(head)), *(list(row) for row in rows)]
    return "".join("| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in line) + " |\n"
                   for line in lines)


@cache
def application() -> Any:
    """The service, on a database of its own that goes away at once."""
    with TemporaryDirectory() as folder:
        return create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{folder}/quotes.db"}))


@cache
def description() -> dict[str, Any]:
    """The OpenAPI description."""
    found: dict[str, Any] = application().test_client().get("/openapi.json").json
    return found


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that can be called, by the words that call it."""
    context = click.Context(program)
    for name in program.list_commands(context):
        found = program.get_command(context, name)
        if isinstance(found, click.Group):
            yield from ((f"{name} {inner}", command) for inner, command in found.commands.items())
        else:
            yield name, found


def options(command: click.Command) -> list[click.Option]:
    """The options of a command, those aside that all have."""
    return [found for found in command.params if isinstance(found, click.Option) and found.name != "debug"
            and "--debug" not in found.opts]


def options_of(name: str) -> str:
    """The options of one command."""
    command = dict(commands())[name]
    rows = [[f"`{_called(option)}`", _default(option), _helped(option)] for option in options(command)]
    return table(["option", "default", "what it does"], rows)


def _called(option: click.Option) -> str:
    """How an option is written on the command line."""
    flags = ", ".join(option.opts)
    if option.is_flag:
        return flags
    names = {"integer": "N", "integer range": "N", "float range": "N", "choice": option.opts[-1].strip("-").upper()}
    return f"{flags} {option.metavar or names.get(option.type.name, 'TEXT')}"


def _helped(option: click.Option) -> str:
    """What an option does, with the values that it takes."""
    if not isinstance(option.type, click.Choice):
        return option.help or ""
    return f"{option.help} One of {', '.join(f'`{choice}`' for choice in option.type.choices)}."


def _default(option: click.Option) -> str:
    if option.required:
        return "required"
    shown = isinstance(option.default, str | int) and not option.is_flag
    return f"`{option.default}`" if shown else ""


def settings() -> str:
    """All settings."""
    rows = [[f"`{one.name}`", f"`{one.default}`" if one.default else "none", one.help] for one in SETTINGS]
    return table(["variable", "default", "what it does"], rows)


def problems() -> str:
    """All kinds of problem."""
    rows = [[f"`/problems/{kind.slug}`", str(kind.status), f"{kind.title}.", kind.help] for kind in KINDS]
    return table(["type", "status", "title", "what to do"], rows)


def weights() -> str:
    """What each kind of request counts as in rate limits."""
    return table(["requests", "each counts as"], [[kind.help, str(kind.weight)] for kind in REQUESTS])


def csv_columns() -> str:
    """The columns of CSV, and where each cell stands in the JSON shape."""
    last = [["`sentence`", "the sentence around the words"], ["`page`", "the address of the quote's page"]]
    rows = [[f"`{name}`", f"`{path}`"] for name, path in COLUMNS.items()]
    return table(["column", "in the JSON shape"], [*rows, *last])


def make_targets() -> str:
    """What make can do."""
    found = re.findall(r"^([a-z-]+):.*?## (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return table(["command", "what it does"], [[f"`make {target}`", what + "."] for target, what in found])


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation of the API: method, path, description."""
    for path, found in description()["paths"].items():
        yield from ((method.upper(), path, found[method]) for method in METHODS if method in found)


def requests() -> str:
    """Parameters and bodies of all operations that have some."""
    written = []
    for method, path, operation in operations():
        rows = [*_parameters(operation), *_body(operation)]
        if rows:
            written.append(f"### {method} {path}\n\n" + table(["name", "in", "value", "what it means"], rows))
    return "\n" + "\n".join(written) + "\n"


def _parameters(operation: dict[str, Any]) -> Iterator[list[str]]:
    for one in operation.get("parameters", ()):
        found = _resolved(one)
        if found["in"] != "path" and found["name"] != "If-None-Match":
            needed = " Required." if found.get("required") else ""
            yield [f"`{found['name']}`", found["in"], _value(found["schema"]), found.get("description", "") + needed]


def _body(operation: dict[str, Any]) -> Iterator[list[str]]:
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        schema = _resolved(content.get("schema", {}))
        if "properties" not in schema:
            yield ["the body", f"`{kind}`", _value(schema), schema.get("description", "")]
        for name, field in schema.get("properties", {}).items():
            needed = " Required." if name in schema.get("required", ()) else ""
            yield [f"`{name}`", "body", _value(field), field.get("description", "") + needed]


def _resolved(found: dict[str, Any]) -> dict[str, Any]:
    """A part of the description, or what it refers to."""
    if "$ref" in found:
        kind, name = found["$ref"].split("/")[-2:]
        return dict(description()["components"][kind][name])
    return found


def _value(schema: dict[str, Any]) -> str:
    """What a value can be, in a few words."""
    if "$ref" in schema:
        return f"`{schema['$ref'].split('/')[-1]}`"
    if "anyOf" in schema:
        return " or ".join(_value(part) for part in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`".lower() for value in schema["enum"] if value is not None) + _default_of(schema)
    kinds = schema.get("type", "anything")
    kind, null = (kinds, "") if isinstance(kinds, str) else (kinds[0], " or null")
    if kind == "array":
        return f"list of {_value(schema['items'])}{null}"
    return f"{schema.get('format', kind)}{_bounds(schema)}{null}{_default_of(schema)}"


def _bounds(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f" {low:g} to {high:g}"
    return f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""


def _default_of(schema: dict[str, Any]) -> str:
    return f"; default `{schema['default']}`" if schema.get("default") is not None else ""


def fields_of(name: str) -> list[str]:
    """The fields of a shape in the API's description."""
    return list(description()["components"]["schemas"][name]["properties"])


def shapes() -> str:
    """All shapes but those that are described by hand, and those of bodies, which stand with their requests."""
    bodies = re.findall(r"schemas/(\w+)", str([operation.get("requestBody") for _, _, operation in operations()]))
    written = []
    for name, schema in description()["components"]["schemas"].items():
        if name not in (*BY_HAND, *bodies):
            rows = [[f"`{field}`", _value(what), what.get("description", "")]
                    for field, what in schema["properties"].items()]
            written.append(f"### {name}\n\n" + table(["field", "value", "what it means"], rows))
    return "\n" + "\n".join(written) + "\n"


# The shapes that reference/formats.md describes by hand.
BY_HAND = ("Reading", "Document", "Quote", "QuotedSpeaker", "Speaker", "Account", "Via", "Cue", "Clue", "Post",
           "AccountLink", "Warned")
TABLES: dict[str, Callable[[], str]] = {
    "settings": settings, "weights": weights, "problems": problems, "CSV columns": csv_columns,
    "make targets": make_targets, "requests": requests, "shapes": shapes,
}
OPTIONS = "options of quotes "


def written(name: str) -> str:
    """A table by its name."""
    return options_of(name.removeprefix(OPTIONS)) if name.startswith(OPTIONS) else TABLES[name]()


def with_tables(text: str) -> str:
    """A document with its tables as the code is now."""
    return PLACE.sub(lambda match: f"{match[1]}\n{written(match[2])}\n{match[3]}", text)
