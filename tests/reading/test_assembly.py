"""What the steps found, put together: order, ids, links from one quote to another, verdicts, accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.attribution.attributor import Attributor
from quotes.attribution.speaker_choice import Decider
from quotes.coreference.entities import Figure
from quotes.coreference.post_authors import PostAuthor
from quotes.extraction.quotations import find_quotations
from quotes.model.weights import read_weights
from quotes.reading.assembly import Found, Marked, Posted, assemble
from quotes.records.document import Document, Warned
from quotes.records.post import Account, AccountLink, Post, PostDetails
from quotes.records.quotation import Quotation
from quotes.records.reading import Reading
from tests.seen import see

SHIPPED = Attributor(read_weights())
PAGE = "https://harbor.example/a"


def marked(text: str) -> tuple[Marked, ...]:
    """The quotations of a text with their attributions; nested ones have none."""
    seen = see(text)
    beliefs = SHIPPED.beliefs(seen.scene, seen.tokens, seen.spans)
    decided = iter(Decider(text, seen.tokens, seen.scene, seen.cast).decide(SHIPPED, beliefs))
    found = find_quotations(text, seen.tokens, ())
    return tuple(Marked(q, next(decided) if q.parent is None else None) for q in found)


def reading(text: str, *posts: Posted, url: str | None = None) -> Reading:
    return assemble(Found(Document(text, url=url), marked(text), posts))


def post_at(text: str, words: str, handle: str | None, figure: Figure | None, sure: float = 0.95) -> Posted:
    """A post with these words, by this figure."""
    start = text.index(words)
    end = start + len(words)
    post = Post(start, end, words, PostDetails("twitter", handle), start, end)
    return Posted(post, PostAuthor(figure, AccountLink("own", sure)) if figure else None)


REED = Figure(("own", "reed"), "Ann Reed", "person", "the mayor", ("Reed",))


def test_nothing_found_is_an_empty_reading_with_its_warnings():
    warned = (Warned("no_quotations", "None."),)
    empty = assemble(Found(Document("Rain."), (), (), warned))
    assert (empty.quotes, empty.speakers, empty.warnings) == ((), (), warned)


def test_quotes_and_speakers_come_in_the_order_of_the_text():
    found = reading("“We open,” said Ann Reed. “We close,” said Tom Birch. “Or not,” said Reed.")
    assert [(q.id, q.text, q.speaker.id) for q in found.quotes if q.speaker] == [
        ("q1", "We open,", "s1"), ("q2", "We close,", "s2"), ("q3", "Or not,", "s1")]
    assert [(s.id, s.name) for s in found.speakers] == [("s1", "Ann Reed"), ("s2", "Tom Birch")]


def test_one_person_has_one_name_in_a_reading_whichever_form_occurs():
    found = reading("“We open,” Reed said. “We close,” Ann Reed said.")
    assert [(q.speaker.name, q.speaker.mention) for q in found.quotes if q.speaker] == [
        ("Ann Reed", "Reed"), ("Ann Reed", "Ann Reed")]


def test_one_inside_another_names_its_parent_and_nobody():
    found = reading("“He said ‘never sell the boat’ and left,” said Ann Reed.")
    assert [(q.id, q.parent, q.verdict) for q in found.quotes] == [("q1", None, "certain"), ("q2", "q1", "unknown")]


def test_a_quotation_that_goes_on_names_the_one_before():
    found = reading("“We open,” said Ann Reed, “and ‘never’ close,” she added, “at six.”")
    assert [(q.id, q.continues) for q in found.quotes] == [("q1", None), ("q2", "q1"), ("q3", None), ("q4", "q2")]


@pytest.mark.parametrize("confidence, verdict", [
    (1.0, "certain"), (0.925, "certain"), (0.9246, "certain"), (0.9244, "likely"), (0.6, "likely"), (0.59, "unsure"),
    (0.0, "unsure"),
])
def test_the_verdict_follows_from_the_confidence_that_is_shown(confidence: float, verdict: str):
    text = "“We open,” said Ann Reed."
    (one,) = marked(text)
    assert one.attribution is not None
    changed = replace(one, attribution=replace(one.attribution, confidence=confidence))
    (quote,) = assemble(Found(Document(text), (changed,), ())).quotes
    assert (quote.verdict, quote.confidence) == (verdict, round(confidence, 3))


def test_without_an_attribution_a_quotation_is_unknown_and_kept():
    text = "“We open,” said Ann Reed."
    (quote,) = assemble(Found(Document(text), (Marked(Quotation(1, 9, 0, 10), None),), ())).quotes
    assert (quote.text, quote.verdict, quote.confidence, quote.speaker, quote.clues) == (
        "We open,", "unknown", 0.0, None, ())


def test_a_post_stands_among_the_quotations_at_its_place():
    text = "“We open,” said Ann Reed.\n\nBridge closed.\n\n“We close,” said Reed."
    found = reading(text, post_at(text, "Bridge closed.", "annreed", REED), url=PAGE)
    assert [(q.id, q.kind, q.text) for q in found.quotes] == [
        ("q1", "direct", "We open,"), ("q2", "post", "Bridge closed."), ("q3", "direct", "We close,")]
    assert all((quote.link or "").startswith(f"{PAGE}#:~:text=") for quote in found.quotes)


def test_the_speaker_of_a_post_has_its_account_and_description():
    text = "Bridge closed.\n\nFerry at nine."
    pairs = (("Bridge closed.", "annreed"), ("Ferry at nine.", "mayor"))
    posts = [post_at(text, words, handle, REED) for words, handle in pairs]
    found = reading(text, *posts)
    assert [s.accounts for s in found.speakers] == [(Account("twitter", "annreed"), Account("twitter", "mayor"))]
    assert [(q.speaker.name, q.speaker.description, q.verdict) for q in found.quotes if q.speaker] == [
        ("Ann Reed", "the mayor", "certain")] * 2
    assert [q.post.account_link for q in found.quotes if q.post] == [AccountLink("own", 0.95)] * 2


@pytest.mark.parametrize("figure, sure, verdict", [
    (REED, 0.95, "certain"), (REED, 0.7, "likely"), (REED, 0.6, "likely"), (None, 0.0, "unknown")])
def test_a_post_is_as_sure_as_its_author_is(figure: Figure | None, sure: float, verdict: str):
    text = "Bridge closed."
    (quote,) = reading(text, post_at(text, text, None, figure, sure)).quotes
    assert (quote.verdict, quote.confidence, quote.speaker is None) == (verdict, sure, figure is None)


def test_equal_posts_are_told_apart():
    text = "Bridge closed. Bridge closed."
    one = post_at(text, "Bridge closed.", None, None)
    again = replace(one, post=replace(one.post, start=15, end=29))
    assert [(q.id, q.start) for q in reading(text, one, again).quotes] == [("q1", 0), ("q2", 15)]
