"""Speakers as they are browsed: under a letter, by arrival, with their numbers of quotes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.directory import DIGITS, OTHERS, Shelf
from quotes.store.contract.store import Cursor, Page, PageRequest
from quotes.store.quotes.pagination import is_backwards, one_part, page
from quotes.store.speakers.speakers import COLUMNS, SpeakerPart
from quotes.store.tables.decisions import Objection
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Speaker

RANGES = {DIGITS: ("0", ":"), OTHERS: ("\u0080", "\U0010ffff")}
# Names lie in an index by each of their words; of a name's words, this asks for the one under which it is filed.
FILED = """SELECT w.word, n.id, s.id FROM name_word w JOIN speaker_name n ON n.id = w.name_id
JOIN speaker s ON s.id = w.speaker_id
WHERE w.word >= ? AND w.word < ? {place} AND n.name = s.name AND s.quote_count > 0 AND {kind}
AND s.id NOT IN (SELECT speaker_id FROM objection) AND CASE s.kind WHEN 'person' THEN {last} ELSE {first} END
ORDER BY w.word {way}, n.id {way} LIMIT ?"""


class DirectoryPart(SpeakerPart):
    """Speakers in the order of an alphabet and of their arrival."""

    def speakers_under(self, shelf: Shelf, wanted: PageRequest) -> Page[SpeakerRecord]:
        """Quoted speakers under a letter, in the order of the word under which they are."""
        cursor, rising = wanted.cursor, not is_backwards(wanted)
        last, last_values = _is_last(sorted(shelf.suffixes))
        first, first_values = _is_first(sorted(shelf.articles))
        kind, kinds = _of_kind(shelf)
        statement = FILED.format(place=f"AND (w.word, n.id) {'>' if rising else '<'} (?, ?)" if cursor else "",
                                 kind=kind, last=last, first=first, way="ASC" if rising else "DESC")
        after: Sequence[Any] = (cursor.key, cursor.number) if cursor else ()
        rows = self.engine.ask(statement, (*_range(shelf.letter or "a"), *after, *kinds, *last_values, *first_values,
                                           wanted.limit + 1))
        kept = rows[: wanted.limit]
        goes_on = len(rows) > wanted.limit
        before, more = (cursor is not None, goes_on) if rising else (goes_on, True)
        kept = kept if rising else kept[::-1]
        if not kept:
            return Page(())
        return Page(self._in_order([number for _, _, number in kept]),
                    next=Cursor(kept[-1][0], kept[-1][1]) if more else None,
                    prev=Cursor(kept[0][0], kept[0][1], backwards=True) if before else None)

    def speakers_arrived(self, shelf: Shelf, wanted: PageRequest) -> Page[SpeakerRecord]:
        """Quoted speakers, those first who came into the collection last."""
        query = Speaker.select(*COLUMNS.values()).where(
            Speaker.quote_count > 0, Speaker.id.not_in(Objection.select(Objection.speaker)),
            Speaker.kind != "unnamed" if shelf.kind is None else Speaker.kind == shelf.kind)
        query = one_part(query, Speaker.id, Speaker.id, wanted, wanted.cursor.number if wanted.cursor else None)
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.engine.run(query)]
        return page(rows, wanted, "id", self._read)

    def quotes_by(self, speaker_ids: Collection[str]) -> Mapping[str, int]:
        """How many active, asserted quotes speakers have, by their ids."""
        numbers = [number_of("s", one) or 0 for one in speaker_ids]
        query = Speaker.select(Speaker.id, Speaker.quote_count).where(Speaker.id.in_(numbers or [0]))
        return {id_of("s", number): count for number, count in self.engine.run(query)}

    def objectors(self, speaker_ids: Collection[str]) -> frozenset[str]:
        """Those of some speakers who objected to being quoted."""
        numbers = [number_of("s", one) or 0 for one in speaker_ids]
        query = Objection.select(Objection.speaker).where(Objection.speaker.in_(numbers or [0]))
        return frozenset(id_of("s", number) for (number,) in self.engine.run(query))

    def _in_order(self, numbers: Sequence[int]) -> tuple[SpeakerRecord, ...]:
        query = Speaker.select(*COLUMNS.values()).where(Speaker.id.in_(numbers))
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self.engine.run(query)]
        found = {speaker.id: speaker for speaker in self._read(rows)}
        return tuple(found[id_of("s", number)] for number in numbers)


def _range(letter: str) -> tuple[str, str]:
    """Between which words those of a letter lie, the second one no longer among them."""
    return RANGES.get(letter) or (letter, chr(ord(letter) + 1))


def _of_kind(shelf: Shelf) -> tuple[str, tuple[str, ...]]:
    return ("s.kind <> 'unnamed'", ()) if shelf.kind is None else ("s.kind = ?", (shelf.kind,))


def _is_last(suffixes: Sequence[str]) -> tuple[str, list[str]]:
    """Whether a word is the last one of a name, or stands before a suffix that is."""
    slots = ", ".join("?" * len(suffixes))
    tests = ["n.words = w.word", f"n.words LIKE '% ' || w.word AND w.word NOT IN ({slots})"]
    tests += ["n.words LIKE '% ' || w.word || ' ' || ?"] * len(suffixes)
    return f"({' OR '.join(tests)})", [*suffixes, *suffixes]


def _is_first(articles: Sequence[str]) -> tuple[str, list[str]]:
    """Whether a word is the first one of a name, or stands after an article that is."""
    slots = ", ".join("?" * len(articles))
    tests = ["n.words = w.word", f"n.words LIKE w.word || ' %' AND w.word NOT IN ({slots})"]
    tests += ["n.words || ' ' LIKE ? || ' ' || w.word || ' %'"] * len(articles)
    return f"({' OR '.join(tests)})", [*articles, *articles]
