"""What stands around quotations and mentions: cues, their subjects, sentences."""

from __future__ import annotations

import pytest

from quotes.records.spans import Span
from tests.seen import Seen, see


def subject(text: str, cue: str) -> str | None:
    """Who is taken as the subject of a word of speech."""
    seen = see(text)
    found = seen.scene.subject(seen.tokens.words.index(cue))
    return None if found is None else seen.words(found)


SUBJECTS = [
    ("“We open,” said Ann Reed.", "said", "Ann Reed"),
    ("“We open,” Ann Reed said.", "said", "Ann Reed"),
    ("“We open,” Ann Reed quickly said.", "said", "Ann Reed"),
    ("Ann Reed said “no way.”", "said", "Ann Reed"),
    ("Ann Reed, a baker, said: “We open.”", "said", "Ann Reed"),
    ("Ann Reed (who bakes) said: “We open.”", "said", "Ann Reed"),
    ("A spokesman for Ann Reed said “no way.”", "said", "A spokesman"),
    ("The mayor of Millbrook said “no way.”", "said", "The mayor"),
    ("Ann Reed told Tom Birch, “We open.”", "told", "Ann Reed"),
    ("He left when Ann Reed said “no way.”", "said", "Ann Reed"),
    ("“We open,” said the mayor, Ann Reed.", "said", "the mayor"),
    ("“We open.”\n\nSaid Ann Reed: “No.”", "Said", None),
    ("“No,” was said.", "said", None),
]


@pytest.mark.parametrize("text, cue, who", SUBJECTS)
def test_a_word_of_speech_has_a_subject(text: str, cue: str, who: str | None):
    assert subject(text, cue) == who


INVERTED = [
    ("“We open,” said Ann Reed.", "Ann Reed"),
    ("“We open,” later said Ann Reed.", "Ann Reed"),
    ("“We open,” she said Monday.", None),
    ("It rained, said Ann Reed.", None),
    ("“We open,” said on Monday.", None),
]


@pytest.mark.parametrize("text, who", INVERTED)
def test_only_after_a_quotation_the_subject_may_follow(text: str, who: str | None):
    seen = see(text)
    found = seen.scene.inverted(seen.tokens.words.index("said"))
    assert (None if found is None else seen.words(found)) == who


@pytest.mark.parametrize("text, cue, another", [
    ("The paper quoted Ann Reed as saying “no way.”", "quoted", True),
    ("The paper quoted “no way.”", "quoted", False),
    ("The paper told Ann Reed “no way.”", "told", False),
])
def test_one_who_quotes_another_is_noticed(text: str, cue: str, another: bool):
    seen = see(text)
    assert seen.scene.quotes_another(seen.tokens.words.index(cue)) is another


def sentence(seen: Seen, word: str) -> str:
    span = seen.scene.sentence(seen.tokens.words.index(word))
    return " ".join(seen.tokens.words[span.start : span.end])


@pytest.mark.parametrize("text, word, words", [
    ("It rained. Ann Reed left. It snowed.", "Ann", "Ann Reed left"),
    ("It rained. Ann Reed left. It snowed.", "rained", "It rained"),
    ("It rained\nAnn Reed left", "left", "Ann Reed left"),
    ("It rained. “No.” Ann Reed left.", "left", "Ann Reed left"),
    ("It rained. “No,” Ann Reed said.", "said", "“ No , ” Ann Reed said"),
])
def test_a_sentence_goes_from_stop_to_stop(text: str, word: str, words: str):
    assert sentence(see(text), word) == words


def test_a_list_without_a_stop_is_not_one_endless_sentence():
    seen = see("Reed, " * 5_000)
    span = seen.scene.sentence(5_000)
    assert span.start <= 5_000 < span.end
    assert span.end - span.start < 1_000


def test_candidates_and_cues_are_found_by_their_places():
    seen = see("Ann Reed said “no” and Tom Birch wrote “yes.”")
    scene, words = seen.scene, seen.tokens.words
    reed, birch = seen.number("Ann Reed"), seen.number("Tom Birch")
    said, wrote = words.index("said"), words.index("wrote")
    assert [scene.candidate_at(words.index(word)) for word in ("Ann", "Reed", "said", "Birch")] == [
        reed, reed, None, birch]
    assert scene.candidate_before(said, 0) == reed
    assert scene.candidate_before(said, said) is None
    assert (scene.cue_before(wrote, 0), scene.cue_before(said, 0)) == (said, None)
    assert (scene.cue_after(said + 1, len(words)), scene.cue_after(wrote + 1, len(words))) == (wrote, None)
    assert scene.cue_after(said + 1, wrote) is None


@pytest.mark.parametrize("text, first, last", [
    ("Ann left when Tom came and “no” rose", "Ann", "Tom"),
    ("of Ann and Tom “no”", "Tom", "Tom"),
    ("rain on Ann “no”", "Ann", None),
    ("rain “no”", None, None),
])
def test_mentions_that_open_a_clause_are_told(text: str, first: str | None, last: str | None):
    seen = see(text)
    at = seen.spans[0].start
    found = (seen.scene.clause_first(0, at), seen.scene.last_clause_first(0, at))
    assert tuple(None if n is None else seen.words(n) for n in found) == (first, last)


def test_the_window_has_mentions_on_both_sides_and_is_no_wider_than_need_be():
    text = "\n\n".join(f"Reed{n} left. “No {n}.” Birch{n} came." for n in range(40))
    seen = see(text)
    window = seen.scene.window(seen.spans[20])
    assert {"Reed20", "Birch20"} <= {seen.words(n) for n in window}
    assert len(window) < 25
    assert len(seen.scene.window(seen.spans[0])) > 0
    assert list(see("“No.”").scene.window(Span(0, 4))) == []
