"""The licences of all parts against a list of those that are allowed: `python -m bench.supply.licences`.

Exit status 1 names the parts whose licence is not on the list, or is told nowhere.
"""

from __future__ import annotations

import sys

from bench.supply.parts import Part, parts

# What may be shipped beside MIT code, unchanged: permissive licences, and those that ask for their own source alone.
ALLOWED = frozenset({
    "MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "ISC", "CNRI-Python", "0BSD", "Zlib",
    "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MPL-1.1", "ZPL-2.1",
})


def is_allowed(licence: str | None) -> bool:
    """Whether an SPDX expression is allowed: every licence that it asks for, one of those that it gives a choice of."""
    words = (licence or "").replace("(", " ( ").replace(")", " ) ").split()
    try:
        allowed, rest = _any_of(words)
    except IndexError:
        return False
    return allowed and not rest


def _any_of(words: list[str]) -> tuple[bool, list[str]]:
    allowed, rest = _all_of(words)
    while rest[:1] == ["OR"]:
        other, rest = _all_of(rest[1:])
        allowed = allowed or other
    return allowed, rest


def _all_of(words: list[str]) -> tuple[bool, list[str]]:
    allowed, rest = _one(words)
    while rest[:1] == ["AND"]:
        other, rest = _one(rest[1:])
        allowed = allowed and other
    return allowed, rest


def _one(words: list[str]) -> tuple[bool, list[str]]:
    if words[0] == "(":
        allowed, rest = _any_of(words[1:])
        return allowed and rest[0] == ")", rest[1:]
    return words[0] in ALLOWED, words[1:]


def refused(of: tuple[Part, ...]) -> list[str]:
    """What is wrong with the licences of some parts, a line each."""
    return [f"{part.name} {part.version}: {part.licence or 'no licence is told'}" for part in of
            if not is_allowed(part.licence)]


def main() -> int:
    """Print every part with its licence; 1 if one is not allowed."""
    found = parts()
    for part in found:
        sys.stdout.write(f"{part.name} {part.version}\t{part.licence or '?'}\n")
    for line in (faults := refused(found)):
        sys.stderr.write(f"not on the list of licences in bench/supply/licences.py: {line}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
