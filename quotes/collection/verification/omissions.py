"""What a clipping or an ellipsis leaves out right beside the words that stay, where these mean less without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.collection.verification.alignment import Step
from quotes.collection.verification.equivalence import is_short_for
from quotes.collection.verification.wording import Wording
from quotes.languages.contract import Language

FEW = 4  # words left out, among which a negation is what matters
PARTING = re.compile(r"[.,;:!?…—–\n]|\s-")
ENDING = re.compile(r"[.;!?…\n]")
CLAUSE = 4  # words from which on a clipping says something that can be denied from afar
FARTHEST = 14  # words that stand between a denial and what it denies, and as many before it that are shown


def with_cut_words(steps: Sequence[Step], asked: Wording, kept: Wording, language: Language) -> list[Step]:
    """The steps, and those over a word at either end that is a negation cut off alone, or cut off in the middle.

    “could” is no part of “couldn’t”, and who leaves out nothing but the first “not” has not shortened but altered.
    “That’s” is all of “that is”.
    """
    found = list(steps)
    for at in beside(steps, kept):
        before = at < steps[0].kept
        inner = steps[0] if before else steps[-1]
        alone = at == 0 if before else at == len(kept.words) - 1
        first = at if before else at - 1
        split = kept.words[first].token == kept.words[first + 1].token or (
            inner.move == "~" and is_short_for(asked.keys[inner.asked], kept.keys[first : first + 2], language))
        if split or (alone and kept.words[at].sort == "negation" and not parted(kept, first, first + 1)):
            missing = Step("-", inner.asked if before else len(asked.words), at)
            found = [missing, *found] if before else [*found, missing]
    return found


def cuts_negation_off(steps: Sequence[Step], kept: Wording) -> bool:
    """Whether right before or after the steps a negation stands that belongs to them: “we will” of “we will not”."""
    return any(kept.words[at].sort == "negation" and not (parted(kept, at, at + 1) if at < steps[0].kept
                                                          else parted(kept, at - 1, at)) for at in beside(steps, kept))


def denial_before(kept: Wording, first: int, after: int, language: Language) -> str | None:
    """What stands before a stretch of words in its sentence, if it denies them: “it is not true that”.

    None where nothing does, where two denials cancel each other out (“I do not doubt that”), and for a few words, which
    are as good as a name of something: “the baths” of “we will not close the baths”.
    """
    if after - first < CLAUSE:
        return None
    at, denying, reached = first, 0, False
    words, comparison = kept.words, language.comparison
    while at and first - at < FARTHEST and not ENDING.search(kept.text, words[at - 1].end, words[at].start):
        if parted(kept, at - 1, at) and words[first - 1].key not in comparison.leading:
            reached = True
        at -= 1
        word = words[at]
        if word.key in comparison.joining:
            reached = True
        stressed = at + 1 < first and words[at + 1].key in comparison.stressing
        denies = word.sort == "negation" or word.key in comparison.denials
        denying += denies and not reached and not stressed
    return kept.text[words[at].start : words[first].start].strip() if denying % 2 else None


def beside(steps: Sequence[Step], kept: Wording) -> list[int]:
    """The numbers of the kept words right before and right after the steps."""
    after = steps[-1].kept + (steps[-1].move in "=~-…")
    return [at for at in (steps[0].kept - 1, after) if 0 <= at < len(kept.words)]


def parted(kept: Wording, first: int, second: int) -> bool:
    """Whether a mark between two words of a wording parts what they say."""
    return PARTING.search(kept.text, kept.words[first].end, kept.words[second].start) is not None


def hidden_negations(kept: Wording, first: int, after: int) -> Iterator[int]:
    """The negations in words left out that deny what stays: next to it, or among a few words of its clause.

    “We will … pay” hides the “not” of “we will not pay”; one in sentences that are left out whole denies nothing else.
    """
    for at in range(first, after):
        if kept.words[at].sort == "negation":
            before, behind = not parted(kept, first - 1, at), not parted(kept, at, after)
            if (before and at == first) or (behind and at == after - 1) or (before and behind and after - first <= FEW):
                yield at
