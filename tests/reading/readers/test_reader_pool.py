"""Readers: a reading in a process apart is the same, within its limits, and survives whatever ends its process."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.reading.pipeline import read_document
from quotes.reading.readers.budget import Budget, budget_of
from quotes.reading.readers.reader import ended_by, read_apart
from quotes.reading.readers.reader_pool import Readers
from quotes.records.document import Article
from quotes.records.errors import CallerGone, InvalidInput, OverBudget, ReadersBusy, ReadingEnded, TooLarge
from quotes.settings import read_settings

MB = 1 << 20
ROOMY = Budget(5000, 60, 400 * MB, 1, 600)
ARTICLE = Article(text="“It floats,” said Ona Brandt. “We saw it,” she added.", language="en")
LONG = Article(text="“We saw it,” he said. " * 1500, language="en")


@pytest.fixture(scope="module")
def readers():
    own = Readers(ROOMY, longest_wait=60.0, places=2)
    yield own
    own.close()


@pytest.mark.parametrize("memory, cores, at_once, each", [
    (600, 2, 2, 250), (600, 16, 2, 250), (600, 1, 1, 500), (200, 8, 1, 100), (1300, 16, 6, 200)])
def test_memory_is_shared_by_as_many_as_have_enough(memory: int, cores: int, at_once: int, each: int):
    budget = budget_of(read_settings({"QUOTES_READING_MEMORY": str(memory)}), cores)
    assert (budget.at_once, budget.memory // MB) == (at_once, each)
    assert budget.at_once * budget.memory <= memory * MB


def test_a_reading_apart_is_the_same(readers: Readers):
    assert readers.read(ARTICLE) == read_apart(ARTICLE, ROOMY) == read_document(ARTICLE)


def test_what_is_wrong_with_an_article_is_told_as_it_is_here(readers: Readers):
    with pytest.raises(InvalidInput) as here:
        read_document(Article())
    with pytest.raises(InvalidInput) as there:
        readers.read(Article())
    assert (str(there.value), there.value.field) == (str(here.value), here.value.field)


def test_nobody_waits_any_more(readers: Readers):
    with pytest.raises(CallerGone):
        readers.read(LONG, lambda: True)
    assert readers.read(ARTICLE).quotes


def test_the_process_behind_it_is_started_again(readers: Readers):
    readers.read(ARTICLE)
    readers._started[-1].kill()
    readers._started[-1].wait()
    assert readers.read(ARTICLE).quotes


def test_a_process_ended_from_outside_is_told(readers: Readers):
    readers.read(ARTICLE)

    def end_it() -> bool:
        nursery = readers._started[-1].pid
        for reader in Path(f"/proc/{nursery}/task/{nursery}/children").read_text(encoding="ascii").split():
            os.kill(int(reader), signal.SIGKILL)
        return False

    with pytest.raises(ReadingEnded):
        readers.read(LONG, end_it)
    assert readers.read(ARTICLE).quotes


def test_no_more_wait_than_there_are_places(readers: Readers):
    for _ in range(2):
        readers._places.acquire()
    try:
        with pytest.raises(ReadersBusy):
            readers.read(ARTICLE)
    finally:
        for _ in range(2):
            readers._places.release()


@pytest.mark.parametrize("limits, article, kind, named", [
    ({"quotations": 1}, ARTICLE, TooLarge, "QUOTES_MAX_QUOTATIONS"),
    ({"seconds": 1, "quotations": 10**6}, replace(LONG, text=LONG.text * 10), OverBudget, "QUOTES_READING_SECONDS"),
])
def test_what_takes_too_much_is_refused_by_the_limit(limits: dict, article: Article, kind: type, named: str):
    with pytest.raises(kind, match=named):
        read_apart(article, replace(ROOMY, **limits))


def test_what_takes_too_much_memory_is_refused():
    own = Readers(replace(ROOMY, memory=4 * MB), longest_wait=60.0)  # forked from a process that has nothing to reuse
    try:
        with pytest.raises(OverBudget, match="QUOTES_READING_MEMORY"):
            own.read(LONG)
    finally:
        own.close()


@pytest.mark.parametrize("number, kind", [
    (signal.SIGXCPU, OverBudget), (signal.SIGSEGV, OverBudget), (signal.SIGKILL, ReadingEnded), (0, ReadingEnded)])
def test_a_signal_tells_why_a_process_ended(number: int, kind: type):
    assert isinstance(ended_by(number, ROOMY), kind)


def test_it_leaves_nothing_behind():
    own = Readers(ROOMY, longest_wait=60.0)
    own.read(ARTICLE)
    process, folder = own._started[-1], own._folder
    own.close()
    assert process.returncode == 0 and not folder.exists()
