"""What a store keeps of people's decisions: the second half of the contract, and the records that it speaks in.

A decision is on record for good: who, when, what was before, what came after, why. The store writes what it is told;
the rules (what may be undone, what stands in the way) are `quotes.record`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from quotes.records import Quote, Speaker

Action = Literal["confirm", "correct", "not_a_quote", "restore", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: `about` whom or what in the first place, and what that was before and after.

    `state` is what undoing it needs; nobody else reads it. An undo is a decision too: `undoes` names the other one.
    """

    id: str
    action: Action
    made_by: str
    made_at: str
    about: tuple[str, ...] = ()
    note: str | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    undoes: str | None = None
    undone_by: str | None = None
    state: Mapping[str, Any] = field(default_factory=dict, repr=False)


class DecisionStore(Protocol):
    """A place where decisions are kept and carried out."""

    def version(self, id: str) -> int:
        """How many times a quote or speaker was changed since it came, plus one; 1 also for what is not there."""

    def put_quote(self, quote: Quote) -> None:
        """Write anew whose a kept quote is, how sure that is, its reasons and its status; its place stays.

        Its version rises, and its speakers' quotes are counted again.
        """

    def add_speaker(self, speaker: Speaker, words: Sequence[str]) -> Speaker:
        """Keep a speaker whom a person entered, found by its name's folded words; the speaker with its id."""

    def drop_speaker(self, id: str) -> bool:
        """Remove a speaker whom nothing refers to any more; False, and nothing done, if something does."""

    def is_current(self, quote_id: str) -> bool:
        """Whether a quote stands in its document's present text."""

    def add_decision(self, decision: Decision, touched: Collection[str] = ()) -> Decision:
        """Put a decision on record, under all that it is about or touched; the decision with its id.

        An undo is noted with the decision that it undoes.
        """

    def decision(self, id: str) -> Decision | None:
        """A decision on record, or None."""

    def decisions_about(self, id: str) -> tuple[Decision, ...]:
        """All decisions that are about a quote, speaker or document, or touched it, newest first."""

    def standing_after(self, id: str) -> Decision | None:
        """The newest decision made after this one that touched something that this one did, and is not undone."""
