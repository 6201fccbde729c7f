"""A takedown leaves no word behind, in no table, index, log or decision; what is counted is what was there."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.collection.decisions.merges import Part, merge, split
from quotes.collection.decisions.quote_decisions import confirm, correct
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.takedown.takedown import take_down
from quotes.records.document import Block, Document
from quotes.records.errors import Conflict, NotFound, TakenDown
from quotes.records.evidence import Clue, Via
from quotes.records.post import Account, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import PageRequest, QuoteFilter, SpeakerFilter, Store
from tests.collection.articles import quote, reading, saying, speaker
from tests.collection.decisions.test_quote_decisions import DESK, counts

URL = "https://gazette.example/sea-wall-zweigstelle"
# Words that stand nowhere else, so that they can be looked for in the bytes of the file.
WORDS = ("quibblesome", "flummoxery", "gallivants", "whortleberry", "zweigstelle", "bumfuzzled", "kerfuffle",
         "snollygoster", "widdershins", "taradiddle")
ADA = Speaker("s1", "Ada Quill", "person")
SOURCE = Speaker("s2", "a snollygoster close to the board", "unnamed", "who asked for widdershins",
                 accounts=(Account("twitter", "taradiddle"),))


def article(text: str, by: Speaker = SOURCE) -> Reading:
    """A reading with one of the words in every field that holds words of the article's."""
    start = text.index("quibblesome")
    who = QuotedSpeaker(by.id, by.name, by.kind, by.description, "snollygoster", 0, 5)
    said = Quote("q1", "direct", text[start:], start, len(text), "likely", 0.5, speaker=who,
                 via=Via("Kerfuffle News", 0, 3), clues=(Clue("beside", "“bumfuzzled” stands there.", 1.0, 0, 3),))
    posted = Quote("q2", "post", "whortleberry pie", 0, 16, "likely", 0.5, speaker=who, post=PostDetails(
        "twitter", "taradiddle", "Taradiddle", "1", "https://twitter.com/taradiddle/1"))
    document = Document(text, title="A kerfuffle", url=URL, publisher="Shore Gazette", byline="Widdershins",
                        blocks=(Block("paragraph", 0, len(text)),))
    return Reading(document, (said, posted), (ADA, by))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quotes.db"


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with articles around one that was revised and decided about (d2)."""
    keep(store, saying("Before it", ADA, "https://one.example/"))
    keep(store, article("A gallivants, then quibblesome flummoxery. " * 300))
    keep(store, article("Revised, with quibblesome flummoxery and whortleberry. " * 300))
    for number in range(3, 9):
        keep(store, saying(f"After it {number} " * 200, ADA, f"https://{number}.example/"))
    return store


def found(path: Path) -> list[str]:
    """Which of the words stand in the database's files, in any case."""
    parts = [part.read_bytes().lower() for part in path.parent.glob("quotes.db*")]
    return [word for word in WORDS if any(word.encode() in part for part in parts)]


def test_no_word_of_it_is_left_in_the_files(kept: Store, path: Path):
    correct(kept, "q2", "s1", replace(DESK, note="The board says taradiddle."))
    undo(kept, "c1", DESK)
    confirm(kept, "q3", DESK)
    assert found(path) == list(WORDS)
    removal = take_down(kept, "d2", DESK)
    assert removal.purged
    assert found(path) == []
    for index in ("quote_words", "document_words"):
        kept.engine.ask(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    assert kept.engine.ask("PRAGMA integrity_check") == [("ok",)] and kept.engine.ask("PRAGMA foreign_key_check") == []


def test_every_connection_overwrites_what_it_deletes(store: Store):
    answers = [store.engine.ask("PRAGMA secure_delete")]

    def ask() -> None:
        answers.append(store.engine.ask("PRAGMA secure_delete"))
        store.close()

    other = threading.Thread(target=ask)
    other.start()
    other.join()
    assert answers == [[(1,)], [(1,)]]


def test_it_says_what_it_removed(kept: Store):
    made = take_down(kept, "d2", replace(DESK, note="court order 12")).decision
    lengths = [len(text) for text in ("A gallivants, then quibblesome flummoxery. " * 300,
                                      "Revised, with quibblesome flummoxery and whortleberry. " * 300)]
    assert made.after == {"revisions": 2, "characters": sum(lengths), "quotes": 3, "posts": 1, "speakers": 1}
    assert (made.about, made.before, made.note, made.made_by) == (("d2",), {}, "court order 12", "city desk")
    assert kept.decisions_about("d2") == (made,)


def test_nothing_of_it_is_shown_and_all_else_is(kept: Store):
    take_down(kept, "d2", DESK)
    assert kept.document("d2") is None and kept.quote("q2") is None and kept.document_quotes("d2", None) == ()
    assert kept.quotes(QuoteFilter(words=("quibblesome",), status=None), PageRequest()).items == ()
    assert len(kept.quotes(QuoteFilter(), PageRequest()).items) == 7
    assert [one.name for one in kept.speakers(SpeakerFilter(), PageRequest()).items] == ["Ada Quill"]
    assert counts(kept) == {"s1": 7}
    with pytest.raises(NotFound):
        take_down(kept, "d2", DESK)


def test_a_speaker_whom_a_person_decided_about_stays(kept: Store):
    merge(kept, "s2", "s1", DESK)
    take_down(kept, "d2", DESK)
    assert kept.speaker("s2").id == "s1"


def test_decisions_stay_on_record_without_words(kept: Store):
    confirm(kept, "q2", replace(DESK, note="taradiddle"))
    take_down(kept, "d2", DESK)
    made = kept.decision("c1")
    assert (made.action, made.made_by, made.about) == ("confirm", "city desk", ("q2",))
    assert made.before == made.after == made.state == {} and made.note is None
    with pytest.raises(Conflict, match="q2 was deleted since"):
        undo(kept, "c1", DESK)


def test_a_split_over_several_articles_is_undone_for_the_others(kept: Store):
    correct(kept, "q2", "s1", DESK)
    made = split(kept, "s1", Part(quotes=["q1", "q2"]), DESK)
    take_down(kept, "d2", DESK)
    undo(kept, made.id, DESK)
    assert kept.quote("q1").speaker.id == "s1"


AGAIN = [
    (article("Revised, with quibblesome flummoxery and whortleberry. " * 300), "the same again"),
    (article("A gallivants, then quibblesome flummoxery. " * 300), "as it was before"),
    (article("Another text, quibblesome too"), "another text at its address"),
    (reading("A gallivants, then quibblesome flummoxery. " * 300, url="https://other.example/copy"), "elsewhere"),
    (reading("A gallivants, then quibblesome flummoxery. " * 300), "without an address"),
    (Reading(Document("x quibblesome", url=f"{URL}?utm_source=mail#top")), "tracked"),
]


@pytest.mark.parametrize("reading", [one for one, _ in AGAIN], ids=[name for _, name in AGAIN])
def test_no_ingest_brings_it_back(kept: Store, reading: Reading):
    take_down(kept, "d2", DESK)
    with pytest.raises(TakenDown, match=r"taken down on 2026-01-02 by city desk.*Undo c1 to allow it"):
        keep(kept, reading)
    assert len(kept.documents(PageRequest(50)).items) == 7


def test_other_articles_come_in(kept: Store):
    take_down(kept, "d2", DESK)
    assert keep(kept, reading("Something else", url=f"{URL}/2")).outcome == "new"
    assert keep(kept, reading("Something else")).outcome == "new"
    assert keep(kept, saying("Before it", ADA, "https://one.example/")).outcome == "same"


def test_whoever_wants_it_all_the_same_says_so(kept: Store):
    again = AGAIN[0][0]
    take_down(kept, "d2", DESK)
    undo(kept, "c1", DESK)
    assert kept.document("d2") is None
    assert keep(kept, again).document.id == "d9"
    take_down(kept, "d9", DESK)
    assert keep(kept, again, DESK).document.id == "d10"
    assert [one.action for one in kept.decisions_about("d9")] == ["undo", "takedown"]


def test_what_was_taken_down_twice_is_allowed_twice(kept: Store):
    text = "Something else"
    for url in ("https://a.example/", "https://b.example/"):
        take_down(kept, keep(kept, reading(text, url=url), DESK if url.startswith("https://b") else None).document.id,
                  DESK)
    with pytest.raises(TakenDown):
        keep(kept, reading(text))


def test_while_somebody_reads_the_log_is_left_to_the_next_one(kept: Store, path: Path):
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM body").fetchall()
    try:
        kept.engine._busy_ms = 1
        kept.engine.ask("PRAGMA busy_timeout = 1")
        assert not take_down(kept, "d2", DESK).purged
    finally:
        reader.close()
    assert take_down(kept, "d3", DESK).purged
    assert found(path) == []


def test_a_failure_in_the_middle_takes_nothing_down(kept: Store):
    kept.engine.ask("CREATE TRIGGER stop BEFORE INSERT ON taken_down BEGIN SELECT RAISE(ABORT, 'stop'); END")
    with pytest.raises(Exception, match="stop"):
        take_down(kept, "d2", DESK)
    assert len(kept.document_quotes("d2")) == 2
    assert kept.decisions_about("d2") == ()


def test_a_post_of_the_article_alone_takes_its_account_along(store: Store):
    watch = speaker("Harbour Watch", "organization", "harbour_watch")
    post = PostDetails("twitter", "harbour_watch")
    keep(store, reading("High water", quote("High water", by=watch, post=post), url=URL, speakers=(watch,)))
    take_down(store, "d1", DESK)
    assert store.account_owner("twitter", "harbour_watch") is None
