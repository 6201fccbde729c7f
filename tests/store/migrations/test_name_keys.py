"""People whom a database has from before there were keys of names are known again in new articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.records.errors import StoreError
from quotes.records.speaker import SpeakerKind
from quotes.store.engine.sqlite import SqliteEngine
from quotes.store.migrations.m0008_name_keys import AT_ONCE
from quotes.store.migrations.runner import CHANGES, migrate
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.table_store import TableStore
from quotes.store.tables.tables import Account, NameWord, Speaker, SpeakerName
from tests.collection.articles import saying, speaker

Old = tuple[str, SpeakerKind, tuple[str, ...]]  # name, kind, and its words as they were folded then
ADA: Old = ("Ada Quill", "person", ("ada", "quill"))
TRUST: Old = ("The Harbour Trust", "organization", ("the", "harbour", "trust"))
PLAIN: Old = ("Łukasz Wrona", "person", ("łukasz", "wrona"))
HANDLE: Old = ("@realAdaQuill", "person", ("realadaquill",))


def old_database(path: Path, *speakers: Old, handle: str | None = None) -> None:
    """A file as the program before wrote it: names with their words alone."""
    path.parent.mkdir(exist_ok=True)
    engine = SqliteEngine(path)
    migrate(engine, NothingDerived(), CHANGES[:7])
    with engine.writing():
        for number, (name, kind, words) in enumerate(speakers, start=1):
            engine.add(Speaker, [{"id": number, "name": name, "kind": kind, "quote_count": 1}])
            engine.add(SpeakerName, [{"id": number, "speaker": number, "name": name, "words": " ".join(words),
                                      "is_full": True}])
            engine.add(NameWord, [{"word": word, "name": number, "speaker": number} for word in words])
        if handle is not None:
            engine.add(Account, [{"platform": "twitter", "handle": handle, "handle_key": handle.lower(), "speaker": 1}])
    engine.close()


def words_of(store: TableStore) -> set[tuple[str, int, int]]:
    return set(store.engine.ask("SELECT word, name_id, speaker_id FROM name_word"))


@pytest.mark.parametrize("old, handle, now, known", [
    (ADA, None, "Ada Quill", True), (ADA, None, "A. Quill", True), (ADA, None, "Quill", True),
    (ADA, None, "Ben Quill", False), (TRUST, None, "Harbour Trust", True), (TRUST, None, "Quarry Trust", False),
    (PLAIN, None, "Lukasz Wrona", True), (HANDLE, "realAdaQuill", "Ada Quill", True),
    (HANDLE, "realAdaQuill", "Ben Quill", False),
])
def test_a_new_article_s_speaker_is_the_old_one(path: Path, old: Old, handle: str | None, now: str, known: bool):
    old_database(path, old, handle=handle)
    store = open_sqlite(path, derivation=DerivedFields())
    keep(store, saying("new", speaker(now, old[1])))
    (link,) = store.document_links("d1")
    assert link.stored == ("s1" if known else "s2")
    store.close()


def test_a_name_has_all_that_it_would_have_if_it_came_today(path: Path, tmp_path: Path):
    old_database(path, ADA, TRUST, PLAIN)
    store = open_sqlite(path, derivation=DerivedFields())
    fresh = open_sqlite(tmp_path / "fresh.db", derivation=DerivedFields())
    for name, kind, _ in (ADA, TRUST, PLAIN):
        keep(fresh, saying(name, speaker(name, kind)))
    assert words_of(store) - {("łukasz", 3, 3)} == words_of(fresh)
    assert store.names("s3") == fresh.names("s3")
    store.close()
    fresh.close()


def test_all_are_filled_in_where_there_are_more_than_are_read_at_once(path: Path):
    many = [(f"Ada Quill{number}", "person", ("ada", f"quill{number}")) for number in range(AT_ONCE + 2)]
    old_database(path, *many)
    store = open_sqlite(path, derivation=DerivedFields())
    assert store.engine.ask("SELECT COUNT(DISTINCT speaker_id) FROM name_word WHERE word LIKE '~%'") == [(AT_ONCE + 2,)]
    store.close()


def test_what_has_its_keys_stays_as_it_is(path: Path):
    store = open_sqlite(path, derivation=DerivedFields())
    keep(store, saying("one", speaker("Ada Quill", aliases=("Quill",))))
    before = words_of(store)
    store.engine.ask("DELETE FROM migration WHERE number = 8")
    store.close()
    store = open_sqlite(path, derivation=DerivedFields())
    assert words_of(store) == before
    store.close()


def test_nobody_passes_over_the_names_of_an_old_database_for_good(path: Path):
    old_database(path, ADA)
    with pytest.raises(StoreError, match="older version"):
        open_sqlite(path)
    store = open_sqlite(path, derivation=DerivedFields())
    assert any(word.startswith("~") for word, _, _ in words_of(store))
    store.close()


def test_names_from_before_a_key_was_made_gain_it(path: Path):
    store = open_sqlite(path, derivation=DerivedFields())
    keep(store, saying("one", speaker("Department of Ferries", "organization")))
    whole = words_of(store)
    store.engine.ask("DELETE FROM name_word WHERE word LIKE '=%'")
    store.engine.ask("DELETE FROM migration WHERE number = 9")
    store.close()
    store = open_sqlite(path, derivation=DerivedFields())
    assert words_of(store) == whole
    store.close()
