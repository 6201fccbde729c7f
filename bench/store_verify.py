"""How fast `verify` answers over the whole file, beside the bare retrieval of its candidates by hand, and how well."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from bench.hand_queries import ByHand
from bench.store_reads import in_turns, told
from bench.verify import same
from bench.wordings import Case, altered, clipped, reworded
from quotes.collection.verification.verification import verify
from quotes.collection.verification.wording import search_words
from quotes.store.table_store import TableStore

ASKED, DRAWN, SHORTEST = 200, 3000, 8
REWORDED = ("", reworded)  # the generated articles have no names in their quotes, and hardly a number
TERMS, COMMONEST, MOST = 4, 20_000, 50
RETRIEVED = """SELECT q.id, q.text, q.document_id, q.speaker_id, q.continues_id
FROM (SELECT rowid AS number, rank AS place FROM quote_words WHERE quote_words MATCH ? ORDER BY rank LIMIT ?)
JOIN quote q ON q.id = number WHERE q.status = 0 ORDER BY place"""
NUMBER = "SELECT count(*) FROM (SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT ?)"


def verifying(store: TableStore, path: Path, seed: int) -> Iterator[str]:
    """The lines of the table of verify."""
    random, hand = Random(seed), ByHand(path)
    last = hand.ask("SELECT max(id) FROM quote")[0][0]
    drawn = [hand.ask("SELECT text FROM quote WHERE id >= ? AND text IS NOT NULL LIMIT 1",
                      random.randint(1, last - 50))[0][0] for _ in range(DRAWN)]
    texts = [text for text in drawn if len(text.split()) >= SHORTEST]
    kinds = (("altered", 0.97, altered(texts, random, [REWORDED])), ("clipped", 0.95, clipped(texts, random)))
    for kind, goal, cases in kinds:
        made = list(islice(cases, ASKED))
        times = in_turns(lambda case, _: verify(store, case.text), lambda _, query: hand.ask(RETRIEVED, query, MOST),
                         [((case, query), (case, query)) for case, query in
                          ((case, rarest(hand, case)) for case in made)])
        yield told(f"verify, {kind}; bare retrieval", times, 2.5)
        answers = [(case, verify(store, case.text)) for case in made]
        hits = sum(same(case.source, answer.matches[0].quote.text) for case, answer in answers if answer.matches)
        right = sum(answer.outcome == kind for _, answer in answers)
        yield (f"  {len(made)} asked: the right quote first {hits / len(made):.3f}; goal ≥ {goal}; "
               f"the right answer {right / len(made):.3f}")


def rarest(hand: ByHand, case: Case) -> str:
    """The query for the rarest words of a wording."""
    numbers = {word: hand.ask(NUMBER, f'"{word}"', COMMONEST + 1)[0][0] for word in search_words(case.text)}
    found = sorted((word for word in numbers if 0 < numbers[word] <= COMMONEST), key=numbers.__getitem__)
    return " OR ".join(f'"{word}"' for word in found[:TERMS]) or '""'
