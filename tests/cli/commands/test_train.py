"""`quotes train`: weights from marked articles, and what they are worth."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.model.weights import read_weights

GOLD = str(Path(__file__).parents[3] / "docs" / "example-corpus.jsonl")
CALLED = "import sys; sys.modules[{!r}] = None; from quotes.cli import main; sys.argv[0] = 'quotes'; main()"
TRAINED = r"quotes: \d+ weights, version (.+), learned from 6 articles, are in (.+)\n"


@pytest.mark.parametrize("missing", ["numpy", "scipy"])
def test_without_the_extra_it_says_what_to_install(own_place: Path, missing: str):
    pytest.importorskip("numpy", reason="numpy is not installed")
    ran = subprocess.run([sys.executable, "-c", CALLED.format(missing), "train", GOLD, "--out", "w.gz"], text=True,
                         capture_output=True, check=False)
    assert ran.returncode == 1
    assert "pip install numpy scipy" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert not (own_place / "w.gz").exists()


@pytest.mark.parametrize("arguments, status, told", [
    ([GOLD], 2, "Give --out, the file for the weights, or --cross-validate"),
    ([], 2, "CORPUS.jsonl"),
    (["missing.jsonl", "--out", "w.gz"], 1, "missing.jsonl: No such file"),
    ([GOLD, "--out", "nowhere/w.gz"], 1, "There is no folder nowhere"),
    ([GOLD, "--out", "w.gz", "--jobs", "0"], 2, "--jobs"),
    (["small.jsonl", "--out", "w.gz"], 1, "Only 3 articles of this corpus have speech with a speaker"),
    (["small.jsonl", "--cross-validate"], 1, "Only 3 articles"),
    (["empty.jsonl", "--cross-validate"], 1, "Only 0 articles"),
])
def test_a_wrong_call_is_told_and_nothing_is_written(
    call: Callable, own_place: Path, arguments: list[str], status: int, told: str,
):
    pytest.importorskip("scipy", reason="scipy is not installed; the extra `train` has it")
    (own_place / "small.jsonl").write_text("".join(Path(GOLD).read_text().splitlines(keepends=True)[:3]))
    (own_place / "empty.jsonl").write_text("")
    ran = call("train", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert not (own_place / "w.gz").exists()


def test_the_same_corpus_gives_the_same_bytes_in_any_process(own_place: Path, start: Callable, call: Callable):
    pytest.importorskip("scipy", reason="scipy is not installed; the extra `train` has it")
    ran = call("train", GOLD, "--out", "one.gz")
    assert (ran.status, ran.out) == (0, "")
    assert re.fullmatch(TRAINED, ran.err).groups() == (read_weights().version, "one.gz")
    for seed in ("1", "2"):
        other = start("train", GOLD, "--out", f"{seed}.gz", env={**os.environ, "PYTHONHASHSEED": seed})
        assert other.wait(60) == 0
        assert (own_place / f"{seed}.gz").read_bytes() == (own_place / "one.gz").read_bytes()


def test_the_weights_bear_the_version_that_was_asked_for(own_place: Path, call: Callable):
    pytest.importorskip("scipy", reason="scipy is not installed; the extra `train` has it")
    ran = call("train", GOLD, "--out", "w.gz", "--model-version", "desk 3")
    assert re.fullmatch(TRAINED, ran.err)[1] == "desk 3"
    assert read_weights(own_place / "w.gz").version == "desk 3"


def test_cross_validation_prints_each_fold_and_the_mean(call: Callable, own_place: Path):
    pytest.importorskip("scipy", reason="scipy is not installed; the extra `train` has it")
    ran = call("train", GOLD, "--cross-validate")
    assert ran.status == 0
    head, _, *rows = [line.split("  ") for line in ran.out.splitlines()]
    assert head[0] == "Fold"
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "mean"]
    columns = [[float(value) for value in row[1:] if value.strip()] for row in rows]
    assert [int(row[0]) for row in columns] == [2, 1, 1, 1, 1, 6]
    assert columns[-1][1] == pytest.approx(sum(row[1] for row in columns[:-1]) / 5, abs=1e-4)
    assert ran.err.count("is measured") == 5
    assert list(own_place.iterdir()) == []
