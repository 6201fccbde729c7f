"""Work on jobs with a kind that does as it is told: what is answered, what is tried again, and when it is left."""

from __future__ import annotations

import json
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quotes.collection.access_keys import check_key, make_key
from quotes.collection.jobs.job_work import KEPT_FOR, MOST_DEATHS, Work, clear, work
from quotes.collection.jobs.jobs import MOST_OPEN, begin_job, cancel_job, seen_job, seen_jobs
from quotes.records.errors import CallerGone, Conflict, InvalidInput, NotFound, ReadersBusy, StoreBusy, StoreError
from quotes.records.job import JobItem
from quotes.store.contract.jobs import LONGEST_LEASE, Lease
from quotes.store.contract.store import PageRequest

NOW = datetime(2027, 1, 15, 8, tzinfo=UTC)


class Obedient:
    """A kind that does with an item what its bytes say, and notes in the store that it was done."""

    name = "obedient"

    def __init__(self, store, **deeds):
        self.store, self.deeds, self.begun = store, deeds, []

    def begin(self, item, is_over):
        self.begun.append(item.place)
        deed = self.deeds.get(item.data.decode())
        if deed is not None:
            deed(is_over)

        def finish():
            self.store.add_session(f"{item.line}", "qk_x", "9999", "0000")
            if item.data == b"breaks":
                raise InvalidInput("It breaks in the middle.")
            return json.dumps({"line": item.line, "ok": True})

        return finish

    def refused(self, item, error):
        return json.dumps({"line": item.line, "problem": str(error)})

    def problem(self, detail):
        return {"status": 500, "detail": detail}


class Rests:
    """Waiting that takes no time, and says that the process ends after so many looks."""

    def __init__(self, looks=10**6):
        self.looks, self.waited = looks, []

    def __call__(self, seconds):
        self.waited.append(seconds)
        self.looks -= 1
        return self.looks < 0


@pytest.fixture
def key(store):
    return check_key(store, make_key(store, "Rea", "write", NOW), NOW)


@pytest.fixture
def told():
    return []


@pytest.fixture
def worker(store, told):
    """A function that makes somebody who works."""
    def make(kind=None, rests=None, holder="mine", now=NOW):
        kind = kind or Obedient(store)
        return Work(store, {kind.name: kind}, holder, lambda job: nullcontext(),
                    lambda what, job: told.append((what, job.state, job.done)), rests or Rests(), now.timestamp)

    return make


def job_of(store, key, *lines):
    """A job with these lines as its items."""
    items = [JobItem(n, n, line.encode()) for n, line in enumerate(lines, 1)]
    return begin_job(store, "obedient", key, iter(items), NOW).id


def came(store, job):
    """What became of each line: whether it was done, or why not."""
    found = [json.loads(answer) for answer in store.answers(job, 0, 1000)]
    assert [answer["line"] for answer in found] == list(range(1, len(found) + 1))
    return [answer.get("problem", True) for answer in found]


def noted(store):
    """For which lines something was written."""
    return sorted(int(line) for (line,) in store.engine.ask("SELECT id_hash FROM session"))


def fails(*errors):
    """A deed that fails with each of these once."""
    left = list(errors)

    def deed(is_over):
        if left:
            raise left.pop(0)

    return deed


def test_items_are_done_in_order_and_the_job_is_told_of(store, key, worker, told):
    job = job_of(store, key, "a", "b", "c")
    assert work(worker()) and not work(worker())
    assert came(store, job) == [True, True, True] and noted(store) == [1, 2, 3]
    ended = store.job(job)
    assert (ended.state, ended.done, ended.total, ended.ended_at) == ("done", 3, 3, "2027-01-15T08:00:00+00:00")
    assert told == [("a job began", "running", 0), ("a job ended", "done", 3)]


@pytest.mark.parametrize("error, said", [
    (InvalidInput("no article"), "no article"), (RuntimeError("ours"), "ours"), (KeyError("k"), "'k'"),
])
def test_an_item_that_cannot_be_used_has_that_as_its_result(store, key, worker, error, said):
    job = job_of(store, key, "a", "bad", "c")
    work(worker(Obedient(store, bad=fails(error))))
    assert came(store, job) == [True, said, True] and store.job(job).state == "done"


def test_what_breaks_in_the_middle_of_writing_leaves_nothing_of_itself(store, key, worker):
    job = job_of(store, key, "a", "breaks", "c")
    work(worker())
    assert came(store, job) == [True, "It breaks in the middle.", True] and noted(store) == [1, 3]


@pytest.mark.parametrize("error", [ReadersBusy("all"), StoreBusy("locked")])
def test_what_is_busy_is_tried_again(store, key, worker, error):
    job, rests = job_of(store, key, "a", "busy"), Rests()
    kind = Obedient(store, busy=fails(error, error))
    work(worker(kind, rests))
    assert came(store, job) == [True, True] and kind.begun == [1, 2, 2, 2]
    assert any(rests.waited)


def test_a_store_that_fails_loses_nothing_and_the_same_holder_goes_on(store, key, worker):
    job = job_of(store, key, "a", "full", "c")
    mine = worker(Obedient(store, full=fails(StoreError("full"))))
    with pytest.raises(StoreError):
        work(mine)
    assert store.job(job).state == "running" and came(store, job) == [True]
    assert work(mine) and came(store, job) == [True] * 3 and store.job(job).state == "done"


def test_the_end_of_the_process_leaves_the_job_to_be_taken_up_at_once(store, key, worker, told):
    job = job_of(store, key, "a", "b", "c")
    work(worker(rests=Rests(looks=2)))
    assert (store.job(job).state, store.job(job).done) == ("queued", 2)
    assert told[-1] == ("a job was left", "queued", 2)
    work(worker(holder="next"))
    assert came(store, job) == [True] * 3 and noted(store) == [1, 2, 3]


def test_a_long_item_is_given_up_when_the_process_ends(store, key, worker):
    def long(is_over):
        while not is_over():
            pass
        raise CallerGone("nobody waits")

    job = job_of(store, key, "a", "long")
    work(worker(Obedient(store, long=long), Rests(looks=50)))
    assert store.job(job).state == "queued" and came(store, job) == [True]


def test_a_job_is_cancelled_while_an_item_is_done(store, key, worker, told):
    def cancel(is_over):
        cancel_job(store, store.job(job), NOW)

    job = job_of(store, key, "a", "cancel", "c")
    work(worker(Obedient(store, cancel=cancel)))
    assert (store.job(job).state, store.job(job).done) == ("cancelled", 1)
    assert noted(store) == [1] and told[-1] == ("a job was left", "cancelled", 1)


def test_a_cancelled_jobs_long_item_is_given_up(store, key, worker, monkeypatch):
    monkeypatch.setattr("quotes.collection.jobs.job_work.RENEWED_EVERY", 0.0)

    def long(is_over):
        assert not is_over()
        cancel_job(store, store.job(job), NOW)
        assert is_over()
        raise CallerGone("nobody waits")

    job = job_of(store, key, "long", "b")
    work(worker(Obedient(store, long=long)))
    assert store.job(job).state == "cancelled" and came(store, job) == []


def test_a_lease_lasts_as_long_as_an_item_takes(store, key, worker, monkeypatch):
    monkeypatch.setattr("quotes.collection.jobs.job_work.RENEWED_EVERY", 0.0)
    clock = [NOW.timestamp()]

    def long(is_over):
        for _ in range(4):
            clock[0] += LONGEST_LEASE - 1
            assert not is_over()
            assert store.claim_job(Lease("other", clock[0])) is None

    job = job_of(store, key, "long")
    work(replace(worker(Obedient(store, long=long)), clock=lambda: clock[0]))
    assert store.job(job).state == "done"


def test_whoever_lost_a_job_writes_nothing_more(store, key, worker):
    def lose(is_over):
        later = NOW + timedelta(seconds=LONGEST_LEASE)
        work(worker(holder="other", now=later))

    job = job_of(store, key, "a", "lose", "c")
    kind = Obedient(store, lose=lose)
    work(worker(kind))
    assert kind.begun == [1, 2] and came(store, job) == [True] * 3 and noted(store) == [1, 2, 3]


def test_who_dies_over_an_item_again_and_again_is_not_followed(store, key, worker):
    job = job_of(store, key, "a", "b")
    for n in range(MOST_DEATHS):
        assert store.claim_job(Lease(f"dead {n}", NOW.timestamp() + 100 * n))
    work(worker(now=NOW + timedelta(seconds=1000)))
    failed = store.job(job)
    assert (failed.state, failed.done, failed.problem["status"]) == ("failed", 0, 500)
    assert "3 times" in failed.problem["detail"]


def test_a_kind_that_is_not_known_fails(store, key, worker):
    job = begin_job(store, "telepathy", key, [JobItem(1, 1, b"a")], NOW).id
    work(worker())
    assert store.job(job).state == "failed" and "“telepathy”" in store.job(job).problem["detail"]


def test_others_write_between_two_items(store, key, worker):
    """No transaction is open while an item is begun."""
    job_of(store, key, "a", "look", "c")
    seen = []
    with other_writer(store) as write:
        work(worker(Obedient(store, look=lambda is_over: seen.append(write()))))
    assert seen == [True]


@contextmanager
def other_writer(store):
    """A second connection that writes, as another process would."""
    from quotes.store.store_opener import open_sqlite

    other = open_sqlite(store.engine.path, busy_ms=1)

    def write():
        other.add_session("of another", "qk_x", "9999", "0000")
        other.end_session("of another")
        return True

    yield write
    other.close()


def test_there_are_only_so_many_open_jobs_of_a_key(store, key, worker):
    ids = [job_of(store, key, "a") for _ in range(MOST_OPEN)]
    with pytest.raises(Conflict, match=f"at most {MOST_OPEN}"):
        job_of(store, key, "a")
    other = check_key(store, make_key(store, "Bo", "write", NOW), NOW)
    job_of(store, other, "a")
    cancel_job(store, store.job(ids[0]), NOW)
    job_of(store, key, "a")
    with pytest.raises(Conflict):
        job_of(store, key, "a")
    work(worker())
    job_of(store, key, "a")


def test_items_that_do_not_all_come_leave_nothing_behind(store, key, worker):
    def coming():
        yield JobItem(1, 1, b"a" * 2**20)
        raise InvalidInput("cut off")

    with pytest.raises(InvalidInput):
        begin_job(store, "obedient", key, coming(), NOW)
    assert not work(worker())
    while clear(worker()):
        pass
    assert store.engine.ask("SELECT count(*) FROM job_item") == [(0,)] and store.open_jobs(key.prefix) == 0


def test_jobs_are_forgotten_after_some_days(store, key, worker):
    job = job_of(store, key, "a")
    work(worker())
    while clear(worker(now=NOW + KEPT_FOR)):
        pass
    assert store.job(job) is not None
    while clear(worker(now=NOW + KEPT_FOR + timedelta(seconds=1))):
        pass
    assert store.job(job) is None


def test_ones_own_jobs_are_seen_and_by_admins_all(store, key):
    other, admin = (check_key(store, make_key(store, name, scope, NOW), NOW)
                    for name, scope in (("Bo", "write"), ("Ada", "admin")))
    job = job_of(store, key, "a")
    assert seen_job(store, key, job) == seen_job(store, admin, job)
    with pytest.raises(NotFound):
        seen_job(store, other, job)
    assert [len(seen_jobs(store, who, PageRequest()).items) for who in (key, other, admin)] == [1, 0, 1]


def test_what_has_ended_is_not_cancelled(store, key, worker):
    job = job_of(store, key, "a")
    work(worker())
    with pytest.raises(Conflict, match="ended already"):
        cancel_job(store, store.job(job), NOW)
    again = job_of(store, key, "a")
    first = cancel_job(store, store.job(again), NOW)
    assert cancel_job(store, first, NOW + timedelta(days=1)) == first
