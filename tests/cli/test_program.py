"""Every way in which the program ends: one line that says what to do, and the exit status."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from termios import FIONREAD
from typing import IO

import pytest

from quotes.cli.program import COMMANDS
from tests.cli.conftest import QUOTES

WRONG_CALLS = [
    (["nosuch"], "No such command 'nosuch'"),
    (["extract", "--nosuch"], "No such option"),
    (["extract", "a.txt", "b.txt"], "unexpected extra argument"),
    (["extract", "--html", "--text", "a.txt"], "Give one of --html and --text"),
    (["extract", "--out", "x"], "go with --corpus"),
    (["extract", "--resume", "a.txt"], "go with --corpus"),
    (["extract", "--corpus", "a.jsonl", "b.txt"], "leave out FILE"),
    (["extract", "--corpus", "a.jsonl", "--format", "json"], "leave out FILE"),
    (["extract", "--corpus", "a.jsonl", "--resume"], "--resume needs --out"),
    (["extract", "--corpus", "a.jsonl", "--jobs", "0"], "--jobs"),
    (["extract", "--format", "xml", "a.txt"], "'xml' is not one of"),
    (["ingest"], "Missing argument"),
    (["said"], "Missing argument"),
    (["said", "X", "--limit", "0"], "--limit"),
    (["search"], "Missing argument"),
    (["search", "  "], "Give the words"),
    (["keys", "add", "desk"], "--scope"),
    (["keys", "add", "desk", "--scope", "all"], "'all' is not one of"),
    (["serve", "--port", "70000"], "--port"),
]


def test_the_package_is_the_program_too(tmp_path: Path):
    done = subprocess.run([sys.executable, "-m", "quotes", "--version"], cwd=tmp_path, capture_output=True,
                          text=True, check=True)
    assert done.stdout.startswith("quotes ")


@pytest.mark.parametrize("arguments, told", WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_one_line(call: Callable, arguments: list[str], told: str):
    ran = call(*arguments)
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert "--help” shows how it is used" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_there_for_everything(call: Callable, arguments: list[str]):
    ran = call(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Usage: quotes")
    assert "--debug" in ran.out


def test_without_a_command_the_help_is_shown_as_a_wrong_call(call: Callable):
    ran = call()
    assert ran.status == 2
    assert all(name in ran.err for name in COMMANDS)


def test_the_version_is_told(call: Callable):
    assert call("--version").out.startswith("quotes 0.")


@pytest.mark.parametrize(
    "name, value, told",
    [
        ("QUOTES_MAX_BYTES", "many", "QUOTES_MAX_BYTES must be a whole number"),
        ("QUOTES_MAX_BITES", "5", "QUOTES_MAX_BITES is not a setting"),
        ("QUOTES_DATABASE", "mysql://db", "the only databases known here are SQLite"),
    ],
)
def test_a_wrong_setting_ends_with_2_and_one_line(
    call: Callable, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
):
    monkeypatch.setenv(name, value)
    ran = call("said", "Halloran")
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_is_missing_is_told_by_name(call: Callable):
    ran = call("extract", "nothing.txt")
    assert (ran.status, ran.out, ran.err) == (1, "", "quotes: nothing.txt: No such file or directory\n")


def test_a_traceback_is_shown_with_debug_alone(call: Callable):
    assert "Traceback" not in call("extract", "nothing.txt").err
    for arguments in (["--debug", "extract", "nothing.txt"], ["extract", "nothing.txt", "--debug"]):
        ran = call(*arguments)
        assert ran.status == 1
        assert "Traceback" in ran.err
        assert ran.err.endswith("quotes: nothing.txt: No such file or directory\n")


def test_a_damaged_database_is_told_in_one_line(call: Callable, own_place: Path):
    (own_place / "data").mkdir()
    (own_place / "data" / "quotes.db").write_bytes(b"this is no database" * 100)
    ran = call("said", "Halloran")
    assert ran.status == 1
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["said", "search", "keys"])
def test_a_look_up_loads_neither_the_server_nor_the_reader_of_pages(command: str):
    source = ("import sys; from importlib import import_module; from quotes.cli import program; "
              f"import_module('quotes.cli.commands.{command}'); import quotes.store.store_opener; "
              "heavy = ('flask', 'trafilatura', 'lxml', 'gunicorn', 'quotes.reading.pipeline'); "
              "print([m for m in heavy if m in sys.modules])")
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_closed_pipe_ends_the_program_quietly(start: Callable):
    process = start("extract", "-", "--format", "json", stdin=subprocess.PIPE)
    process.stdout.close()
    process.stdin.write("“Nine degrees,” said Ada Quill. ".encode() * 2000)
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 0


def test_an_output_that_cannot_be_written_is_told_in_one_line(start: Callable):
    with Path("/dev/full").open("w") as full:
        process = start("keys", "add", "City desk", "--scope", "read", stdout=full)
        err = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert err == b"quotes: No space left on device\n"


def test_without_standard_input_it_says_to_give_a_file(own_place: Path):
    ran = subprocess.run(["sh", "-c", f"{QUOTES} extract <&-"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "quotes: There is no standard input to read; give a file.\n")


def waiting(pipe: IO[bytes]) -> bool:
    """Whether something that was written to a pipe has not been read yet."""
    return any(ioctl(pipe, FIONREAD, bytes(4)))


def test_ctrl_c_ends_with_130_and_no_traceback(start: Callable):
    process = start("extract", "-", stdin=subprocess.PIPE, bufsize=0)
    process.stdin.write(b"The rain fell.")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and waiting(process.stdin):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert b"Traceback" not in process.stderr.read()
