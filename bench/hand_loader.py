"""A loader written by hand with sqlite3: the same rows in the same tables, with the same durability, and nothing else.

It knows no revisions, checks nothing, and looks a speaker up by the whole name alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.tables.value_codes import BLOCK_KINDS, CLUES, QUOTE_KINDS, SPEAKER_KINDS, STATUSES, VERDICTS

EPOCH = datetime(1970, 1, 1)


def insert(table: str, columns: str) -> str:
    """An insertion of one row."""
    return f'INSERT INTO {table} ({columns}) VALUES ({", ".join("?" * len(columns.split(",")))})'


DOCUMENT = insert("document", "known_by, text_hash, revision, title, url, publisher, byline, published_at, language, "
                              "engine, arrived_at, sort_key, day")
BODY = insert("body", "document_id, revision, text, blocks, embeds, warnings")
SPEAKER = insert("speaker", "name, kind, description, quote_count")
NAME = insert("speaker_name", "speaker_id, name, words, is_full")
WORD = insert("name_word", "word, name_id, speaker_id")
LINK = insert("speaker_link", "document_id, speaker_id, revision, name, description, how, confidence")
QUOTE = insert("quote", 'id, document_id, revision, sort_key, day, outlet_id, kind, text, start, "end", continues_id, '
                        "parent_id, speaker_id, description, mention, mention_start, mention_end, verdict, confidence, "
                        "evidence, runner_up_id, status, confirmed_by, link")
POST = insert("post", "quote_id, platform, handle, author_name, post_id, url, posted_at, date_source")


class HandLoader:
    """One connection that stores readings."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("foreign_keys = on", "synchronous = full"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._outlets: dict[str | None, int | None] = {None: None}

    def load(self, readings: Iterable[Reading]) -> None:
        """Store readings in one transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        for reading in readings:
            self._store(reading)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _store(self, reading: Reading) -> None:
        run, of = self._connection.execute, reading.document
        moment = datetime.fromisoformat(of.published_at or "").replace(tzinfo=None)
        if run("SELECT id FROM document WHERE known_by = ?", (f"address {of.url}",)).fetchone():
            return
        number = run(DOCUMENT, (
            f"address {of.url}", sha256(of.text.encode()).hexdigest(), 1, of.title, of.url, of.publisher, of.byline,
            of.published_at, of.language, of.engine, "2025-01-01T00:00:00+00:00", moment.isoformat(),
            moment.date().isoformat())).lastrowid
        blocks: list[int] = []
        last = 0
        for block in of.blocks:
            blocks += (BLOCK_KINDS.numbers[block.kind], block.start - last, block.end - block.start)
            last = block.end
        run(BODY, (number, 1, of.text, json.dumps(blocks), "[]", "[]"))
        who = self._speakers(reading, number or 0)
        place = (int((moment - EPOCH).total_seconds()), moment.date().toordinal(), self._outlet(of.publisher))
        self._quotes(reading.quotes, number or 0, place, who)

    def _outlet(self, publisher: str | None) -> int | None:
        if publisher not in self._outlets:
            found = self._connection.execute(insert("outlet", "key, name"), ((publisher or "").lower(), publisher))
            self._outlets[publisher] = found.lastrowid
        return self._outlets[publisher]

    def _speakers(self, reading: Reading, document: int) -> dict[str | None, int]:
        run, who = self._connection.execute, {}
        counts = Counter(quote.speaker.id for quote in reading.quotes if quote.speaker)
        links = []
        for speaker in reading.speakers:
            words = speaker.name.lower().split()
            known = None if speaker.kind == "unnamed" else run(
                "SELECT speaker_id FROM speaker_name WHERE words = ? AND is_full", (" ".join(words),)).fetchone()
            if known:
                number = known[0]
                run("UPDATE speaker SET quote_count = quote_count + ? WHERE id = ?", (counts[speaker.id], number))
            else:
                number = run(SPEAKER, (speaker.name, speaker.kind, speaker.description, counts[speaker.id])).lastrowid
                name = run(NAME, (number, speaker.name, " ".join(words), 1)).lastrowid
                self._connection.executemany(WORD, [(word, name, number) for word in set(words)])
            who[speaker.id] = number
            links.append((document, number, 1, speaker.name, speaker.description, "same full name", 0.85))
        self._connection.executemany(LINK, links)
        return who

    def _quotes(self, quotes: Sequence[Quote], document: int, place: tuple[Any, ...],
                who: dict[str | None, int]) -> None:
        first = (self._connection.execute("SELECT max(id) FROM quote").fetchone()[0] or 0) + 1
        numbers = {quote.id: first + n for n, quote in enumerate(quotes)}
        rows, posts = [], []
        for quote in quotes:
            by, other = quote.speaker, quote.runner_up
            rows.append((
                numbers[quote.id], document, 1, *place, QUOTE_KINDS.numbers[quote.kind], quote.text, quote.start,
                quote.end, numbers.get(quote.continues or ""), numbers.get(quote.parent or ""),
                by and who[by.id], None, by and by.mention, by and by.start, by and by.end,
                VERDICTS.numbers[quote.verdict], quote.confidence, evidence(quote), other and who.get(other.id),
                STATUSES.numbers[quote.status], None, None))
            if quote.post:
                post = quote.post
                posts.append((numbers[quote.id], post.platform, post.handle, post.author_name, post.post_id, post.url,
                              post.posted_at, post.date_source))
        self._connection.executemany(QUOTE, rows)
        self._connection.executemany(POST, posts)


def evidence(quote: Quote) -> str:
    """What is only shown of a quote, as JSON."""
    clues = [[CLUES.numbers[clue.clue], " ".join(clue.facts), round(clue.weight * 100), 0] for clue in quote.clues]
    cue, other = quote.cue, quote.runner_up
    return json.dumps([clues, cue and [cue.text, cue.start], None, other and [
        other.name, SPEAKER_KINDS.numbers[other.kind], other.description, 0, other.start]], ensure_ascii=False)
