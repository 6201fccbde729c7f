"""How an asked wording differs from a kept one, in stretches of words, and which differences change what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.collection.verification.alignment import Step, align
from quotes.collection.verification.equivalence import added_up, denied_by_prefix, says_the_same
from quotes.collection.verification.omissions import (
    cuts_negation_off,
    denial_before,
    hidden_negations,
    with_cut_words,
)
from quotes.collection.verification.wording import Sort, Word, Wording
from quotes.languages.contract import Language

Op = Literal["equal", "replace", "insert", "delete", "elided"]
Change = Literal["negation", "number", "name"]
CHANGES: tuple[Change, ...] = ("negation", "number", "name")
MOST_ALIKE = 0.9999  # of two that differ, if only in an editor's words
BRACKETED = 2  # how many words more or fewer than it stands for a bracket may have
MOST_BRACKETED = 2  # the share of asked words, one of so many, that a bracket may stand for
PRONOUN = "1"  # “one” is mostly no number


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of an asked wording beside what is found in its place.

    `op` says how they differ: equal (but for typography), replace, insert (asked, but not found), delete (found, but
    left out in what was asked), elided (left out where what was asked has an ellipsis).
    """

    op: Op
    asked: str
    found: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The asked wording beside a stretch of the kept one: from word `first` up to `after`.

    `similarity` is the share of both that is equal, longer words counting more; `share` counts all words alike and
    takes the side of which less is equal. `denial` is what stands before the stretch in its sentence and denies it.
    """

    differences: tuple[Difference, ...]
    changed: tuple[Change, ...]
    similarity: float
    share: float
    first: int
    after: int
    denial: str | None = None

    @property
    def is_same(self) -> bool:
        """Whether nothing differs but typography and what an ellipsis owns up to."""
        return all(one.op in ("equal", "elided") for one in self.differences)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of both wordings that belong together, before they are made a difference."""

    op: Op
    asked: tuple[int, int]
    kept: tuple[int, int]


def compare(asked: Wording, kept: Wording, language: Language) -> Comparison | None:
    """The asked wording beside the stretch of the kept one that is most like it; None where there are no words."""
    steps = align(asked, kept)
    if not any(step.move == "=" for step in steps):
        return None
    steps = with_cut_words(steps, asked, kept, language)
    laid = [*_with_hidden_negations(_stretches(steps, asked, kept), kept)]
    brackets = _stand_for(laid, asked, kept) * MOST_BRACKETED <= sum(not word.editorial for word in asked.words)
    stretches = _merged([_judged(one, asked, kept, language, brackets) for one in laid])
    differing = [one for one in stretches if one.op not in ("equal", "elided")]
    denial = denial_before(kept, stretches[0].kept[0], stretches[-1].kept[1], language)
    cut_off = denial is not None or cuts_negation_off(steps, kept)
    changed = tuple(sort for sort in CHANGES if (sort == "negation" and cut_off) or
                    any(_changes(sort, _of(asked, one.asked), _of(kept, one.kept), language) for one in differing))
    differences = tuple(
        Difference(one.op, asked.stretch(*one.asked) or ("…" if one.op == "elided" else ""), kept.stretch(*one.kept))
        for one in stretches)
    weighed = min(_share(steps, stretches, asked.weights, kept.weights), MOST_ALIKE if differing else 1.0)
    alike = _share(steps, stretches, asked.counting, kept.counting, least=True)
    return Comparison(differences, changed, weighed, alike, stretches[0].kept[0], stretches[-1].kept[1], denial)


def _with_hidden_negations(stretches: Iterable[Stretch], kept: Wording) -> Iterator[Stretch]:
    """The stretches; a negation that an ellipsis hides stands by itself, as one that was left out untold."""
    for one in stretches:
        at, after = one.kept
        for hidden in hidden_negations(kept, at, after) if one.op == "elided" else ():
            if hidden > at:
                yield Stretch("elided", one.asked, (at, hidden))
            yield Stretch("delete", one.asked, (hidden, hidden + 1))
            at = hidden + 1
        if at < after or one.op != "elided":
            yield Stretch(one.op, one.asked, (at, after))


def _stand_for(stretches: Iterable[Stretch], asked: Wording, kept: Wording) -> int:
    """For how many of the asked words something stands that is an editor's."""
    if 0 not in kept.weights:
        return 0
    return sum(not word.editorial for one in stretches
               if one.op == "replace" and any(word.editorial for word in _of(kept, one.kept))
               for word in _of(asked, one.asked))


def _stretches(steps: Sequence[Step], asked: Wording, kept: Wording) -> list[Stretch]:
    """Steps of one kind taken together; a token that is not equal as a whole is not equal in its parts."""
    odd_asked = {asked.words[step.asked].token for step in steps if step.move in "~+"}
    odd_kept = {kept.words[step.kept].token for step in steps if step.move in "~-"}
    found: list[Stretch] = []
    kinds: list[str] = []
    for step in steps:
        i, j = step.asked, step.kept
        end = (i + (step.move in "=~+"), j + (step.move in "=~-…"))
        kind = step.move
        if (kind == "=" and (asked.words[i].token in odd_asked or kept.words[j].token in odd_kept)) or kind in "+-":
            kind = "~"
        if kinds and kinds[-1] == kind:
            before = found[-1]
            found[-1] = Stretch(before.op, (before.asked[0], end[0]), (before.kept[0], end[1]))
        else:
            op: Op = "equal" if kind == "=" else "elided" if kind == "…" else "replace"
            found.append(Stretch(op, (i, end[0]), (j, end[1])))
            kinds.append(kind)
    return found


def _judged(one: Stretch, asked: Wording, kept: Wording, language: Language, brackets: bool) -> Stretch:
    """A stretch that differs, named by how; one that differs in typography alone is equal.

    So is one in an editor's words, unless `brackets` says that they stand for nothing.
    """
    if one.op != "replace":
        return one
    mine, theirs = _of(asked, one.asked), _of(kept, one.kept)
    if (brackets and _editorial(mine, theirs)) or says_the_same(_keys(mine), _keys(theirs), language):
        return Stretch("equal", one.asked, one.kept)
    return Stretch("insert" if not theirs else "delete" if not mine else "replace", one.asked, one.kept)


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for one in stretches:
        if found and found[-1].op == one.op == "equal":
            before = found.pop()
            one = Stretch("equal", (before.asked[0], one.asked[1]), (before.kept[0], one.kept[1]))
        found.append(one)
    return found


def _of(wording: Wording, stretch: tuple[int, int]) -> Sequence[Word]:
    return wording.words[slice(*stretch)]


def _editorial(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether an editor's words in brackets are all that one side has: “[Reed]” beside “he”, “[sic]” beside nothing."""
    by_editor = [bool(side) and all(word.editorial for word in side) for side in (mine, theirs)]
    return any(by_editor) and not all(by_editor) and abs(len(mine) - len(theirs)) <= BRACKETED


def _keys(words: Iterable[Word]) -> list[str]:
    return [word.key for word in words]


def _changes(sort: Sort, mine: Sequence[Word], theirs: Sequence[Word], language: Language) -> bool:
    if sort == "negation":  # “no one” denies as much as “nobody”, “unhappy” as “not happy”
        return _denials(mine, theirs, language) != _denials(theirs, mine, language)
    one, other = (Counter(word.key for word in side if word.sort == sort)
                  for side in (mine, theirs))
    if sort == "number":
        for side, beside in ((one, other), (other, one)):
            if set(side) == {PRONOUN} and not beside:
                return False
        return one != other and added_up([*one.elements()], language) != added_up([*other.elements()], language)
    return one != other


def _denials(words: Sequence[Word], beside: Sequence[Word], language: Language) -> int:
    """How many of the words deny, by themselves or by a prefix that the same word beside does not have."""
    plain = [word.key for word in words if word.sort != "negation"]
    return len(words) - len(plain) + denied_by_prefix(plain, _keys(beside), language)


def _share(steps: Sequence[Step], stretches: Iterable[Stretch], asked: Sequence[int], kept: Sequence[int],
           least: bool = False) -> float:
    """The share of the words of both that is equal, each counting what its weight says; or of the side that has less.

    Words left out where an ellipsis says so do not count.
    """
    equal_steps = {step.asked: step.kept for step in steps if step.move == "="}
    equal = mine = theirs = 0
    for one in stretches:
        if one.op == "elided":
            continue
        weight, other = sum(asked[slice(*one.asked)]), sum(kept[slice(*one.kept)])
        if one.op == "equal":
            weight = other = max(weight, other)
            equal += weight + other
        else:
            equal += sum(asked[i] + kept[equal_steps[i]] for i in range(*one.asked) if i in equal_steps)
        mine, theirs = mine + weight, theirs + other
    total = 2 * max(mine, theirs) if least else mine + theirs
    return round(equal / total, 4) if total else 0.0
