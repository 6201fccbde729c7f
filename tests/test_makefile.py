"""The Makefile tells a user what the machine lacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OLD = '#!/bin/sh\ncase "$1" in --version) echo "Python 3.9.2";; *) exit 1;; esac\n'
WITHOUT_VENV = f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; *) exec {sys.executable} "$@";; esac\n'


@pytest.mark.parametrize("target", ["demo", "test"])
@pytest.mark.parametrize(
    "script, told",
    [
        (OLD, ["Python 3.11 or newer is needed", "is Python 3.9.2", "apt-get install python3", "make {} PYTHON="]),
        (WITHOUT_VENV, ["has no module venv", "apt-get install python3-venv", "make {} again"]),
    ],
)
def test_a_python_that_will_not_do_is_told_with_what_to_do(tmp_path: Path, target: str, script: str, told: list[str]):
    python = tmp_path / "python"
    python.write_text(script)
    python.chmod(0o755)
    ran = subprocess.run(["make", target, f"PYTHON={python}", f"VENV={tmp_path / 'venv'}"], cwd=ROOT, text=True,
                         capture_output=True, check=False)
    assert ran.returncode != 0
    assert [part for part in told if part.format(target) not in ran.stderr] == []
    assert not (tmp_path / "venv").exists()


def test_make_alone_lists_what_there_is():
    ran = subprocess.run(["make"], cwd=ROOT, text=True, capture_output=True, check=True)
    assert all(f"make {target} " in ran.stdout for target in ("demo", "test", "lint", "types", "bench-polnear"))
