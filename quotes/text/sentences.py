"""How the sentences of a view lie, and what part a name plays in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

import regex

STOPS = regex.compile(r"[.¶]")
SAYING_AFTER = regex.compile(r"[RA]{0,3}[CcE]")
SAYING_AFTER_APPOSITION = regex.compile(r"(?:,[^.¶QqPC,]{1,30}){1,2},[RA]{0,2}C|\([^).¶]{1,12}\)[RA]{0,2}C")
SAYING_BEFORE = regex.compile(r"[q.,Q]C[RDHn]{0,4}$")
LEFT_OF_PHRASE = "HDXn&U"
# What part a mention plays, the likeliest to be meant by a later pronoun first.
ASKED, SAYING, SUBJECT, LESSER_SUBJECT, UNCLEAR, OTHER = range(6)
LOOK_BACK = 8


class Sentences:
    """The sentences of a view, by the tokens where they begin."""

    def __init__(self, view: str) -> None:
        self.view = view
        ends = [match.end() for match in STOPS.finditer(view)]
        bounds = [0, *ends, len(view)]
        self.starts = [a for a, b in pairwise(bounds) if b - a > 1]  # no empty ones, such as a blank line

    def number(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, token) - 1

    def quoted(self, number: int) -> bool:
        """Whether a sentence begins inside a quotation."""
        return number < len(self.starts) and self.view[self.starts[number]] in "Qq"


def part_of(view: str, words: list[str], first: int, after: int, asking: frozenset[str]) -> int:
    """The part that the mention from token `first` to `after` plays in its sentence."""
    following = view[after : after + 1]
    if following == "z":
        return OTHER
    says = SAYING_AFTER.match(view, after)
    if says:
        return LESSER_SUBJECT if words[says.end() - 1] in asking else SAYING
    if following in (",", "(") and SAYING_AFTER_APPOSITION.match(view, after):
        return SAYING
    i = first - 1
    while i >= 0 and view[i] in LEFT_OF_PHRASE and i > first - LOOK_BACK:
        i -= 1
    left = view[i] if i >= 0 else "¶"
    if left in "CcvEGM":
        if left == "C" and SAYING_BEFORE.search(view, max(0, first - LOOK_BACK), first):
            return SAYING
        return ASKED if words[i] in asking else OTHER
    if left in "Io" or following in ("H", "M"):
        return OTHER
    if following in ("v", "A", "R", "W", "G", "n", ",") and (following != "," or view[after + 1 : after + 2] == "W"):
        return LESSER_SUBJECT if left == "V" else SUBJECT
    if following == "I" and left in ".¶":  # The council on Friday called …
        return SUBJECT
    return UNCLEAR
