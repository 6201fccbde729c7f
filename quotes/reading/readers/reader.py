"""One reading in a process of its own, forked from one that has the weights: limits first, then the article."""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from quotes.reading.pipeline import read_document
from quotes.reading.readers.budget import Budget, out_of_memory, out_of_time
from quotes.records.document import Article
from quotes.records.errors import QuotesError, ReadingEnded
from quotes.records.reading import Reading

BEGINS = b"begins"
FIRST_TO_GO = "900"  # of 1000, by which Linux chooses whom to end where memory is short
PAGE = os.sysconf("SC_PAGE_SIZE")
SPACE = Path("/proc/self/statm")  # on Linux; elsewhere memory is not limited


class Faulty(RuntimeError):
    """Reading failed for a reason that is ours; the message has its kind."""


def read_for(line: Connection, budget: Budget) -> NoReturn:
    """Say that it begins, take an article from a line, read it within a budget, give back what was found, and end."""
    try:
        limit(budget)
        line.send_bytes(BEGINS)
        line.send_bytes(answer(pickle.loads(line.recv_bytes()), budget))  # what another process of ours wrote
    except (EOFError, OSError):
        pass  # nobody waits for it any more
    finally:
        os._exit(0)


def answer(article: Article, budget: Budget) -> bytes:
    """The reading of an article, or the error that says why there is none, ready to be sent."""
    found: Reading | Exception
    try:
        found = read_document(article, most=budget.quotations)
        return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        found = out_of_memory(budget)
    except QuotesError as error:
        found = error
    except Exception as error:
        found = Faulty(f"{type(error).__name__}: {error}")
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (most, most))  # so that there is room to say so
    return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)


def limit(budget: Budget) -> None:
    """Let this process take no more of the processor and of memory than one reading may."""
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    _lower(resource.RLIMIT_CPU, budget.seconds)
    _lower(resource.RLIMIT_CORE, 0)
    if SPACE.exists():
        _lower(resource.RLIMIT_AS, int(SPACE.read_text(encoding="ascii").split()[0]) * PAGE + budget.memory)
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    gc.disable()  # it is over before garbage matters


def _lower(kind: int, wanted: int) -> None:
    soft, hard = resource.getrlimit(kind)
    known = [bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min([wanted, *known]), hard))


def read_apart(article: Article, budget: Budget) -> Reading:
    """An article read in a process forked from this one, which may have one thread only.

    Raises OverBudget where it takes more than it may, ReadingEnded where the process was ended by something else.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            limit(budget)
            with os.fdopen(theirs, "wb") as out:
                out.write(answer(article, budget))
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answered:
        found = answered.read()
    _, status = os.waitpid(child, 0)
    return opened(found, ended_by(os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, budget))


def opened(found: bytes, otherwise: QuotesError) -> Reading:
    """The reading in an answer; raises the error in it, or another one where the answer is not whole."""
    try:
        reading = pickle.loads(found)  # what a process of ours wrote
    except (EOFError, pickle.UnpicklingError):
        raise otherwise from None
    if isinstance(reading, Exception):
        raise reading
    assert isinstance(reading, Reading)
    return reading


def ended_by(number: int, budget: Budget) -> QuotesError:
    """The error of a reading whose process was ended by a signal."""
    if number == signal.SIGXCPU:
        return out_of_time(budget)
    if number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS):  # how libraries end that get no memory
        return out_of_memory(budget)
    return ReadingEnded("The process that read it was ended, perhaps for lack of memory on this machine.")
