"""Whether a store is whole, can be written, and is backed up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what in words, and what is wrong with it."""

    what: str
    faults: tuple[str, ...]


class CheckStore(Protocol):
    """A store that looks after itself."""

    def back_up(self, to: str, reached: Callable[[float], None], replace: bool = False) -> None:
        """Copy everything, as it is at this moment, to a file that is checked; others may go on writing.

        `reached` is told how much is done, from 0 to 1. InvalidInput if the file is there and is not to be replaced.
        """

    def check(self) -> None:
        """Raise StoreError unless the store answers, its migrations are all applied, and it could be written now."""

    def hold(self) -> None:
        """Keep backups from being put in this store's place until the process ends; StoreError if one is just now."""

    def at_once(self) -> AbstractContextManager[None]:
        """A stretch in which another writer is not waited for: StoreBusy at once. For what may as well wait."""

    def kept(self) -> int:
        """How many transactions this thread has kept so far: what a failure after one is told of differs."""

    def note_damage(self, words: str) -> None:
        """Note damage that was met, after which nothing is written any more."""

    def suspect(self) -> None:
        """Look whether damage explains a failure, as far as that takes a second or two, and not again and again.

        Raises StoreDamaged if it does.
        """

    def inspect(self, full: bool, told: Callable[[Check], None]) -> bool:
        """Look whether the store is whole, and tell what was looked at, one after the other; True if all of it is.

        `full` looks at every index, text and place as well. What is found is noted: a damaged store refuses all
        writing until it is found whole again, or a backup takes its place.
        """

    def inspect_briefly(self) -> str:
        """Look whether the store is whole before it is served, as far as that takes seconds; what was found out.

        Raises StoreDamaged, with what to do, if it is not.
        """
