"""The README stays short, its example gives what it says, and its links lead somewhere."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.docs.refresh import refreshed

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
MOST_LINES = 150


def test_it_is_read_in_one_go():
    assert TEXT.count("\n") <= MOST_LINES


def test_the_example_gives_what_is_printed():
    assert refreshed(TEXT) == TEXT
    assert "$ quotes extract" in TEXT


def test_the_example_in_python_prints_what_it_says(capsys: pytest.CaptureFixture[str]):
    source = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)[1]
    exec(compile(source, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip() == re.search(r"  # (.*)", source)[1]


def test_the_commands_to_try_are_there():
    tried = re.search(r"## Try it\n(.*?)\n## ", TEXT, re.DOTALL)[1]
    assert re.findall(r"^    (\S+ \S+)", tried, re.MULTILINE) == ["make demo", ".venv/bin/quotes extract"]
    assert all((ROOT / path).exists() for path in re.findall(r"samples/\S+", TEXT) if path.endswith(".txt"))


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*/*.md")), ids=lambda page: page.stem)
def test_every_part_of_the_documentation_is_linked(page: Path):
    name = str(page.relative_to(ROOT))
    assert f"({name})" in TEXT or page.stem in ("index", "model-card")  # the model card itself is linked


def test_the_changelog_has_a_place_for_what_comes():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changes
    assert "keepachangelog.com" in changes
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == version("quotes")
