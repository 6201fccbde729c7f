"""The README against the code: nothing is missing from it, and its examples give what it says.

`python -m tests.test_readme` writes the examples' real output into it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import click
import pytest

from quotes.api.app import create_app
from quotes.api.http.problems import KINDS
from quotes.cli.program import COMMANDS, program, run
from quotes.settings import SETTINGS, read_settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
COLUMNS = "100"


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that can be called, by the words that call it."""
    context = click.Context(program)
    for name in program.list_commands(context):
        found = program.get_command(context, name)
        if isinstance(found, click.Group):
            yield from ((f"{name} {inner}", command) for inner, command in found.commands.items())
        else:
            yield name, found


def options(command: click.Command) -> list[str]:
    """The long options of a command, those aside that all have."""
    return [flag for parameter in command.params if isinstance(parameter, click.Option)
            for flag in parameter.opts if flag.startswith("--") and flag != "--debug"]


def rows_of(command: str) -> str:
    """The README's rows about a command."""
    return "\n".join(line for line in TEXT.splitlines() if re.match(rf"\| `quotes {command}\b", line))


COMMAND_NAMES = [name for name, _ in commands()]
OPTIONS = [(name, flag) for name, command in commands() for flag in options(command)]


def test_the_walk_finds_the_commands():
    assert set(COMMANDS) == {name.split()[0] for name in COMMAND_NAMES}
    assert ("extract", "--resume") in OPTIONS


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_every_command_has_a_row(name: str):
    assert rows_of(name)


@pytest.mark.parametrize("name, flag", OPTIONS)
def test_every_option_is_named_in_its_commands_row(name: str, flag: str):
    assert re.search(rf"{flag}\b", rows_of(name))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_a_row_with_its_default(setting):
    shown = f"`{setting.default}`" if setting.default else "none"
    assert f"| `{setting.name}` | {shown} | {setting.help} |" in TEXT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_kind_of_problem_has_a_row(kind):
    assert f"| `/problems/{kind.slug}` | {kind.status} | {kind.title}. {kind.help} |" in TEXT


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("readme")
    return create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{folder / 'quotes.db'}"}))


def test_every_route_is_in_a_table(app):
    rows = "\n".join(line for line in TEXT.splitlines() if line.startswith("| `"))
    missing = []
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<(?:[^:>]*:)?([^>]*)>", r"{\1}", rule.rule)
        calls = [f"`{method} {path}`" for method in sorted(rule.methods - {"HEAD", "OPTIONS"})]
        missing += [call for call in calls if rule.endpoint != "static" and call not in rows]
    assert missing == []


def test_every_route_in_the_tables_is_there(app):
    rules = list(app.url_map.iter_rules())
    there = {(method, re.sub(r"<[^>]*>", "{}", rule.rule)) for rule in rules for method in rule.methods}
    named = re.findall(r"`(GET|POST|PATCH|DELETE) (/\S*)`", TEXT)
    assert [call for call in named if (call[0], re.sub(r"{[^}]*}", "{}", call[1])) not in there] == []


def parts() -> list[str]:
    """The names of all packages that the project asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return [re.match(r"[\w-]+", part)[0].lower() for part in asked]


def test_every_part_is_named_with_its_reason():
    table = TEXT.partition("## What it is built from")[2].partition("\n## ")[0].lower()
    assert [name for name in parts() if name not in table] == []


def test_every_part_is_pinned_for_make_and_the_image():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines if "==" in line}
    assert {name.replace("_", "-") for name in parts()} - pinned == set()
    assert not [line for line in lines if line.startswith("-")], "no index lines"


def test_every_make_target_is_named():
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = ("demo", "test", "bench-polnear", "bench-posts", "bench-extract", "bench-verify", "bench-identity")
    assert set(named) <= set(targets)
    assert [target for target in named if f"make {target}" not in TEXT] == []


def test_links_into_the_project_lead_somewhere():
    assert [link for link in re.findall(r"\]\((?!http)([^)]+)\)", TEXT) if not (ROOT / link).exists()] == []


def with_output(block: str) -> str:
    """A console block with the output that its commands give now, in a folder that has the samples."""
    written = ""
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        called = shlex.split(command.removeprefix("$ "))
        assert called[0] == "quotes"
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(out):
            assert run(called[1:]) == 0
            out.flush()
        written += f"{command}\n{out.buffer.getvalue().decode()}"
    return written


@contextlib.contextmanager
def demonstration() -> Iterator[None]:
    """A folder with the samples, no settings, and a terminal of a known width."""
    before = dict(os.environ)
    for name in [name for name in before if name.startswith("QUOTES_")]:
        del os.environ[name]
    os.environ["COLUMNS"] = COLUMNS
    try:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            Path("samples").symlink_to(ROOT / "samples")
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_the_examples_give_what_is_printed():
    blocks = [match[2] for match in CONSOLE.finditer(TEXT)]
    assert len(blocks) >= 2
    with demonstration():
        assert [with_output(block) for block in blocks] == blocks


def test_the_example_over_http_is_answered(app):
    path, body = re.search(r"curl -s http://127.0.0.1:8000(\S+) .*?-d '(.*?)'", TEXT, re.DOTALL).groups()
    answer = app.test_client().post(path, json=json.loads(body))
    assert answer.status_code == 200
    assert answer.json["quotes"][0]["speaker"]["name"] == "Ada Quill"


def test_the_example_in_python_prints_what_it_says(capsys: pytest.CaptureFixture[str]):
    source = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)[1]
    exec(compile(source, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip() == re.search(r"  # (.*)", source)[1]


def test_the_changelog_has_a_place_for_what_comes():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changes
    assert "keepachangelog.com" in changes
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == version("quotes")


if __name__ == "__main__":
    with demonstration():
        fresh = CONSOLE.sub(lambda match: match[1] + with_output(match[2]) + match[3], TEXT)
    README.write_text(fresh, encoding="utf-8")
    sys.stdout.write("README.md has the output of its examples\n")
