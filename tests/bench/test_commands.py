"""The benchmarks: they say what they lack, and their figures stay above what plain patterns reach."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.page_reading import ROUNDS, f1
from bench.pasted import compare, visible_text
from bench.reading import words_of

ROOT = Path(__file__).parents[2]
COMMANDS = ("polnear", "posts", "pages", "pasted", "extract", "verify", "identity", "search")


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


def told(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What bench.language prints, with nothing but this told of its texts."""
    named = ("UDHR_FOLDER", "SENTENCES", "LANGUAGE_PYTHON")
    env = {key: value for key, value in os.environ.items() if key not in named}
    return subprocess.run([sys.executable, "-m", "bench.language"], cwd=ROOT, env=env | environment, text=True,
                          capture_output=True, check=False)


def test_without_texts_in_many_languages_it_says_where_they_are():
    ran = told({})
    assert ran.returncode == 1
    assert "UDHR_FOLDER" in ran.stderr
    assert told({"SENTENCES": "/nowhere/at/all.txt"}).stderr == "There is no /nowhere/at/all.txt.\n"


def test_languages_are_told_in_any_file_of_sentences(tmp_path: Path):
    lines = {"en": "The board said that the pier would stay closed, and that the ferry was not affected by it at all.",
             "de": "Der Rat sagte, dass die alte Brücke für den Verkehr geschlossen wird und nicht mehr ans Ufer geht.",
             "ja": "港の委員会は火曜日に古い桟橋を取り壊すかどうかを話し合った。"}
    file = tmp_path / "sentences.txt"
    file.write_text("".join(f"{code}\t{line}\n" * 20 for code, line in lines.items()))
    ran = told({"SENTENCES": str(file)})
    assert ran.returncode == 0, ran.stderr
    assert re.search(r"200 characters: right in 2 languages +1\.0000  ≥ 0\.99", ran.stdout)
    assert "in all 3 languages" in ran.stdout


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two pages, one of them with words that it should give, as the benchmark's has them."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    truth = [f"On {day} the ferry left the quay with all of its passengers, and nobody looked back." for day in days]
    article = "".join(f"<p>{sentence}</p>" for sentence in truth)
    for name, body in (("ferry", f"<article><h1>The ferry</h1>{article}</article>"), ("empty", "<div></div>")):
        page = f"<!DOCTYPE html><html><body>{body}</body></html>"
        (tmp_path / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
    records = [{"page": "ferry", "ground_truth_text": " ".join(["The ferry", *truth])}, {"page": "empty"}]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, records)))
    return tmp_path


@pytest.mark.parametrize("measure, expected", [
    ("words", {"pages": 2, "silent": ["empty"], "scores": {"ferry": 1.0}}), ("memory", {}), ("speed", {"pages": 2}),
])
def test_a_measure_is_taken_on_any_pages(measure: str, expected: dict[str, object], pages: Path):
    ran = subprocess.run([sys.executable, "-m", "bench.page_reading", measure, pages], cwd=ROOT, text=True,
                         capture_output=True, check=True)
    found = json.loads(ran.stdout)
    if measure == "words":
        found["scores"] = {name: round(ours, 1) for name, (ours, _) in found["scores"].items()}
    assert {name: found[name] for name in expected} == expected
    if measure == "memory":
        assert 10 < found["peak"] < 400
    if measure == "speed":
        assert len(found["ratios"]) == ROUNDS
        assert found["each"].keys() == {"ferry", "empty"}


PASTED = (
    "<html><head><title>No</title><style>p {}</style></head><body><nav><ul><li><a>Home</a></li><li>Sport</li></ul>"
    "</nav>"
    "<article><h1>Pier  closed</h1><p>“It is<br>rotten,” said <b>Ada</b> Quill.</p><p hidden>Not seen</p>"
    "<p style='display: none'>Nor this</p><table><tr><td>1</td><td>2</td></tr></table></article>"
    "<script>no()</script><footer>About</footer></body></html>"
)


def test_what_is_pasted_is_what_is_seen_a_line_for_each_block():
    assert visible_text(PASTED.encode()).split("\n") == [
        "Home", "Sport", "Pier closed", "“It is", "rotten,” said Ada Quill.", "1", "2", "About"]


def test_quotes_of_a_page_are_looked_for_in_its_pasted_text():
    page = PASTED.replace("It is<br>rotten,", "The whole pier is rotten and has to go,").encode()
    by_page, pasted, languages = compare(page)
    assert by_page == pasted == {("the whole pier is rotten and has to go", "ada quill"): 1}
    assert len(languages) == 2


@pytest.mark.parametrize("found, truth, expected", [
    ("a b c", "A b, c!", 1.0), ("a b", "c d", 0.0), ("", "a", 0.0), ("a a b", "a b b", 2 / 3), ("a", "a b c", 0.5),
])
def test_words_are_compared_as_often_as_they_occur(found: str, truth: str, expected: float):
    assert f1(found, truth) == pytest.approx(expected)


@pytest.mark.parametrize("text, words", [
    ("It’s a well-known “mess”.", ["It’s", "a", "well-known", "“", "mess", "”", "."]),
    ("don't — 7%", ["don't", "—", "7", "%"]),
])
def test_the_pass_that_reading_is_compared_with_takes_every_word_and_mark(text: str, words: list[str]):
    found = words_of(text)
    assert [word for word, _, _ in found] == words
    assert all(text[start:end] == word for word, start, end in found)


def test_the_store_is_measured_on_a_small_file_that_is_kept(tmp_path: Path):
    ran = bench("store", None, "--quotes", "1000", "--articles", "2", "--folder", str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    for line in ("seed 7, file", "bytes a quote without article text", "latest 20", "two words and a speaker",
                 "page 1000, beside page 1", "the longest search", "one by one, synchronous=FULL", "in one transact"):
        assert line in ran.stdout
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".db", ".json"]


def test_decisions_are_measured_on_a_copy(tmp_path: Path):
    ran = bench("decisions", None, "--quotes", "300", "--folder", str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    for line in ("correct a quote", "merge a speaker of", "hide ", "take an article down"):
        assert line in ran.stdout
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".db", ".json"]
