"""Parts: the names inside one form, by the labels of its words, with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotes.languages.contract import Language
from quotes.text.entities.entity_labels import LABELS, NOTHING, PERSON, EntityKind
from quotes.text.entities.name_forms import Form
from quotes.text.name_parts import (
    CAPITALS,
    COURTESY,
    GIVEN_NAMES,
    INITIAL,
    LINK,
    ORDINARY_WORD,
    PEOPLE,
    TITLE,
    TITLE_OR_NAME,
    TITLE_PART,
)
from quotes.text.word_classes import ROLE

OF_TITLES = frozenset((TITLE, TITLE_OR_NAME, TITLE_PART, COURTESY))
LONGEST_HONOUR = 3  # letters of an honour behind a name: AM, OBE
GIVEN = frozenset((*GIVEN_NAMES, INITIAL))
INSIDE = frozenset((TITLE, COURTESY))  # titles that are no part of a name even in its middle


class Part(NamedTuple):
    """A name inside a form, by words: the first with titles, the first without, the one after the last."""

    first: int
    name: int
    after: int
    kind: EntityKind


def find_parts(form: Form, labels: list[int], language: Language) -> list[Part]:
    """The names in a form, each with the titles before it, and the titles that stand by themselves."""
    found = list[Part]()
    i, free = 0, 0  # `free` is the first word after the last name
    while i < len(labels):
        after = _label_end(form.words, labels, i)
        if labels[i] == PERSON and after == i + 1 < len(labels) and _is_surname(form, labels, after):
            labels[after] = PERSON
            after += 1
        if labels[i] == PERSON:
            _take_roles_off(form, labels, (i, after), language)
            while labels[i] != PERSON:
                i += 1
            after = _label_end(form.words, labels, i)
        if labels[i] != NOTHING:
            first = _title_start(form, labels, (free, i), language.vocabulary.classes) if labels[i] == PERSON else i
            while found and found[-1].first >= first:  # the body in a title: President of Chile Ann Reed
                found.pop()
            found.append(Part(first, i, after, LABELS[labels[i]]))
            free = after
        i = after
    return sorted([*found, *_nameless(form, len(labels), found)])


def _is_surname(form: Form, labels: list[int], at: int) -> bool:
    """Whether a word that is labelled as nothing is the surname behind a given name: Emily Foster, Daniel Price."""
    before, kind = form.kinds[at - 1], form.kinds[at]
    ends = at + 1 == len(labels) or form.kinds[at + 1] == LINK
    return labels[at] == NOTHING and before in GIVEN_NAMES and kind == ORDINARY_WORD and ends


def _take_roles_off(form: Form, labels: list[int], name: tuple[int, int], language: Language) -> None:
    """Label what stands beside a person's name as no part of it: MP Ann Reed, Canadian Ann Reed, Ann Reed AM."""
    first, after = name
    words, kinds, classes = form.words, form.kinds, language.vocabulary.classes
    inside = next((i for i in range(after - 2, first, -1) if _is_inner_role(form, name, i, classes)), first - 1)
    while first <= inside:  # Harborough Mayor Ann Reed
        labels[first] = NOTHING
        first += 1
    while after - first > 1 and kinds[first] not in GIVEN and (
            classes.get(words[first].lower()) == ROLE
            or (kinds[first] == CAPITALS and after - first > 2)
            or (kinds[first] == PEOPLE and after - first > 2 and kinds[first + 1] in GIVEN)):
        labels[first] = NOTHING
        first += 1
    while after - first > 1 and kinds[after - 1] == CAPITALS and not words[first].isupper() and (
            after - first > 2 or (first > 0 and len(words[after - 1]) <= LONGEST_HONOUR)):
        after -= 1
        labels[after] = NOTHING


def _is_inner_role(form: Form, name: tuple[int, int], at: int, classes: Mapping[str, str]) -> bool:
    """Whether a word in the middle of a name says what somebody is, so that the name begins behind it."""
    kinds = form.kinds
    if kinds[at] in INSIDE:
        return kinds[at + 1] in GIVEN
    role = classes.get(form.words[at].lower()) == ROLE and kinds[at] not in GIVEN
    return role and name[1] - at > 2 and GIVEN.isdisjoint(kinds[name[0] : at])


def _label_end(words: Sequence[str], labels: list[int], first: int) -> int:
    """Where the words with one label end; the marks around a nickname have that of the name."""
    after = first + 1
    while after < len(labels) and (labels[after] == labels[first] or not (
            words[after][0].isalnum() or after + 1 == len(labels) or labels[first] == NOTHING)):
        after += 1
    return after


def _title_start(form: Form, labels: list[int], place: tuple[int, int], classes: Mapping[str, str]) -> int:
    """The first word of the titles before a name; the name itself if there are none."""
    free, name = place
    kinds, start = form.kinds, name
    while start > free and labels[start - 1] == NOTHING:
        start -= 1
    of = kinds.rfind(LINK, 0, name)
    if of > 0 and kinds[of - 1] in OF_TITLES and PERSON not in labels[:of]:
        start = min(start, of - 1)
        while start > 0 and labels[start - 1] == NOTHING:
            start -= 1
    while start < name and not form.words[start][0].isupper():
        start += 1
    roles = any(classes.get(word.lower()) == ROLE for word in form.words[start:name])
    return start if roles or not OF_TITLES.isdisjoint(kinds[start:name]) else name


def _nameless(form: Form, length: int, found: list[Part]) -> Iterator[Part]:
    """The stretches of capitalised words that name nothing: titles, and ordinary words."""
    taken = {i for part in found for i in range(part.first, part.after)}
    i = 0
    while i < length:
        after = i + 1
        if i not in taken:
            while after < length and after not in taken:
                after += 1
            yield Part(i, i, after, "nothing" if OF_TITLES.isdisjoint(form.kinds[i:after]) else "title")
        i = after
