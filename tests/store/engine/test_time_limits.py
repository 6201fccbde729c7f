"""Questions that take too long are broken off, at once or in the middle; those after them are not."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from quotes.records.errors import OutOfTime
from quotes.store.engine.sqlite import SqliteEngine

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def engine(tmp_path):
    found = SqliteEngine(tmp_path / "quotes.db")
    yield found
    found.close()


def test_a_question_without_end_is_broken_off(engine):
    began = time.monotonic()
    with pytest.raises(OutOfTime), engine.limited(0.03):
        engine.ask(ENDLESS)
    assert time.monotonic() - began < 30
    assert engine.ask("SELECT 1") == [(1,)]


def test_once_time_is_over_nothing_is_begun(engine):
    with engine.limited(-1), pytest.raises(OutOfTime):
        engine.ask("SELECT 1")
    assert engine.ask("SELECT 1") == [(1,)]


def test_the_shorter_of_two_limits_holds_and_the_other_after_it(engine):
    with engine.limited(0.06):
        with pytest.raises(OutOfTime), engine.limited(0.01):
            engine.ask(ENDLESS)
        assert engine.ask("SELECT 1") == [(1,)]
        with pytest.raises(OutOfTime), engine.limited(60):
            engine.ask(ENDLESS)


def test_a_share_is_of_what_is_left_and_of_no_limit_none(engine):
    with engine.in_share(0.5):
        assert engine.ask("SELECT 1") == [(1,)]
    with engine.limited(60), pytest.raises(OutOfTime), engine.in_share(0.0005):
        engine.ask(ENDLESS)


def test_each_thread_has_its_own(engine):
    def asked(number):
        with engine.limited(0.02 if number % 2 else 60):
            try:
                return engine.ask(ENDLESS if number % 2 else "SELECT 1")
            except OutOfTime:
                return None
            finally:
                engine.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(asked, range(12))) == [[(1,)], None] * 6


def test_what_was_begun_is_taken_back_whatever_the_limit(engine):
    engine.ask("CREATE TABLE one (id)")
    with pytest.raises(OutOfTime), engine.limited(0.02), engine.writing():
        engine.ask("INSERT INTO one VALUES (1)")
        engine.ask(ENDLESS)
    assert engine.ask("SELECT count(*) FROM one") == [(0,)]


def watching() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "quotes-time-limits"]


def test_nothing_goes_on_watching_where_nothing_is_asked_and_the_next_question_is_watched_again(engine):
    for thread in watching():  # of the tests before
        thread.join()
    with engine.limited(60):
        engine.ask("SELECT 1")
    (thread,) = watching()
    thread.join(60)
    assert not watching()
    with pytest.raises(OutOfTime), engine.limited(0.02):
        engine.ask(ENDLESS)


def test_a_connection_that_is_closed_within_its_time_ends_no_watch_over_others(engine):
    with engine.limited(0.02):
        engine.ask("SELECT 1")
        engine.close()
        time.sleep(0.1)
    with pytest.raises(OutOfTime), engine.limited(0.02):
        engine.ask(ENDLESS)
