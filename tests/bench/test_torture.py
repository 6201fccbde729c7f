"""What random requests may fail: written down, with a reason for each, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "bench" / "torture" / "schemathesis.toml"
RULES = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))


def test_no_check_is_switched_off():
    tables = [RULES["checks"], *(operation["checks"] for operation in RULES["operations"])]
    assert all(check.keys() == {"expected-statuses"} for table in tables for check in table.values())


def test_every_exception_has_its_reason():
    lines = WRITTEN.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line == "[[operations]]"]
    assert len(starts) == len(RULES["operations"]) >= 1
    assert all(lines[number - 1].startswith("# ") for number in starts)


@pytest.mark.parametrize("operation", RULES["operations"], ids=str)
def test_only_oembed_may_answer_with_a_failure_of_ours(operation: dict):
    allowed = [status for check in operation["checks"].values() for status in check["expected-statuses"]]
    assert not [status for status in allowed if status.startswith("5")] or operation["include-name"] == "GET /oembed"


def test_ci_runs_it():
    assert "make torture-api" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
