"""Speakers looked for by the keys of their names, and how documents describe them; for deciding who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, cast

from peewee import ModelSelect, Node

from quotes.store.contract.linking import Bearer, Seen
from quotes.store.engine.engine import fetch_rows
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.speakers.speakers import COLUMNS, SpeakerPart
from quotes.store.tables.rows import Row, id_of, number_of
from quotes.store.tables.tables import Document, NameWord, Speaker
from quotes.store.tables.tables import SpeakerLink as Link

KEYED_COLUMNS: dict[str, Node] = {"key": NameWord.word, **COLUMNS}
MOST_BEARERS = 40  # of one key
MOST_SEEN = 4  # documents for each speaker
KEYS_AT_ONCE = 1000  # in one statement
AT_ONCE = 200  # speakers in one statement; SQLite joins 500 selects


class LinkingPart(SpeakerPart):
    """Speakers as linking needs them."""

    def bearers_of(self, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """For each key of names the kept speakers who have it, those quoted most first, not more than a few dozen."""
        numbers: dict[str, dict[int, None]] = defaultdict(dict)
        rows: dict[int, Row] = {}
        sought = list(keys)
        for start in range(0, len(sought), KEYS_AT_ONCE):
            some = sought[start : start + KEYS_AT_ONCE]
            for row in fetch_rows(self.engine, KEYED_COLUMNS, _keyed, (len(some),), some):
                if len(numbers[row["key"]]) < MOST_BEARERS:
                    numbers[row["key"]][row["id"]] = None
                    rows[row["id"]] = row
        bearers = {number: Bearer(one, row["quote_count"])
                   for one, (number, row) in zip(self._read(rows.values()), rows.items(), strict=True)}
        return {key: tuple(bearers[number] for number in found) for key, found in numbers.items()}

    def seen_as(self, ids: Collection[str]) -> Mapping[str, tuple[Seen, ...]]:
        """How some of the documents, a few at the most for each speaker, describe kept speakers."""
        numbers = [number for one in list(ids)[:AT_ONCE] if (number := number_of("s", one)) is not None]
        if not numbers:
            return {}
        rows = self.engine.fetch(_seen, (len(numbers),), numbers)
        found: dict[str, list[Seen]] = defaultdict(list)
        for speaker, description, url, publisher in rows:
            found[id_of("s", speaker)].append(Seen(description, url, publisher))
        return {one: tuple(seen) for one, seen in found.items()}


def _keyed(count: int) -> Node:
    """The speakers under so many keys, those quoted most first."""
    query = Speaker.select(*KEYED_COLUMNS.values()).join(NameWord, on=NameWord.speaker == Speaker.id)
    return query.where(NameWord.word.in_(slots(count))).order_by(Speaker.quote_count.desc(), Speaker.id)


def _seen(count: int) -> Node:
    """A few documents for each of so many speakers."""
    several: Any = _few(0)
    for number in range(1, count):
        several = several.union_all(_few(number))
    return cast(Node, several)


def _few(number: int) -> ModelSelect[Link]:
    some = (Link.select(Link.speaker, Link.description, Document.url, Document.publisher)
            .join(Document, on=Document.id == Link.document).where(Link.speaker == slot(number)).limit(MOST_SEEN)
            .alias("some"))
    return Link.select(some.c.speaker_id, some.c.description, some.c.url, some.c.publisher).from_(some)
