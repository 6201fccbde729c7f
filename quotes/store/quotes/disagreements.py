"""Quotes of different speakers that begin with the same words, by an index of beginnings."""

from __future__ import annotations

from itertools import groupby

from quotes.store.contract.directory import Saying
from quotes.store.store_part import Part
from quotes.store.tables.rows import id_of
from quotes.store.tables.tables import BEGINNING, HAS_BEGINNING
from quotes.store.tables.value_codes import VERDICTS

MOST_ALIKE = 12  # quotes of one group that are looked at
# The groups are told apart in the index alone; of those found, the words are read.
ALIKE = f"""WITH newest AS (SELECT MAX(id) AS number FROM quote WHERE {HAS_BEGINNING}
GROUP BY {BEGINNING} HAVING MIN(speaker_id) <> MAX(speaker_id) ORDER BY MAX(id) DESC LIMIT ?),
begun AS (SELECT number AS newest, {BEGINNING} AS words FROM newest JOIN quote ON quote.id = number)
SELECT begun.newest, quote.id, document_id, speaker_id, speaker.name, text, verdict
FROM begun JOIN quote ON {BEGINNING} = begun.words JOIN speaker ON speaker.id = speaker_id
WHERE {HAS_BEGINNING} AND speaker.kind <> 'unnamed' ORDER BY begun.newest DESC, quote.id DESC"""


class SameWordsPart(Part):
    """The same words of several speakers."""

    def begun_alike(self, most: int) -> tuple[tuple[Saying, ...], ...]:
        """Groups of quotes of different named speakers that begin with the same words, the newest arrivals first."""
        groups = []
        for _, rows in groupby(self.engine.ask(ALIKE, (most,)), lambda row: row[0]):
            found = [Saying(id_of("q", quote), id_of("d", document), id_of("s", speaker), name, text,
                            VERDICTS.words[verdict]) for _, quote, document, speaker, name, text, verdict in rows]
            if len({one.speaker for one in found}) > 1:
                groups.append(tuple(found[:MOST_ALIKE]))
        return tuple(groups)
