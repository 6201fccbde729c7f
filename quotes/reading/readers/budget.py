"""What reading one document may take, and the words for one that takes more."""

from __future__ import annotations

import os
from dataclasses import dataclass

from quotes.records.document import Article
from quotes.records.errors import OverBudget
from quotes.settings import Settings

MEGABYTE = 1 << 20
ENOUGH = 200  # MB for one reading, so that few at once have that much each rather than many a little
OWN = 100  # MB for the weights and word lists, which all readings share
SHORT = 16_000  # characters of text or markup, which no kind of article takes more than about two seconds to read
PATIENCE = 3  # how many times the seconds of the processor a reading may take by the clock, on a busy machine


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of one reading, and how many there may be at once: `memory` is that of one, in bytes."""

    quotations: int
    seconds: int
    memory: int
    at_once: int
    all_memory: int  # MB, as it was set


def budget_of(settings: Settings, cores: int | None = None) -> Budget:
    """The budget that the settings ask for; memory is shared equally among as many readings as there are cores."""
    memory = settings.reading_memory
    at_once = max(1, min(cores or os.cpu_count() or 1, (memory - OWN) // ENOUGH))
    each = max(memory - OWN, OWN) * MEGABYTE // at_once
    return Budget(settings.max_quotations, settings.reading_seconds, each, at_once, memory)


def size_of(article: Article) -> int:
    """How much there is to read: characters of text, or characters or bytes of markup."""
    return len(article.text or article.html or "")


def out_of_time(budget: Budget) -> OverBudget:
    """The error for a document that takes too long."""
    return OverBudget(f"Reading it took longer than {budget.seconds} seconds, the most for one document, and was "
                      "ended. Send it in parts; whoever runs this service can raise QUOTES_READING_SECONDS.")


def out_of_memory(budget: Budget) -> OverBudget:
    """The error for a document that takes too much memory."""
    return OverBudget(f"Reading it took more than {budget.memory // MEGABYTE} MB of memory, the most for one document, "
                      "and was ended. Send it in parts; whoever runs this service can raise QUOTES_READING_MEMORY.")
