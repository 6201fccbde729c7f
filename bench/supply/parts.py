"""The parts that run: what the installed project needs, and what those need, as they are installed here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

PROJECT = "quotes"


@dataclass(frozen=True, slots=True)
class Part:
    """One installed distribution, with its licence as an SPDX expression; None where it does not say."""

    name: str
    version: str
    licence: str | None
    needs: tuple[str, ...]


# Older metadata: classifiers and free texts, as SPDX has them.
SPDX = {
    "MIT License": "MIT", "MIT": "MIT", "MIT license": "MIT", "BSD-3-Clause": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause", "BSD-2-Clause": "BSD-2-Clause",
    "Apache Software License": "Apache-2.0", "Apache-2.0": "Apache-2.0", "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0", "MPL-2.0": "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-or-later", "ZPL 2.1": "ZPL-2.1",
}
# What metadata says in no form of these, read in the files of the distribution by a person.
BY_HAND = {"peewee": "MIT", "resvg-py": "MIT", "feedgen": "BSD-2-Clause OR LGPL-3.0-or-later"}


def key(name: str) -> str:
    """A distribution's name as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(found: Distribution) -> str | None:
    """The licence of a distribution as an SPDX expression; None where nobody knows it yet."""
    told = found.metadata
    expression = told.get("License-Expression")
    if expression:
        return expression
    if key(told["Name"]) in BY_HAND:
        return BY_HAND[key(told["Name"])]
    named = [entry.rsplit(" :: ", 1)[-1] for entry in told.get_all("Classifier", []) if entry.startswith("License")]
    known = [SPDX[text] for text in (told.get("License", ""), *named) if text in SPDX]
    return known[0] if known else None


def parts(project: str = PROJECT) -> tuple[Part, ...]:
    """All parts of the installed project, the project first, the rest by name."""
    found: dict[str, Part] = {}
    waiting = [project]
    while waiting:
        name = key(waiting.pop())
        if name in found:
            continue
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue  # a need that the environment here does not have, like those of another system
        needed = map(Requirement, one.requires or ())
        needs = tuple(sorted({key(each.name) for each in needed if _applies(each)}))
        found[name] = Part(one.metadata["Name"], one.version, licence_of(one), needs)
        waiting += needs
    first = found.pop(key(project))
    return (first, *(found[name] for name in sorted(found)))


def _applies(needed: Requirement) -> bool:
    """Whether a requirement holds here, without any of the extras."""
    return needed.marker is None or needed.marker.evaluate({"extra": ""})
