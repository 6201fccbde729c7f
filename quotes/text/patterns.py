"""Patterns over classes, put together from names.

A plain string stands for one token of any of the classes in it, so a class and a group of classes are used alike:

    pattern(up_to(2, MODIFIERS), one_of(SPEECH_VERB, sequence(COMMA, RELATIVE)))

Where the order of tokens does not say otherwise, several arguments are alternatives: up_to(2, ADVERB, AUXILIARY).
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

SPECIAL = frozenset(".()*-&#")  # classes that mean something else in a pattern


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pattern; `unit` tells that a count written behind it applies to all of it."""

    text: str
    unit: bool = False
    counted: bool = False


START, END = Part("^"), Part("$")
ANYTHING = Part(".", unit=True)


def pattern(*parts: str | Part) -> regex.Pattern[str]:
    """The compiled pattern of these parts, one after another."""
    return regex.compile(sequence(*parts).text)


def sequence(*parts: str | Part) -> Part:
    """These parts one after another."""
    made = [_part(part) for part in parts]
    if not made:
        raise ValueError("a sequence needs parts")
    return made[0] if len(made) == 1 else Part("".join(part.text for part in made))


def any_of(*classes: str) -> Part:
    """One token of any of these classes."""
    letters = _letters(classes)
    return Part(letters if len("".join(classes)) == 1 else f"[{letters}]", unit=True)


def none_of(*classes: str) -> Part:
    """One token of any class but these."""
    return Part(f"[^{_letters(classes)}]", unit=True)


def one_of(*alternatives: str | Part) -> Part:
    """Whichever of these fits, tried in this order."""
    if all(isinstance(alternative, str) for alternative in alternatives):
        return any_of(*(alternative for alternative in alternatives if isinstance(alternative, str)))
    if len(alternatives) == 1:
        return _part(alternatives[0])
    return Part(f"(?:{'|'.join(_part(alternative).text for alternative in alternatives)})", unit=True)


def optional(*alternatives: str | Part) -> Part:
    """One of these or nothing."""
    return _counted("?", alternatives)


def any_number(*alternatives: str | Part) -> Part:
    """None of these, one or more."""
    return _counted("*", alternatives)


def some(*alternatives: str | Part) -> Part:
    """One of these or more."""
    return _counted("+", alternatives)


def up_to(highest: int, *alternatives: str | Part) -> Part:
    """None of these, or as many as `highest`."""
    return repeated(0, highest, *alternatives)


def repeated(lowest: int, highest: int, *alternatives: str | Part) -> Part:
    """At least `lowest` and at most `highest` of these."""
    if not 0 <= lowest <= highest or highest == 0:
        raise ValueError(f"{lowest} to {highest} is no count")
    return _counted(f"{{{lowest},{highest}}}", alternatives)


def fewest(part: Part) -> Part:
    """A counted part that takes as few tokens as it can instead of as many."""
    if not part.counted:
        raise ValueError(f"{part.text} is not counted")
    return Part(f"{part.text}?")


def followed_by(*alternatives: str | Part) -> Part:
    """That one of these comes next, which is no part of the match."""
    return Part(f"(?={_inside(alternatives)})")


def not_followed_by(*alternatives: str | Part) -> Part:
    """That none of these comes next."""
    return Part(f"(?!{_inside(alternatives)})")


def preceded_by(*alternatives: str | Part) -> Part:
    """That one of these stands right before, which is no part of the match."""
    return Part(f"(?<={_inside(alternatives)})")


def named(group: str, *parts: str | Part) -> Part:
    """These parts one after another, as a group that the match gives by its name."""
    return Part(f"(?P<{group}>{sequence(*parts).text})", unit=True)


def _part(part: str | Part) -> Part:
    return any_of(part) if isinstance(part, str) else part


def _letters(classes: tuple[str, ...]) -> str:
    letters = "".join(classes)
    if not letters:
        raise ValueError("a group needs classes")
    return "".join(f"\\{letter}" if letter in SPECIAL else letter for letter in letters)


def _counted(count: str, alternatives: tuple[str | Part, ...]) -> Part:
    part = one_of(*alternatives)
    return Part(f"{part.text if part.unit else f'(?:{part.text})'}{count}", counted=True)


def _inside(alternatives: tuple[str | Part, ...]) -> str:
    """The text of one of these where brackets stand around it anyway."""
    if all(isinstance(alternative, str) for alternative in alternatives):
        return one_of(*alternatives).text
    return "|".join(_part(alternative).text for alternative in alternatives)
