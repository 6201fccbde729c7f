"""The explanation's figures are those that the project measures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.attribution.verdict_thresholds import CERTAIN, LIKELY, NOBODY_BELOW

ROOT = Path(__file__).parents[2]
EXPLANATION = ROOT / "docs" / "explanation"
MEASURES = {"speech or not, F1": "detection_f1", "speech found and its speaker right, F1": "end_to_end_f1",
            "full name right": "name_accuracy"}


@pytest.mark.skipif("QUOTES_TEST_DATA" not in os.environ, reason="QUOTES_TEST_DATA names the benchmarks' articles")
def test_the_limits_name_what_the_benchmark_prints():
    text = (EXPLANATION / "limits.md").read_text(encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "bench.polnear"], cwd=ROOT, text=True, capture_output=True, check=True)
    printed = dict(re.findall(r"^(\w+) +([\d.]+)$", run.stdout + run.stderr, re.MULTILINE))
    told = {MEASURES[name]: value for name, value in re.findall(r"^\| ([^|]+) \| ([\d.]+) \|$", text, re.MULTILINE)}
    assert told == {name: f"{float(printed[name]):.3f}" for name in MEASURES.values()}


def test_the_verdicts_have_the_bounds_that_they_state():
    text = (EXPLANATION / "attribution.md").read_text(encoding="utf-8")
    verdicts = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE))
    assert f"{CERTAIN} or more" in verdicts["certain"]
    assert f"{LIKELY} or more" in verdicts["likely"]
    assert f"below {LIKELY}, and at least {NOBODY_BELOW}" in verdicts["unsure"]
    assert f"below {NOBODY_BELOW}" in verdicts["unknown"]
