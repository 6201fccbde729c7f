"""Literals of JavaScript that are no JSON, read as data and never run: objects with bare keys, single quotes, names.

Frameworks write a page's state so: `{a:1,b:'x',c:!0,d:void 0}`, or, as Nuxt does, as a function that is called at once
with the values that occur more than once: `(function(a,b){return {title:a}}("…",null))`.
"""

from __future__ import annotations

import json
import re

SPACE = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
WORD = re.compile(r"[A-Za-z_$][\w$]*")
NUMBER = re.compile(r"[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
STRINGS = {mark: re.compile(rf"{mark}((?:[^{mark}\\]|\\.)*){mark}", re.DOTALL) for mark in "\"'`"}
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": ""}
CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None, "Infinity": None}
CALLED = re.compile(r"\(\s*function\s*\w*\s*\(([\w$,\s]*)\)\s*\{")
RETURN = re.compile(r"\breturn\s*(?=[{\[])")
DEEPEST = 200


class NoLiteral(ValueError):
    """What stands here is a program, not data."""


def literal_at(code: str, place: int) -> object:
    """The value of the literal that begins at a place; raises NoLiteral where something else does."""
    called = CALLED.match(code, place)
    if called:
        return _returned(code, called)
    return _Literal(code, {}).value(place, 0)[0]


def unescaped(packed: str) -> str:
    """What a string of JavaScript stands for, its marks left out."""
    return ESCAPE.sub(_character, packed).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number:
        point = int(number, 16)
        return chr(point) if point <= 0x10FFFF else "\ufffd"
    return LETTERS.get(match[4], match[4])


def _returned(code: str, called: re.Match[str]) -> object:
    """What a function that is called at once returns: its first object, read again with the values handed in."""
    names = [name.strip() for name in called[1].split(",") if name.strip()]
    start = RETURN.search(code, called.end())
    if start is None:
        raise NoLiteral("The function returns no object.")
    _, end = _Literal(code, dict.fromkeys(names)).value(start.end(), 0)
    handed = re.compile(r"[\s;]*\}\s*\)?\s*\(").match(code, end)
    if handed is None:
        raise NoLiteral("The function is not called at once.")
    values: list[object] = []
    place = handed.end()
    reader = _Literal(code, {})
    while len(values) < len(names):
        value, place = reader.value(place, 0)
        values.append(value)
        place = reader.skip(place)
        if code[place : place + 1] != ",":
            break
        place += 1
    return _Literal(code, dict(zip(names, values, strict=False))).value(start.end(), 0)[0]


class _Literal:
    """A reader of one literal; `names` are the values that words stand for."""

    def __init__(self, code: str, names: dict[str, object]) -> None:
        self.code = code
        self.names = names

    def skip(self, place: int) -> int:
        """The place behind white space and comments."""
        match = SPACE.match(self.code, place)
        return match.end() if match else place

    def value(self, place: int, depth: int) -> tuple[object, int]:
        """The value at a place, and where it ends."""
        if depth > DEEPEST:
            raise NoLiteral("The data is nested too deeply.")
        place = self.skip(place)
        sign = self.code[place : place + 1]
        if sign == "{":
            return self.members(place + 1, depth)
        if sign == "[":
            return self.items(place + 1, depth)
        if sign in STRINGS:
            return self.string(place)
        if self.code.startswith(("!0", "!1"), place):
            return self.code[place + 1] == "0", place + 2
        return self.plain(place)

    def string(self, place: int) -> tuple[str, int]:
        """The string at a place."""
        match = STRINGS[self.code[place]].match(self.code, place)
        if match is None:
            raise NoLiteral("A string does not end.")
        return unescaped(match[1]), match.end()

    def plain(self, place: int) -> tuple[object, int]:
        """The number or the word at a place; what a word stands for, if that is known."""
        number = NUMBER.match(self.code, place)
        if number:
            return number[0], number.end()
        word = WORD.match(self.code, place)
        if word is None:
            raise NoLiteral("There is no data here.")
        if word[0] == "void":
            return None, self.plain(self.skip(word.end()))[1]
        if word[0] not in CONSTANTS and word[0] not in self.names:
            raise NoLiteral(f"What {word[0]} stands for is not known.")
        return CONSTANTS.get(word[0], self.names.get(word[0])), word.end()

    def members(self, place: int, depth: int) -> tuple[dict[str, object], int]:
        """The members of an object, from behind its brace."""
        found: dict[str, object] = {}
        while True:
            place = self.skip(place)
            sign = self.code[place : place + 1]
            if sign == "}":
                return found, place + 1
            if sign in STRINGS:
                name, place = self.string(place)
            else:
                key = WORD.match(self.code, place) or NUMBER.match(self.code, place)
                if key is None:
                    raise NoLiteral("A member has no name.")
                name, place = key[0], key.end()
            place = self.skip(place)
            if self.code[place : place + 1] != ":":
                raise NoLiteral("A member has no value.")
            found[name], place = self.value(place + 1, depth + 1)
            place = self.comma(place, "}")

    def items(self, place: int, depth: int) -> tuple[list[object], int]:
        """The items of a list, from behind its bracket."""
        found: list[object] = []
        while True:
            place = self.skip(place)
            if self.code[place : place + 1] == "]":
                return found, place + 1
            value, place = self.value(place, depth + 1)
            found.append(value)
            place = self.comma(place, "]")

    def comma(self, place: int, end: str) -> int:
        """The place behind the comma that follows, or that of the end."""
        place = self.skip(place)
        sign = self.code[place : place + 1]
        if sign != "," and sign != end:
            raise NoLiteral("The data goes on as a program.")
        return place + (sign == ",")


def json_or_literal(code: str, place: int = 0) -> object:
    """The value that begins at a place, as JSON where it is that; raises NoLiteral where it is no data at all."""
    try:
        value: object = json.JSONDecoder(strict=False).raw_decode(code, place)[0]
        return value
    except (ValueError, RecursionError):
        return literal_at(code, place)
