"""The benchmarks: they say what they lack, and their figures stay above what plain patterns reach."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.reading import words_of

ROOT = Path(__file__).parent.parent.parent
COMMANDS = ("polnear", "posts", "extract")


def bench(name: str, data: str | None, *options: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("QUOTES_")}
    if data is not None:
        env["QUOTES_TEST_DATA"] = data
    return subprocess.run([sys.executable, "-m", f"bench.{name}", *options], cwd=ROOT, env=env, text=True,
                          capture_output=True, check=False)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("data", [None, " "])
def test_without_the_articles_it_says_what_to_set(name: str, data: str | None):
    ran = bench(name, data)
    assert ran.returncode == 1
    assert "QUOTES_TEST_DATA is not set" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_it_says_what_the_folder_lacks(name: str, tmp_path: Path):
    ran = bench(name, str(tmp_path))
    assert ran.returncode == 1
    assert "which has no" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.fixture
def data() -> str:
    named = os.environ.get("QUOTES_TEST_DATA")
    if not named:
        pytest.skip("QUOTES_TEST_DATA is not set; it names the folder with the benchmark articles")
    return named


def figures(ran: subprocess.CompletedProcess[str]) -> dict[str, float]:
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return {name: float(value) for name, value in re.findall(r"^(\w+) +(\d\.\d+)$", ran.stdout, re.MULTILINE)}


def test_who_said_it_is_known_better_than_by_plain_patterns(data: str):
    found = figures(bench("polnear", data, "--jobs", "2"))
    assert found["end_to_end_f1"] > 0.73
    assert found["name_accuracy"] > 0.19


def test_posts_of_both_sets_are_scored(data: str):
    found = figures(bench("posts", data, "--jobs", "2"))
    assert found["found"] > 0.5
    assert found["tail"] > 0.5


EXAMPLE = ROOT / "docs" / "example-corpus.jsonl"


@pytest.mark.parametrize("measure, keys", [
    ("speed", {"articles", "words", "pass", "first", "whole", "ratios"}), ("memory", {"peak"}),
])
def test_a_measure_is_taken_on_any_corpus(measure: str, keys: set[str]):
    ran = subprocess.run([sys.executable, "-m", "bench.reading", measure, EXAMPLE], cwd=ROOT, text=True,
                         capture_output=True, check=True)
    found = json.loads(ran.stdout)
    assert found.keys() == keys
    if measure == "speed":
        assert found["articles"] == 6
        assert found["whole"] > found["pass"] > 0
    else:
        assert 10 < found["peak"] < 400


@pytest.mark.parametrize("text, words", [
    ("It’s a well-known “mess”.", ["It’s", "a", "well-known", "“", "mess", "”", "."]),
    ("don't — 7%", ["don't", "—", "7", "%"]),
])
def test_the_pass_that_reading_is_compared_with_takes_every_word_and_mark(text: str, words: list[str]):
    found = words_of(text)
    assert [word for word, _, _ in found] == words
    assert all(text[start:end] == word for word, start, end in found)
