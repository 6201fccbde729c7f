"""Looking whether everything that is kept is whole: the file, its indexes, what is counted, texts and places."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Any

from quotes.records.errors import OutOfTime, StoreBusy, StoreDamaged, StoreError
from quotes.store.contract.checks import Check
from quotes.store.engine.failures import PUT_BACK
from quotes.store.store_part import Part

MOST_TOLD = 20  # faults of one kind
AGAIN, QUICKLY = 60.0, 2.0  # seconds between two looks into failures, and for one of them
MOST_BYTES = 2_000_000_000  # of a file that is read through before it is served: some seconds
DOCUMENTS_AT_ONCE = 200
COUNTS = """SELECT id, quote_count, (SELECT count(*) FROM quote WHERE speaker_id = speaker.id AND status = 0
            AND stance = 0) AS counted FROM speaker WHERE quote_count <> counted LIMIT ?"""
INDEXES = ("quote_words", "document_words")
INDEXED = """SELECT (SELECT count(*) FROM quote_words_docsize), (SELECT count(*) FROM quote)"""
WITHOUT_BODY = """SELECT id FROM document WHERE NOT EXISTS (SELECT 1 FROM body WHERE document_id = document.id
                  AND revision = document.revision) LIMIT ?"""
BODIES = """SELECT document.id, document.revision, text_hash, body.revision, text, blocks, embeds, warnings, not_quotes
            FROM document JOIN body ON body.document_id = document.id WHERE document.id > ? AND document.id <= ?
            ORDER BY document.id, body.revision"""
PLACES = """SELECT id, document_id, revision, start, end, mention_start, mention_end, evidence FROM quote
            WHERE document_id > ? AND document_id <= ? ORDER BY id"""

Faults = Iterator[str]
Look = Callable[[], Faults | tuple[str, ...]]


class CheckPart(Part):
    """Looking after the store as a whole."""

    _suspected = -AGAIN  # when a failure was looked into last

    def hold(self) -> None:
        """Keep backups from being put in this store's place until the process ends; StoreError if one is just now."""
        self.engine.hold()

    def kept(self) -> int:
        """How many transactions this thread has kept so far."""
        return self.engine.kept()

    def note_damage(self, words: str) -> None:
        """Note damage that was met, after which nothing is written any more."""
        self.engine.mark(words)

    def suspect(self) -> None:
        """Look whether damage explains a failure, as far as that takes a second or two, and not again and again."""
        if time.monotonic() < self._suspected + AGAIN or self.engine.damaged() is not None:
            return
        self._suspected = time.monotonic()
        with suppress(OutOfTime), self.engine.limited(QUICKLY):
            self._check_refuse(self.engine.faults(whole=False))

    def inspect(self, full: bool, told: Callable[[Check], None]) -> bool:
        """Look whether the store is whole, and tell what was looked at, one after the other; True if all of it is."""
        whole = True
        for what, look in self._check_looks(full):
            check = Check(what, self._check_found(look))
            whole = whole and not check.faults
            told(check)
            if check.faults:
                self.engine.mark(f"{check.what}: {check.faults[0]}")
        if whole and full:
            self.engine.mark(None)
        return whole

    def inspect_briefly(self) -> str:
        """Look whether the store is whole before it is served, as far as that takes no more than seconds."""
        noted, began = self.engine.damaged(), time.monotonic()
        if noted is None and self.engine.size() > MOST_BYTES:
            self._check_refuse(self.engine.schema_faults())
            return "too large to be read through at every start; “quotes check” does so"
        if noted is None:
            self._check_refuse(self.engine.faults(whole=False))
        elif not self.inspect(True, lambda check: None):
            self._check_refuse((noted,))
        return f"no damage found in {time.monotonic() - began:.1f} s"

    def _check_refuse(self, faults: tuple[str, ...]) -> None:
        if faults:
            self.engine.mark(faults[0])
            raise StoreDamaged(f"The database is damaged ({faults[0]}), and is not served. {PUT_BACK}.")

    def _check_looks(self, full: bool) -> tuple[tuple[str, Look], ...]:
        quick = (("the file", lambda: self.engine.faults(full)), ("references between rows", self._faulty_references),
                 ("the index of words", self._faulty_indexed), ("what is counted", self._faulty_counts),
                 ("texts of documents", self._faulty_without_text))
        more = (("words in the indexes", self._faulty_index_words),
                ("texts, places in them, and evidence", self._faulty_contents))
        return (*quick, *more) if full else quick

    def _check_found(self, look: Look) -> tuple[str, ...]:
        """The first faults that a look finds; that it cannot be finished for damage is one itself."""
        found: list[str] = []
        try:
            for fault in look():
                found.append(fault)
                if len(found) == MOST_TOLD:
                    found.append("… and perhaps more")
                    break
        except StoreDamaged as error:
            found.append(str(error.__cause__ or error))
        return tuple(found)

    def _faulty_references(self) -> Faults:
        for table, row, other, _ in self.engine.ask("SELECT * FROM pragma_foreign_key_check LIMIT ?", (MOST_TOLD + 1,)):
            yield f"row {row} of {table} refers to a row of {other} that is not there"

    def _faulty_indexed(self) -> Faults:
        ((indexed, quotes),) = self.engine.ask(INDEXED)
        if indexed != quotes:
            yield f"{indexed} quotes are in the index of words, {quotes} are kept"

    def _faulty_index_words(self) -> Faults:
        """Indexes that differ from the texts they are of; looking takes the place of the one writer for a while."""
        for index in INDEXES:
            try:
                self.engine.ask(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
            except StoreDamaged:
                yield f"{index} is not the index of the texts that are kept"
            except StoreBusy as error:
                raise StoreError("Another program is writing; “quotes check --full” needs a moment in which none does. "
                                 "Try it again.") from error

    def _faulty_counts(self) -> Faults:
        for speaker, said, counted in self.engine.ask(COUNTS, (MOST_TOLD + 1,)):
            yield f"s{speaker} has {counted} quotes, and {said} are said to be there"

    def _faulty_without_text(self) -> Faults:
        for (document,) in self.engine.ask(WITHOUT_BODY, (MOST_TOLD + 1,)):
            yield f"d{document} has no text"

    def _faulty_contents(self) -> Faults:
        ((last,),) = self.engine.ask("SELECT coalesce(max(id), 0) FROM document")
        for after in range(0, last, DOCUMENTS_AT_ONCE):
            part = (after, after + DOCUMENTS_AT_ONCE)
            lengths: dict[tuple[int, int], int] = {}
            for document, newest, text_hash, revision, text, *written in self.engine.ask(BODIES, part):
                lengths[document, revision] = len(text)
                if revision == newest and sha256(text.encode()).hexdigest() != text_hash:
                    yield f"the text of d{document} is not the one that was kept"
                if any(_no_json(one) for one in written):
                    yield f"what is known of the text of d{document} cannot be read"
            for row in self.engine.ask(PLACES, part):
                yield from _misplaced(row, lengths)


def _misplaced(row: tuple[Any, ...], lengths: dict[tuple[int, int], int]) -> Faults:
    """What is wrong with the places of one quote, by the lengths of the texts."""
    number, document, revision, start, end, mention_start, mention_end, evidence = row
    length = lengths.get((document, revision))
    if length is None:
        yield f"q{number} is of a revision of d{document} that is not kept"
    elif not 0 <= start <= end <= length:
        yield f"q{number} does not lie inside the text of d{document}"
    elif mention_start is not None and not 0 <= mention_start <= (mention_end or mention_start) <= length:
        yield f"the mention of q{number} does not lie inside the text of d{document}"
    if _no_json(evidence):
        yield f"q{number} cannot be read"


def _no_json(written: str | None) -> bool:
    try:
        return written is not None and not isinstance(json.loads(written), list)
    except ValueError:
        return True
