"""A corpus: JSON Lines in, JSON Lines out, in order, in one process or several, in bounded memory."""

from __future__ import annotations

import json
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from typing import NoReturn

from quotes.reading.pipeline import read_document
from quotes.records.errors import InvalidInput, QuotesError
from quotes.schemas.corpus import load_line
from quotes.schemas.json_lines import Line, json_line
from quotes.schemas.reading import dump_reading

BATCH_LINES, BATCH_BYTES = 16, 1_000_000
WAITING = 3  # batches for each process, so that none is idle and few are in memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: its line of output, or the reason why it has none."""

    number: int
    end: int
    written: str | None = None
    fault: str | None = None


def parsed(line: Line) -> object:
    """A line as JSON; InvalidInput if it is none."""
    if line.data is None:
        raise InvalidInput(f"it is longer than {line.limit} bytes; raise QUOTES_MAX_BYTES to have it read")
    try:
        return json.loads(line.data, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise InvalidInput("it is nested too deeply") from error
    except ValueError as error:
        raise InvalidInput(f"it is not JSON: {error}") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def read_line(line: Line) -> Outcome:
    """What one line gives. No article stops the others: whatever goes wrong with it is its outcome."""
    try:
        name, article = load_line(parsed(line))
        written = json_line({"id": name, **dump_reading(read_document(article))})
    except QuotesError as error:
        return Outcome(line.number, line.end, fault=str(error))
    except Exception as error:  # a fault of ours, not of the line: told with its kind, so that it can be reported
        return Outcome(line.number, line.end, fault=f"it could not be read ({type(error).__name__}: {error})")
    return Outcome(line.number, line.end, written=written)


def read_lines(lines: Iterable[Line], jobs: int) -> Generator[Outcome, None, None]:
    """What every line gives, in order."""
    if jobs == 1:
        yield from map(read_line, lines)
    else:
        yield from _read_in_processes(lines, jobs)


def _read_batch(lines: list[Line]) -> list[Outcome]:
    return [read_line(line) for line in lines]


def _read_in_processes(lines: Iterable[Line], jobs: int) -> Iterator[Outcome]:
    resource_tracker.ensure_running()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[tuple[list[Line], Future[list[Outcome]]]] = deque()
    try:
        for batch in _batches(lines):
            with _interrupts_held():
                waiting.append((batch, pool.submit(_read_batch, batch)))
            if len(waiting) >= jobs * WAITING:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _first(waiting: deque[tuple[list[Line], Future[list[Outcome]]]]) -> list[Outcome]:
    batch, future = waiting.popleft()
    try:
        return future.result()
    except BrokenProcessPool as error:
        message = (f"A process ended while it read lines {batch[0].number} to {batch[-1].number} or some after them, "
                   "perhaps for lack of memory. Try fewer --jobs; with --out, --resume goes on from there.")
        raise QuotesError(message) from error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C back while processes are started: they inherit that, and only this one answers to it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.data or b"")
        if len(batch) >= BATCH_LINES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
