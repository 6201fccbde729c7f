"""Jobs on their way in, and what nobody needs any more."""

from __future__ import annotations

import pytest

from quotes.records.job import JobItem
from quotes.store.contract.jobs import LONGEST_LEASE, Lease
from quotes.store.contract.store import Key, PageRequest
from tests.store.jobs.test_job_leases import AT, MINE, NOW, in_state, made

EARLIER, LATER = "2027-01-15T07:00:00+00:00", "2027-01-15T09:00:00+00:00"


def cleared(store, before, now=NOW):
    """How many turns it takes to clear everything away."""
    turns = 0
    while store.clear_jobs(before, now):
        turns += 1
        assert turns < 100
    return turns


def rows(store):
    """How many jobs and items there are."""
    return tuple(store.engine.ask(f"SELECT count(*) FROM {table}")[0][0] for table in ("job", "job_item"))


def half(store):
    """A job whose items did not all come yet."""
    store.add_key(Key("qk_a", "a", "write", AT), "hash")
    job = store.add_job("articles", "qk_a", AT, MINE)
    assert store.add_items(job, [JobItem(1, 1, b"a")], MINE)
    return job


def test_a_job_whose_items_are_still_to_come_is_seen_by_nobody(store):
    job = half(store)
    assert store.job(job) is None and store.jobs(None, PageRequest(9)).items == ()
    assert store.claim_job(MINE) is None and store.open_jobs("qk_a") == 1
    store.cancel_job(job, AT)
    assert store.queue_job(job).state == "queued" and store.claim_job(MINE).job.total == 1


@pytest.mark.parametrize("now, is_left", [(NOW, False), (NOW + LONGEST_LEASE, True), (NOW - 86400, True)])
def test_one_whose_items_never_all_came_is_cleared_away(store, now, is_left):
    job = half(store)
    assert bool(cleared(store, EARLIER, now)) == is_left
    assert rows(store) == ((0, 0) if is_left else (1, 1))
    assert store.add_items(job, [JobItem(2, 2, b"b")], Lease("mine", now)) != is_left
    assert (store.queue_job(job) is None) == is_left


def test_one_that_was_given_up_is_cleared_away_at_once(store):
    store.remove_job(half(store))
    cleared(store, EARLIER)
    assert rows(store) == (0, 0)


LEFT = [
    ("queued", LATER, (1, 2)), ("running", LATER, (1, 2)), ("done", EARLIER, (1, 1)), ("failed", EARLIER, (1, 1)),
    ("cancelled", EARLIER, (1, 1)), ("done", LATER, (0, 0)), ("failed", LATER, (0, 0)), ("cancelled", LATER, (0, 0)),
]


def test_what_was_not_done_goes_at_the_end_and_the_rest_after_a_while(store):
    for state, before, left in LEFT:
        store.engine.ask("DELETE FROM job")
        in_state(store, state)
        cleared(store, before)
        assert rows(store) == left, state


def test_much_is_cleared_away_a_little_at_a_time(store):
    store.cancel_job(made(store, 95), AT)
    assert cleared(store, EARLIER) == 5
    assert rows(store) == (1, 0)
