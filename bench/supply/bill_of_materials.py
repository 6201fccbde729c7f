"""The list of parts (SBOM) in CycloneDX 1.6, checked by its schema: `python -m bench.supply.bill_of_materials FILE`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from bench.supply.parts import Part, key, parts


def bill(of: tuple[Part, ...]) -> dict[str, Any]:
    """The list of some parts, the project first. The same parts give the same list: it has no date and no number."""
    project, *others = of
    there = {key(part.name) for part in of}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {**_component(project), "type": "application"}},
        "components": [_component(part) for part in others],
        "dependencies": [{"ref": _address(part), "dependsOn": [
            _address(other) for other in of if key(other.name) in part.needs and key(other.name) in there]}
            for part in of],
    }


def _component(part: Part) -> dict[str, Any]:
    component = {"type": "library", "bom-ref": _address(part), "name": part.name, "version": part.version,
                 "purl": _address(part)}
    return component if part.licence is None else {**component, "licenses": [{"expression": part.licence}]}


def _address(part: Part) -> str:
    """A part's address as tools compare it (purl)."""
    return f"pkg:pypi/{key(part.name)}@{part.version}"


def faults(written: str) -> str | None:
    """What is wrong with a written list by CycloneDX's own schema; None if it is right."""
    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    return None if found is None else str(found)


def main(file: str) -> int:
    """Write the list to a file; 1 if it is not as its schema says."""
    written = json.dumps(bill(found := parts()), indent=1, ensure_ascii=False) + "\n"
    if wrong := faults(written):
        sys.stderr.write(f"{wrong}\n")
        return 1
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(written, encoding="utf-8")
    sys.stdout.write(f"{len(found)} parts, written to {file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
