"""Days on the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

COMMANDS = [("search", "water"), ("export", "--format", "jsonl"), ("stats",)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("day", ["2024-02-29", "2025-12-31", "0001-01-01"])
def test_a_day_is_taken(call: Callable, command: tuple[str, ...], option: str, day: str):
    assert call(*command, option, day).status == 0


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("day", ["2025-02-29", "2024-13-01", "31.12.2025", "yesterday", "2025-12-31T10:00"])
def test_what_is_no_day_is_refused_in_words(call: Callable, command: tuple[str, ...], option: str, day: str):
    ran = call(*command, option, day)
    assert ran.status == 2 and f"{day} is not a day; write one like 2025-03-31" in ran.err and "%" not in ran.err
