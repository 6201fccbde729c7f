"""A wording in the text of kept articles, outside their quotes: the paper's own words, or somebody's in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quotes.collection.verification.differences import Comparison, compare
from quotes.collection.verification.matches import LEAST, SHORT
from quotes.collection.verification.outcomes import TextPassage
from quotes.collection.verification.wording import Wording, search_words, take_apart
from quotes.languages.contract import Language
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.store.contract.store import Store

WORD = re.compile(r"[^\W_]+")
FEWEST = 4  # words of a wording that is looked for in texts; of fewer, everything is full
LONGEST = 400  # words of one, beyond which no article's own sentence goes
MOST = 5
AROUND = 120  # characters shown before and after a passage
HALF = 2  # the share of a passage, one of so many, that quotes may be


def passages_of(store: Store, asked: Wording, language: Language) -> tuple[TextPassage, ...]:
    """Where kept articles have the wording or one much like it in no quote of theirs, the most alike first."""
    if not FEWEST <= len(asked.words) <= LONGEST:
        return ()
    found: dict[str, tuple[int, int, Comparison]] = {}
    texts = {one.document: one.text for one in store.text_candidates(search_words(asked.text))}
    for document, text in texts.items():
        place = _place(text, asked, language)
        if place is not None and not _is_quoted(place[0], place[1], store.document_quotes(document, status=None)):
            found[document] = place
    best = sorted(found, key=lambda one: (not found[one][2].is_same, -found[one][2].similarity))[:MOST]
    documents = store.documents_of(best)
    return tuple(_passage(documents[one], texts[one], found[one]) for one in best if one in documents)


def _place(text: str, asked: Wording, language: Language) -> tuple[int, int, Comparison] | None:
    """The stretch of a text that is most like the wording, if it is enough like it."""
    window = _likeliest(text, asked)
    if window is None:
        return None
    begin, end = window
    kept = take_apart(text[begin:end], language)
    found = compare(asked, kept, language)
    if found is None or not (found.is_same or found.share >= LEAST + SHORT / len(asked.words)):
        return None
    return begin + kept.words[found.first].start, begin + kept.words[found.after - 1].end, found


def _likeliest(text: str, asked: Wording) -> tuple[int, int] | None:
    """The part of a text, twice as long as the wording, that shares the most words with it, with some more around."""
    wanted = Counter(WORD.findall(asked.text.lower()))
    tokens = [(found[0] in wanted, found.start(), found.end(), found[0]) for found in WORD.finditer(text.lower())]
    size = 2 * sum(wanted.values())
    if len(text) != len(text.lower()) or not tokens:  # where a letter's small form is two, places are not the same
        return (0, min(len(text), 20 * len(asked.text))) if tokens else None
    have: Counter[str] = Counter()
    shared, best = 0, (0, 0)
    for number, (counts, _, _, word) in enumerate(tokens):
        if counts:
            have[word] += 1
            shared += have[word] <= wanted[word]
        if number >= size and tokens[number - size][0]:
            gone = tokens[number - size][3]
            shared -= have[gone] <= wanted[gone]
            have[gone] -= 1
        if shared > best[0]:
            best = (shared, number)
    first, last = max(0, best[1] - size - 8), min(len(tokens) - 1, best[1] + 8)
    return tokens[first][1], tokens[last][2]


def _is_quoted(start: int, end: int, quotes: Sequence[Quote]) -> bool:
    """Whether a stretch of a text is for the most part quotes, or has any words of somebody who objected."""
    inside = [quote for quote in quotes if quote.start < end and start < quote.end
              and quote.status not in ("not_a_quote", "withdrawn")]
    covered = sum(after - at for at, after in _merged(
        (max(start, quote.start), min(end, quote.end)) for quote in inside))
    return any(quote.status == "hidden" for quote in inside) or covered * HALF > end - start


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of spans that overlap, each counted once."""
    reached = 0
    for at, after in sorted(spans):
        if after > reached:
            yield max(at, reached), after
            reached = after


def _passage(document: Document, text: str, place: tuple[int, int, Comparison]) -> TextPassage:
    start, end, found = place
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0]
    return TextPassage(document, start, end, text[start:end], before.rpartition("\n")[2], after.partition("\n")[0],
                   found.similarity, found.differences, found.changed)
