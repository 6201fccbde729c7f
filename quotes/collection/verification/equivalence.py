"""Words that say the same, written otherwise: “it’s” and “it is”, “labour” and “labor”, “2 million” and “2,000,000”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from quotes.languages.contract import Language

FIGURES = re.compile(r"(\d+(?:\.\d+)?)([a-z]*)")


def says_the_same(one: Sequence[str], other: Sequence[str], language: Language) -> bool:
    """Whether two rows of keys say the same in another spelling: “co-operate” and “cooperate”, “25” and “20 5”."""
    if _run_together(one) == _run_together(other):
        return True
    if len(one) == len(other) and all(_is_respelt(mine, theirs, language)
                                      for mine, theirs in zip(one, other, strict=True)):
        return True
    if _counts(one) and _counts(other) and added_up(one, language) == added_up(other, language):
        return True
    return _spelt_out(one, other, language) or _spelt_out(other, one, language)


def is_short_for(short: str, long: Sequence[str], language: Language) -> bool:
    """Whether one key is short for two: “it’s” for “it is”, and not for “it was”."""
    base, mark, ending = short.partition("'")
    endings = language.comparison.endings.get(f"'{ending}", ())
    return bool(mark) and len(long) == 2 and base == long[0] and long[1] in endings


def denied_by_prefix(keys: Sequence[str], beside: Sequence[str], language: Language) -> int:
    """How many of the keys are one of those beside with a prefix that denies it: “unhappy” beside “happy”."""
    comparison = language.comparison
    return sum(any(key.startswith(prefix) and key.removeprefix(prefix) in beside
                   for prefix in comparison.denying_prefixes)
               for key in keys if key.startswith(comparison.denying_prefixes)
               and key not in beside and key not in comparison.not_denying)


def added_up(keys: Sequence[str], language: Language) -> tuple[str, ...]:
    """Keys with the words of one number made one: 20 5 is 25, 2 million is 2000000, and so is 2m."""
    found: list[str] = []
    last: Decimal | None = None  # the number that the last key found is, as far as it can go on
    for key in _in_figures(keys, language):
        value = Decimal(key) if key.replace(".", "", 1).isdigit() and key[-1] != "." else None
        scale = language.comparison.scales.get(key)
        if last is not None and scale is not None:
            last *= 10**scale
        elif last is not None and value is not None and _goes_on(last, value):
            last += value
        elif last is not None and key[-1] == "." and key[:-1].isdigit() and _goes_on(last, Decimal(key[:-1])):
            found[-1] = f"{last + Decimal(key[:-1])}."
            last = None
            continue
        else:
            found.append(key)
            last = value
            continue
        found[-1] = f"{last.normalize():f}"
    return tuple(found)


def _goes_on(number: Decimal, value: Decimal) -> bool:
    """Whether a number goes on with another: twenty with five, but not fifteen with five."""
    return 0 < value < 10 and number % 10 == 0 and 10 < number < 100


def _in_figures(keys: Sequence[str], language: Language) -> list[str]:
    """Keys with figures and the sign of a scale taken apart: 18bn is 18 billion."""
    found: list[str] = []
    for key in keys:
        figures = FIGURES.fullmatch(key) if key[0].isdigit() else None
        scale = language.comparison.scale_signs.get(figures[2]) if figures else None
        found += [figures[1], scale] if figures and scale else [key]
    return found


def _run_together(keys: Sequence[str]) -> str:
    return "".join(keys).replace("'", "")


def _counts(keys: Sequence[str]) -> bool:
    return any(key[0].isdigit() for key in keys)


def _is_respelt(one: str, other: str, language: Language) -> bool:
    """Whether two keys are one word in the spelling of one country; such spellings begin alike."""
    return one == other or (one[:2] == other[:2] and _respelt(one, language) == _respelt(other, language))


def _respelt(key: str, language: Language) -> str:
    for pattern, spelling in language.comparison.respelling:
        key = pattern.sub(spelling, key)
    return key


def _spelt_out(short: Sequence[str], long: Sequence[str], language: Language) -> bool:
    """Whether the second is the first with its endings written out."""
    if len(short) >= len(long):
        return False
    at = 0
    for key in short:
        if long[at : at + 1] == [key]:
            at += 1
        elif is_short_for(key, long[at : at + 2], language):
            at += 2
        else:
            return False
    return at == len(long)
