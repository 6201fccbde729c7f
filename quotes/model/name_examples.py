"""Examples for the recognizer from gold corpora: forms that hold a name which is known to be somebody's.

The names are those of a names file or, in articles without one, the sources that read like a person's name. A form
counts where every word of it is explained: as part of such a name, as a title, as a word for a people or a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from quotes.languages.contract import Language
from quotes.model.entity_training import COUNTED, FormExample, facts_of
from quotes.model.gold_corpus import GoldArticle, GoldName
from quotes.text.entities.entity_labels import LABELS
from quotes.text.entities.name_forms import Form, find_forms
from quotes.text.name_parts import (
    ARTICLE,
    COURTESY,
    GIVEN_NAME,
    INITIAL,
    LINK,
    ORDINARY_WORD,
    PEOPLE,
    PLACE,
    TITLE,
    TITLE_OR_NAME,
    TITLE_PART,
    UNKNOWN_WORD,
    without_accents,
    word_kinds,
)
from quotes.text.patterns import any_of, pattern, sequence, up_to
from quotes.text.tokens import tokenizer

NAMED, GUESSED = 1.0, 0.5  # how much an example counts whose name people gave, or that only reads like a name
WORDS = regex.compile(r"[\w'’.\-]+")
CAPITALISED = regex.compile(r"(?<![\w'’-])\p{Lu}[\w'’.\-]*(?: \p{Lu}[\w'’.\-]*)+")
POSSESSIVE = regex.compile(r"['’]s$")
PERSONS_WORDS = pattern(any_of(GIVEN_NAME, INITIAL), up_to(2, GIVEN_NAME, INITIAL, TITLE_OR_NAME, UNKNOWN_WORD),
                        sequence(UNKNOWN_WORD))
NO_NAME = frozenset((COURTESY, TITLE, TITLE_OR_NAME, TITLE_PART, ORDINARY_WORD, LINK, ARTICLE))
PERSON, ORGANIZATION = LABELS.index("person"), LABELS.index("organization")
LABEL_OF_KIND = {PEOPLE: LABELS.index("people"), PLACE: LABELS.index("place"), **dict.fromkeys(NO_NAME, 0)}

Known = Sequence[tuple[tuple[str, ...], int]]


def name_examples(article: GoldArticle, names: Mapping[str, GoldName] | None, language: Language) -> list[FormExample]:
    """The forms of a gold article that hold a known name, with the labels of their words."""
    known = _of_names(names) if names is not None else _of_sources(article, language)
    forms = find_forms(tokenizer(language).tokens(article.text), language)
    weight = GUESSED if names is None else NAMED
    found = []
    for form in forms.forms:
        labels = _labels(form, known)
        if labels:
            counted = weight * min(COUNTED, len(form.places)) ** 0.5
            found.append(FormExample(facts_of(form, forms, language), labels, counted))
    return found


def _of_names(names: Mapping[str, GoldName]) -> Known:
    """The names of a names file, the longest first; of persons also the surname alone."""
    known: dict[tuple[str, ...], int] = {}
    for name in names.values():
        words = tuple(filter(None, map(_folded, WORDS.findall(name.name))))
        if name.kind == "person" and words:
            known[words] = PERSON
            known.setdefault(words[-1:], PERSON)
        elif name.kind == "organization" and name.name[:1].isupper():
            known[words[words[:1] == ("the",) :]] = ORGANIZATION
    return _longest_first(known)


def _of_sources(article: GoldArticle, language: Language) -> Known:
    """The sources of an article that read like a person's name, titles before it left out."""
    kinds = word_kinds(language)
    known: dict[tuple[str, ...], int] = {}
    for attribution in article.attributions:
        if not attribution.source:
            continue
        source = article.text[attribution.source[0].start : attribution.source[-1].end]
        for match in CAPITALISED.finditer(source):
            words = POSSESSIVE.sub("", match.group().rstrip(".")).split(" ")
            letters = "".join(kinds[word] for word in words)
            named = next((n for n in range(len(words)) if PERSONS_WORDS.fullmatch(letters, n)), None)
            if named is not None and set(letters[:named]) <= LABEL_OF_KIND.keys():
                folded = tuple(map(_folded, words[named:]))
                known[folded] = known[folded[-1:]] = PERSON
    return _longest_first(known)


def _longest_first(known: Mapping[tuple[str, ...], int]) -> Known:
    return sorted(known.items(), key=lambda item: (item[1], -len(item[0]), item[0]))


def _folded(word: str) -> str:
    return without_accents(word).lower().rstrip(".")


def _labels(form: Form, known: Known) -> tuple[int, ...] | None:
    """The labels of a form that holds a known name; None if it holds none, or a word that is not explained."""
    words = tuple(map(_folded, form.words))
    labels: list[int | None] = [None] * len(words)
    for name, label in known:
        for first in _places(words, name):
            if not any(labels[first : first + len(name)]):
                labels[first : first + len(name)] = [label] * len(name)
    if not any(labels):
        return None
    told = [LABEL_OF_KIND.get(kind) if label is None else label
            for label, kind in zip(labels, form.kinds, strict=True)]
    return tuple(label for label in told if label is not None) if None not in told else None


def _places(words: tuple[str, ...], name: tuple[str, ...]) -> Iterator[int]:
    length = len(name)
    return (first for first in range(len(words) - length + 1) if length and words[first : first + length] == name)
