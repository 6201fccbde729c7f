"""Whether `verify` gives the right answer, on wordings made of the quotes of the dev articles; one seed, printed."""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from bench.corpora import test_data
from bench.wordings import Case, altered, clipped, enough, never_said, true
from quotes.collection.ingestion import keep
from quotes.collection.verification.outcomes import Verification
from quotes.collection.verification.verification import verify
from quotes.reading.pipeline import read_document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.schemas.corpus import load_article
from quotes.store.contract.store import PageRequest, QuoteFilter, Store
from quotes.store.store_opener import open_store

DEV = "bench/polnear-dev.jsonl"
NUMBER, SEED = 200, 20161108
MARKS = frozenset("“”\"")


def main() -> None:
    """Keep the articles, make the wordings, ask for each, and print how many answers are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--errors", type=int, default=0, help="how many wrong answers to show of each kind")
    asked = parser.parse_args()
    corpus = test_data(DEV) / DEV
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/quotes.db")
        narrated = ingest(store, corpus)
        measure(store, narrated, asked.seed, asked.errors)
        store.close()


def ingest(store: Store, corpus: Path) -> list[str]:
    """Keep every article; the sentences that quote nobody."""
    narrated = []
    with store.writing(), corpus.open(encoding="utf-8") as lines:
        for line in lines:
            reading = read_document(load_article(json.loads(line)))
            keep(store, reading)
            narrated += [sentence for sentence in re.split(r"(?<=[.!?])\s+", told_beside(reading))
                         if not MARKS & set(sentence) and 8 <= len(sentence.split()) <= 30]
    return narrated


def told_beside(reading: Reading) -> str:
    """The text of an article with a mark in the place of every quote."""
    text, at = "", 0
    for quote in sorted(reading.quotes, key=lambda quote: quote.start):
        text += reading.document.text[at : max(at, quote.start)] + "”"
        at = max(at, quote.end)
    return text + reading.document.text[at:]


def all_quotes(store: Store) -> Iterator[Quote]:
    """Every quote of the collection."""
    page = store.quotes(QuoteFilter(), PageRequest(100))
    yield from page.items
    while page.next:
        page = store.quotes(QuoteFilter(), PageRequest(100, page.next))
        yield from page.items


def measure(store: Store, narrated: Sequence[str], seed: int, errors: int) -> None:
    """Print the share of right answers of each kind."""
    random = Random(seed)
    texts = [quote.text for quote in all_quotes(store) if enough(quote)]
    print(f"Seed {seed}; {len(texts)} quotes of at least six words")
    makers: tuple[tuple[str, Callable[[], Iterator[Case]]], ...] = (
        ("found", lambda: true(shuffled(texts, random), random)),
        ("altered", lambda: altered(2 * shuffled(texts, random), random)),
        ("clipped", lambda: clipped(shuffled(texts, random), random)),
        ("not_found", lambda: never_said(shuffled(texts, random), narrated, random)),
    )
    for outcome, made in makers:
        cases = list(islice(made(), NUMBER))
        answers = [(case, verify(store, case.text)) for case in cases]
        report(outcome, answers, errors)


def shuffled(texts: Sequence[str], random: Random) -> list[str]:
    """The texts in another order."""
    return random.sample(list(texts), len(texts))


def report(outcome: str, answers: Sequence[tuple[Case, Verification]], errors: int) -> None:
    """Print how many answers are right, and whether the right quote stands first and what was changed is called out."""
    wrong = [(case, answer) for case, answer in answers if answer.outcome != outcome]
    print(f"{outcome:10} right answers {len(answers) - len(wrong)} of {len(answers)}: "
          f"{1 - len(wrong) / len(answers):.3f} (wanted ≥ 0.95)", end="")
    if outcome != "not_found":
        hits = sum(bool(answer.matches) and same(case.source, answer.matches[0].quote.text) for case, answer in answers)
        print(f"; the right quote first {hits / len(answers):.3f}", end="")
    print()
    for kind in ("negation", "number", "name") if outcome == "altered" else ():
        of_kind = [(case, answer) for case, answer in answers if case.changed == kind]
        untold = [one for one in of_kind if not one[1].matches or kind not in one[1].matches[0].changed]
        print(f"           changed {kind}: called out in {len(of_kind) - len(untold)} of {len(of_kind)}")
        wrong += untold
    for case, answer in wrong[:errors]:
        print(f"    {case.text!r}\n      of {case.source!r}\n      {answer.outcome}", end=" ")
        print([(m.similarity, m.quote.text, [d.op for d in m.diff]) for m in answer.matches[:1]])


def same(source: str | None, found: str | None) -> bool:
    """Whether two quotes have the same words."""
    return re.findall(r"\w+", (source or "").casefold()) == re.findall(r"\w+", (found or "").casefold())


if __name__ == "__main__":
    main()
