"""What a question's words are in this store: names, handles, outlets, words of quotes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from peewee import ModelSelect, Node, fn

from quotes.records.errors import OutOfTime
from quotes.records.search_question import AskedOutlet
from quotes.store.contract.linking import Bearer
from quotes.store.contract.search import Run
from quotes.store.engine.engine import fetch_rows
from quotes.store.engine.fts5 import plain, spelt
from quotes.store.engine.prepared_statements import slot, slots
from quotes.store.quotes.filters import posted_by
from quotes.store.speakers.speakers import COLUMNS, SpeakerPart, rarest_first
from quotes.store.speakers.speakers import bearers as bearing
from quotes.store.tables.decisions import Objection
from quotes.store.tables.rows import Row, handle_key
from quotes.store.tables.tables import Account, NameWord, Post, Quote, Speaker

LAST = "\U0010ffff"  # behind every word that begins so
PATIENCE = 0.15  # seconds for what is only offered
OWNERS: dict[str, Node] = {"handle_key": Account.handle_key, **COLUMNS}
NAMED = "SELECT DISTINCT word FROM name_word WHERE word IN ({})"
SAID = "SELECT ? WHERE EXISTS (SELECT 1 FROM quote_words WHERE quote_words MATCH ?)"
OUTLETS = """SELECT n.key, o.key, o.name, o.printed, (SELECT COUNT(*) FROM quote q WHERE q.outlet_id = o.id) AS quotes
FROM outlet_name n JOIN outlet o ON o.id = n.outlet_id WHERE {}"""
# Few of them are counted, those first that begin so; what is a part of very many names tells nothing.
HAVING_PART = """n.key IN (SELECT key FROM outlet_name WHERE instr(key, ?) > 0 ORDER BY instr(key, ?) LIMIT 60)"""
LIKE = """SELECT n.word, MAX(s.quote_count) FROM name_word n JOIN speaker s ON s.id = n.speaker_id
WHERE s.kind IN ('person', 'organization') AND ({}) GROUP BY n.word LIMIT ?"""
OF_KEYS = "n.name_id IN (SELECT k.name_id FROM name_word k WHERE k.word IN ({}))"
KEY_SIGNS = ("~", "@")  # with which keys of names begin, and no word does


class SearchWordPart(SpeakerPart):
    """What words mean."""

    def name_words_among(self, words: Collection[str]) -> frozenset[str]:
        """Those of some folded words that are words of names."""
        some = [*dict.fromkeys(words)]
        return frozenset(word for (word,) in self.engine.ask(NAMED.format(_marks(some)), some)) if some else frozenset()

    def said_words_among(self, words: Collection[str]) -> frozenset[str]:
        """Those of some words that a kept quote has in its text."""
        some = [word for word in dict.fromkeys(words) if plain((word,))]
        if not some:
            return frozenset()
        values = [value for word in some for value in (word, spelt(plain((word,))))]
        return frozenset(word for (word,) in self.engine.ask(" UNION ALL ".join([SAID] * len(some)), values))

    def bearers_named(self, runs: Sequence[Run], limit: int) -> Mapping[Run, tuple[Bearer, ...]]:
        """For each run of folded words the speakers of whom one name has them all, those quoted most first."""
        rows: dict[Run, list[Row]] = {}
        for run in runs:
            words = rarest_first(run)
            rows[run] = fetch_rows(self.engine, COLUMNS, _named, (len(words),), [*words, limit])
        every = list({row["id"]: row for found in rows.values() for row in found}.values())
        bearers = {row["id"]: bearer for row, bearer in zip(every, self._bearers_of_rows(every), strict=True)}
        return {run: tuple(bearers[row["id"]] for row in found) for run, found in rows.items() if found}

    def bearers_of_handles(self, handles: Collection[str]) -> Mapping[str, Bearer]:
        """Whose accounts some handles are, on any platform; those that belong to nobody are left out."""
        keys = {handle_key(handle): handle for handle in handles}
        if not keys:
            return {}
        rows = fetch_rows(self.engine, OWNERS, _owners, (len(keys),), list(keys))
        found = zip(rows, self._bearers_of_rows(rows), strict=True)
        return {keys[row["handle_key"]]: bearer for row, bearer in reversed([*found])}

    def handles_of_others(self, handles: Collection[str]) -> frozenset[str]:
        """Those of some handles from which there are posts that are not linked to whoever owns the account."""
        return frozenset(handle for handle in handles if self.engine.fetch(_of_others, (), (handle,)))

    def outlets_called(self, keys: Collection[str], cores: Collection[str] = ()) -> Mapping[str, AskedOutlet]:
        """The outlets with these keys of names, or whose domain is one of `cores` and an ending; by these."""
        said, whole = [*dict.fromkeys(keys)], [*dict.fromkeys(cores)]
        if not said:
            return {}
        begins = " OR (n.key >= ? AND n.key < ?)" * len(whole)
        values = [*said, *(bound for core in whole for bound in (f"{core}.", f"{core}/"))]
        rows = self.engine.ask(OUTLETS.format(f"n.key IN ({_marks(said)}){begins}") + " ORDER BY quotes", values)
        found = {core: AskedOutlet(*outlet) for name, *outlet in rows for core in whole if name.startswith(f"{core}.")}
        return found | {name: AskedOutlet(*outlet) for name, *outlet in rows if name in said}

    def outlets_with(self, part: str, limit: int) -> tuple[AskedOutlet, ...]:
        """Outlets of which a name's key has this part, those with the most quotes first."""
        if not part:
            return ()
        try:
            with self.engine.limited(PATIENCE):
                rows = self.engine.ask(OUTLETS.format(HAVING_PART) + " ORDER BY quotes DESC, o.id", [part, part])
        except OutOfTime:
            return ()
        found = dict.fromkeys(AskedOutlet(*outlet) for _, *outlet in rows)
        return tuple(found)[:limit]

    def words_like(self, beginnings: Collection[str], keys: Collection[str], limit: int) -> Mapping[str, int]:
        """Words of names that begin so, or whose names have one of these keys, with the quotes of their most quoted."""
        ways = ["(n.word >= ? AND n.word < ?)"] * len(beginnings)
        values: list[Any] = [bound for one in beginnings for bound in (one, one + LAST)]
        if keys:
            ways.append(OF_KEYS.format(_marks(keys)))
            values += keys
        if not ways:
            return {}
        try:
            with self.engine.limited(PATIENCE):
                rows = self.engine.ask(LIKE.format(" OR ".join(ways)), [*values, limit])
        except OutOfTime:
            return {}  # better no suggestion than a late answer
        return {word: quotes for word, quotes in rows if not word.startswith(KEY_SIGNS)}

    def speakers_beginning(self, words: Run, limit: int) -> tuple[Bearer, ...]:
        """Speakers of whom one name has all these folded words, the last one as a beginning; the most quoted first."""
        *whole, last = words
        try:
            with self.engine.limited(PATIENCE):
                rows = fetch_rows(self.engine, COLUMNS, _beginning, (len(whole),), [last, last + LAST, *whole, limit])
        except OutOfTime:
            return ()
        return self._bearers_of_rows(rows)

    def _bearers_of_rows(self, rows: Sequence[Row]) -> tuple[Bearer, ...]:
        return tuple(Bearer(speaker, row["quote_count"]) for row, speaker in zip(rows, self._read(rows), strict=True))


def _marks(values: Collection[Any]) -> str:
    """As many question marks."""
    return ", ".join("?" * len(values))


def _named(words: int) -> ModelSelect[Speaker]:
    query = Speaker.select(*COLUMNS.values()).where(Speaker.id.in_(bearing(slots(words))))
    return _shown(query).limit(slot(words))


def _beginning(whole: int) -> ModelSelect[Speaker]:
    found = NameWord.select(NameWord.speaker).where(NameWord.word >= slot(0), NameWord.word < slot(1))
    for number in range(whole):
        other = NameWord.alias(f"word_{number}")
        found = found.where(NameWord.name.in_(other.select(other.name).where(other.word == slot(2 + number))))
    query = Speaker.select(*COLUMNS.values()).where(Speaker.id.in_(found), Speaker.kind != "unnamed")
    return _shown(query).limit(slot(2 + whole))


def _shown(query: ModelSelect[Speaker]) -> ModelSelect[Speaker]:
    """The speakers of a query without those who objected, the most quoted first."""
    return (query.where(Speaker.id.not_in(Objection.select(Objection.speaker)))
            .order_by(Speaker.quote_count.desc(), Speaker.id))


def _of_others() -> Node:
    is_own = (Account.platform == Post.platform) & (Account.handle_key == fn.LOWER(Post.handle))
    own = Account.select(Account.speaker).where(is_own, Account.speaker == Quote.speaker)
    return Post.select(Post.quote).join(Quote).where(posted_by(slot(0)), ~fn.EXISTS(own)).limit(1)


def _owners(handles: int) -> ModelSelect[Speaker]:
    other = Account.alias("other")
    platforms = other.select(other.platform).distinct()  # the index of accounts begins with them
    return _shown(Speaker.select(*OWNERS.values()).join(Account).where(
        Account.platform.in_(platforms), Account.handle_key.in_(slots(handles))))
