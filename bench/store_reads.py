"""How fast the store answers, each question beside the same by hand, in turns; and how large the file is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from bench.hand_queries import ByHand
from bench.wording import Words
from quotes.records.search_query import parse
from quotes.store.contract.store import Cursor, PageRequest, QuoteFilter
from quotes.store.table_store import TableStore

ASKED = 200
LIMIT_MS = 300
PAGES = 1000
FIRST = (2**62, 2**62)
RANKS = slice(40, 1500)  # of the words that are searched for, the commonest being 0
HARD = ("the", "the of", "of and to in", "t*", "a* b*", "e* a* o*", '"of the"', '"the of and to"', "-the", "the -of",
        '"the and of in that is"', "s* -the", "that* was* the*")
Timed = tuple[list[float], list[float]]


def in_turns(ours: Callable[..., Any], hand: Callable[..., Any], inputs: Sequence[tuple[Any, Any]]) -> Timed:
    """Milliseconds of both ways to ask, after all questions were asked once; by the processor's clock.

    They take turns in being the first, who fetches what both need into the processor's caches.
    """
    times: Timed = ([], [])
    for take in (False, True):
        for number, (our_input, hand_input) in enumerate(inputs):
            both = ((0, ours, our_input), (1, hand, hand_input))
            for way, ask, given in both[:: 1 if number % 2 else -1]:
                start = time.process_time()
                ask(*given)
                if take:
                    times[way].append((time.process_time() - start) * 1000)
    return times


def told(name: str, times: Timed, goal: float) -> str:
    """A line of the table: median and p95 of both, their ratio and the goal for it."""
    ours, hand = (f"{median(some):8.2f} {quantiles(some, n=20)[-1]:8.2f}" for some in times)
    return f"{name:34} {ours}   {hand}   {median(times[0]) / median(times[1]):6.2f}  ≤ {goal:g}"


def reads(store: TableStore, path: Path, seed: int) -> Iterator[str]:
    """The lines of the table of reads."""
    random, hand = Random(seed), ByHand(path)
    usual = frozenset(Words(Random(seed)).words[RANKS])
    last = hand.ask("SELECT max(id) FROM quote")[0][0]
    drawn = [hand.ask("SELECT speaker_id, text FROM quote WHERE id >= ? AND speaker_id IS NOT NULL LIMIT 1",
                      random.randint(1, last - 50))[0] for _ in range(20 * ASKED)]
    speakers = [who for who, _ in drawn if len(hand.latest(who)) > 20][:ASKED]
    yield f"{'milliseconds':34} {'median':>8} {'p95':>8}   {'by hand':>8} {'p95':>8}    ratio  goal"
    yield told("a speaker's latest 20", in_turns(
        lambda who: store.quotes(QuoteFilter(speaker_id=f"s{who}"), PageRequest(20)),
        hand.latest, [((who,), (who,)) for who in speakers]), 4)
    pairs = [(pair, who) for who, text in drawn if (pair := two_words(text, usual, random))][:ASKED]
    yield told("two words", in_turns(
        lambda words: store.search(QuoteFilter(terms=parse(words)), PageRequest(20)),
        hand.search, [((pair,), (pair,)) for pair, _ in pairs]), 1.5)
    yield told("two words and a speaker", in_turns(
        lambda words, who: store.search(QuoteFilter(terms=parse(words), speaker_id=f"s{who}"), PageRequest(20)),
        hand.search_of, [((pair, who), (pair, who)) for pair, who in pairs]), 1.5)
    yield told("one rare word", in_turns(
        lambda words: store.search(QuoteFilter(terms=parse(words)), PageRequest(20)),
        hand.search, [((pair.split()[0],), (pair.split()[0],)) for pair, _ in pairs]), 1.5)
    yield told("page 1, by hand likewise", in_turns(
        lambda: store.quotes(QuoteFilter(), PageRequest(20)), lambda: hand.page(*FIRST), [((), ())] * ASKED), 4)
    cursor = thousandth(store)
    yield told(f"page {PAGES}, beside page 1", in_turns(
        lambda: store.quotes(QuoteFilter(), PageRequest(20, cursor)),
        lambda: store.quotes(QuoteFilter(), PageRequest(20)), [((), ())] * ASKED), 1.3)
    yield from hard(store)


def two_words(text: str | None, usual: frozenset[str], random: Random) -> str | None:
    """Two different words of a quote that people might search for: neither the commonest nor quite unusual ones."""
    words = sorted({word.strip(",").lower() for word in (text or "").split()} & usual)
    return " ".join(random.sample(words, 2)) if len(words) > 1 else None


def thousandth(store: TableStore) -> Cursor:
    """The place at which the thousandth page begins."""
    cursor = None
    for _ in range((PAGES - 1) * 20 // 100):
        cursor = store.quotes(QuoteFilter(), PageRequest(100, cursor)).next
    return cursor or Cursor("0", 0)


def hard(store: TableStore) -> Iterator[str]:
    """The longest that a search takes, of searches that find very much or have much to go through."""
    slowest = {}
    for typed in HARD:
        for order in ("date", "relevance"):
            for _ in range(3):
                start = time.perf_counter()
                answer = store.search(QuoteFilter(terms=parse(typed)), PageRequest(20), order, LIMIT_MS)
                took = (time.perf_counter() - start) * 1000
                known = slowest.get((typed, order), (0.0, False))
                slowest[typed, order] = max(known, (took, answer.partial))
    for (typed, order), (took, partial) in slowest.items():
        yield f"{f'search {typed} by {order}':44} at most {took:6.1f} ms{', the newest matches' if partial else ''}"
    worst = max(took for took, _ in slowest.values())
    yield f"the longest search: {worst:.1f} ms, of {LIMIT_MS} ms allowed; goal ≤ {LIMIT_MS * 1.1:.0f}"


def size(path: Path) -> Iterator[str]:
    """Bytes of the file a quote, without the texts of articles, and what most of them are for."""
    hand = ByHand(path)
    (quotes,), = hand.ask("SELECT count(*) FROM quote")
    (documents,), = hand.ask("SELECT count(*) FROM document")
    (speakers,), = hand.ask("SELECT count(*) FROM speaker")
    (texts,), = hand.ask("SELECT sum(length(CAST(text AS BLOB))) FROM body")
    whole = hand.ask("PRAGMA page_count")[0][0] * hand.ask("PRAGMA page_size")[0][0]
    yield f"{quotes} quotes, {documents} documents, {speakers} speakers; {whole / 1e6:.0f} MB"
    yield f"bytes a quote without article text: {(whole - texts) / quotes:.0f}; goal ≤ 700"
    parts = hand.ask("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 9")
    yield "  " + ", ".join(f"{name} {(taken - (texts if name == 'body' else 0)) / quotes:.0f}" for name, taken in parts)
