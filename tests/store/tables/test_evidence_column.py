"""What is only shown of a quote is kept in few bytes and comes back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.collection.derived_fields import DerivedFields
from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.evidence import Antecedent, Clue, Cue, Stance, Via
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker
from quotes.store.store_opener import NothingDerived, open_sqlite
from quotes.store.tables.evidence_column import pack, unpack, without_clues

SAID = QuotedSpeaker("s1", "Ada Quill", "person", None, "Quill", 40, 45)
RETELLING = DerivedFields()
TEXT = """HARBOUR BATHS REOPEN

“Nine degrees is enough,” said Ada Quill, a swimmer. Her neighbour Tobias Renn called it “cold”.

“We waited for this,” Renn told the Port Ellery Courier, “and it was worth it.”
"""


def a_quote(**parts: object) -> Quote:
    return replace(Quote("q1", "direct", "Words", 1, 6, "likely", 0.7, speaker=SAID), **parts)


def back(quote: Quote, derivation=RETELLING):
    """A quote's evidence, packed and read again, beside what it was."""
    who, other, stance = quote.speaker, quote.runner_up, quote.stance
    mention = (who.mention, who.start, who.end) if who else (None, None, None)
    return (unpack(pack(quote, derivation), mention, other and other.id, derivation),
            (quote.clues, quote.cue, quote.via, quote.runner_up, (stance.text, stance.start, stance.end),
             who and who.antecedent))


CUE = Cue("said", 34, 38)
CASES = [
    a_quote(),
    a_quote(cue=CUE),
    a_quote(cue=Cue("said", 34, 40)),
    a_quote(via=Via("CNN")),
    a_quote(via=Via("CNN", 3, 6)),
    a_quote(via=Via("CNN", 3, 9)),
    a_quote(speaker=None, clues=(Clue("odd", "Because.", 0.1234, 2, 3),)),
    a_quote(clues=(Clue("gap", "Because.", 1.5, 40, 45, ("b", "0")),)),
    a_quote(clues=(Clue("new one", "Because.", -2.0, 34, 38, ("",)), Clue("gap", "So.", 0.0, 1, 2, ("a b", "c"))),
            cue=CUE),
    a_quote(runner_up=QuotedSpeaker("s7", "Ben Moss", "person", "a clerk", "Moss", 5, 9)),
    a_quote(runner_up=QuotedSpeaker(None, "Ben Moss", "group", None, "Ben Moss", 5, 13)),
    a_quote(runner_up=QuotedSpeaker(None, "Ben Moss", "unnamed", None, None, None, None)),
    a_quote(runner_up=QuotedSpeaker(None, "Ben Moss", "person", "x", "he", 5, 99)),
    a_quote(stance=Stance("denied", "never said", 12, 22)),
    a_quote(speaker=replace(SAID, antecedent=Antecedent("Ada Quill", 2, 11, 3))),
    a_quote(cue=CUE, speaker=replace(SAID, antecedent=Antecedent("Ada  Quill", 2, 40, -1))),
    a_quote(cue=CUE, stance=Stance("alleged", "allegedly  said", 12, 40)),
]


@pytest.mark.parametrize("quote", CASES, ids=range(len(CASES)))
@pytest.mark.parametrize("derivation", [RETELLING, NothingDerived()], ids=["remade", "kept"])
def test_evidence_comes_back_as_it_was(quote: Quote, derivation):
    found, expected = back(quote, derivation)
    assert found == expected


def test_no_evidence_takes_no_bytes():
    assert pack(a_quote(), RETELLING) is None


@given(st.text(), st.lists(st.text(max_size=4), max_size=3), st.floats(allow_nan=False, allow_infinity=False, width=32),
       st.integers(0, 50), st.integers(0, 50))
def test_any_clue_comes_back(says: str, facts: list[str], weight: float, start: int, end: int):
    found, expected = back(a_quote(clues=(Clue("gap", says, weight, start, end, tuple(facts)),), cue=CUE))
    assert found == expected


def test_clues_for_a_mention_that_a_person_took_out_are_not_shown():
    quote = a_quote(clues=(Clue("gap", "At the name.", 1.0, 40, 45), Clue("gap", "Elsewhere.", 1.0, 2, 3)))
    clues, *_ = unpack(pack(quote, RETELLING), ("Moss", None, None), None, RETELLING)
    assert [clue.says for clue in clues] == ["Elsewhere."]


def test_taking_clues_out_leaves_the_rest():
    quote = a_quote(clues=(Clue("gap", "So.", 1.0, 40, 45),), cue=CUE, via=Via("CNN", 3, 6),
                    speaker=replace(SAID, antecedent=Antecedent("Ada Quill", 2, 11, 1)))
    assert unpack(without_clues(pack(quote, RETELLING)), (None, None, None), None, RETELLING) == (
        (), CUE, quote.via, None, (None, None, None), None)
    bare = replace(quote, cue=None, via=None, speaker=SAID)
    assert without_clues(pack(bare, RETELLING)) is without_clues(None) is None


@pytest.fixture
def compact(path: Path):
    """A store that leaves out what can be made again."""
    opened = open_sqlite(path, derivation=RETELLING)
    yield opened
    opened.close()


@pytest.mark.parametrize("url", [None, "https://example.org/baths", "https://example.org/baths#top"])
def test_what_was_read_comes_back_word_for_word_and_is_not_kept(compact, url: str | None):
    reading = read_document(Article(text=TEXT, url=url))
    assert sum(len(quote.clues) for quote in reading.quotes) > 5
    keep(compact, reading)
    kept = compact.document_quotes("d1")
    assert [(one.clues, one.cue, one.via, one.runner_up and one.runner_up.name, one.link, one.speaker.description)
            for one in kept] == [
        (one.clues, one.cue, one.via, one.runner_up and one.runner_up.name, one.link, one.speaker.description)
        for one in reading.quotes]
    rows = compact.engine.ask("SELECT evidence, link, text FROM quote")
    assert not [evidence for evidence, _, _ in rows if "quotation" in evidence or "stands" in evidence]
    assert [link for _, link, text in rows if len(text.split()) > 2 and link] == []


def test_a_link_or_sentence_of_somebody_else_is_kept(compact):
    reading = read_document(Article(text=TEXT, url="https://example.org/baths"))
    first, second, third, *rest = reading.quotes
    told = (replace(third.clues[0], says="A person said so."),)
    odd = (replace(first, link=None), replace(second, link="https://example.org/other"),
           replace(third, link="https://example.org/baths#here", clues=told))
    keep(compact, replace(reading, quotes=(*odd, *rest)))
    kept = compact.document_quotes("d1")
    assert [one.link for one in kept] == [one.link for one in (*odd, *rest)]
    assert kept[2].clues == odd[2].clues


def test_a_store_that_makes_nothing_again_still_answers(path: Path):
    store = open_sqlite(path, derivation=RETELLING)
    keep(store, read_document(Article(text=TEXT, url="https://example.org/baths")))
    store.close()
    other = open_sqlite(path)
    clues = [clue for quote in other.document_quotes("d1") for clue in quote.clues]
    other.close()
    assert clues and all(clue.says == f"{clue.clue}: {', '.join(clue.facts)}" for clue in clues)
