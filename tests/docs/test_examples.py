"""The examples of all documents, run as a reader types them, give the output that is printed below them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.refresh import documents, refreshed
from tests.docs.shell import BLOCK, ROOT, NoPackageIndex, Shell, Step, shell, steps

WITH_EXAMPLES = [path for path in documents() if path.name != "README.md" and BLOCK.search(path.read_text("utf-8"))]


@pytest.mark.skipif(shutil.which("curl") is None, reason="the examples need curl")
@pytest.mark.parametrize("document", WITH_EXAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_give_what_is_printed(document: Path):
    text = document.read_text(encoding="utf-8")
    try:
        assert refreshed(text) == text, "make docs-refresh"
    except NoPackageIndex as error:
        pytest.skip(f"no package index can be reached: {error}")


def test_the_tutorial_goes_from_an_empty_folder_to_a_card():
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    commands = [step.command for block in BLOCK.finditer(text) for step in steps(block[2])]
    wanted = ("mkdir", "-m venv", "pip install", "quotes extract", "quotes ingest", "quotes said", "quotes serve",
              "/v1/quotes?q=", "quotes verify", "/oembed?url=", "page.html")
    places = [next(n for n, command in enumerate(commands) if part in command) for part in wanted]
    assert places == sorted(places)
    assert "<iframe" in text


def test_a_correction_ends_as_one():
    text = (ROOT / "docs" / "how-to" / "correct.md").read_text(encoding="utf-8")
    assert "Bo Lind, corrected, City desk" in text
    assert "c1, correct, City desk, I rang him." in text


@pytest.mark.parametrize("block, found", [
    ("$ quotes said X\nDate\n", [Step("quotes said X\n", "Date\n")]),
    ("$ cat <<E\n> a\n>\n> E\na\n$ ls\n", [Step("cat <<E\na\n\nE\n", "a\n"), Step("ls\n", "")]),
])
def test_blocks_are_taken_apart(block: str, found: list[Step]):
    assert list(steps(block)) == found


@pytest.fixture
def bash():
    with shell() as opened:
        yield opened


def test_a_shell_keeps_its_variables_and_says_what_is_printed(bash: Shell):
    assert bash.run("where=here\n") == ""
    assert bash.run("printf $where\n") == "here\n"


def test_a_command_that_fails_is_noticed(bash: Shell):
    with pytest.raises(AssertionError, match="no-such-file"):
        bash.run("cat no-such-file\n")
