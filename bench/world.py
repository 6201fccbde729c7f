"""Who said it, everywhere: the world's press by name, names of nine regions, and small articles after real reports.

Everything is read by `quotes extract --corpus` and scored by what lies beside the articles in QUOTES_TEST_DATA.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpora import arguments, extract, score, test_data

CORPORA = ("polnear-dev", "world-dev")
SCORER, BY_NAME = "bench/score.py", "bench/by_name.py"
REGIONS, CASES, CASES_SCORER = "cases/regions.py", "cases/cases.jsonl", "cases/score_cases.py"


def main() -> None:
    """Read and score one corpus after another."""
    jobs = arguments(__doc__).parse_args().jobs
    files = [f"bench/{name}{end}" for name in CORPORA for end in (".jsonl", ".names.jsonl")]
    data = test_data(*files, SCORER, BY_NAME, REGIONS, CASES, CASES_SCORER)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in CORPORA:
            print(f"\n{name}")
            gold, names, out = data / f"bench/{name}.jsonl", data / f"bench/{name}.names.jsonl", folder / name
            extract(gold, out, jobs)
            score(data / SCORER, gold, out, "--names", names)
            score(data / BY_NAME, gold, names, out)
        print("\nNames of nine regions")
        score(data / REGIONS, _read(data / REGIONS, (), folder / "regions", jobs))
        print("\nSmall articles")
        score(data / CASES_SCORER, data / CASES, _read(data / CASES_SCORER, (data / CASES,), folder / "cases", jobs))


def _read(script: Path, given: tuple[Path, ...], out: Path, jobs: int) -> Path:
    """The readings of the little articles that a script gives."""
    corpus = out.with_suffix(".in")
    with corpus.open("wb") as written:
        subprocess.run([sys.executable, script, "--corpus", *given], stdout=written, check=True)
    extract(corpus, out, jobs)
    return out


if __name__ == "__main__":
    main()
