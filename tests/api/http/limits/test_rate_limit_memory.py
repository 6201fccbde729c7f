"""Counting in one process and in several: sums that end when their time is over, in bounded room."""

from __future__ import annotations

import os
import signal
import threading
import time
from tempfile import TemporaryFile

import pytest

from quotes.api.http.limits import rate_limit_file, rate_limit_memory
from quotes.api.http.limits.rate_limit_file import SharedStorage
from quotes.api.http.limits.rate_limit_memory import ProcessStorage


@pytest.fixture
def clock(monkeypatch):
    """The clock that nobody sets, here set by hand."""
    now = [1000.0]
    monkeypatch.setattr(rate_limit_memory.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture(params=["process", "shared"])
def storage(request, clock):
    """A place to count, of one process or of several."""
    if request.param == "process":
        yield ProcessStorage()
        return
    with TemporaryFile() as file:
        yield SharedStorage(file.fileno())


def test_a_count_ends_when_its_time_is_over(storage, clock):
    assert [storage.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert (storage.get("a"), storage.get("b")) == (3, 0)
    assert 59 < storage.get_expiry("a") - time.time() <= 60
    clock[0] = 1059.9
    assert storage.incr("a", 60, 2) == 5
    clock[0] = 1060.0
    assert storage.get("a") == 0 and storage.get_expiry("a") - time.time() <= 0
    assert storage.incr("a", 60) == 1


@pytest.mark.parametrize("jump", [-10**9, -3600, 3600, 10**9])
def test_a_clock_that_is_put_right_changes_no_count(storage, monkeypatch, jump):
    real = time.time
    storage.incr("a", 60)
    monkeypatch.setattr(rate_limit_memory.time, "time", lambda: real() + jump)
    assert storage.incr("a", 60) == 2
    assert 59 < storage.get_expiry("a") - time.time() <= 60


def test_what_is_over_takes_no_room(clock):
    storage = ProcessStorage()
    for number in range(1000):
        storage.incr(f"address {number}", 1)
    clock[0] += 60
    storage.incr("late", 1)
    assert storage.reset() == 1


def test_one_count_is_forgotten_alone(storage):
    storage.incr("a", 60)
    storage.incr("b", 60)
    storage.clear("a")
    storage.clear("c")
    assert (storage.get("a"), storage.get("b"), storage.check()) == (0, 1, True)
    storage.reset()
    assert storage.get("b") == 0


def test_processes_count_together_and_one_that_is_killed_holds_nobody_up():
    with TemporaryFile() as file:
        here = SharedStorage(file.fileno())
        child = os.fork()
        if not child:
            there = SharedStorage(file.fileno())
            for _ in range(100):
                there.incr("a", 600)
            with there._locked():
                os.kill(os.getpid(), signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert here.incr("a", 600) == 101


def test_more_names_than_places_lose_only_what_is_soonest_over(monkeypatch):
    monkeypatch.setattr(rate_limit_file, "PLACES", 1)
    with TemporaryFile() as file:
        storage = SharedStorage(file.fileno())
        for number in range(20):
            storage.incr(f"address {number}", 100 + number)
        assert [storage.get(f"address {number}") for number in (0, 10, 19)] == [0, 0, 1]


def test_threads_lose_no_count():
    storage = ProcessStorage()
    threads = [threading.Thread(target=lambda: [storage.incr("a", 600) for _ in range(2000)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert storage.get("a") == 8000
