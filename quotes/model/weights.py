"""The shipped weights, read from the file beside this module."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from quotes.attribution.attributor import Weights
from quotes.text.entities.entity_labels import LABELS
from quotes.text.entities.recognizer import EntityWeights, Vector

SHIPPED = Path(__file__).parent / "weights.json.gz"
DIGEST = Path(__file__).parent / "engine_digest.txt"  # of weights, word files and readings; written by `make engine`
DECIMALS = 3
THOUSANDTHS = 1000

Tables = Mapping[str, Mapping[tuple[str, ...], float]]


def read_weights(path: Path = SHIPPED) -> Weights:
    """The weights in a file, by default the shipped ones."""
    raw = json.loads(gzip.decompress(path.read_bytes()))
    points = tuple((float(x), float(y)) for x, y in raw["calibration"])
    entities = EntityWeights({fact: _vector(numbers) for fact, numbers in raw["entities"].items()},
                             tuple(tuple(row) for row in raw["transitions"]))
    return Weights(raw["version"], _tables(raw["mention"]), _tables(raw["speech"]), raw["bias"], points,
                   _tables(raw["figure"]), entities)


def read_digest() -> str:
    """The digest of what the shipped weights read, by which readings can be told apart (tests/corpus)."""
    return DIGEST.read_text(encoding="ascii").strip()


def write_weights(path: Path, weights: Weights) -> None:
    """Write a weights file, the same bytes for the same weights."""
    content = {
        "version": weights.version, "bias": round(weights.bias, DECIMALS), "calibration": weights.calibration,
        "mention": _plain(weights.mention), "speech": _plain(weights.speech), "figure": _plain(weights.figure),
        "entities": {fact: _packed(vector) for fact, vector in sorted(weights.entities.facts.items())},
        "transitions": weights.entities.transitions,
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(written.encode(), mtime=0))


def _plain(tables: Tables) -> dict[str, dict[str, float]]:
    return {name: {"\t".join(key): round(weight, DECIMALS) for key, weight in sorted(table.items())}
            for name, table in tables.items()}


def _tables(plain: dict[str, dict[str, float]]) -> Tables:
    return {name: {tuple(key.split("\t")): w for key, w in table.items()} for name, table in plain.items()}


def _packed(vector: Vector) -> list[int]:
    """A fact's weights in thousandths, which are shorter to write."""
    return [round(weight * THOUSANDTHS) for weight in vector]


def _vector(numbers: list[int]) -> Vector:
    if len(numbers) != len(LABELS):
        raise ValueError(f"{len(numbers)} weights are given for {len(LABELS)} labels")
    return tuple(number / THOUSANDTHS for number in numbers)
