"""The README's walk from nothing to a corrected quote, taken as a reader takes it: with a shell and curl."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
WALK = re.search(r"From nothing to a corrected quote.*?```sh\n(.*?)```", TEXT, re.DOTALL)[1]


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def json_values(written: str) -> list[object]:
    """The JSON values that were written one after the other."""
    decoder, found, at = json.JSONDecoder(), [], 0
    while at < len(written):
        value, at = decoder.raw_decode(written, at)
        found.append(value)
        at += len(written[at:]) - len(written[at:].lstrip())
    return found


@pytest.mark.skipif(shutil.which("curl") is None, reason="the walk needs curl")
def test_the_walk_ends_with_a_corrected_quote(tmp_path: Path):
    script = WALK.replace("8000", str(free_port()))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    walk = subprocess.Popen(["bash", "-eu", "-c", f"{script}\n"], cwd=tmp_path, env=environment, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    output = tmp_path / "output"
    try:
        walk.wait(timeout=60)
    finally:
        os.killpg(walk.pid, signal.SIGTERM)
        output.write_text(walk.communicate(timeout=30)[0], encoding="utf-8")
    assert walk.returncode == 0
    kept, found, corrected, history = json_values(output.read_text(encoding="utf-8").strip())
    assert kept["outcome"] == "new"
    assert [quote["id"] for quote in found["items"]] == [corrected["id"]] == ["q2"]
    assert (corrected["speaker"]["name"], corrected["verdict"], corrected["confirmed_by"]) == (
        "Bo Lind", "corrected", "City desk")
    assert [(made["action"], made["made_by"], made["note"]) for made in history["items"]] == [
        ("correct", "City desk", "I rang him.")]
