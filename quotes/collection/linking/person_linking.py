"""Which of several kept persons a name means, or that it is a new one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from quotes.collection.linking.identity_evidence import Traits, apart, other_handle, supports
from quotes.collection.linking.person_name_comparison import LANGUAGE, Called, called, likeness
from quotes.collection.linking.phonetic_spelling import sounded
from quotes.languages import load
from quotes.records.speaker import Speaker
from quotes.store.contract.linking import Bearer

DOUBT = 0.5
FULLER = "fuller form of a surname known alone"
HANDLE = "name spelt by the account"
# How a name is like a kept one: in words, and how sure that is without anything else, and with a sign beside it.
LIKE = {
    "same": ("same full name", 0.85, 0.95),
    "spelling": ("same name in another spelling", 0.75, 0.9),
    "order": ("same name in another order", 0.75, 0.9),
    "middle": ("shorter form of the same name", 0.7, 0.9),
    "initials": ("first of the initials of the same surname", DOUBT, 0.85),
    "maiden": ("one of two surnames", 0.65, 0.85),
    "nickname": ("pet form of the same name", 0.6, 0.85),
    "initial": ("initials of the same name", 0.6, 0.85),
    "fuller": (FULLER, 0.6, 0.8),
    "surname": ("only bearer of this surname", 0.6, 0.8),
    "foremost": ("the most quoted bearer of this surname", 0.55, 0.8),
    "handle": (HANDLE, 0.8, 0.9),
}
ORDER = ("same", "spelling", "order", "middle", "nickname", "initial", "initials", "maiden", "handle", "fuller")
LONG = 7  # letters
FOREMOST = 3  # times as many quotes as the next
OFFICES = re.compile(r"^(?:real|official|the|sen|senator|gov|governor|rep|potus|pres|president|mayor|sec|mr|mrs)_*")


class Choice(NamedTuple):
    """The kept speaker that was chosen, or None for a new one; why, and how sure that is."""

    stored: str | None
    how: str
    confidence: float


def bearing(speaker: Speaker, parts: Called, found: Collection[Bearer]) -> Collection[Bearer]:
    """The kept persons of whom one name can be this speaker's."""
    return [one for one in found if _like(speaker, parts, one)]


def chosen(speaker: Speaker, fitting: Collection[Bearer], known: Mapping[str, Traits], here: Traits) -> Choice:
    """Whom of those whose names fit a speaker is; a new one where evidence speaks against all, or several fit alike."""
    parts = called(speaker.name) or Called("", (), "")
    language = load(LANGUAGE)
    common = _is_common(parts.surname)
    reasons = {one.speaker.id: apart(known.get(one.speaker.id, Traits()), here, language, common) for one in fitting}
    left = [one for one in fitting if reasons[one.speaker.id] is None]
    if not left:
        return Choice(None, f"a namesake: {next(iter(reasons.values()))}", 0.7)
    like = {one.speaker.id: _like(speaker, parts, one) for one in left}
    signs = {one.speaker.id: supports(known.get(one.speaker.id, Traits()), here) for one in left}
    spelt = [one for one in left if like[one.speaker.id] == "handle"]
    if not parts.given and len(spelt) == len(left) == 1:
        return _linked("handle", spelt[0], signs)
    if not parts.given:
        own = [one for one in left
               if not other_handle(known.get(one.speaker.id, Traits()).accounts, here.accounts)]
        return _surname(parts, own, signs) if own else Choice(None, "a namesake: another account", 0.7)
    for kind in ORDER:
        of_kind = [one for one in left if like[one.speaker.id] == kind]
        told = [one for one in of_kind if signs[one.speaker.id]] or of_kind
        if told and not signs[told[0].speaker.id] and (doubt := _doubt(kind, parts)):
            return Choice(None, doubt, DOUBT)
        if len(told) == 1:
            return _linked(kind, told[0], signs, namesakes=len(left) < len(fitting))
        if told:
            return Choice(None, "several bear this name", DOUBT)
    return Choice(None, "new in this document", 1.0)


def _doubt(kind: str, parts: Called) -> str | None:
    """What to say where names alike in this way tell nothing without a sign beside them; None where they do."""
    if kind == "nickname" and _is_common(parts.surname):
        return "perhaps one who has a pet form of this name"
    if kind == "initials" or (kind == "initial" and _is_common(parts.surname)):
        return "perhaps one whose initials go with this name"
    return None


def spelt_by_handle(speaker: Speaker) -> tuple[str, ...]:
    """The keys of the full names that a speaker's handles spell: realDonaldTrump leads to Donald Trump."""
    found = []
    for account in speaker.accounts:
        handle = account.handle.removeprefix("@").lower()
        for form in (handle, OFFICES.sub("", handle)):
            found.append("@" + re.sub(r"[\W\d_]", "", form))
    return tuple(dict.fromkeys(key for key in found if len(key) > 5))


def _like(speaker: Speaker, parts: Called, bearer: Bearer) -> str | None:
    """How the name of a speaker is like one of a kept person's, the best of all of them."""
    best: str | None = None
    for name in _names(bearer.speaker):
        kind = _alike(speaker, parts, name, bearer.speaker)
        if kind and (best is None or _place(kind) < _place(best)):
            best = kind
    return best


def _place(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _alike(speaker: Speaker, parts: Called, name: Called, kept: Speaker) -> str | None:
    if parts.bare and _same_surname(parts.surname, name.surname) and (name.given or not parts.given):
        return "surname" if not parts.given else likeness(parts, name) or "surname"
    if not parts.given:
        return _alone(parts, name, speaker)
    if not name.given:
        return _fuller(parts, name, kept)
    return likeness(parts, name)


def _same_surname(one: str, other: str) -> bool:
    """Whether two surnames are one; in another spelling only where they are long enough to be nobody else's."""
    return one == other or (min(len(one), len(other)) >= LONG and sounded(one) == sounded(other))


def _alone(parts: Called, name: Called, speaker: Speaker) -> str | None:
    """A word alone beside a name that begins with it as its surname, or beside the name that a handle spells."""
    if name.given == parts.surname and name.given in load(LANGUAGE).names.family_first:
        return "surname"
    return "handle" if _by_handle(speaker, name) else None


def _fuller(parts: Called, name: Called, kept: Speaker) -> str | None:
    """How a full name is like the one word by which somebody is kept: that word is its surname, or a handle."""
    if _by_handle(kept, parts):
        return "handle"
    first = name.surname == parts.given and parts.given in load(LANGUAGE).names.family_first
    fits = first or _same_surname(name.surname, parts.surname)
    return "fuller" if fits and not parts.suffix and not _is_common(name.surname) else None


def is_handle(speaker: Speaker) -> bool:
    """Whether a speaker is known by a handle only."""
    return speaker.name.removeprefix("@").lower() in {account.handle.lower() for account in speaker.accounts}


def _by_handle(speaker: Speaker, name: Called) -> bool:
    """Whether a speaker is known by a handle only, and that spells a full name."""
    return bool(name.given) and is_handle(speaker) and f"@{name.given}{name.surname}" in spelt_by_handle(speaker)


def _names(speaker: Speaker) -> Iterator[Called]:
    """The names of a kept person that count: the one it goes by, and all fuller ones."""
    for number, name in enumerate((speaker.name, *speaker.aliases)):
        parts = called(name)
        if parts is not None and (parts.given or not number):
            yield parts


def _surname(parts: Called, left: Collection[Bearer], signs: Mapping[str, bool]) -> Choice:
    """Who a surname alone means: one of whom more is known, the only bearer, or by far the most quoted one."""
    told = [one for one in left if signs[one.speaker.id]]
    if len(told) == 1:
        return _linked("surname" if len(left) == 1 else "foremost", told[0], signs)
    if _is_common(parts.surname) and not parts.middle:
        return Choice(None, "a surname that many bear", DOUBT)
    first, *others = sorted(left, key=lambda one: -one.quotes)
    if not others:
        return _linked("surname", first, signs)
    if first.quotes >= FOREMOST * max(1, others[0].quotes):
        return _linked("foremost", first, signs)
    return Choice(None, "several bear this surname", DOUBT)


def _linked(kind: str, bearer: Bearer, signs: Mapping[str, bool], namesakes: bool = False) -> Choice:
    how, alone, signed = LIKE[kind]
    sure = signs[bearer.speaker.id]
    name = called(bearer.speaker.name)
    if kind == "same" and not sure and name and _is_common(name.surname):
        return Choice(bearer.speaker.id, "same full name, which several may bear", 0.6)
    return Choice(bearer.speaker.id, how, signed if sure else alone - 0.15 * namesakes)


def _is_common(surname: str) -> bool:
    """Whether a word alone tells nobody: a surname that many bear, or a given name."""
    language = load(LANGUAGE)
    return surname in language.identity.common_surnames or surname.capitalize() in language.names.common_given_names
