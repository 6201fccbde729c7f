"""The command line as its users call it, in a folder and an environment of its own."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotes.cli.program import run

QUOTES = Path(sys.executable).with_name("quotes")


@dataclass(frozen=True)
class Ran:
    """How a call ended: its exit status, and what it wrote."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working directory and an environment without settings, so that nothing of the developer's is touched."""
    for name in list(os.environ):
        if name.startswith("QUOTES_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Call the program in this process."""

    def called(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        status = run(arguments)
        return Ran(status, *capsys.readouterr())

    return called


@pytest.fixture
def start(own_place: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the program as a process of its own, which ends with the test."""
    started: list[subprocess.Popen[bytes]] = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores Ctrl-C

    def begin(*arguments: str, env: Mapping[str, str] | None = None, **options: object) -> subprocess.Popen[bytes]:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options}
        process = subprocess.Popen([QUOTES, *arguments], cwd=own_place, env={**os.environ, **(env or {})}, **streams)
        started.append(process)
        return process

    yield begin
    signal.signal(signal.SIGINT, before)
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
