"""Words of closed lists as small numbers, so that a million rows do not spell them out.

A word's number is its place in its list and stands in databases: new words come at the end, none is ever moved or
taken out.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Codes:
    """A closed list of words, each with the number that stands for it in the tables."""

    words: tuple[str, ...]
    numbers: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", {word: number for number, word in enumerate(self.words)})


QUOTE_KINDS = Codes(("direct", "mixed", "block", "post"))
VERDICTS = Codes(("certain", "likely", "unsure", "unknown", "corrected", "confirmed"))
STATUSES = Codes(("active", "withdrawn", "not_a_quote", "hidden"))
STANCES = Codes(("asserted", "denied", "alleged", "hypothetical"))
SPEAKER_KINDS = Codes(("person", "organization", "group", "document", "unnamed"))
BLOCK_KINDS = Codes(("headline", "paragraph", "quote", "caption", "list", "embed", "credit"))
CLUES = Codes((
    "rivals", "distance", "kind of mention", "cue word", "words after", "words before", "words around", "frame",
    "subject", "between", "quotations between", "clause", "length", "cue before", "cue after", "gap", "near cue",
    "path", "path and quotation", "lead-in", "place", "label", "role", "relay", "following", "word before",
    "entity", "entity and verb", "entity and word before", "antecedent", "credit",
))
