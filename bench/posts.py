"""Social posts: `quotes extract --corpus` on real pages, and on posts run into plain text, scored against gold."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpora import arguments, extract, score, test_data

SCORER, PAGES, FLATTENED, HTML = "bench/score_posts.py", "embeds/gold.jsonl", "embeds/flattened.jsonl", "embeds/pages"


def main() -> None:
    """Read the pages and score them, then the same for the flattened posts."""
    asked = arguments(__doc__).parse_args()
    data = test_data(SCORER, PAGES, FLATTENED, HTML)
    scorer = data / SCORER
    sets: tuple[tuple[str, tuple[str | Path, ...], tuple[str | Path, ...]], ...] = (
        ("Pages", (data / PAGES,), (data / HTML,)),
        ("Flattened posts", ("--flattened", data / FLATTENED), ()),
    )
    with tempfile.TemporaryDirectory() as folder:
        for title, gold, pages in sets:
            corpus, out = Path(folder) / "corpus.jsonl", Path(folder) / "out.jsonl"
            with corpus.open("wb") as sink:
                subprocess.run([sys.executable, scorer, "--corpus", *gold, *pages], check=True, stdout=sink)
            extract(corpus, out, asked.jobs)
            print(f"{title}:")
            score(scorer, *gold, out, "--errors", str(asked.errors))


if __name__ == "__main__":
    main()
