"""Keys of names: the words and keys under which a name is kept, and those under which its variants are looked for."""

from __future__ import annotations

from functools import lru_cache

from quotes.collection.linking.organization_name_comparison import organization_keys
from quotes.collection.linking.person_linking import is_handle, spelt_by_handle
from quotes.collection.linking.person_name_comparison import LANGUAGE, Called, called, spellings
from quotes.collection.linking.phonetic_spelling import sounded
from quotes.languages import load
from quotes.records.speaker import Speaker
from quotes.store.contract.store import SpeakerName
from quotes.text.confusables import is_mixed
from quotes.text.personal_names import fold_words


def kept_names(speaker: Speaker) -> tuple[SpeakerName, ...]:
    """The names under which a speaker is to be found, each spelling once, the fullest first."""
    others = dict.fromkeys(alias for alias in speaker.aliases if alias != speaker.name
                           and (not is_mixed(alias) or is_mixed(speaker.name)))
    return (kept_name(speaker, speaker.name), *(kept_name(speaker, alias, full=False) for alias in others))


def kept_name(speaker: Speaker, name: str, full: bool = True) -> SpeakerName:
    """One name of a speaker as it is kept."""
    return SpeakerName(name, fold_words(name), full, name_keys(speaker, name))


def name_keys(speaker: Speaker, name: str) -> tuple[str, ...]:
    """The keys under which one name of a speaker is kept, so that its variants lead to it."""
    if speaker.kind == "organization":
        return organization_keys(name)
    parts = called(name) if speaker.kind == "person" else None
    # A short form beside a full name is no name of its own: Trump is not to be found as one who is only called so.
    if parts is None or (not parts.given and name != speaker.name):
        return ()
    return (*person_keys(parts), *(spelt_by_handle(speaker) if is_handle(speaker) else ()))


def sought_keys(speaker: Speaker) -> tuple[str, ...]:
    """The keys under which a speaker may be kept already."""
    if speaker.kind == "organization":
        return tuple(key for name in (speaker.name, *speaker.aliases) for key in organization_keys(name))
    parts = called(speaker.name)
    return spelt_by_handle(speaker) if parts is None else (*sought_person_keys(parts), *spelt_by_handle(speaker))


@lru_cache(maxsize=20_000)
def person_keys(name: Called) -> tuple[str, ...]:
    """Under which keys a name is kept, so that its variants lead to it; no search knows them."""
    language = load(LANGUAGE)
    sound = sounded(name.surname)
    found = [f"~{sound}"]
    if name.bare:
        found.append(f"~{sound} .")
    if name.given:
        found += [f"~{sound} {part[0]}" for part in (name.given, *name.middle)]
        found.append(f"@{name.given}{name.surname}")
        if name.given in language.names.family_first:
            found.append(f"~{sounded(name.given)}")
        found += [f"~{sounded(part)} {name.given[0]}" for part in name.middle if len(part) > 3]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def sought_person_keys(name: Called) -> tuple[str, ...]:
    """Under which keys the variants of a name are looked for."""
    language = load(LANGUAGE)
    sound = sounded(name.surname)
    if not name.given:
        return (f"~{sound}",)
    forms = {name.given, *language.names.nicknames.get(name.given, ()), *spellings().get(name.given, ()), *name.middle}
    initials = sorted({form[0] for form in forms})
    found = [f"~{sound} {initial}" for initial in initials] + [f"~{sound} ."]
    found.append(f"~{sounded(name.given)} {(name.middle[0] if name.middle else name.surname)[0]}")  # the other order
    if name.middle:
        found.append(f"~{sounded(name.middle[-1])} {name.surname[0]}")
        found += [f"~{sounded(part)} {name.given[0]}" for part in name.middle if len(part) > 3]
    if name.given in language.names.family_first:
        found.append(f"~{sounded(name.given)} .")
    if name.either:
        found.append(f"~{sound}")
    found.append(f"@{name.given}{name.surname}")
    return tuple(dict.fromkeys(found))
