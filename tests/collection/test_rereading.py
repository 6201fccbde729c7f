"""Kept documents read anew: nothing that people decided changes, nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quotes.collection.ingestion import keep
from quotes.collection.linking.link_continuity import relinked
from quotes.collection.rereading import Reread, beside_decided, documents_to_read, reread, same_place
from quotes.records.document import Document, Warned
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.store.contract.store import PageRequest, Store
from quotes.store.tables.value_codes import STATUSES, VERDICTS
from tests.collection.articles import quote, reading, speaker

A = "https://example.org/a"
TEXT = "one two three four five six seven eight nine ten"
ADA, BEN = speaker("Ada Quill"), speaker("Ben Harrow", id="s2")
OFFICIALS = speaker("officials", "unnamed")
OLD, NEW = "quotes 1, model 1", "quotes 1, model 2"


def at(words: str, id: str = "q1", by=ADA, **more: object) -> Quote:
    """The quote of these words of the text."""
    start = TEXT.index(words)
    return replace(quote(words, id, by=by), start=start, end=start + len(words), **more)


def found(*quotes: Quote, speakers=(ADA, BEN), engine: str = NEW, warnings=()) -> Callable[[Document], Reading]:
    """A reader that finds these quotes in whatever it reads."""
    return lambda document: Reading(replace(document, engine=engine, warnings=()), quotes, speakers, warnings)


def kept(store: Store, *quotes: Quote, speakers=(ADA, BEN), url: str = A) -> None:
    keep(store, found(*quotes, speakers=speakers, engine=OLD)(Document(TEXT, url=url)))


CODES = {"verdict": VERDICTS, "status": STATUSES}


def decide(store: Store, number: int, **columns: object) -> None:
    """What a person decided about a quote, written past the store, which has no way to decide yet."""
    with store.writing():
        for column, value in columns.items():
            code = CODES[column].numbers[value] if column in CODES else value
            store.engine.ask(f"UPDATE quote SET {column} = ? WHERE id = ?", [code, number])


def in_store(store: Store) -> list[tuple[str, str | None, str]]:
    return sorted((one.id, one.text, one.status) for one in store.document_quotes("d1", None))


# What is kept, what is found then, and what there is afterwards: words by id, those withdrawn in brackets.
READINGS = [
    (["one two", "five"], ["one two", "five"], {"q1": "one two", "q2": "five"}, (2, 0, 0)),
    (["one two", "five"], ["five", "one two"], {"q1": "one two", "q2": "five"}, (2, 0, 0)),
    (["one two"], ["one two", "five"], {"q1": "one two", "q2": "five"}, (1, 1, 0)),
    (["one two", "five"], ["five"], {"q1": "[one two]", "q2": "five"}, (1, 0, 1)),
    (["one two"], ["one two three"], {"q1": "[one two]", "q2": "one two three"}, (0, 1, 1)),
    (["one two"], [], {"q1": "[one two]"}, (0, 0, 1)),
    ([], ["five"], {"q1": "five"}, (0, 1, 0)),
    ([], [], {}, (0, 0, 0)),
]


@pytest.mark.parametrize("before, after, expected, counted", READINGS)
def test_quotes_with_the_same_words_at_the_same_place_keep_their_ids(
    store: Store, before: list[str], after: list[str], expected: dict[str, str], counted: tuple[int, int, int],
):
    kept(store, *(at(words, f"q{n}") for n, words in enumerate(before, 1)))
    done = reread(store, "d1", found(*(at(words, f"q{n}") for n, words in enumerate(after, 1))))
    assert done == Reread("d1", "reread", *counted)
    there = {one: words if status == "active" else f"[{words}]" for one, words, status in in_store(store)}
    assert there == expected
    assert replace(store.document("d1"), added_at=None) == Document(TEXT, id="d1", url=A, engine=NEW)


FIRST, SECOND = PostDetails("twitter", post_id="1"), PostDetails("twitter", post_id="2")
SAME = [
    (at("one", "q7"), at("one"), True),
    (at("one", "q7"), at("one", kind="mixed", by=BEN), True),
    (at("one", "q7", status="withdrawn"), at("one"), True),
    (at("one", "q7"), at("one two"), False),
    (at("one", "q7"), replace(at("one"), start=9, end=12), False),
    (at("one", "q7"), at("one", post=PostDetails("twitter")), False),
    (at("one", "q7", post=PostDetails("twitter")), at("one", post=PostDetails("twitter", "ada")), True),
    (at("one", "q7", post=FIRST), at("two", post=FIRST), True),
    (at("one", "q7", post=FIRST), at("two", post=SECOND), False),
    (at("one", "q7", post=PostDetails("twitter")), at("two", post=PostDetails("twitter")), False),
]


@pytest.mark.parametrize("before, after, same", SAME)
def test_which_quote_is_a_kept_one(before: Quote, after: Quote, same: bool):
    assert same_place([before], [after]) == ({"q1": "q7"} if same else {})


def test_an_active_quote_goes_before_a_withdrawn_one():
    both = [at("one", "q7", status="withdrawn"), at("one", "q8")]
    assert same_place(both, [at("one")]) == {"q1": "q8"}
    assert same_place(both, [at("one"), at("one", "q2")]) == {"q1": "q8", "q2": "q7"}


def test_a_machine_never_overwrites_what_a_person_decided(store: Store):
    kept(store, at("one"), at("three", "q2"), at("five", "q3"), at("seven", "q4"))
    decide(store, 1, speaker_id=2, mention="Harrow", verdict="corrected", confidence=1.0, confirmed_by="desk")
    decide(store, 2, status="not_a_quote", confirmed_by="desk")
    decide(store, 3, verdict="certain", confidence=1.0, confirmed_by="desk")
    decide(store, 4, verdict="corrected", speaker_id=None, mention=None, confirmed_by="desk")
    reread(store, "d1", found(*(at(words, f"q{n}", verdict="unsure", confidence=0.2)
                                for n, words in enumerate(("one", "three", "five", "seven"), 1))))
    assert [(one.speaker and one.speaker.name, one.verdict, one.confidence, one.status)
            for one in store.document_quotes("d1", None)] == [
        ("Ben Harrow", "corrected", 1.0, "active"), ("Ada Quill", "certain", 0.9, "not_a_quote"),
        ("Ada Quill", "certain", 1.0, "active"), (None, "corrected", 0.9, "active")]


DECISIONS = [{"verdict": "corrected", "speaker_id": 2, "confirmed_by": "desk"}, {"confirmed_by": "desk"},
             {"status": "not_a_quote", "confirmed_by": "desk"}]


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("after", [[], ["five"], ["one two three"], ["two"]])
def test_what_a_person_decided_stays_where_it_is_not_found_again(store: Store, decision: dict, after: list[str]):
    kept(store, at("one two"), speakers=(ADA, BEN))
    decide(store, 1, **decision)
    before = store.quote("q1")
    reread(store, "d1", found(*(at(words, f"q{n}", by=None) for n, words in enumerate(after, 1)), speakers=()))
    assert store.quote("q1") == replace(before, document=replace(before.document, engine=NEW))
    others = [words for one, words, _ in in_store(store) if one != "q1"]
    assert others == [words for words in after if words != "one two three"], "the same stretch is not there twice"
    assert before.speaker.name in [one.name for one in store.document_speakers("d1")]


def test_quotes_tied_to_one_that_stays_out_are_untied():
    standing = at("one two", "q9", confirmed_by="desk")
    new = [at("one two three"), at("two", "q2", parent="q1", by=BEN), at("five", "q3", continues="q2", by=None)]
    left = beside_decided(Reading(Document(TEXT), tuple(new), (ADA, BEN)), [standing], {})
    assert left.quotes == (replace(new[1], parent=None), new[2])
    assert left.speakers == (BEN,)


@pytest.mark.parametrize("standing", [
    at("one two", "q9"), at("one two", "q9", confirmed_by="desk", status="withdrawn"),
    replace(at("one two", "q9", confirmed_by="desk"), text="words of an older text"),
])
def test_only_decisions_about_this_text_keep_others_out(standing: Quote):
    one = Reading(Document(TEXT), (at("one two three"),), (ADA,))
    assert beside_decided(one, [standing], {}) is one


def test_a_quote_that_was_not_found_comes_back_as_itself(store: Store):
    kept(store, at("one"), at("five", "q2"))
    reread(store, "d1", found(at("five")))
    assert reread(store, "d1", found(at("one"), at("five", "q2"))) == Reread("d1", "reread", 1, 1, 0)
    assert in_store(store) == [("q1", "one", "active"), ("q2", "five", "active")]


def test_speakers_known_in_one_document_alone_stay_who_they_are(store: Store):
    for url in (A, "https://example.org/b"):
        kept(store, at("one", by=OFFICIALS), speakers=(OFFICIALS,), url=url)
    for document, who in (("d1", "s1"), ("d2", "s2")):
        reread(store, document, found(at("one", by=OFFICIALS), speakers=(OFFICIALS,)))
        assert [one.id for one in store.document_speakers(document)] == [who]
    assert store.engine.ask("SELECT id, quote_count FROM speaker") == [(1, 1), (2, 1)]


def test_a_link_that_was_there_holds_against_a_fresh_look(store: Store):
    for url in (A, "https://example.org/b"):
        kept(store, at("one"), speakers=(ADA,), url=url)
    with store.writing():  # a person parted the two
        store.engine.ask("INSERT INTO speaker (id, name, kind, quote_count) VALUES (9, 'Ada Quill', 'person', 1)")
        store.engine.ask("UPDATE speaker_link SET speaker_id = 9, how = 'parted by the desk' WHERE document_id = 2")
        store.engine.ask("UPDATE quote SET speaker_id = 9 WHERE document_id = 2")
    links = relinked(store, "d2", Reading(Document(TEXT), (at("one"),), (ADA,)))
    assert [(link.stored, link.how, link.speaker) for link in links] == [("s9", "parted by the desk", ADA)]
    assert [link.stored for link in relinked(store, "d1", Reading(Document(TEXT), (), (ADA, BEN)))] == ["s1", None]


def test_speakers_who_say_nothing_any_more_are_no_longer_the_documents(store: Store):
    kept(store, at("one"), at("five", "q2"))
    reread(store, "d1", found(at("one", by=BEN), at("five", "q2", by=BEN), speakers=(BEN,)))
    assert [one.name for one in store.document_speakers("d1")] == ["Ben Harrow"]
    assert store.engine.ask("SELECT name, quote_count FROM speaker ORDER BY id") == [
        ("Ada Quill", 0), ("Ben Harrow", 2)]


def test_the_text_is_not_kept_again_and_warnings_are_the_new_ones(store: Store):
    old, new = Warned("no_quotations", "There are none."), Warned("unclosed", "This is never closed.", 0, 3)
    keep(store, found(engine=OLD, speakers=(), warnings=(old,))(Document(TEXT, url=A)))
    for _ in range(3):
        reread(store, "d1", found(at("one"), warnings=(new,)))
    assert store.engine.ask("SELECT revision, text FROM body") == [(1, TEXT)]
    assert store.document("d1").warnings == (new,)


def test_ties_and_posts_are_written_anew(store: Store):
    details = PostDetails("twitter", "ada", post_id="1")
    kept(store, at("one two"), at("five", "q2", post=details))
    reread(store, "d1", found(at("one two"), at("one", "q2", parent="q1"), at("six", "q3", continues="q1"),
                              at("five", "q4", post=replace(details, author_name="Ada Quill"))))
    assert [(one.id, one.text, one.parent, one.continues, one.post and one.post.author_name)
            for one in store.document_quotes("d1")] == [
        ("q1", "one two", None, None, None), ("q3", "one", "q1", None, None), ("q2", "five", None, None, "Ada Quill"),
        ("q4", "six", None, "q1", None)]


def test_a_document_that_changes_while_it_is_read_is_left_alone(store: Store):
    kept(store, at("one"))

    def read(document: Document) -> Reading:
        keep(store, reading("quite other words", quote("other", by=ADA), url=A, speakers=(ADA,)))
        return found(at("five"))(document)

    assert reread(store, "d1", read) == Reread("d1", "changed")
    assert [one.text for one in store.document_quotes("d1")] == ["other"]
    assert reread(store, "d77", found(at("five"))) == Reread("d77", "changed")


def test_only_documents_of_another_engine_are_to_be_read(store: Store):
    for number in range(205):
        kept(store, at("one"), url=f"https://example.org/{number}")
    for number in (1, 103, 205):
        reread(store, f"d{number}", found(at("one")))
    todo = dict(documents_to_read(store, NEW))
    assert len(todo) == 205
    assert [one for one, wanted in todo.items() if not wanted] == ["d205", "d103", "d1"]
    assert all(dict(documents_to_read(store, NEW, every=True)).values())


def test_an_interrupted_run_goes_on_where_it_stopped(store: Store):
    for number in range(6):
        kept(store, at("one"), url=f"https://example.org/{number}")

    def read(document: Document) -> Reading:
        if document.id == "d3":
            raise KeyboardInterrupt
        return found(at("one"), at("five", "q2"))(document)

    with pytest.raises(KeyboardInterrupt):
        for one, _ in documents_to_read(store, NEW):
            reread(store, one, read)
    assert {one for one, wanted in documents_to_read(store, NEW) if wanted} == {"d1", "d2", "d3"}
    for one, wanted in documents_to_read(store, NEW):
        if wanted:
            reread(store, one, found(at("one"), at("five", "q2")))
    assert all(len(store.document_quotes(one.id)) == 2 for one in store.documents(PageRequest()).items)
