"""`quotes export`: every form, every filter, whole or not at all, in bounded memory."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.decisions.quote_decisions import By, confirm
from quotes.collection.ingestion import keep
from quotes.records.not_quote import NotQuote
from quotes.schemas.formats.catalogue import BY_NAME
from quotes.schemas.formats.csv import harmless
from quotes.store.engine.sqlite import SqliteEngine
from tests.api.shelf import READING, small_reading

PUBLIC = "https://quotes.example"


@pytest.fixture(autouse=True)
def collection(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_PUBLIC_URL", PUBLIC)
    with opened_store() as store:
        keep(store, READING)


def add(number: int) -> None:
    with opened_store() as store, store.writing():
        for n in range(number):
            keep(store, small_reading(n))


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.split("\n") if line]


def test_json_lines_is_the_form_when_none_is_named(call: Callable):
    ran = call("export")
    assert ran.status == 0 and ran.err == ""
    assert sorted(quote["id"] for quote in lines(ran.out)) == ["q1", "q2", "q3", "q4", "q5"]
    assert lines(ran.out) == lines(call("export", "--format", "jsonl").out)


def test_more_than_a_page_comes_whole_in_every_form(call: Callable):
    add(230)
    assert len(lines(call("export").out)) == 235
    rows = list(csv.DictReader(io.StringIO(call("export", "--format", "csv").out, newline="")))
    assert len({row["id"] for row in rows}) == 235
    assert {row["page"] for row in rows} == {f"{PUBLIC}/quotes/{row['id']}" for row in rows}
    graph = json.loads(call("export", "--format", "jsonld").out)
    assert len({item["@id"] for item in graph["@graph"]}) == 235
    notes = json.loads(call("export", "--format", "annotation").out)
    assert len({item["id"] for item in notes["items"]}) == 235
    assert all(item["target"][-1]["selector"][0]["prefix"] for item in notes["items"])


@pytest.mark.parametrize("options, ids", [
    (["--speaker", "oduya"], ["q1", "q2"]), (["--speaker", "s1"], ["q1", "q2"]), (["--speaker", "nobody"], []),
    (["--words", "wall HOLD"], ["q1"]), (["--words", "wall boots"], []), (["--publisher", "shore gazette"], 5),
    (["--publisher", "Other"], []), (["--kind", "post"], ["q5"]), (["--verdict", "unknown"], ["q3"]),
    (["--min-confidence", "0.9"], ["q1", "q5"]), (["--from", "2025-03-05", "--to", "2025-03-05"], 4),
    (["--from", "2025-03-06"], []), (["--to", "2025-03-04"], ["q5"]), (["--to", "2025-03-03"], []),
    (["--document", "d1", "--kind", "direct"], ["q1", "q4"]),
    (["--document", "d2"], []), (["--status", "withdrawn"], []),
])
def test_filters(call: Callable, options: list[str], ids: list[str] | int):
    found = sorted(quote["id"] for quote in lines(call("export", *options).out))
    assert len(found) == ids if isinstance(ids, int) else found == ids


@pytest.mark.parametrize("form", list(BY_NAME))
def test_nothing_found_is_still_the_form(call: Callable, form: str):
    out = call("export", "--format", form, "--speaker", "nobody").out
    if form in ("jsonld", "annotation"):
        assert json.loads(out)["@context"]
    else:
        assert len(list(csv.reader(io.StringIO(out)))) == (1 if form == "csv" else 0)


@pytest.mark.parametrize("form", list(BY_NAME))
def test_a_file_has_what_standard_output_has(call: Callable, own_place: Path, form: str):
    ran = call("export", "--format", form, "--out", "quotes.out")
    assert ran.out == "" and ran.err == "quotes: 5 quotes written to quotes.out\n"
    assert (own_place / "quotes.out").read_bytes().decode() == call("export", "--format", form).out


def test_a_file_is_put_in_place_whole_or_not_at_all(call: Callable, own_place: Path, monkeypatch: pytest.MonkeyPatch):
    (own_place / "quotes.jsonl").write_text("of old\n")
    add(150)
    fetch, asked = SqliteEngine.fetch, []

    def failing(engine, build, shape, values):
        asked.append(shape)
        if len(asked) > 1:
            raise OSError(28, "No space left on device")
        return fetch(engine, build, shape, values)

    monkeypatch.setattr(SqliteEngine, "fetch", failing)
    ran = call("export", "--out", "quotes.jsonl")
    assert ran.status == 1 and "No space left" in ran.err
    assert (own_place / "quotes.jsonl").read_text() == "of old\n"
    assert not list(own_place.glob(".*.part"))


@pytest.mark.parametrize("options", [
    ["--format", "xml"], ["--kind", "indirect"], ["--from", "yesterday"], ["--min-confidence", "2"], ["more"],
])
def test_what_it_does_not_know_is_told(call: Callable, options: list[str]):
    ran = call("export", *options)
    assert ran.status == 2 and ran.out == "" and ran.err.count("\n") == 1


def test_a_folder_that_is_not_there_is_told(call: Callable):
    ran = call("export", "--out", "nowhere/quotes.csv")
    assert ran.status == 1 and "nowhere" in ran.err and ran.err.count("\n") == 1


def test_memory_does_not_grow_with_the_quotes(call: Callable):
    def peak(form: str) -> int:
        tracemalloc.start()
        assert call("export", "--format", form, "--out", "out").status == 0
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    add(300)
    for form in BY_NAME:
        peak(form)  # what is made once only
    before = {form: peak(form) for form in BY_NAME}
    with opened_store() as store, store.writing():
        for n in range(900):
            other = small_reading(n % 300)
            keep(store, replace(other, document=replace(other.document, url=f"{PUBLIC}/{n}")))
    grown = {form: peak(form) / before[form] for form in BY_NAME}
    # Four times the quotes: what the store remembers of names and addresses is bounded, and the quotes are not held.
    assert max(grown.values()) < 2, grown


def test_the_stance_is_in_every_table_and_what_is_no_quote_comes_on_request(call: Callable):
    with opened_store() as store:
        text = READING.document.text + " They say “=SUM(A1)” a lot."
        start = text.index("=SUM")
        keep(store, replace(READING, document=replace(READING.document, text=text, url="https://gazette.example/2"),
                            not_quotes=(NotQuote("=SUM(A1)", start, start + 8, "term"),)))
    table = csv.DictReader(io.StringIO(call("export", "--format", "csv", "--stance", "any").out, newline=""))
    assert {"stance", "stance_words", "sentence"} <= set(table.fieldnames or ())
    assert all("stance" in quote for quote in lines(call("export").out))
    found, = lines(call("export", "--not-quotes").out)
    assert (found["text"], found["why"], found["url"]) == ("=SUM(A1)", "term", "https://gazette.example/2")
    assert lines(call("export", "--not-quotes", "--document", found["document_id"]).out) == [found]
    assert lines(call("export", "--not-quotes", "--document", "d99").out) == []
    written = call("export", "--not-quotes", "--format", "csv", "--bom").out
    assert written.startswith("\ufefftext,why,") and "'=SUM(A1)" in written


@pytest.mark.parametrize("options", [
    ["--bom"], ["--bom", "--format", "jsonld"], ["--not-quotes", "--format", "jsonld"],
    ["--not-quotes", "--speaker", "oduya"], ["--not-quotes", "--stance", "any"],
])
def test_options_that_do_not_go_together(call: Callable, options: list[str]):
    assert call("export", *options).status == 2


@pytest.mark.parametrize("cell, told", [
    (" =1+1", "' =1+1"), ("\u200b=1", "'\u200b=1"), ("\u00a0@x", "'\u00a0@x"), ("=1", "'=1"), ("\tx", "'\tx"),
    ("1=1", "1=1"), ("“=1”", "“=1”"), ("", ""), (None, None), (-1, -1), ("x @y", "x @y"),
])
def test_no_cell_begins_a_formula(cell, told):
    assert harmless(cell) == told


@pytest.mark.parametrize("options, setting, told", [((), "", "a person"), (("--editors",), "", "desk"),
                                                    ((), "true", "desk")])
def test_editors_names_are_in_it_where_that_is_asked_for(call: Callable, monkeypatch, options, setting, told):
    monkeypatch.setenv("QUOTES_SHOW_EDITORS", setting)
    with opened_store() as store:
        confirm(store, "q1", By("desk", datetime(2026, 1, 2, tzinfo=UTC)))
    first = next(one for one in csv.DictReader(io.StringIO(call("export", "--format", "csv", *options).out))
                 if one["id"] == "q1")
    assert (first["confirmed_by"], first["verdict"]) == (told, "confirmed")
