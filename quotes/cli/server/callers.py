"""Who is connected, in which state, and who has to go first where there is no more room."""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from gunicorn.workers.gthread import TConn

from quotes.cli.server.arrivals import Arrival
from quotes.cli.server.lines import Line
from quotes.cli.server.patience import Patience
from quotes.records.caller_address import counted_address

State = Literal["arriving", "answering", "leaving", "idle", "closing"]
# Who is let go of first where one address, or all together, hold too many connections; whoever is answered stays.
FIRST_TO_GO: tuple[State, ...] = ("closing", "idle", "leaving", "arriving")


class Caller(TConn):  # type: ignore[misc]  # gunicorn has no types
    """A connection, as gunicorn keeps one, with what it waits for."""

    def __init__(self, cfg: Any, connection: socket.socket, addresses: tuple[Any, Any], patience: Patience,
                 to_be_sent: Callable[[Caller], None]) -> None:
        client, server = addresses
        connection.setblocking(False)
        self.line = Line(connection, patience, lambda: to_be_sent(self))
        super().__init__(cfg, self.line, client, server)
        self.connection = connection
        self.data_ready = True  # a thread gets it only then
        self.peer = counted_address(client[0] if isinstance(client, tuple) else "")
        self.address = self.peer  # of whoever the request comes from, behind proxies of our own
        self.state: State = "arriving"
        self.since = self.until = time.monotonic()
        self.watched = 0  # the events that the loop waits for
        self.queue = ""
        self.is_one_too_many = False  # of its address
        self.keeps = False  # whether the connection stays open after the answer
        self.is_answered = False
        self.stays_open = True  # whether all of the request was taken in, so that another one may follow
        self.arrival: Arrival | None = None

    def becomes(self, state: State, seconds: float) -> None:
        """Enter a state, which may last so long."""
        self.state, self.since = state, time.monotonic()
        self.until = self.since + seconds


class Callers:
    """Everybody who is connected."""

    def __init__(self) -> None:
        self._all: dict[Caller, None] = {}
        self._of = Counter[str]()

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Caller]:
        return iter(tuple(self._all))

    def __contains__(self, caller: object) -> bool:
        return caller in self._all

    def add(self, caller: Caller) -> None:
        """Somebody has connected."""
        self._all[caller] = None
        self._of[caller.peer] += 1

    def remove(self, caller: Caller) -> bool:
        """Somebody is gone; False if that was known."""
        if caller not in self._all:
            return False
        del self._all[caller]
        self._of[caller.peer] -= 1
        if not self._of[caller.peer]:
            del self._of[caller.peer]
        return True

    def connections(self, peer: str) -> int:
        """How many connections an address has."""
        return self._of[peer]

    def answered(self, address: str) -> int:
        """How many requests of an address are in hand."""
        return sum(caller.address == address for caller in self._all if caller.state in ("answering", "leaving"))

    def first_to_go(self, peer: str | None = None) -> Caller | None:
        """Who has waited the longest without being answered, of one address or of all; None where all are answered."""
        found = (one for one in self._all if one.state in FIRST_TO_GO and peer in (None, one.peer))
        return _first(found)


def _first(callers: Iterable[Caller]) -> Caller | None:
    return min(callers, key=lambda one: (FIRST_TO_GO.index(one.state), one.since), default=None)


def forwarded_address(peer: str, forwarded: tuple[str, ...], proxies: int) -> str:
    """Whose request it is, where so many proxies of our own have each added the address that they were called from."""
    return counted_address(forwarded[-proxies]) if 0 < proxies <= len(forwarded) else peer
