"""Words in quotation marks that are a name, a title or a word spoken of, by the words right before them.

What the sentence itself says of the words weighs more than how they look: a motto may read like speech, and a title
may stand in a sentence that begins with “he claims”.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.attribution.cue_context import REPORTED, SPEAKING_ON, Scene
from quotes.records.not_quote import Why
from quotes.records.spans import Span
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    BASE_SPEECH_VERB,
    COLON,
    COMMA,
    CONJUNCTION,
    CUES,
    DETERMINERS,
    LINE,
    NOMINAL,
    OF,
    QUOTATION,
    QUOTED,
    STOP,
)

LONGEST_WORD = 5  # words that one can speak of as a word or term
LONGEST_IN_LIST = 2  # of a further one that is listed after such a word: “regret” not at all
FAR = 6  # tokens before the words in which the noun that names them is looked for
LONGEST_JOINT = 12  # tokens between a word that is spoken of and the next in the list
LONGEST_QUOTED = 2 * LONGEST_WORD  # tokens of a word that is spoken of, with its marks
SHORT_IN_TITLES = 3  # letters of a word that a title may print without a capital: of, the
PARTS = frozenset(NOMINAL + DETERMINERS + OF)  # of a phrase such as: the motto of the school
SPOKEN = frozenset(CUES + BASE_SPEECH_VERB)


def named_as(scene: Scene, tokens: Tokens, span: Span) -> Why | None:
    """What a quotation is, if its own sentence calls it a name, a title or a word; None if it may be speech.

    A quotation that a verb of speech follows (“…,” she said) may be.
    """
    first, after = span
    if first == 0 or (REPORTED.match(scene.view, after) and tokens.words[after - 2] in SPEAKING_ON):
        return None
    words = [word for word in tokens.words[first + 1 : after] if word[0].isalnum()]
    before = first - 1
    if scene.view[before] in COMMA + COLON and before:
        before -= 1
    return _introduced(scene, before, words) or (_spoken_of(scene, before, words) if before == first - 1 else None) or (
        "term" if len(words) <= LONGEST_IN_LIST and _listed_after_word(scene, tokens, first) else None)


def _introduced(scene: Scene, before: int, words: Sequence[str]) -> Why | None:
    """Whether a noun names the words (the nickname “…”, her motto was “…”) or a verb takes a title (sang “…”)."""
    cues, low = scene.language.cues, scene.words[before].lower()
    if low in cues.name_nouns:
        return "name"
    if low in cues.performing:
        return "title" if is_titled(words) else None
    while before and scene.view[before] == ADVERB:
        before -= 1
    if scene.words[before].lower() not in scene.language.stance.being:
        return None
    nouns = _nouns_before(scene, before)
    if not nouns.isdisjoint(cues.name_nouns):
        return "name"
    return "title" if len(words) > 1 and is_titled(words) and not nouns.isdisjoint(cues.works) else None


def _nouns_before(scene: Scene, verb: int) -> frozenset[str]:
    """The noun right before a verb, and those that it stands behind with “of”: the motto of the school."""
    start = verb
    while start > max(0, verb - FAR) and scene.view[start - 1] in PARTS:
        start -= 1
    heads = [i - 1 for i in range(start + 1, verb) if scene.view[i] == OF]
    return frozenset(scene.words[i].lower() for i in ((heads or [verb - 1])[:1]) if i >= start)


def _spoken_of(scene: Scene, before: int, words: Sequence[str]) -> Why | None:
    """Whether the words are spoken of as words (the word “…”), and nobody is said to use them."""
    if len(words) > LONGEST_WORD or scene.words[before].lower() not in scene.language.cues.spoken_of:
        return None
    since = max(scene.sentence(before).start, before - FAR)
    if any(scene.view[i] in SPOKEN or scene.words[i].lower() in scene.language.cues.using
           for i in range(since, before)):
        return None
    return "term" if any(scene.view[i] in DETERMINERS for i in range(since, before)) else None


def _listed_after_word(scene: Scene, tokens: Tokens, first: int) -> bool:
    """Whether the quotation before in the sentence is spoken of as a word, and no word of speech comes between."""
    start = max(scene.sentence(first).start, first - LONGEST_JOINT)
    end = next((i + 1 for i in range(first - 1, start - 1, -1) if scene.view[i] in QUOTED), None)
    if end is None:
        return False
    joint = scene.view[end:first]
    if not SPOKEN.isdisjoint(joint) or STOP in joint or LINE in joint:
        return False
    if not {COMMA, CONJUNCTION}.intersection(tokens.classes[end - 2] + joint):
        return False
    opening = scene.view.rfind(QUOTATION, max(0, end - LONGEST_QUOTED), end)
    if opening < 1:
        return False
    words = [word for word in tokens.words[opening + 1 : end] if word[0].isalnum()]
    return _spoken_of(scene, opening - 1, words) is not None


def is_titled(words: Sequence[str]) -> bool:
    """Whether the words have the capitals of a title: all but short ones."""
    return bool(words) and words[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or len(word) <= SHORT_IN_TITLES for word in words)
