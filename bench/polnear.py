"""Who said it: `quotes extract --corpus` on the PolNeAR dev articles, scored against their annotators."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.corpora import arguments, extract, score, test_data

GOLD, NAMES, SCORER = "bench/polnear-dev.jsonl", "bench/polnear-dev.names.jsonl", "bench/score.py"


def main() -> None:
    """Read the articles, then score what was found."""
    asked = arguments(__doc__).parse_args()
    data = test_data(GOLD, NAMES, SCORER)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "polnear.jsonl"
        extract(data / GOLD, out, asked.jobs)
        score(data / SCORER, data / GOLD, out, "--names", data / NAMES, "--errors", str(asked.errors))


if __name__ == "__main__":
    main()
