"""Documents whose texts have a wording, found by SQLite's full-text index over them, and who is called what in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from quotes.store.contract.verification import Described, TextCandidate
from quotes.store.engine.fts5 import near_words
from quotes.store.store_part import Part
from quotes.store.tables.rows import id_of

FOUND = """SELECT found.number, document_text.text
FROM (SELECT rowid AS number FROM document_words WHERE document_words MATCH ? LIMIT ?) AS found
JOIN document_text ON document_text.id = found.number
WHERE NOT EXISTS (SELECT 1 FROM objection JOIN speaker_link ON speaker_link.speaker_id = objection.speaker_id
                  WHERE objection.what = 'erase' AND speaker_link.document_id = found.number)
ORDER BY found.number"""
COUNT = "SELECT count(*) FROM (SELECT 1 FROM document_words WHERE document_words MATCH ? LIMIT ?)"
DESCRIBED = """SELECT speaker_link.speaker_id, speaker_link.description, min(nullif(document.day, '')),
       max(nullif(document.day, '')), count(*) AS often
FROM speaker_link JOIN document ON document.id = speaker_link.document_id
WHERE {} AND NOT EXISTS (SELECT 1 FROM objection WHERE objection.speaker_id = speaker_link.speaker_id)
GROUP BY speaker_link.speaker_id, speaker_link.description, substr(document.day, 1, 7)
ORDER BY often DESC, speaker_link.speaker_id LIMIT ?"""
TELLING = 5  # words of a wording that are looked for near each other; one of them may be another one
COMMONEST = 5_000  # documents with a word, from which on the number makes no difference
AROUND = 12  # words that may stand between the telling ones beyond those of the wording
MOST, MOST_DESCRIBED = 12, 1000
PLAIN = frozenset("bcdfghjklmnpqrstvwxz0123456789")  # what no accent changes; vowels may bear one


class TextSearchPart(Part):
    """Documents looked up by what their texts say."""

    def text_candidates(self, words: Sequence[str]) -> tuple[TextCandidate, ...]:
        """Documents whose texts have the most telling of these words near each other, the likeliest first; a few."""
        numbers = {word: self._number_of_texts(word) for word in dict.fromkeys(words) if _is_term(word)}
        telling = sorted((word for word in numbers if numbers[word]), key=numbers.__getitem__)[:TELLING]
        if not telling:
            return ()
        within = len(words) + AROUND
        found = dict(self.engine.ask(FOUND, (near_words([telling], within), MOST)))
        if len(telling) == TELLING and len(found) < MOST:
            fewer = list(combinations(telling, TELLING - 1))
            found |= dict(self.engine.ask(FOUND, (near_words(fewer, within), MOST)))
        return tuple(TextCandidate(id_of("d", number), text) for number, text in found.items())

    def described(self, words: Sequence[str]) -> tuple[Described, ...]:
        """Who is described, in kept articles, with all of these words in some order; the most often so called first."""
        if not words:
            return ()
        wanted = " AND ".join("speaker_link.description LIKE ?" for _ in words)
        values = [f"%{''.join(letter if letter in PLAIN else '_' for letter in word)}%" for word in words]
        rows = self.engine.ask(DESCRIBED.format(wanted), (*values, MOST_DESCRIBED))
        return tuple(Described(id_of("s", speaker), description, first, last)
                     for speaker, description, first, last, _ in rows)

    def _number_of_texts(self, word: str) -> int:
        ((number,),) = self.engine.ask(COUNT, (near_words([[word]], 0), COMMONEST))
        return int(number)


def _is_term(word: str) -> bool:
    return any(map(str.isalnum, word)) and "\0" not in word
