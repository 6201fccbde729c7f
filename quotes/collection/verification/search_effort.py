"""The quotes that may have a wording, each breadth looked up once, and what is done only as far as time allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from quotes.collection.verification.wording import Wording, search_words
from quotes.records.errors import OutOfTime
from quotes.store.contract.store import Store
from quotes.store.contract.verification import Breadth, Candidate

SHARE = 0.6  # of the time that is left, for one step that may be left out; the rest is for putting the answer together


class Effort:
    """Looking for one question's wordings in one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.ran_out = False  # whether a step was left out or broken off
        self._found: dict[tuple[str, Breadth], Sequence[Candidate]] = {}

    def candidates(self, asked: Wording, breadth: Breadth) -> Sequence[Candidate]:
        """The quotes that share telling words with a wording."""
        key = asked.text, breadth
        if key not in self._found:
            self._found[key] = self.store.candidates(search_words(asked.text), breadth)
        return self._found[key]

    @contextmanager
    def as_time_allows(self) -> Iterator[None]:
        """A step that makes an answer better, and is broken off where it takes too long."""
        try:
            with self.store.in_share(SHARE):
                yield
        except OutOfTime:
            self.ran_out = True
