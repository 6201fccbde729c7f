"""Quotes that may have a wording: found by the rarest of its words, in SQLite's full-text index over their texts.

The rarest words of a wording mark it out among millions of others, and few of its changes touch them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.store.contract.store import Derivation
from quotes.store.contract.verification import Breadth, Candidate
from quotes.store.engine.engine import Engine
from quotes.store.store_part import Clock, Part
from quotes.store.tables.rows import id_of

SCORED = """SELECT quote.id, quote.text, quote.document_id, quote.speaker_id, quote.continues_id
FROM (SELECT rowid AS number, rank AS place FROM quote_words WHERE quote_words MATCH ? ORDER BY rank LIMIT ?)
JOIN quote ON quote.id = number WHERE quote.status = 0 ORDER BY place, quote.id"""
UNSCORED = """SELECT quote.id, quote.text, quote.document_id, quote.speaker_id, quote.continues_id
FROM (SELECT rowid AS number FROM quote_words WHERE quote_words MATCH ? LIMIT ?)
JOIN quote ON quote.id = number WHERE quote.status = 0 ORDER BY quote.id"""
COUNT = "SELECT count(*) FROM (SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT ?)"
NUMEROUS = 200  # quotes with a word from which on the number is remembered, not counted again
REMEMBERED = 50_000  # words whose numbers are remembered
NEAR = 12  # words between common words that are looked for beside each other


@dataclass(frozen=True, slots=True)
class Effort:
    """How many of a wording's words are tried, in how many quotes each may stand, and how many quotes are taken."""

    words: int
    commonest: int
    most: int


EFFORTS: dict[Breadth, Effort] = {"narrow": Effort(4, 20_000, 50), "wide": Effort(8, 60_000, 150)}
COUNTED = max(effort.commonest for effort in EFFORTS.values()) + 1


class VerificationPart(Part):
    """Quotes looked up by a wording."""

    def __init__(self, engine: Engine, clock: Clock, derivation: Derivation) -> None:
        super().__init__(engine, clock, derivation)
        self._numbers: dict[str, int] = {}

    def candidates(self, words: Sequence[str], breadth: Breadth = "narrow") -> tuple[Candidate, ...]:
        """Active quotes that share the most telling of these words, the likeliest first; a bounded number."""
        effort = EFFORTS[breadth]
        numbers = {word: number for word in dict.fromkeys(words) if _is_term(word) and (number := self._number(word))}
        telling = sorted((word for word in numbers if numbers[word] <= effort.commonest), key=numbers.__getitem__)
        found = list(self._find(SCORED, " OR ".join(map(_term, telling[: effort.words])), effort.most))
        common = [word for word in numbers if numbers[word] > effort.commonest]
        if common and (not telling or (breadth == "wide" and len(telling) < effort.words)):
            found += self._find(UNSCORED, _beside(common), effort.most)
        return tuple({candidate.id: candidate for candidate in found}.values())

    def _find(self, statement: str, wanted: str, most: int) -> Iterator[Candidate]:
        rows = self.engine.ask(statement, (wanted, most)) if wanted else ()
        for number, text, document, speaker, continues in rows:
            yield Candidate(id_of("q", number), text, id_of("d", document), speaker and id_of("s", speaker),
                            continues and id_of("q", continues))

    def _number(self, word: str) -> int:
        """In how many quotes a word stands; the numbers of common words are remembered, for they only serve to choose.

        Counting stops where the exact number makes no difference.
        """
        known = self._numbers.get(word)
        if known is not None:
            return known
        ((number,),) = self.engine.ask(COUNT, (_term(word), COUNTED))
        if number >= NUMEROUS and len(self._numbers) < REMEMBERED:
            self._numbers[word] = number
        return int(number)


def _is_term(word: str) -> bool:
    return any(map(str.isalnum, word)) and "\0" not in word


def _term(word: str) -> str:
    """A word as the index's language writes one, whatever signs are in it."""
    return '"' + word.replace('"', '""') + '"'


def _beside(words: Iterable[str]) -> str:
    """The query for common words that stand near each other; one alone is looked for as it is."""
    few = list(words)[:6]
    return _term(few[0]) if len(few) == 1 else f"NEAR({' '.join(map(_term, few))}, {NEAR})"
