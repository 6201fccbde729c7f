"""What the parts of a store share."""

from __future__ import annotations

from collections.abc import Callable

from quotes.store.contract.store import Derivation
from quotes.store.engine.engine import Engine

Clock = Callable[[], str]  # the moment, in ISO 8601 and UTC


class Part:
    """One part of a store: some of its methods, over the engine that runs their queries."""

    def __init__(self, engine: Engine, clock: Clock, derivation: Derivation) -> None:
        self.engine = engine
        self.clock = clock
        self.derivation = derivation
