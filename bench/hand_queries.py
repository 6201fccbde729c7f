"""What the store is measured beside: the same questions in SQL written by hand, over the same file with sqlite3."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

WHOLE = """SELECT q.id, q.sort_key, q.kind, q.text, q.start, q."end", q.continues_id, q.parent_id, q.speaker_id,
q.description, q.mention, q.mention_start, q.mention_end, q.verdict, q.confidence, q.evidence, q.runner_up_id,
q.status, q.confirmed_by, q.link, d.id, d.title, d.url, d.publisher, d.publisher_printed, d.byline,
d.published_at, d.language, d.engine, d.published_from, d.archived_at, d.url_from, d.arrived_at,
s.name, s.kind, l.name, l.description, p.platform, p.handle, p.author_name, p.post_id, p.url, p.posted_at,
p.date_source, p.printed_date, p.account_how, p.account_confidence
FROM {} LEFT JOIN document d ON d.id = q.document_id LEFT JOIN speaker s ON s.id = q.speaker_id
LEFT JOIN speaker_link l ON l.document_id = q.document_id AND l.speaker_id = q.speaker_id
LEFT JOIN post p ON p.quote_id = q.id {}"""
LATEST = WHOLE.format("quote q", "WHERE q.speaker_id = ? AND q.status = 0 ORDER BY q.sort_key DESC, q.id DESC LIMIT 21")
PAGE = WHOLE.format("quote q", "WHERE q.status = 0 AND (q.sort_key, q.id) < (?, ?) "
                               "ORDER BY q.sort_key DESC, q.id DESC LIMIT 21")
MATCHING = """(SELECT m.id AS number FROM quote_words f CROSS JOIN quote m ON m.id = f.rowid WHERE f.quote_words MATCH ?
AND m.status = 0 {} ORDER BY m.sort_key DESC, m.id DESC LIMIT 21) JOIN quote q ON q.id = number"""
SEARCH = WHOLE.format(MATCHING.format(""), "ORDER BY q.sort_key DESC, q.id DESC")
SEARCH_OF = WHOLE.format(MATCHING.format("AND m.speaker_id = ?"), "ORDER BY q.sort_key DESC, q.id DESC")


class ByHand:
    """One connection to the file, and a method a question."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)

    def latest(self, speaker: int) -> list[Any]:
        """A speaker's latest 20, and one more."""
        return self._connection.execute(LATEST, (speaker,)).fetchall()

    def search(self, words: str) -> list[Any]:
        """The newest 20 quotes with two words."""
        return self._connection.execute(SEARCH, (words,)).fetchall()

    def search_of(self, words: str, speaker: int) -> list[Any]:
        """The same of one speaker."""
        return self._connection.execute(SEARCH_OF, (words, speaker)).fetchall()

    def page(self, key: int, number: int) -> list[Any]:
        """20 quotes from a place in the list of all."""
        return self._connection.execute(PAGE, (key, number)).fetchall()

    def ask(self, statement: str, *values: Any) -> list[Any]:
        """Anything else."""
        return self._connection.execute(statement, values).fetchall()
