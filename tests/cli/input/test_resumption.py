"""--resume goes on where the output ends, and gives what one run would have given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.cli.input.resumption import cut_partial_line

LINES = [
    json.dumps({"id": name, "text": f"“Nine degrees, {name},” said Ada Quill."}) if name != "bad" else "{bad"
    for name in ("a", "b", "bad", "c", "b", "d")
]


@pytest.fixture
def whole(call: Callable, own_place: Path) -> bytes:
    (own_place / "in.jsonl").write_text("\n".join(LINES) + "\n")
    assert call("extract", "--corpus", "in.jsonl", "--out", "out.jsonl").status == 1
    return (own_place / "out.jsonl").read_bytes()


def resumed(call: Callable):
    return call("extract", "--corpus", "in.jsonl", "--out", "out.jsonl", "--resume")


@pytest.mark.parametrize("kept", range(6))
@pytest.mark.parametrize("partial", [b"", b"{", b'{"id": "c", "quo', '{"id": "…'.encode()[:-1]])
def test_wherever_a_run_stopped_the_end_is_the_same(
    call: Callable, own_place: Path, whole: bytes, kept: int, partial: bytes
):
    out = own_place / "out.jsonl"
    out.write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]) + partial)
    ran = resumed(call)
    assert out.read_bytes() == whole
    assert ran.status == 1  # the bad line still gives no output, and that is told again
    assert "line 3" in ran.err
    assert "1 of" in ran.err


def test_without_an_earlier_output_all_is_read(call: Callable, own_place: Path, whole: bytes):
    (own_place / "out.jsonl").unlink()
    resumed(call)
    assert (own_place / "out.jsonl").read_bytes() == whole


def test_without_resume_an_earlier_output_is_replaced(call: Callable, own_place: Path, whole: bytes):
    call("extract", "--corpus", "in.jsonl", "--out", "out.jsonl")
    assert (own_place / "out.jsonl").read_bytes() == whole


@pytest.mark.parametrize("earlier", ['{"id": "z", "quotes": []}\n', '{"id": "d"}\n{"id": "a"}\n'])
def test_the_output_of_another_corpus_is_left_alone(call: Callable, own_place: Path, whole: bytes, earlier: str):
    (own_place / "out.jsonl").write_text(earlier)
    ran = resumed(call)
    assert ran.status == 1
    assert "another corpus" in ran.err
    assert (own_place / "out.jsonl").read_text() == earlier


@pytest.mark.parametrize("earlier", ["not ours\n", "[]\n", '{"quotes": []}\n'])
def test_a_file_that_is_no_output_is_left_alone(call: Callable, own_place: Path, whole: bytes, earlier: str):
    (own_place / "out.jsonl").write_text(earlier)
    ran = resumed(call)
    assert ran.status == 1
    assert "line 1: not output of this command" in ran.err
    assert (own_place / "out.jsonl").read_text() == earlier


@pytest.mark.parametrize(
    "before, after",
    [
        (b"", b""),
        (b"x", b""),
        (b"a\n", b"a\n"),
        (b"a\nb", b"a\n"),
        (b"a\n" + b"x" * 200_000, b"a\n"),
        (b"x" * 200_000, b""),
        (b"a" * 65_535 + b"\n" + b"b" * 65_536, b"a" * 65_535 + b"\n"),
    ],
)
def test_a_partial_last_line_is_cut(tmp_path: Path, before: bytes, after: bytes):
    path = tmp_path / "out"
    path.write_bytes(before)
    cut_partial_line(path)
    assert path.read_bytes() == after
