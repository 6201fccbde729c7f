"""Search: how many questions find what they mean first, on a collection made of the pages in QUOTES_TEST_DATA."""

from __future__ import annotations

import gzip
import json
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.corpora import test_data
from bench.search_cases import CASES, Case, is_meant
from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.collection.search.search_answer import Search, answer
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store

FOLDERS = {"articles": "articles", "embeds": "embeds/pages"}


def pages(data: Path, wanted: Mapping[str, Sequence[str]] | None = None) -> Iterator[Article]:
    """The pages with their addresses: all of them once, or those whose names begin as wanted."""
    seen = set()
    for name, folder in FOLDERS.items():
        for line in (data / name / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
            known = json.loads(line)
            page, path = known["page"], data / folder / f"{known['page']}.html.gz"
            if page in seen or not path.exists() or not (wanted is None or page.startswith(tuple(wanted[name]))):
                continue
            seen.add(page)
            yield Article(html=gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), url=known.get("url"))


def collection(data: Path, folder: Path, wanted: Mapping[str, Sequence[str]] | None = None) -> Store:
    """A collection made of pages."""
    store = open_store(f"sqlite:///{folder / 'search.db'}", DerivedFields())
    for article in pages(data, wanted):
        keep(store, read_document(article))
    return store


def finds(store: Store, case: Case) -> bool:
    """Whether the first quote that a question finds is what it means."""
    first = next(iter(answer(store, Search(case.typed)).found.page.items), None)
    if first is None or first.document is None:
        return False
    speaker = store.speaker(first.speaker.id) if first.speaker and first.speaker.id else None
    document = store.document(first.document.id)
    return is_meant(case, first, speaker.name if speaker else "", document.text if document else "")


def main() -> None:
    """Ask all questions and print how many find what they mean, those that do not, and how long they take."""
    data = test_data("articles/manifest.jsonl", "embeds/manifest.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        store = collection(data, Path(folder))
        took, missed = [], []
        for case in CASES:
            began = time.perf_counter()
            missed += [] if finds(store, case) else [case.typed]
            took.append((time.perf_counter() - began) * 1000)
        store.close()
    took.sort()
    print(f"{len(CASES) - len(missed)} of {len(CASES)} questions find what they mean first; "
          f"{took[len(took) // 2]:.0f} ms in the middle, {took[-1]:.0f} ms at the most")
    for typed in missed:
        print(f"missed: {typed}")


if __name__ == "__main__":
    main()
