"""A question as somebody types it into the search, and one way to take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.records.speaker import Speaker

# How far the quotes that were found are from what was asked: they have the words; or forms of them; or the words stand
# in their articles; or some of what was asked was let go.
Closeness = Literal["exact", "forms", "article", "part"]
LONGEST_LABEL = 120  # characters of what a question that is kept is called


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, taken apart.

    `words` are plain words in order, as typed. `exact` is what somebody spelt out for the quotes' words alone: phrases
    in quotation marks, begin* and -without. `handles` are accounts, without @. `since` and `until` are days in
    ISO 8601, inclusive; `dated` the words that were taken for them.
    """

    typed: str
    words: tuple[str, ...] = ()
    exact: str = ""
    handles: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    dated: str = ""


@dataclass(frozen=True, slots=True)
class AskedOutlet:
    """An outlet that a question can mean: its key, its name and its printed name, and how many quotes it has."""

    key: str
    name: str
    printed: str | None = None
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to take a question: by whom, on what (as it is typed for words), where and when.

    `account` is a handle, without @, from whose accounts posts are looked for, whoever is linked to them.
    `passed_over` are titles that only stood before a name; `let_go` what was asked and is not looked for.
    """

    words: str = ""
    speakers: tuple[Speaker, ...] = ()
    outlet: AskedOutlet | None = None
    since: str | None = None
    until: str | None = None
    closeness: Closeness = "exact"
    passed_over: tuple[str, ...] = ()
    let_go: tuple[str, ...] = ()
    account: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether nothing but words is looked for."""
        return not (self.speakers or self.account or self.outlet or self.since or self.until)
