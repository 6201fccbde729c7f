"""A role instead of a name: the Taoiseach. Who it was at a time, by what kept articles call people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.collection.verification.outcomes import Holder
from quotes.languages.contract import Language
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = ("'s", "’s", "s'", "s’")
LONGEST_APART = 731  # days between what articles call somebody and a quote, beyond which that says nothing of it
DOUBTFUL = 31  # days by which one may be nearer than another and not be the only one who can be meant
MOST = 8
END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody who is called by a role, from one day to another; undated where `first` is None."""

    speaker: str
    called: str
    first: date | None
    last: date | None

    def apart(self, day: date | None) -> int | None:
        """How many days lie between this and a day; None where either has none."""
        if day is None or self.first is None or self.last is None:
            return None
        return max(0, (self.first - day).days, (day - self.last).days)


def tenures(store: Store, role: str, language: Language) -> tuple[Tenure, ...]:
    """Those whom kept articles call by a role, in this or that time; the most often so called first."""
    words = [word for word in fold_words(role) if word not in language.comparison.articles]
    return tuple(Tenure(one.speaker, one.description, _day(one.first), _day(one.last))
                 for one in store.described(words) if words and holds(one.description, words, language))


def holds(description: str, role: Sequence[str], language: Language) -> bool:
    """Whether somebody so described has a role itself: not a former or a deputy one, nor somebody's who has it."""
    comparison = language.comparison
    written = [found for found in WORD.finditer(description) if found[0].casefold() not in comparison.articles]
    words = [" ".join(fold_words(found[0])) for found in written]
    for at in range(len(words) - len(role) + 1):
        after = at + len(role)
        if words[at:after] == list(role):
            aside = {*words[:at]} & (language.names.limits | comparison.depending) or (
                {*words[after : after + 1]} & comparison.not_yet)
            prefixed = description[: written[at].start()].casefold().endswith(language.names.limit_prefixes)
            if not aside and not prefixed and not _is_owned(written[after - 1 :], comparison.depending):
                return True
    return False


def _is_owned(rest: Iterable[re.Match[str]], depending: frozenset[str]) -> bool:
    """Whether a role goes on into somebody of whom this is one: the president’s aide, President Ona Reed’s aide."""
    for word in rest:
        if word[0].casefold() in depending:
            return False
        if word[0].endswith(POSSESSIVE):
            return True
    return False


def at_time(found: Iterable[Tenure], day: str | None) -> frozenset[str]:
    """The ids of those who have a role on a day, as far as articles of that time tell; all where there is no day."""
    known = list(found)
    when = _day(day)
    if when is None:
        return frozenset(one.speaker for one in known)
    apart = {one: days for one in known if (days := one.apart(when)) is not None and days <= LONGEST_APART}
    nearest = min(apart.values(), default=None)
    return frozenset(one.speaker for one, days in apart.items() if nearest is not None and days <= nearest + DOUBTFUL)


def holders(store: Store, found: Sequence[Tenure], meant: frozenset[str]) -> tuple[Holder, ...]:
    """Those who can be meant by a role, each once; those who are meant first."""
    speakers = store.speakers_of({one.speaker for one in found})
    merged: dict[str, Holder] = {}
    for one in found:
        if one.speaker not in speakers:
            continue
        known = merged.get(one.speaker) or Holder(speakers[one.speaker], one.called, None, None, one.speaker in meant)
        days = [day.isoformat() for day in (one.first, one.last) if day]
        merged[one.speaker] = replace(known, first=min(*days, known.first or END) if days else known.first,
                                      last=max(*days, known.last or "") if days else known.last)
    return tuple(sorted(merged.values(), key=lambda one: not one.is_meant)[:MOST])


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:  # a day as some paper prints it, which no calendar knows
        return None
