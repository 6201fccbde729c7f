"""Near-copies of what was taken down: known by hashes of runs of words, of which no word can be read.

A text is taken as its words alone, in any case, without accents and invisible characters, lookalikes of Latin letters
as these. Of the hashes of all runs of four words the smallest are remembered, the same ones of every
copy. A text is a near-copy if it has enough of them: half of them where it is about as long as the other, four fifths
where much else stands around. A short text is one only of its own length, for others may quote it whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from heapq import nsmallest

from quotes.text.confusables import skeleton
from quotes.text.invisible import visible

RUN = 4  # words
KEPT = 48  # hashes of one text
ASKED = 2_000  # of a text that comes: it may be forty times as long as the other
SHORT = 60  # runs of words below which a text may well be quoted whole
ALIKE, AROUND = 0.5, 0.8  # the share of the hashes that tells, of texts of about one length and of others
NEAR = "near "
SIZE = "size "


def near_keys(text: str) -> tuple[str, ...]:
    """What is remembered of a text that is taken down: its smallest hashes, and how many runs of words it has."""
    runs = _runs(text)
    kept = nsmallest(KEPT, runs)
    return (*(NEAR + one for one in kept), f"{SIZE}{len(runs)} {len(kept)}") if kept else ()


def asked_keys(text: str) -> tuple[tuple[str, ...], int]:
    """The keys under which what was taken down is looked for when a text comes, and how many runs of words it has."""
    runs = _runs(text)
    return tuple(NEAR + one for one in nsmallest(ASKED, runs)), len(runs)


def is_near(size: int, matched: int, remembered: Iterable[str]) -> bool:
    """Whether a text of so many runs, which has so many of the hashes, is nearly one of those that are remembered."""
    for one in remembered:
        if one.startswith(SIZE):
            long, kept = map(int, one.removeprefix(SIZE).split())
            similar = long <= 1.5 * size and size <= 1.5 * long
            if long < SHORT and not similar:
                continue
            if matched >= (ALIKE if similar and long >= SHORT else AROUND) * kept:
                return True
    return False


def nearest(size: int, matched: Mapping[str, int], remembered: Mapping[str, Iterable[str]]) -> str | None:
    """The decision that took down what a text is nearly a copy of, the last one; None where there is none."""
    found = [one for one, count in matched.items() if is_near(size, count, remembered[one])]
    return max(found, key=lambda one: (len(one), one), default=None)


def _runs(text: str) -> frozenset[str]:
    """The hashes of all runs of words of a text."""
    plain = unicodedata.normalize("NFKD", skeleton(visible(text))).casefold()
    words = "".join(one if one.isalnum() else "" if unicodedata.combining(one) else " " for one in plain).split()
    return frozenset(blake2b(" ".join(words[at : at + RUN]).encode(), digest_size=8).hexdigest()
                     for at in range(max(0, len(words) - RUN + 1)))
