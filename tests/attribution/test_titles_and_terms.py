"""Words in marks that their own sentence calls a name, a title or a word, and such as somebody says all the same."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article


def reading(text: str):
    return read_document(Article(text=text, language="en"))


NAMED = [
    ("Mayor Ann Reed sings. Her motto was “work hard”.", "work hard", "name"),
    ("Mayor Ann Reed said that her motto was “work hard”.", "work hard", "name"),
    ("The motto of the school is “we row as one”, Ann Reed said.", "we row as one", "name"),
    ("“They take our blankets,” said a man who goes by the name “Shorty.”", "Shorty.", "name"),
    ("Ann Reed claims that her favourite novel is “One Hundred Doors”.", "One Hundred Doors", "title"),
    ("Ann Reed said he sang “Blue Canal” at the wedding.", "Blue Canal", "title"),
    ("Ann Reed starred in “Harbour Lights” and left.", "Harbour Lights", "title"),
    ("The word “sorry” stands twice in the report that Ann Reed wrote.", "sorry", "term"),
    ("The word “sorry” stands twice in the report, “regret” not at all.", "regret", "term"),
    ("The phrase “act of God” appears in the deal, and “flood” does not.", "flood", "term"),
]
SAID = [
    ("Ann Reed used the word “disaster” twice. She never said the words “clean water”.", "disaster"),
    ("Ann Reed said the words “clean water” again and again.", "clean water"),
    ("“My motto,” Ann Reed said, “is to work hard.”", "My motto,"),
    ("The motto was dull. “We row as one,” Ann Reed said.", "We row as one,"),
    ("Ann Reed said that the novel was “a waste of good paper”.", "a waste of good paper"),
    ("The crowd sang “we want water” as Ann Reed came.", "we want water"),
    ("Ann Reed said the name was fine, and the plan “a gift to the town”.", "a gift to the town"),
    ("The word “sorry” stands in it, and Ann Reed called it “a disgrace”.", "a disgrace"),
    ("Ann Reed said the word was hard. “Sorry,” she said.", "Sorry,"),
    ("Ann Reed, who played in the band, said “we want water”.", "we want water"),
]


@pytest.mark.parametrize("text, words, why", NAMED)
def test_what_its_sentence_calls_a_name_a_title_or_a_word_is_none_of_the_quotes(text: str, words: str, why: str):
    assert (words, why) in [(one.text, one.why) for one in reading(text).not_quotes]


@pytest.mark.parametrize("text, words", SAID)
def test_what_somebody_says_beside_such_words_is_kept(text: str, words: str):
    assert words in [quote.text for quote in reading(text).quotes]
