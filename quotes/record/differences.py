"""How an asked wording differs from a kept one, in stretches of words, and which differences change what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.languages.contract import Language
from quotes.record.alignment import Step, align
from quotes.record.wording import Sort, Word, Wording

Op = Literal["equal", "replace", "insert", "delete", "elided"]
Change = Literal["negation", "number", "name"]
CHANGES: tuple[Change, ...] = ("negation", "number", "name")
MOST_ALIKE = 0.9999  # of two that differ, if only in an editor's words
BRACKETED = 2  # how many words more or fewer than it stands for a bracket may have
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
    takes the side of which less is equal.
    """

    differences: tuple[Difference, ...]
    changed: tuple[Change, ...]
    similarity: float
    share: float
    first: int
    after: int

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
    steps = _with_cut_negations(steps, asked, kept)
    stretches = _merged([_judged(one, asked, kept, language) for one in _stretches(steps, asked, kept)])
    differing = [one for one in stretches if one.op not in ("equal", "elided")]
    cut_off = any(kept.words[at].sort == "negation" for at in _beside(steps, kept))
    changed = tuple(sort for sort in CHANGES if (sort == "negation" and cut_off) or
                    any(_changes(sort, _of(asked, one.asked), _of(kept, one.kept)) for one in differing))
    differences = tuple(
        Difference(one.op, asked.stretch(*one.asked) or ("…" if one.op == "elided" else ""), kept.stretch(*one.kept))
        for one in stretches)
    weighed = min(_share(steps, stretches, asked.weights, kept.weights), MOST_ALIKE if differing else 1.0)
    alike = _share(steps, stretches, [1] * len(asked.words), [1] * len(kept.words), least=True)
    return Comparison(differences, changed, weighed, alike, stretches[0].kept[0], stretches[-1].kept[1])


def _with_cut_negations(steps: Sequence[Step], asked: Wording, kept: Wording) -> list[Step]:
    """The steps, and those over a negation at either end that is cut off alone, or in the middle of a word.

    “could” is no part of “couldn’t”, and who leaves out nothing but the first “not” has not shortened but altered.
    """
    found = list(steps)
    for at in _beside(steps, kept):
        before = at < steps[0].kept
        inner = steps[0] if before else steps[-1]
        alone = at == 0 if before else at == len(kept.words) - 1
        split = kept.words[at].token == kept.words[at + 1 if before else at - 1].token
        if split or (alone and kept.words[at].sort == "negation"):
            missing = Step("-", inner.asked if before else len(asked.words), at)
            found = [missing, *found] if before else [*found, missing]
    return found


def _beside(steps: Sequence[Step], kept: Wording) -> list[int]:
    """The numbers of the kept words right before and right after the steps."""
    after = steps[-1].kept + (steps[-1].move in "=~-…")
    return [at for at in (steps[0].kept - 1, after) if 0 <= at < len(kept.words)]


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


def _judged(one: Stretch, asked: Wording, kept: Wording, language: Language) -> Stretch:
    """A stretch that differs, named by how; one that differs in typography alone is equal."""
    if one.op != "replace":
        return one
    mine, theirs = _of(asked, one.asked), _of(kept, one.kept)
    if _editorial(mine, theirs) or _otherwise_written(mine, theirs, language):
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


def _otherwise_written(mine: Sequence[Word], theirs: Sequence[Word], language: Language) -> bool:
    """Whether both say the same in another spelling: “co-operate” and “cooperate”, “it’s” and “it is”, “25”."""
    one, other = [word.key for word in mine], [word.key for word in theirs]
    if "".join(one) == "".join(other) or _added_up(one) == _added_up(other):
        return True
    return _spelt_out(one, other, language) or _spelt_out(other, one, language)


def _spelt_out(short: list[str], long: list[str], language: Language) -> bool:
    """Whether the second is the first with its endings written out."""
    if len(short) >= len(long):
        return False
    at = 0
    for key in short:
        if long[at : at + 1] == [key]:
            at += 1
            continue
        base, mark, ending = key.partition("'")
        if not mark or long[at : at + 1] != [base] or long[at + 1 : at + 2] == []:
            return False
        if long[at + 1] not in language.endings.get(f"'{ending}", ()):
            return False
        at += 2
    return at == len(long)


def _added_up(keys: Sequence[str]) -> tuple[str, ...]:
    """Keys with tens and ones made one number: 20 5 is 25."""
    found: list[str] = []
    for key in keys:
        last = found[-1] if found else ""
        if last.isdigit() and key.removesuffix(".").isdigit() and len(last) == 2 and last[1] == "0" and last > "1" \
                and len(key.removesuffix(".")) == 1:
            found[-1] = last[0] + key
        else:
            found.append(key)
    return tuple(found)


def _changes(sort: Sort, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    one, other = (Counter(word.key for word in side if word.sort == sort)
                  for side in (mine, theirs))
    if sort == "negation":  # “no one” denies as much as “nobody”
        return one.total() != other.total()
    if sort == "number":
        for side, beside in ((one, other), (other, one)):
            if set(side) == {PRONOUN} and not beside:
                return False
    return one != other


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
