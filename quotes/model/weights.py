"""The shipped weights, read from the file beside this module."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from quotes.attribution.attributor import Weights

SHIPPED = Path(__file__).parent / "weights.json.gz"
DECIMALS = 3

Tables = Mapping[str, Mapping[tuple[str, ...], float]]


def read_weights(path: Path = SHIPPED) -> Weights:
    """The weights in a file, by default the shipped ones."""
    raw = json.loads(gzip.decompress(path.read_bytes()))
    points = tuple((float(x), float(y)) for x, y in raw["calibration"])
    return Weights(raw["version"], _tables(raw["mention"]), _tables(raw["speech"]), raw["bias"], points)


def write_weights(path: Path, weights: Weights) -> None:
    """Write a weights file, the same bytes for the same weights."""
    content = {
        "version": weights.version, "bias": round(weights.bias, DECIMALS), "calibration": weights.calibration,
        "mention": _plain(weights.mention), "speech": _plain(weights.speech),
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(written.encode(), mtime=0))


def _plain(tables: Tables) -> dict[str, dict[str, float]]:
    return {name: {"\t".join(key): round(weight, DECIMALS) for key, weight in sorted(table.items())}
            for name, table in tables.items()}


def _tables(plain: dict[str, dict[str, float]]) -> Tables:
    return {name: {tuple(key.split("\t")): w for key, w in table.items()} for name, table in plain.items()}
