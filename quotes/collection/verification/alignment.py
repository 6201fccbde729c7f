"""Two wordings laid beside each other, word by word: the asked one whole, against the best stretch of the kept one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from quotes.collection.verification.wording import Wording

Move = Literal["=", "~", "-", "+", "…"]
SKIPPED = 2  # what a missing word costs: less than any added one, so that the words behind it are still found


class Step(NamedTuple):
    """One step through both: words that are equal or changed, one missing in what is asked, one added, one elided.

    `asked` and `kept` are the numbers of the words from which the step goes on.
    """

    move: Move
    asked: int
    kept: int


def align(asked: Wording, kept: Wording) -> list[Step]:
    """The cheapest way through the whole of the asked wording and any stretch of the kept one.

    What stands before and after the stretch costs nothing; nor do words left out where the asked one has an ellipsis.
    A changed word costs what an added one does, so that at either end the word in its place belongs to the stretch.
    """
    if not asked.words or not kept.words:
        return []
    at = _within(asked.keys, kept.keys)
    if at is not None and not asked.gaps:
        return [Step("=", number, at + number) for number in range(len(asked.keys))]
    return _back(_moves(asked, kept))


def _within(asked: Sequence[str], kept: Sequence[str]) -> int | None:
    """Where the asked words stand one after the other in the kept ones."""
    first, length = asked[0], len(asked)
    for at in range(len(kept) - length + 1):
        if kept[at] == first and kept[at : at + length] == asked:
            return at
    return None


def _moves(asked: Wording, kept: Wording) -> tuple[list[list[Move]], int]:
    """The best last move to every pair of places, and where in the kept wording the best way ends."""
    keys, skipping = kept.keys, [SKIPPED if weight else 0 for weight in kept.weights]
    above = [0] * (len(keys) + 1)
    table: list[list[Move]] = []
    for i, (key, weight) in enumerate(zip(asked.keys, asked.weights, strict=True), start=1):
        elides = i in asked.gaps and i < len(asked.keys)
        left = above[0] + weight
        row, moves = [left], ["+"]
        diagonal = above[0]
        for j, other in enumerate(keys, start=1):
            passed = 0 if elides else skipping[j - 1]
            if key == other:
                best, move = diagonal, "="
            else:
                best, move = diagonal + (weight if skipping[j - 1] else min(weight, 1)), "~"
            diagonal = above[j]
            if diagonal + weight < best:
                best, move = diagonal + weight, "+"
            if left + passed < best:
                best, move = left + passed, "…" if elides else "-"
            left = best
            row.append(best)
            moves.append(move)
        above = row
        table.append(moves)  # type: ignore[arg-type]  # each is one of the moves
    end = min(range(len(above)), key=above.__getitem__)
    while table[-1][end] == "+" and above[end + 1 : end + 2] == [above[end]] and table[-1][end + 1] in "~=":
        end += 1
    return table, end


def _back(found: tuple[list[list[Move]], int]) -> list[Step]:
    """The steps of the best way, from its beginning."""
    table, j = found
    i = len(table)
    steps: list[Step] = []
    while i:
        move = table[i - 1][j]
        i -= move in "=~+"
        j -= move in "=~-…"
        steps.append(Step(move, i, j))
    steps.reverse()
    return steps
