"""Runs the console blocks of a document, in order, in one shell, as a reader types them.

A block is fenced with `console`. A line that begins with `$ ` is a command, lines with `> ` go on with it, and what
follows is its output. `quotes serve` runs in the background until the document ends, at a free port that stands for
8000. Keys are shown as one and the same key.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.docs.ports import free_port
from tests.server import without_settings

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^(```console[^\n]*\n)(.*?)^(```)$", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"\bqk_[0-9a-f]{8}(_[0-9a-f]{40})?\b")
PROMPT, MORE = "$ ", "> "
PORT = "8000"
DONE = "--- done"
COLUMNS = "100"
NO_SOURCES = (".*", "build", "data", "dist", "*.egg-info", "__pycache__", "tests", "bench")
PATIENCE = 30  # seconds until a server must be ready
UNREACHABLE = re.compile(r"No matching distribution|Could not find a version|Connection|Temporary failure")


class Step(NamedTuple):
    """One command of a document, and the output that stands below it."""

    command: str
    output: str


class NoPackageIndex(Exception):
    """A package could not be installed because no package index can be reached."""


def steps(block: str) -> Iterator[Step]:
    """The commands of a block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines(keepends=True)
        more = 0
        while more < len(rest) and rest[more].startswith(MORE.rstrip()):
            more += 1
        lines = [first, *(line.removeprefix(">").removeprefix(" ") for line in rest[:more])]
        yield Step("".join(lines), "".join(rest[more:]))


class Shell:
    """A shell in a folder of its own."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder, self._port = folder, str(free_port())
        self._bash = subprocess.Popen(["bash", "--norc"], cwd=folder, env=env, text=True, encoding="utf-8",
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                      start_new_session=True)

    def close(self) -> None:
        """End the shell and the servers that it started."""
        os.killpg(self._bash.pid, signal.SIGTERM)
        self._bash.communicate(timeout=60)

    def run(self, command: str) -> str:
        """What a command prints; AssertionError where it fails."""
        if command.startswith("quotes serve"):
            return self._serve(command)
        if "-m http.server" in command:
            return ""  # it serves until it is stopped, and is not ours to test
        status, output = self._run(command.replace(PORT, self._port))
        if "pip install" in command:
            if status and UNREACHABLE.search(output):
                raise NoPackageIndex(output)
            output = ""  # a notice of pip is no part of the document
        assert status == 0, f"{command}{output}"
        if "-m venv" in command:
            self._lend(command.split()[-1])
        return _shown(output.replace(self._port, PORT))

    def _run(self, command: str) -> tuple[int, str]:
        self._bash.stdin.write(f"{{ {command}\n}} </dev/null\nprintf '\\n{DONE} %s\\n' $?\n")
        self._bash.stdin.flush()
        lines = []
        for line in self._bash.stdout:
            if line.startswith(DONE):
                break
            lines.append(line)
        else:
            raise AssertionError(f"the shell ended: {command}{''.join(lines)}")
        output = "".join(lines).removesuffix("\n")
        return int(line.split()[-1]), output + "\n" if output and not output.endswith("\n") else output

    def _serve(self, command: str) -> str:
        """Start a server; what it says when it is ready."""
        said = self._folder / "server.said"
        said.touch()
        self._run(f"{command.strip()} --port {self._port} >/dev/null 2>{said} &")
        deadline = time.monotonic() + PATIENCE
        while "Everything is kept" not in said.read_text(encoding="utf-8"):
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.1)
        time.sleep(0.2)
        return _shown(said.read_text(encoding="utf-8").replace(self._port, PORT))

    def _lend(self, venv: str) -> None:
        """Give a new environment the packages that are installed here, so that pip downloads next to nothing."""
        (inside,) = (self._folder / "tutorial" / venv).glob("lib/python*/site-packages")
        lent = next(path for path in sys.path if path.endswith("site-packages"))
        (inside / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")


def _shown(output: str) -> str:
    """An output with the same key in place of all keys."""
    return KEY.sub(lambda match: "qk_5d0c9a31" + ("_8c1f…" if match[1] else ""), output)


def environment(copy: bool) -> dict[str, str]:
    """No settings of whoever runs this, the project's own Python first, a terminal of a known width.

    Where a copy of the project is installed, no module may come from anywhere else.
    """
    found = {**without_settings(), "COLUMNS": COLUMNS, "PS1": "", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    found["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{found['PATH']}"
    if copy:
        found.pop("PYTHONPATH", None)
    elif "PYTHONPATH" in found:
        found["PYTHONPATH"] = os.pathsep.join(str(Path(part).resolve()) for part in found["PYTHONPATH"].split(":"))
    return found


@contextmanager
def shell(copy: bool = False) -> Iterator[Shell]:
    """A shell in a folder in which the samples lie, and if asked a copy of the project, to be installed from."""
    with TemporaryDirectory() as folder:
        if copy:
            shutil.copytree(ROOT, Path(folder) / "quotes", ignore=shutil.ignore_patterns(*NO_SOURCES))
        for name in ("samples", "docs"):
            (Path(folder) / name).symlink_to(ROOT / name)
        opened = Shell(Path(folder), environment(copy))
        try:
            yield opened
        finally:
            opened.close()


def with_outputs(text: str, here: Shell) -> str:
    """A document with the outputs that its commands give now."""

    def block(match: re.Match[str]) -> str:
        written = ""
        for step in steps(match[2]):
            typed = step.command.rstrip("\n").replace("\n", f"\n{MORE}").replace(f"{MORE}\n", f"{MORE.rstrip()}\n")
            written += f"{PROMPT}{typed}\n{here.run(step.command)}"
        return match[1] + written + match[3]

    return BLOCK.sub(block, text)
