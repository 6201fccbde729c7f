"""Counting in one process: sums that end when their time is over, in bounded room."""

from __future__ import annotations

import threading

import pytest

from quotes.api.http import rate_limit_memory
from quotes.api.http.rate_limit_memory import ProcessStorage


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""
    now = [1000.0]
    monkeypatch.setattr(rate_limit_memory.time, "time", lambda: now[0])
    return now


def test_a_count_ends_when_its_time_is_over(clock):
    storage = ProcessStorage()
    assert [storage.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert (storage.get("a"), storage.get_expiry("a"), storage.get("b")) == (3, 1060.0, 0)
    clock[0] = 1059.9
    assert storage.incr("a", 60, 2) == 5
    clock[0] = 1060.0
    assert storage.get("a") == 0 and storage.get_expiry("a") == 1060.0
    assert storage.incr("a", 60) == 1


def test_what_is_over_takes_no_room(clock):
    storage = ProcessStorage()
    for number in range(1000):
        storage.incr(f"address {number}", 1)
    clock[0] += 60
    storage.incr("late", 1)
    assert storage.reset() == 1


def test_one_count_is_forgotten_alone(clock):
    storage = ProcessStorage()
    storage.incr("a", 60)
    storage.incr("b", 60)
    storage.clear("a")
    storage.clear("c")
    assert (storage.get("a"), storage.get("b"), storage.check()) == (0, 1, True)


def test_threads_lose_no_count():
    storage = ProcessStorage()
    threads = [threading.Thread(target=lambda: [storage.incr("a", 600) for _ in range(2000)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert storage.get("a") == 8000
