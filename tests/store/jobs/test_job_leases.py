"""Who works on a job, and what happens to it: every state, every step, and clocks that jump."""

from __future__ import annotations

import pytest

from quotes.records.job import JobItem
from quotes.store.contract.jobs import LONGEST_LEASE, JobEnd, Lease
from quotes.store.contract.store import Key, PageRequest

NOW = 1_800_000_000.0
MINE, OTHER = Lease("mine", NOW), Lease("other", NOW)
AT = "2027-01-15T08:00:00+00:00"
STATES = ("queued", "running", "done", "failed", "cancelled")


def made(store, items=2, owner="qk_a"):
    """A job that waits, as its id."""
    if store.find_key(owner) is None:
        store.add_key(Key(owner, owner, "write", AT), "hash")
    job = store.add_job("articles", owner, AT, Lease("receiver", NOW))
    if items:
        store.add_items(job, [JobItem(n, 2 * n, b"data %d" % n) for n in range(1, items + 1)], Lease("receiver", NOW))
    return store.queue_job(job).id


def in_state(store, state):
    """A job of two items, of which one is answered unless it waits, in a state; mine while it runs."""
    job = made(store)
    if state != "queued":
        assert store.claim_job(MINE).job.id == job
        assert store.answer_item(job, 1, "{}", MINE)
    if state == "cancelled":
        store.cancel_job(job, AT)
    elif state in ("done", "failed"):
        assert store.end_job(job, MINE, JobEnd(state, AT, {"status": 500} if state == "failed" else None))
    return job


STEPS = {
    "claim": lambda store, job: store.claim_job(OTHER) is not None,
    "claim again": lambda store, job: store.claim_job(MINE) is not None,
    "answer": lambda store, job: store.answer_item(job, store.job(job).done + 1, "{}", MINE),
    "answer for others": lambda store, job: store.answer_item(job, store.job(job).done + 1, "{}", OTHER),
    "answer what is not next": lambda store, job: store.answer_item(job, store.job(job).done + 2, "{}", MINE),
    "answer twice": lambda store, job: store.answer_item(job, store.job(job).done, "{}", MINE),
    "renew": lambda store, job: store.renew_lease(job, MINE),
    "renew for others": lambda store, job: store.renew_lease(job, OTHER),
    "end": lambda store, job: store.end_job(job, MINE, JobEnd("done", AT)),
    "end for others": lambda store, job: store.end_job(job, OTHER, JobEnd("done", AT)),
    "release": lambda store, job: store.release_job(job, MINE),
    "release for others": lambda store, job: store.release_job(job, OTHER),
    "cancel": lambda store, job: store.cancel_job(job, AT),
    "take in more": lambda store, job: store.add_items(job, [JobItem(3, 3, b"")], MINE),
    "queue again": lambda store, job: store.queue_job(job) is None,
    "remove": lambda store, job: store.remove_job(job),
}
# What every step makes of every state; a step that is not named changes nothing and says so.
BECOMES = {
    ("queued", "claim"): "running", ("queued", "claim again"): "running", ("queued", "cancel"): "cancelled",
    ("running", "claim again"): "running", ("running", "answer"): "running", ("running", "renew"): "running",
    ("running", "end"): "done", ("running", "release"): "queued", ("running", "cancel"): "cancelled",
}


@pytest.mark.parametrize("state", STATES)
def test_every_step_in_every_state(store, state):
    for step, take in STEPS.items():
        store.engine.ask("DELETE FROM job")
        job = in_state(store, state)
        before = store.job(job)
        said = take(store, job)
        after = store.job(job)
        assert after.state == BECOMES.get((state, step), state), step
        assert said in (None, (state, step) in BECOMES), step
        assert after.done - before.done == ((state, step) == ("running", "answer"))
        assert (after.ended_at is None) == after.is_open
        assert (state, step) in BECOMES or after == before


def test_items_come_in_order_and_their_bytes_are_forgotten(store):
    job = made(store, 3)
    assert store.claim_job(MINE).deaths == 0
    for place in (1, 2, 3):
        assert store.next_item(job) == JobItem(place, 2 * place, b"data %d" % place)
        assert store.answer_item(job, place, f'"{place}"', MINE)
        assert store.answers(job, 0, 10) == tuple(f'"{n}"' for n in range(1, place + 1))
    assert store.next_item(job) is None
    assert store.answers(job, 1, 1) == ('"2"',) and store.answers(job, 3, 10) == ()
    assert store.engine.ask("SELECT count(*) FROM job_item WHERE data IS NOT NULL") == [(0,)]


@pytest.mark.parametrize("later, is_free", [
    (0, False), (LONGEST_LEASE - 1, False), (LONGEST_LEASE, True), (86400, True),
    (-1, True), (-86400, True),  # the clock was put back: nobody is kept out until it is that late again
])
def test_a_lease_is_over_after_a_while_whatever_the_clock_does(store, later, is_free):
    made(store)
    store.claim_job(MINE)
    claimed = store.claim_job(Lease("other", NOW + later))
    assert (claimed is not None) == is_free
    if is_free:
        assert claimed.deaths == 1 and claimed.job.state == "running"
        assert not store.answer_item(claimed.job.id, 1, "{}", MINE)


def test_who_dies_over_an_item_is_counted_until_it_is_answered(store):
    job = made(store)
    store.claim_job(Lease("a", NOW))
    assert store.claim_job(Lease("b", NOW + 100)).deaths == 1
    assert store.claim_job(Lease("c", NOW + 200)).deaths == 2
    assert store.claim_job(Lease("c", NOW + 201)).deaths == 2
    assert store.answer_item(job, 1, "{}", Lease("c", NOW + 202))
    store.release_job(job, Lease("c", NOW + 202))
    assert store.claim_job(Lease("d", NOW + 203)).deaths == 0


def test_the_oldest_is_taken_first_and_one_that_was_left_before_newer_ones(store):
    first, second, third = made(store), made(store), made(store)
    assert [store.claim_job(Lease(name, NOW)).job.id for name in "ab"] == [first, second]
    store.release_job(first, Lease("a", NOW))
    assert [store.claim_job(Lease(name, NOW)).job.id for name in "cd"] == [first, third]
    assert store.claim_job(Lease("e", NOW)) is None


def test_an_empty_job_is_done_when_it_is_claimed(store):
    job = made(store, 0)
    assert store.claim_job(MINE).job.total == 0 and store.next_item(job) is None


def test_looking_for_work_writes_nothing(store, count_statements):
    with count_statements() as noted:
        assert store.claim_job(MINE) is None
    assert len(noted) == 1


def test_a_revoked_keys_jobs_are_cancelled(store):
    mine, other = made(store), made(store, owner="qk_b")
    store.revoke_key("qk_a", AT)
    assert (store.job(mine).state, store.job(other).state) == ("cancelled", "queued")


def test_the_list_has_ones_own_or_all_and_goes_on(store):
    ids = [made(store, owner=owner) for owner in ("qk_a", "qk_b", "qk_a", "qk_a")]
    assert [job.id for job in store.jobs("qk_a", PageRequest(9)).items] == [ids[3], ids[2], ids[0]]
    first = store.jobs(None, PageRequest(3))
    assert [job.id for job in first.items] == ids[:0:-1]
    assert [job.id for job in store.jobs(None, PageRequest(3, first.next)).items] == ids[:1]
