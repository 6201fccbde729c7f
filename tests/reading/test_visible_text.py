"""What nobody sees in a text is passed over when it is read, and every place is one of the text as given."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article, Document
from quotes.text.invisible import seen, visible

PLAIN = "Mayor Dorian Marsh opened the pier. “We open at nine,” Dorian Marsh said. “And close at six,” he added."
SHY, ZWSP, ZWNJ, ZWJ, LRM, RLO, PDF, WJ, BOM = map(chr, (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x202C, 0x2060,
                                                       0xFEFF))


@pytest.mark.parametrize("inside", [SHY, ZWSP, ZWNJ, ZWJ, LRM, WJ, BOM, SHY + ZWSP, chr(0x2066) + chr(0x2069)])
def test_a_name_with_something_invisible_inside_is_the_name(inside: str):
    text = PLAIN.replace("Dorian", f"Dor{inside}ian").replace("Marsh said", f"Mar{inside}sh said").replace(
        "We open", f"We o{inside}pen")
    plain, found = read_document(Article(text=PLAIN)), read_document(Article(text=text))
    assert found.document.text == text
    assert [one.name for one in found.speakers] == [one.name for one in plain.speakers] == ["Dorian Marsh"]
    assert [(one.verdict, one.confidence) for one in found.quotes] == [
        (one.verdict, one.confidence) for one in plain.quotes]
    assert found.quotes[0].text == f"We o{inside}pen at nine,"
    check(found, text)


def check(found: Any, text: str) -> None:
    """Every place bounds the words that stand beside it."""
    if isinstance(found, tuple):
        for one in found:
            check(one, text)
    if not is_dataclass(found) or isinstance(found, Document):
        return
    held = {field.name: getattr(found, field.name) for field in fields(found)}
    if held.get("start") is not None:
        for name in ("text", "mention"):
            if held.get(name) is not None:
                assert text[held["start"] : held["end"]] == held[name]
    for value in held.values():
        check(value, text)


@pytest.mark.parametrize("words", [
    "می‌خواهم", "क्‍ष", "👩‍👩‍👧", "naïve", "José", "O’Neill-Smith", "ﷲ", "नमस्‌ते",
])
def test_joiners_that_are_spelling_stay(words: str):
    assert seen(words) is None and visible(words) == words


@pytest.mark.parametrize("words, left", [
    (f"Don{SHY}ald", "Donald"), (f"Дон{ZWJ}альд", "Дональд"), (f"{BOM}Ann {ZWNJ}Reed", "Ann Reed"),
    (f"{RLO}pmurT{PDF}", "pmurT"), (f"می{ZWNJ}خواهم Do{ZWNJ}n", f"می{ZWNJ}خواهم Don"),
])
def test_what_is_seen(words: str, left: str):
    found = seen(words)
    assert found is not None and found.text == visible(words) == left
    for place, letter in enumerate(left):
        assert words[found.start(place)] == letter == words[found.end(place + 1) - 1]
        assert found.left(found.start(place)) == place


def test_posts_and_blocks_of_a_page_keep_their_places():
    tweet = (f'<blockquote class="twitter-tweet"><p>The pi&shy;er is mine.</p>— Dorian M{ZWSP}arsh (@dmarsh) <a '
             'href="https://twitter.com/dmarsh/status/1791156005331665085">May 16, 2024</a></blockquote>')
    opened = f"<p>Mayor Dor&shy;ian Marsh opened the pier{ZWSP}. “We open at nine,” Dorian Marsh said.</p>"
    later = "<p>The board met again on Friday and voted for the plan, as everybody on the quay had expected.</p>"
    reading = read_document(Article(html=f"<article>{opened}{tweet}{later}</article>"))
    check(reading, reading.document.text)
    post = next(quote for quote in reading.quotes if quote.kind == "post")
    assert post.text == f"The pi{SHY}er is mine." == reading.document.text[post.start : post.end]
    assert {quote.speaker.name for quote in reading.quotes if quote.speaker} == {"Dorian Marsh"}
