"""What a store keeps of people's decisions: the second half of the contract, and the records that it speaks in.

A decision is on record for good: who, when, what was before, what came after, why. The store writes what it is told;
the rules (what may be undone, what stands in the way) are `quotes.collection`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from quotes.records.post import Account
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker

Action = Literal["confirm", "correct", "not_a_quote", "restore", "accept", "edit", "add_alias", "remove_alias",
                 "add_account", "remove_account", "merge", "split", "set_aside", "takedown", "hide", "erase", "undo"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """By what a document is known again: the hash of its text, its canonical address, its publisher.

    `claimed` says that the page alone gives that address: it is known again there by the same text only.
    """

    text_hash: str
    address: str | None = None
    publisher: str | None = None
    claimed: bool = False


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


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A name that is to be kept for a speaker, with the folded words under which it is found.

    `full` is true for the fullest name of a document, false for the shorter forms that it uses beside it. `keys` lead
    linking to its variants; no folded word is like them, so that no search meets them.
    """

    name: str
    words: tuple[str, ...]
    full: bool = True
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterQuote:
    """A quote that was given to a speaker since a merge, and what tells whose it is.

    `mention` is how its own words name the speaker. `theirs` is the name under which its document has the one who
    stayed, `mine` that of the one who was merged; None where the document does not have that one. `new` says that the
    document came since.
    """

    id: str
    document: str
    new: bool
    mention: str | None
    theirs: str | None
    mine: str | None


class SpeakerEditStore(Protocol):
    """A place where speakers are what people say that they are."""

    def put_speaker(self, speaker: Speaker) -> None:
        """Write anew what a kept speaker is called, its description and its number on Wikidata; its version rises."""

    def names(self, speaker_id: str) -> tuple[SpeakerName, ...]:
        """All names of a kept speaker, in the order in which they came."""

    def put_name(self, speaker_id: str, name: SpeakerName) -> None:
        """Give a speaker a name, or say anew whether it is a full one; a refusal of it is lifted."""

    def drop_name(self, speaker_id: str, name: str) -> None:
        """Take one spelling of a name away from a speaker."""

    def refuse(self, speaker_id: str, what: SpeakerName | Account, refused: bool = True) -> bool:
        """Note that no reading may give a speaker this name or account, or lift that; whether it was noted before."""

    def put_account(self, speaker_id: str, account: Account, entered: bool = True) -> None:
        """Give an account to a speaker, whosever it was; `entered` says that a person said so."""

    def drop_account(self, account: Account) -> None:
        """Take an account away from whomever it belongs to."""

    def entered_owners(self, accounts: Collection[Account]) -> Mapping[Account, str]:
        """Whose accounts are by a person's word: the speakers' ids; accounts of which nobody said so are left out."""

    def posts_of(self, account: Account) -> tuple[str, ...]:
        """The ids of the quotes that are posts of an account."""

    def speaker_quotes(self, speaker_id: str, document_ids: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of all quotes of a speaker, whatever their status; of some documents only, if these are given."""

    def move_links(self, document_ids: Sequence[str], from_id: str, to_id: str, how: str) -> None:
        """Say of documents that the speaker whom they have under one id is another one, and how that is known.

        Where they have that other one as well, that link stays as it is.
        """

    def merge_speakers(self, from_id: str, into_id: str) -> Mapping[str, Any]:
        """Let everything of one speaker go over to another; its id leads there from now on.

        What comes back is what `unmerge_speakers` needs; its "quotes" are the ids of those that went over.
        """

    def unmerge_speakers(self, state: Mapping[str, Any]) -> None:
        """Take a merge back: what went over returns, but for what a reading has since given to somebody else."""

    def remove_speaker(self, speaker_id: str) -> Mapping[str, Any]:
        """Delete a speaker of no quotes, with its names and all that documents say of it.

        What comes back is what `restore_speaker` needs.
        """

    def restore_speaker(self, state: Mapping[str, Any]) -> None:
        """Put a removed speaker back under its id, as far as the documents that named it are still kept."""

    def later_quotes(self, state: Mapping[str, Any]) -> tuple[LaterQuote, ...]:
        """What readings gave to the one who stayed since a merge that is taken back; not what a person gave."""

    def return_quotes(self, quote_ids: Collection[str], document_ids: Collection[str], from_id: str,
                      to_id: str) -> None:
        """Give quotes of one speaker to another, and all that some documents say of the one."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away for good, in numbers, and the documents concerned.

    `keys` are the hashes by which it is known, should it come again.
    """

    revisions: int
    quotes: int
    posts: int
    characters: int
    speakers: int = 0
    keys: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class TakedownStore(Protocol):
    """A place from which words are taken away for good, or out of sight."""

    def take_down(self, document_id: str) -> Removed:
        """Delete a document with everything that was in it; what that was, in numbers.

        Speakers of whom nothing else is left go too, unless a person decided about them. Nothing of it is found in
        the file again once `write_through` has said so.
        """

    def refuse_again(self, keys: Collection[str], decision_id: str) -> None:
        """Remember, by hashes alone, what is not to be kept again, and by which decision."""

    def taken_down(self, known_by: Fingerprint) -> str | None:
        """The decision by which a document, or one with the same text, was taken down, if it still holds."""

    def has_taken_down(self) -> bool:
        """Whether anything was taken down that is not to be kept again."""

    def near_taken_down(self, keys: Sequence[str]) -> Mapping[str, tuple[int, tuple[str, ...]]]:
        """Takedowns that remember some of these keys: by the decision, how many of them, and their other keys."""

    def allow_again(self, decision_id: str) -> None:
        """Forget what a decision took down: it may be kept again."""

    def erase_quotes(self, speaker_id: str) -> Removed:
        """Delete all quotes of a speaker, now and to come; the speaker stays, to be known again."""

    def hide_quotes(self, speaker_id: str) -> Mapping[str, Sequence[str]]:
        """Hide all quotes of a speaker, now and to come; the ids of those that were hidden, by what they were."""

    def objection(self, speaker_id: str) -> str | None:
        """What was done on a speaker's objection: hide or erase; None where there is none."""

    def lift_objection(self, speaker_id: str, before: Mapping[str, Sequence[str]]) -> None:
        """Keep to a speaker's objection no longer: what was hidden is what it was, by `before`, or became since."""

    def write_through(self) -> bool:
        """Leave nothing that was deleted in any log of the store.

        False if somebody was reading all the while; the next call does it.
        """


class DecisionStore(SpeakerEditStore, TakedownStore, Protocol):
    """A place where decisions are kept and carried out."""

    def version(self, id: str) -> int:
        """How many times a quote or speaker was changed since it came, plus one; 1 also for what is not there."""

    def put_quote(self, quote: Quote) -> None:
        """Write anew whose a kept quote is, how sure that is, its reasons and its status; its place stays.

        Its version rises, and its speakers' quotes are counted again.
        """

    def add_quote(self, document_id: str, quote: Quote) -> str:
        """Keep a further quote of a kept document, which has no speaker yet; its id. NotFound without the document."""

    def add_speaker(self, speaker: Speaker, name: SpeakerName) -> Speaker:
        """Keep a speaker whom a person entered, found by this name; the speaker with its id."""

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
