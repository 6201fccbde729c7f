"""Look-ups in the store: by speaker and by words, newest first, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker


def reading(day: str, name: str, words: str) -> Reading:
    text = f"“{words}” said {name}."
    document = Document(text=text, title=f"Council of {day}", url=f"https://courier.example/{day}/{name.split()[-1]}",
                        publisher="Port Ellery Courier", published_at=day, language="en", engine="test")
    speaker = QuotedSpeaker("s1", name, "person", "a councillor", mention=name, start=len(words) + 8, end=len(text) - 1)
    quote = Quote("q1", "direct", words, 1, 1 + len(words), "certain", 0.97, speaker=speaker)
    return Reading(document, (quote,), (Speaker("s1", name, "person", "a councillor"),))


@pytest.fixture
def collection() -> None:
    with opened_store() as store:
        keep(store, reading("2025-03-01", "Tomas Berivan", "The figures do not add up,"))
        keep(store, reading("2025-03-02", "Tomas Berivan", "Not this year,"))
        keep(store, reading("2025-03-03", "Ingrid Halloran", "We have to build it this year,"))


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize(
    "command, words",
    [
        (["said", "Tomas Berivan"], ["Not this year,", "The figures do not add up,"]),
        (["said", "Tomas", "Berivan"], ["Not this year,", "The figures do not add up,"]),
        (["said", "berivan"], ["Not this year,", "The figures do not add up,"]),
        (["said", "BÉRIVAN"], ["Not this year,", "The figures do not add up,"]),
        (["said", "Ingrid Berivan"], []),
        (["said", "s999"], []),
        (["said", "…"], []),
        (["search", "this year"], ["We have to build it this year,", "Not this year,"]),
        (["search", "build", "year"], ["We have to build it this year,"]),
        (["search", "palace"], []),
        (["search", "--", "-- \" * ("], []),
    ],
)
def test_the_quotes_asked_for_are_found_newest_first(call: Callable, command: list[str], words: list[str]):
    ran = call(command[0], "--format", "jsonl", *command[1:])
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == words


@pytest.mark.usefixtures("collection")
def test_json_is_one_object_with_the_quotes_in_the_one_shape(call: Callable):
    items = json.loads(call("said", "Halloran").out)["items"]
    assert [item["speaker"]["name"] for item in items] == ["Ingrid Halloran"]
    assert items[0]["document"]["publisher"] == "Port Ellery Courier"
    assert "text" not in items[0]["document"]


@pytest.mark.usefixtures("collection")
def test_a_speakers_id_finds_that_speaker_alone(call: Callable):
    known = json.loads(call("said", "Halloran").out)["items"][0]["speaker"]["id"]
    items = json.loads(call("said", known).out)["items"]
    assert [item["speaker"]["name"] for item in items] == ["Ingrid Halloran"]


@pytest.mark.usefixtures("collection")
def test_the_table_shows_date_outlet_speaker_words_and_id(call: Callable):
    out = call("said", "Halloran", "--format", "table").out
    for part in ("2025-03-03", "Port Ellery Courier", "Council of 2025-03-03", "Ingrid Halloran", "“We have to"):
        assert part in out


@pytest.mark.usefixtures("collection")
def test_a_limit_is_kept_and_what_it_hides_is_told(call: Callable):
    ran = call("said", "Berivan", "--limit", "1", "--format", "jsonl")
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == ["Not this year,"]
    assert ran.status == 0
    assert "there are more" in ran.err
    assert call("said", "Berivan", "--limit", "2").err == ""


@pytest.mark.parametrize("command", ["said", "search"])
def test_nothing_found_is_no_failure(call: Callable, command: str):
    ran = call(command, "Nobody", "--format", "table")
    assert ran.status == 0
    assert "Nobody" in ran.out
    assert "in this collection" in ran.out
    assert json.loads(call(command, "Nobody").out) == {"items": []}


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize(
    "arguments, words",
    [
        (['"this year"'], ["We have to build it this year,", "Not this year,"]),
        (["year", "--speaker", "Berivan"], ["Not this year,"]),
        (["ye*", "--to", "2025-03-02"], ["Not this year,"]), (["this", "--publisher", "Elsewhere"], []),
        (["--", "year", "-not"], ["We have to build it this year,"]), (["year", "--kind", "post"], []),
        (["year", "--from", "2025-03-03", "--verdict", "certain"], ["We have to build it this year,"]),
    ],
)
@pytest.mark.parametrize("order", ["date", "relevance"])
def test_a_search_is_narrowed(call: Callable, arguments: list[str], words: list[str], order: str):
    ran = call("search", "--format", "jsonl", "--sort", order, *arguments)
    assert (ran.status, ran.err) == (0, "")
    assert sorted(json.loads(line)["text"] for line in ran.out.splitlines()) == sorted(words)


@pytest.mark.usefixtures("collection")
def test_a_search_that_had_no_time_says_so(call: Callable, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("quotes.store.quotes.search.SHARES", {"relevance": -1.0})
    ran = call("search", "year", "--sort", "relevance")
    assert ran.status == 0
    assert "newest matches" in ran.err and "QUOTES_SEARCH_TIMEOUT_MS" in ran.err
