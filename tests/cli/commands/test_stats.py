"""Statistics on the command line: tables for a person, JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from quotes.cli.command_setup import opened_store
from quotes.collection.ingestion import keep
from quotes.collection.statistics import speaker_statistics, unnamed_sources
from quotes.schemas.statistics import SpeakerStatsSchema, UnnamedStatsSchema
from quotes.store.contract.statistics import Period
from tests.api.shelf import READING, small_reading


@pytest.fixture
def kept() -> None:
    """Three quotes of Ona Brandt in January 2024, and five quotes of three people and of nobody in March 2025."""
    with opened_store() as store:
        for number in range(3):
            keep(store, small_reading(number))
        keep(store, READING)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("how", [[], ["--json"], ["--format", "json"]])
def test_json_is_what_the_service_answers(call: Callable, how: list[str]):
    ran = call("stats", *how)
    assert (ran.status, ran.err) == (0, "")
    written = json.loads(ran.out)
    with opened_store() as store:
        counts, months = speaker_statistics(store, Period(), 20), unnamed_sources(store, Period())
    assert written.pop("months") == UnnamedStatsSchema().dump({"items": months})["items"]
    assert written == SpeakerStatsSchema().dump(counts)
    assert (written["quotes"], written["unknown"], written["unnamed"]) == (8, 1, 1)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("narrowed, quotes, names", [
    (["--to", "2024-12-31"], 3, ["Ona Brandt"]), (["--from", "2025-01-01"], 5, ["Mirela Oduya", "Harbour Watch"]),
    (["--publisher", "shore  gazette"], 8, ["Ona Brandt", "Mirela Oduya", "Harbour Watch"]),
    (["--publisher", "Other"], 0, []), (["--limit", "1"], 8, ["Ona Brandt"]), (["--from", "2030-01-01"], 0, []),
])
def test_it_is_narrowed(call: Callable, narrowed: list[str], quotes: int, names: list[str]):
    written = json.loads(call("stats", *narrowed, "--json").out)
    assert (written["quotes"], [one["name"] for one in written["speakers"]]) == (quotes, names)


TABLES = """\
Quotes: 8; 12% of unnamed sources, 12% of nobody known. New speakers: 3.

Who            Kind          Quotes  Printed  Articles  Speaker
─────────────  ────────────  ──────  ───────  ────────  ───────
Ona Brandt     person        3       3        3         s1
Mirela Oduya   person        2       2        1         s2
Harbour Watch  organization  1       1        1         s4

Month    Where          Quotes  Unnamed  Unknown
───────  ─────────────  ──────  ───────  ───────
2024-01  Shore Gazette  3       0 (0%)   0 (0%)
2025-03  Shore Gazette  5       1 (20%)  1 (20%)
"""


@pytest.mark.usefixtures("kept")
def test_tables_for_a_person(call: Callable):
    ran = call("stats", "--format", "table")
    assert (ran.status, ran.out, ran.err) == (0, TABLES, "")


@pytest.mark.parametrize("narrowed", [[], ["--from", "2025-01-01"], ["--publisher", "Other"]])
def test_where_there_is_nothing_to_count_that_is_said(call: Callable, narrowed: list[str]):
    ran = call("stats", *narrowed, "--format", "table")
    assert (ran.status, ran.out) == (0, "No quotes in this collection are of this time and outlet.\n")


@pytest.mark.parametrize("arguments, told", [
    (["--from", "yesterday"], "--from"), (["--limit", "0"], "--limit"),
    (["--format", "jsonl"], "'jsonl' is not one of"), (["everybody"], "unexpected extra argument"),
])
def test_wrong_calls(call: Callable, arguments: list[str], told: str):
    ran = call("stats", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
