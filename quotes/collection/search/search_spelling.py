"""Names that were nearly typed: words of names that are a letter or two from a word of a question, or sound like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from quotes.collection.linking.phonetic_spelling import sounded
from quotes.languages.contract import Language
from quotes.records.search_question import Question
from quotes.store.contract.search import Run
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

SHORTEST = 4  # letters of a word that may be written as it sounds
MISSPELT, LONG = 5, 7  # letters from which on one may be wrong, and two
MOST_WORDS = 3  # of a question that are corrected
MOST_CANDIDATES = 4000
MOST_OFFERED = 3
MOST_PAIRS = 12  # of words that may stand in one name; one query each


def corrected(store: Store, question: Question, language: Language) -> tuple[Question, ...]:
    """The question with its unknown words as names write them, the likeliest first; none where nothing is like them.

    A word is unknown that stands in no name and in no quote.
    """
    unknown = _unknown(store, question, language)
    if not unknown:
        return ()
    folded = {word: "".join(fold_words(word)) for word in unknown}
    like = store.words_like({word[:2] for word in folded.values()}, {f"~{sounded(word)}" for word in folded.values()},
                            MOST_CANDIDATES)
    found: list[Question] = []
    for word in unknown:
        nearest = [other.capitalize() if word[0].isupper() else other for other in _nearest(folded[word], like)]
        found += [_with(base, word, other) for base in (question, *found[:MOST_OFFERED]) for other in nearest]
    offered = [*dict.fromkeys(one for one in found if one.words != question.words)]
    pairs = {one: _new_pairs(question, one) for one in offered}
    borne = store.bearers_named([*dict.fromkeys(pair for one in offered for pair in pairs[one])][:MOST_PAIRS], 1)
    return tuple(sorted(offered, key=lambda one: (
        -_changed(question, one), not any(pair in borne for pair in pairs[one]))))[:MOST_OFFERED]


def _unknown(store: Store, question: Question, language: Language) -> list[str]:
    words = [word for word in question.words if len(word) >= SHORTEST and word.lower() not in language.questions.fillers
             and len(fold_words(word)) == 1]
    names = store.name_words_among([part for word in words for part in fold_words(word)])
    left = [word for word in words if fold_words(word)[0] not in names]
    said = store.said_words_among(left)
    return [word for word in left if word not in said][:MOST_WORDS]


def _nearest(word: str, like: Mapping[str, int]) -> Iterator[str]:
    """The words most like one, those of the most quoted first among equals."""
    most = 0 if len(word) < MISSPELT else 1 if len(word) < LONG else 2
    ranked = []
    for other, quotes in like.items():
        apart = OSA.distance(word, other, score_cutoff=most)
        sounds = sounded(word) == sounded(other)
        if sounds or (apart <= most and word[0] == other[0]):
            ranked.append((0 if sounds else apart, -quotes, other))
    yield from (other for _, _, other in sorted(ranked)[:MOST_OFFERED])


def _with(question: Question, word: str, other: str) -> Question:
    """The question with one word for another."""
    words = tuple(other if one == word else one for one in question.words)
    return replace(question, words=words, typed=question.typed.replace(word, other, 1))


def _changed(one: Question, other: Question) -> int:
    return sum(a != b for a, b in zip(one.words, other.words, strict=True))


def _new_pairs(question: Question, other: Question) -> list[Run]:
    """The words side by side of which one was changed, folded, as they would stand in one name."""
    changed = [a != b for a, b in zip(question.words, other.words, strict=True)]
    return [(*fold_words(one), *fold_words(next_one)) for at, (one, next_one) in enumerate(pairwise(other.words))
            if changed[at] or changed[at + 1]]
