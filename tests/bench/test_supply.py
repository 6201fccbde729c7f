"""The parts that run: their licences, their list in CycloneDX, and the hashes by which the image installs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.supply.licences import is_allowed, refused
from bench.supply.parts import Part, key, parts

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)


@pytest.mark.parametrize("licence, allowed", [
    ("MIT", True), ("Apache-2.0 AND CNRI-Python", True), ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
    ("GPL-3.0-only OR MIT", True), ("LGPL-3.0-or-later", True), ("GPL-3.0-only", False),
    ("MIT AND GPL-2.0-only", False),
    ("(GPL-2.0-only OR AGPL-3.0-only) AND MIT", False), ("AGPL-3.0-or-later", False), ("", False), (None, False),
    ("MIT OR", False), ("(MIT", False), ("MIT)", False), ("Proprietary", False), ("MIT BSD-3-Clause", False),
])
def test_which_licences_are_allowed(licence: str | None, allowed: bool):
    assert is_allowed(licence) is allowed


def test_the_licence_of_every_part_is_on_the_list():
    assert refused(parts()) == []
    assert refused((Part("x", "1", None, ()),)) == ["x 1: no licence is told"]


def test_the_parts_are_those_that_run():
    names = {key(part.name) for part in parts()}
    assert parts()[0].name == "quotes" and {"flask", "werkzeug", "peewee", "regex", "lxml"} <= names
    assert not names & {"pytest", "ruff", "mypy", "schemathesis", "mkdocs"}


def test_the_list_of_parts_is_what_its_schema_says():
    pytest.importorskip("cyclonedx", reason="it is installed by make check")
    import json

    from bench.supply.bill_of_materials import bill, faults

    written = json.dumps(bill(parts()))
    assert faults(written) is None and written == json.dumps(bill(parts()))
    assert faults(written.replace('"library"', '"nothing"'))


def test_the_image_installs_by_hashes_what_the_constraints_say():
    constraints = {key(name): version for name, version in PINNED.findall((ROOT / "constraints.txt").read_text())}
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    hashed = {key(name): version for name, version in PINNED.findall(text)}
    assert {name: constraints[name] for name in hashed if name in constraints} == {
        name: version for name, version in hashed.items() if name in constraints}
    assert {key(part.name) for part in parts()[1:]} <= hashed.keys()
    for lines in (text, (ROOT / "requirements-build.txt").read_text(encoding="utf-8")):
        for entry in re.split(r"\n(?=\S)", lines.strip()):
            assert "--hash=sha256:" in entry and "://" not in entry, entry[:60]
