"""Corpora: a line out for each good line in, in order, however many processes read; bad lines are told by number."""

from __future__ import annotations

import json
import os
import pty
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.cli.input.corpus_run import read_lines
from quotes.schemas.json_lines import Line, corpus_lines

TEXT = "The council met.\n\n“Nine degrees is enough for number {0},” said Ada Quill, a swimmer."
PAGE = "<html><body><article><p>The council met on Monday and on Tuesday.</p><p>“Nine degrees,” said Ada Quill.</p>"
BAD_LINES = [
    ("not json", "it is not JSON"),
    ('{"id": "x", "text": "cut', "it is not JSON"),
    ('["x"]', "no object"),
    ('{"text": "no id"}', "id"),
    ('{"id": null, "text": "x"}', "id"),
    ('{"id": [], "text": "x"}', "id"),
    ('{"id": "x"}', "exactly one of text and html"),
    ('{"id": "x", "text": "a", "html": "b"}', "exactly one of text and html"),
    ('{"id": "x", "text": 5}', "text"),
    ('{"id": "x", "text": "a\\u0000b"}', "NUL"),
    ('{"id": "x", "text": "a\\ud800b"}', "surrogate"),
    ('{"id": "x", "text": "a", "url": "javascript:alert(1)"}', "url"),
    ('{"id": NaN, "text": "a"}', "NaN"),
    ("[" * 100_000, "nested too deeply"),
    ('{"id": ' + "9" * 5000 + ', "text": "a"}', "it is not JSON"),
]


def line(id: object, **article: object) -> str:
    return json.dumps({"id": id, **(article or {"text": TEXT.format(id)})}, ensure_ascii=False)


@pytest.fixture
def corpus(own_place: Path) -> Callable[..., str]:
    def written(*lines: str) -> str:
        path = own_place / "in.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(path)

    return written


def test_each_line_comes_out_with_its_id_in_the_one_shape(call: Callable, corpus: Callable):
    path = corpus(line("a"), line(7, html=PAGE, title="Swimming"), line("c", text="", published="2016", author=["x"]))
    ran = call("extract", "--corpus", path)
    assert (ran.status, ran.err) == (0, "")
    out = [json.loads(written) for written in ran.out.splitlines()]
    assert [row["id"] for row in out] == ["a", 7, "c"]
    assert all(list(row) == ["id", "document", "quotes", "speakers", "warnings", "not_quotes", "marks"] for row in out)
    assert [len(row["quotes"]) for row in out] == [1, 1, 0]
    assert out[0]["quotes"][0]["speaker"]["name"] == "Ada Quill"
    assert out[1]["document"]["title"] == "Swimming"


def test_offsets_count_in_the_text_that_came_in(call: Callable, corpus: Callable):
    text = "Zuvor: 🙂 naïve.\n\n" + TEXT.format("☃")
    row = json.loads(call("extract", "--corpus", corpus(line("a", text=text))).out)
    quote = row["quotes"][0]
    assert row["document"]["text"] == text
    assert text[quote["start"] : quote["end"]] == quote["text"] == "Nine degrees is enough for number ☃,"


@pytest.mark.parametrize("bad, told", BAD_LINES)
def test_a_bad_line_gives_no_output_and_is_told_by_its_number(call: Callable, corpus: Callable, bad: str, told: str):
    ran = call("extract", "--corpus", corpus(line("a"), bad, line("c")))
    assert ran.status == 1
    assert [json.loads(written)["id"] for written in ran.out.splitlines()] == ["a", "c"]
    first, last = ran.err.splitlines()
    assert first.startswith("quotes: line 2: ")
    assert told in first
    assert "1 of 3 lines" in last


def test_bytes_that_are_no_utf8_are_a_bad_line(call: Callable, own_place: Path):
    (own_place / "in.jsonl").write_bytes(b'{"id": "a", "text": "caf\xe9"}\n' + line("b").encode())
    ran = call("extract", "--corpus", "in.jsonl")
    assert (ran.status, json.loads(ran.out)["id"]) == (1, "b")
    assert ran.err.startswith("quotes: line 1: it is not JSON")


def test_empty_lines_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm(call: Callable, own_place: Path):
    (own_place / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + line("a").encode() + b"\r\n\r\n  \n" + line("b").encode())
    ran = call("extract", "--corpus", "in.jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(written)["id"] for written in ran.out.splitlines()] == ["a", "b"]


def test_a_corpus_may_come_from_standard_input(call: Callable):
    ran = call("extract", "--corpus", "-", stdin=line("a").encode())
    assert (ran.status, json.loads(ran.out)["id"]) == (0, "a")


def test_an_empty_corpus_gives_nothing(call: Callable, corpus: Callable):
    ran = call("extract", "--corpus", corpus())
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_line_over_the_limit_is_refused_without_being_held(call: Callable, corpus: Callable, monkeypatch):
    monkeypatch.setenv("QUOTES_MAX_BYTES", "200")
    ran = call("extract", "--corpus", corpus(line("a"), line("b", text="x" * 5000), line("c")))
    assert ran.status == 1
    assert [json.loads(written)["id"] for written in ran.out.splitlines()] == ["a", "c"]
    assert "line 2: it is longer than 200 bytes" in ran.err


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
@pytest.mark.parametrize("length, kept", [(9, True), (10, True), (11, False), (12, False), (13, False), (24, False)])
def test_the_limit_counts_a_lines_bytes_without_its_end(own_place: Path, ending: str, length: int, kept: bool):
    data = ("x" * length + ending).encode()
    (own_place / "lines").write_bytes(b"first\n" + data)
    with (own_place / "lines").open("rb") as stream:
        first, second = corpus_lines(stream, 10)
    assert (first.number, first.data, second.number) == (1, b"first", 2)
    assert second.data == (b"x" * length if kept else None)
    assert second.end == 6 + len(data)


def test_several_processes_give_the_same_lines_in_the_same_order(call: Callable, corpus: Callable):
    path = corpus(*(line(f"a{number}") if number % 7 else "not json" for number in range(60)))
    alone, together = call("extract", "--corpus", path), call("extract", "--corpus", path, "--jobs", "2")
    assert together == alone
    assert alone.status == 1
    assert len(alone.out.splitlines()) == 51


def test_no_more_lines_are_taken_in_than_the_processes_have_work_for(own_place: Path):
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield Line(taken, 0, line(taken, text="x").encode(), 1000)

    outcomes = read_lines(endless(), jobs=2)
    assert [next(outcomes).number for _ in range(40)] == list(range(1, 41))
    outcomes.close()
    assert taken < 400


def test_the_output_file_is_not_the_corpus(call: Callable, corpus: Callable):
    path = corpus(line("a"))
    before = Path(path).read_bytes()
    ran = call("extract", "--corpus", path, "--out", path)
    assert ran.status == 1
    assert "is the corpus itself" in ran.err
    assert Path(path).read_bytes() == before


def test_ctrl_c_ends_all_processes_and_what_was_written_stays_whole(start: Callable, corpus: Callable, own_place: Path):
    path = corpus(*(line(number) for number in range(20_000)))
    out = own_place / "out.jsonl"
    process = start("extract", "--corpus", path, "--out", str(out), "--jobs", "2", start_new_session=True)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (out.exists() and out.stat().st_size):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert b"Traceback" not in process.stderr.read()
    rows = out.read_text(encoding="utf-8").splitlines(keepends=True)
    written = [json.loads(row)["id"] for row in rows if row.endswith("\n")]
    assert written == list(range(len(written)))
    assert 0 < len(written) < 20_000


def test_on_a_terminal_a_bar_shows_how_far_it_is(start: Callable, corpus: Callable, own_place: Path):
    path = corpus(line("a"), "not json", line("c"))
    ours, theirs = pty.openpty()
    process = start("extract", "--corpus", path, "--out", "out.jsonl", stderr=theirs)
    os.close(theirs)
    assert process.wait(timeout=30) == 1
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "Reading" in shown
    assert "100%" in shown
    assert "quotes: line 2: it is not JSON" in shown
    assert len((own_place / "out.jsonl").read_text().splitlines()) == 2


def test_in_a_pipe_no_bar_is_drawn(start: Callable, corpus: Callable):
    process = start("extract", "--corpus", corpus(line("a")), "--out", "out.jsonl")
    assert process.communicate(timeout=30) == (b"", b"")
