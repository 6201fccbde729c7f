"""What holds of every reading, whatever the text; and that time grows with length alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.reading.pipeline import engine, read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker
from quotes.text.personal_names import fold_words
from tests.processor_time import growth

ARTICLE = """Bridge closes for repairs

By Nora Quill

MILLBROOK — The old bridge will close on Monday, Mayor Ann Reed said, calling the delay “a shame.”

“We have waited long enough,” said Reed, who took office in May. “The ice will not wait.”

Tom Birch, a baker, said: “My customers come over that bridge.

“Without it I can close the shop,” he added.

A clerk who asked not to be named told the Harbor News that the mayor “never said ‘Monday at the latest’ to anyone.”

Fans of the local club, the “Herons,” met at the gate.
"""


def read(text: str, **known: str) -> Reading:
    return read_document(Article(text=text, **known))


def faults(reading: Reading) -> list[str]:
    """Everything about a reading that must not be."""
    text = reading.document.text
    found = [fault for quote in reading.quotes for fault in (*_place_faults(quote, text), *_clue_faults(quote, text))]
    ids = [quote.id for quote in reading.quotes]
    if len(set(ids)) != len(ids):
        found.append("two quotes have one id")
    for number, quote in enumerate(reading.quotes):
        for name in ("parent", "continues"):
            if getattr(quote, name) is not None and getattr(quote, name) not in ids[:number]:
                found.append(f"{name} of {quote.id} is no earlier quote")
    starts = [quote.start for quote in reading.quotes]
    if starts != sorted(starts):
        found.append("the quotes are out of order")
    return found + _speaker_faults(reading)


def _place_faults(quote: Quote, text: str) -> list[str]:
    if not 0 <= quote.start < quote.end <= len(text):
        return [f"{quote.id} lies outside of the text"]
    return [] if text[quote.start : quote.end] == quote.text else [f"{quote.id} is not what stands there"]


def _clue_faults(quote: Quote, text: str) -> list[str]:
    found = []
    for clue in quote.clues:
        if not 0 <= clue.start < clue.end <= len(text) or not clue.says.endswith("."):
            found.append(f"{quote.id} has a clue without a place or a sentence: {clue}")
    for part in (quote.cue, quote.via):
        if part and text[part.start : part.end] != (part.text if part is quote.cue else part.name):
            found.append(f"{quote.id} has a cue or outlet that does not stand there: {part}")
    for who in filter(None, (quote.speaker, quote.runner_up)):
        if quote.kind != "post":  # a post's speaker stands in its markup
            found.extend(_mention_faults(quote.id, who, text))
    if (quote.speaker is None) != (quote.verdict == "unknown") or not 0 <= quote.confidence <= 1:
        found.append(f"{quote.id} has a verdict that its speaker does not bear out")
    return found


def _mention_faults(number: str, who: QuotedSpeaker, text: str) -> list[str]:
    if who.mention is None or text[who.start : who.end] != who.mention:
        return [f"{number} has evidence that does not stand there: {who}"]
    return []


def _speaker_faults(reading: Reading) -> list[str]:
    known = {speaker.id: speaker.name for speaker in reading.speakers}
    named = [who for quote in reading.quotes for who in (quote.speaker, quote.runner_up) if who]
    words = set(fold_words(reading.document.text[:400])) | {
        word for start in range(0, len(reading.document.text), 200)
        for word in fold_words(reading.document.text[start : start + 400])}
    found = [f"{who.name} occurs nowhere" for who in named if not words.issuperset({*fold_words(who.name)} - {"and"})]
    found += [f"{who.id} is not {who.name}" for who in named if who.id and known.get(who.id) != who.name]
    if set(known) != {quote.speaker.id for quote in reading.quotes if quote.speaker}:
        found.append("the speakers are not those who speak")
    if len(known) != len(reading.speakers):
        found.append("two speakers have one id")
    return found


def test_an_article_is_read_from_end_to_end():
    reading = read(ARTICLE)
    assert faults(reading) == []
    said = [(quote.text, quote.speaker.name) for quote in reading.quotes if quote.speaker]
    assert ("We have waited long enough,", "Ann Reed") in said
    assert ("My customers come over that bridge.\n\n“Without it I can close the shop,", "Tom Birch") in said
    assert not [text for text, _ in said if "Herons" in text]
    assert reading.document.engine == engine()
    assert reading.warnings == ()


PIECES = st.sampled_from([
    "“", "”", '"', "«", "»", "‘", "’", "'s", "\n", "\n\n", ". ", ", ", ": ", " — ", "… ", "? ", "(", ") ", "@reed ",
    "Ann Reed ", "Reed ", "Mayor ", "Mr. Birch ", "Tom Birch Jr. ", "The Harbor News ", "a baker ", "A spokesman for ",
    "she ", "He ", "who ", "they ", "I ", "her ", "said ", "told ", "according to ", "adding ", "called ", "wrote ",
    "a mess ", "We open at nine ", "No", "the ", "that ", "of ", "and ", "REED: ", "in an interview with ",
    "pic.twitter", "1 ", "May 5, 2019 ", "\u00a0", "\u2028", "é", "e\u0301", "日本", "𝒜", "\x00", "\t",
])
ANYTHING = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(ANYTHING)
@settings(max_examples=400, deadline=None)
def test_whatever_the_text_the_reading_is_sound(text: str):
    try:
        reading = read(text)
    except InvalidInput:
        return
    assert faults(reading) == []
    assert read(text) == reading


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=100, deadline=None)
def test_a_language_that_is_not_known_gives_quotations_without_speakers(text: str):
    reading = read("“We open at nine,” said Ann Reed. " + text.replace("\x00", ""), language="xx")
    assert faults(reading) == []
    assert {quote.verdict for quote in reading.quotes} == {"unknown"}
    assert [warned.code for warned in reading.warnings][:1] == ["language"]


@pytest.mark.parametrize("text, code", [
    ("The bridge will close on Monday.", "no_quotations"),
    ("“The bridge will close on Monday, she said.", "unclosed"),
    ("“The bridge will close on Monday,” she said.", None),
    ("Fans call it the “Old Lady.”", None),
    ("", "no_text"),
])
def test_a_warning_says_what_a_reader_should_know(text: str, code: str | None):
    assert [warned.code for warned in read(text).warnings] == ([code] if code else [])


@pytest.mark.parametrize("url, link", [
    ("https://harbor.example/a", "https://harbor.example/a#:~:text=We%20open%20at%20nine%2C"),
    (None, None),
])
def test_a_quote_links_to_its_words_in_the_page(url: str | None, link: str | None):
    reading = read_document(Article(text="“We open at nine,” said Ann Reed.", url=url))
    assert [quote.link for quote in reading.quotes] == [link]


CARRIED_ON = [
    ("“We open at nine,” said Ann Reed, “and we close at six.”", [None, "q1"]),
    ("“We open,” said Ann Reed, “and we close,” she added, “at six.”", [None, "q1", "q2"]),
    ("“We open at nine,” said Ann Reed. “We close at six.”", [None, None]),
    ("“We open at nine,” said Ann Reed. “I hate mornings,” said Tom Birch.", [None, None]),
    ("“We open at nine.” “We close at six,” said Ann Reed.", [None, None]),
]


@pytest.mark.parametrize("text, continues", CARRIED_ON)
def test_a_sentence_broken_by_its_cue_goes_on(text: str, continues: list[str | None]):
    assert [quote.continues for quote in read(text).quotes] == continues


def test_one_inside_another_is_listed_where_it_is_long_enough():
    reading = read("“She said ‘we open at nine’ and ‘no’ to me,” said Ann Reed.")
    assert [(quote.parent, quote.text) for quote in reading.quotes] == [
        (None, "She said ‘we open at nine’ and ‘no’ to me,"), ("q1", "we open at nine")]


REPEATED = "Ann Reed, the mayor, spoke on day {n}. “We open at nine on day {n},” said Reed{n}, “and stay.” He left.\n\n"


def article_of(size: int) -> str:
    return "".join(REPEATED.format(n=n) for n in range(size))


def one_paragraph(size: int) -> str:
    return article_of(size).replace("\n", " ")


LONG = {
    "an article": (article_of, 400),
    "one paragraph": (one_paragraph, 400),
    "opening marks": (lambda size: "“ " * size, 50_000),
    "opening marks with words": (lambda size: "“We open " * size, 4_000),
    "opening marks beside words": (lambda size: "“a" * size, 4_000),
    "closing marks": (lambda size: "a” " * size, 25_000),
    "straight marks": (lambda size: 'a "b ' * size, 4_000),
    "straight marks without spaces": (lambda size: '"' * size, 50_000),
    "single marks": (lambda size: "“" + "‘a " * size, 25_000),
    "single marks closed": (lambda size: "“" + "‘a’ " * size + "”", 25_000),
    "marks over paragraphs": (lambda size: "“a\n\n" * size, 25_000),
    "quotations in a paragraph": (lambda size: "“Yes,” said Ann Reed. " * size, 4_000),
    "a dialogue of pronouns": (lambda size: "“We saw it,” he said. " * size, 2_000),
    "a dialogue of names": (lambda size: "“We saw it,” said Ann Reed. “No,” he said.\n\n" * size, 1_000),
    "a dialogue of many": (lambda size: "".join(
        f"“We saw {n},” said Ann Reed{n % 97}. “No,” he {('said', 'added')[n % 2]}. " for n in range(size)), 1_000),
    "pronouns without a stop": (lambda size: "".join(f"Reed{n} met she Orr{n} and " for n in range(size)), 500),
    "quotations alone": (lambda size: "“No.” " * size, 4_000),
    "nested marks": (lambda size: "“a “b” c” " * size, 4_000),
    "deep marks": (lambda size: "“a " * size + "b” " * size, 4_000),
    "capitals": (lambda size: "Reed " * size + "said “no.”", 25_000),
    "names and commas": (lambda size: "Reed, " * size + "said “no.”", 10_000),
    "speech verbs": (lambda size: "“No,” " + "said " * size + "Reed.", 25_000),
    "brackets": (lambda size: "Reed (" * size + "said “no.”", 10_000),
    "ordinary words": (lambda size: "water " * size + "“no,” said Reed.", 25_000),
    "line ends": (lambda size: "a\n" * size + "“no,” said Reed.", 25_000),
    "white space": (lambda size: "“no,” said Reed." + " " * size + "\n" * size, 25_000),
    "a sentence of it without end": (lambda size: "The critics cited it was “wrong.” " * size, 700),
    "posts of many": (lambda size: "".join(
        f"It rains.\nA post shared by Ann Orr{n} (@o{n})\n\n" for n in range(size)), 700),
    "dots": (lambda size: "U." * size + " “no,” said Reed.", 25_000),
}


@pytest.mark.parametrize("name", LONG)
def test_twice_the_text_takes_about_twice_the_time(name: str):
    make, size = LONG[name]
    read(make(10), language="en")
    once, twice = make(size), make(2 * size)
    assert growth(lambda: read(once, language="en"), lambda: read(twice, language="en"), 2.6) <= 2.6


@pytest.mark.parametrize("piece, warned", [("“ ", set()), ("”", set()), ('"', set()), ("“a\n\n", {"unclosed"})])
def test_a_hundred_thousand_unbalanced_marks_are_read(piece: str, warned: set[str]):
    reading = read("“We open,” said Ann Reed.\n\n" + piece * 100_000, language="en")
    assert [quote.text for quote in reading.quotes][:1] == ["We open,"]
    assert {one.code for one in reading.warnings} == warned
