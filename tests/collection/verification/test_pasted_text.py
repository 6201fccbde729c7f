"""What is left of pasted words when markup, drawn letters and the naming of the speaker are gone."""

from __future__ import annotations

import pytest

from quotes.collection.verification.pasted_text import barer, plain, without_tags

TAGS = [
    ("“Stay here,” she said. “It is late.”", "Stay here, … It is late."),
    ('"Stay here," she said. "It is late."', "Stay here, … It is late."),
    ("“Stay here.”", "“Stay here.”"),
    ("Stay “here” now", "Stay “here” now"),
    ("“Stay here.” “It is late.”", "“Stay here.” “It is late.”"),
    ("Stay here", "Stay here"),
]
PLAIN = [
    ("It&#8217;s late &amp; dark", "It’s late & dark"),
    ("&quot;Stay&nbsp;here&quot;", "\"Stay\u00a0here\""),
    ("&#x201c;Stay&#X201D;", "“Stay”"),
    ("&nbsp;", "\u00a0"),
    ("<p>Stay <b class=\"x\">here</b></p>", " Stay  here  "),
    ("<br/>Stay", " Stay"),
    ("𝐒𝐭𝐚𝐲 𝘩𝘦𝘳𝘦", "Stay here"),
    ("Ｓｔａｙ　ｈｅｒｅ", "Stay here"),
    ("I`ll stay, they´re late, it′s", "I’ll stay, they’re late, it’s"),
    ("``Stay'' 5′ `here`", "``Stay'' 5′ `here`"),
    ("R&D and AT&T", "R&D and AT&T"),
    ("you &not me", "you &not me"),
    ("2 < 3 > 1", "2 < 3 > 1"),
    ("I <3 you", "I <3 you"),
    ("&lt;p&gt;", "<p>"),
    ("café … ½ ﬁ 日本", "café … ½ ﬁ 日本"),
]
ALONE = [
    ("“We will stay here tonight,” said Ona Reed.", "We will stay here tonight,"),
    ("Ona Reed: “We will stay here tonight”", "We will stay here tonight"),
    ("\"We will stay here tonight\" - Ona Reed", "We will stay here tonight"),
    ("According to Ona Reed, “We will stay here tonight”", "We will stay here tonight"),
    ("We will stay here #tonight #Pier https://gazette.example/x", "We will stay here"),
    ("We will stay here pic.twitter.com/abc ", "We will stay here"),
    ("We stay #tonight", None),
    ("We will stay #here and not leave", None),
    ("We are number #1. We will stay", None),
    ("“We will stay here tonight”", None),
    ("We will stay here tonight", None),
    ("He called it “a palace for many ducks” and left", None),
    ("He said she was “a liar”", None),
    ("“Stay,” said Ona Reed", None),
    ("The whole town has by now heard of it: “we stay here tonight”", None),
    ("“We will stay,” said Ona Reed. “It is late here.”", None),
]


@pytest.mark.parametrize("text, inside", TAGS)
def test_what_is_pasted_with_its_tags_is_asked_without_them(text: str, inside: str):
    assert without_tags(text) == inside


@pytest.mark.parametrize("text, left", PLAIN)
def test_markup_and_drawn_letters_are_made_plain(text: str, left: str):
    assert plain(text) == left


@pytest.mark.parametrize("text, inside", ALONE)
def test_words_are_left_without_what_others_put_beside_them(text: str, inside: str | None):
    assert barer(text) == inside
