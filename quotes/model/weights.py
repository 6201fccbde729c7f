"""The shipped weights, read from the file beside this module."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).parent / "weights.json.gz"
DECIMALS = 3

Tables = dict[str, dict[tuple[str, ...], float]]


def read_weights(path: Path = SHIPPED) -> dict[str, Any]:
    """A weights file with its tables keyed by tuples of facts; values stand in it as thousandths."""
    raw: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    raw["mention"] = _tables(raw["mention"])
    raw["speech"] = _tables(raw["speech"])
    return raw


def write_weights(path: Path, version: str, mention: Tables, speech: Tables, bias: float) -> None:
    """Write a weights file, the same bytes for the same weights."""
    content = {"version": version, "bias": round(bias, DECIMALS), "mention": _plain(mention), "speech": _plain(speech)}
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(written.encode(), mtime=0))


def _plain(tables: Tables) -> dict[str, dict[str, float]]:
    return {name: {"\t".join(key): round(weight, DECIMALS) for key, weight in sorted(table.items())}
            for name, table in tables.items()}


def _tables(plain: dict[str, dict[str, float]]) -> Tables:
    return {name: {tuple(key.split("\t")): w for key, w in table.items()} for name, table in plain.items()}
