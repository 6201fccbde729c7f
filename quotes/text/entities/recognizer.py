"""The recognizer: a label for every word of every form, by learned weights, and the runs that follow from the labels.

A conditional random field over the words of a form: each word's facts and each pair of neighbouring labels have
weights, and of all ways to label the form the likeliest is taken. The weights are learned by
quotes.model.entity_training.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from math import exp
from typing import Any, NamedTuple

from quotes.languages.contract import Language
from quotes.text.entities.entity_facts import (
    CLOSES,
    NOWHERE,
    OPENS,
    Fact,
    evidence_facts,
    initials_facts,
    kind_facts,
    left_facts,
    place_facts,
    places_in,
    position,
    right_facts,
    told_facts,
    word_facts,
)
from quotes.text.entities.entity_labels import BODY, LABELS, NOTHING, PERSON, PLACE_LABEL, EntityKind
from quotes.text.entities.form_parts import find_parts
from quotes.text.entities.name_forms import (
    AFTER_GIVEN_NAME,
    AGED,
    BEFORE_BODY_WORD,
    LAST,
    RELATED,
    TITLED,
    WITH_COURTESY,
    Form,
    Forms,
    find_forms,
)
from quotes.text.name_parts import (
    BODY_WORD,
    COURTESY,
    GIVEN_NAME,
    GIVEN_NAMES,
    INITIAL,
    LINK,
    ORDINARY_WORD,
    PLACE,
    TITLE,
    TITLE_OR_NAME,
    UNKNOWN_WORD,
)
from quotes.text.tokens import Tokens
from quotes.text.word_classes import QUOTATION, SPEECH_VERB

LEAST = -50.0  # the score of a label that is ruled out
LONG = 4  # words that a person's name seldom has
OF_PERSON = frozenset((*GIVEN_NAMES, INITIAL, UNKNOWN_WORD))
UNSURE = 0.5  # a place that is told less surely than this is looked for in the lists
PRUNED = 8.0  # how much less than the best a label may score to be considered
SURNAMES = frozenset((ORDINARY_WORD, PLACE, *GIVEN_NAMES))  # what may be one behind a given name: Lima, Price
OF_SOMEBODY = AFTER_GIVEN_NAME | TITLED | WITH_COURTESY | RELATED | AGED  # what only people's names show
NO_BODY = frozenset((COURTESY, TITLE, TITLE_OR_NAME, LINK))
DOUBTFUL = 0.8  # a form labelled less surely than this is read by the kinds of its words
REMEMBERED = 100_000  # combinations of facts whose weights are kept for the next article

Vector = tuple[float, ...]
ZERO: Vector = (0.0,) * len(LABELS)


@dataclass(frozen=True, slots=True, eq=False)
class EntityWeights:
    """The weights of the recognizer: for each fact one a label, and for each label one a label before it."""

    facts: Mapping[str, Vector]
    transitions: tuple[Vector, ...] = (ZERO,) * len(LABELS)


NO_ENTITY_WEIGHTS = EntityWeights({})


class Run(NamedTuple):
    """A name by its tokens: the first with titles, the first without, the one after the last; and what it names.

    `letters` are the kinds of the name's words (quotes.text.name_parts); `headline` tells that every word around is
    capitalised, `sure` how likely the form's labels are.
    """

    first: int
    name: int
    after: int
    kind: EntityKind
    letters: str
    headline: bool = False
    sure: float = 1.0

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return self.after - self.name == 1


class Sums(dict[Hashable, Vector]):
    """The summed weights of a group's facts, by what the facts depend on."""

    def __init__(self, weights: Mapping[str, Vector], facts: Callable[..., Iterator[Fact]]) -> None:
        super().__init__()
        self._weights, self._facts = weights, facts

    def __missing__(self, key: tuple[Any, ...]) -> Vector:
        if len(self) > REMEMBERED:
            self.clear()
        known = [(self._weights[fact], value) for fact, value in self._facts(*key) if fact in self._weights]
        vectors = [tuple([value * weight for weight in vector]) for vector, value in known]
        total = self[key] = tuple(map(sum, zip(*vectors, strict=True))) if vectors else ZERO
        return total


class Recognizer:
    """Labels the names of articles with one set of weights."""

    def __init__(self, weights: EntityWeights) -> None:
        self.weights = weights
        self._facts, self._transitions = weights.facts, weights.transitions
        self._into = list(zip(*weights.transitions, strict=True))  # for every label the weights of those before it
        self._words, self._kinds, self._shown, self._initials, self._placed = (
            Sums(weights.facts, facts)
            for facts in (word_facts, kind_facts, evidence_facts, initials_facts, place_facts))
        self._left, self._right, self._told = (
            Sums(weights.facts, facts) for facts in (left_facts, right_facts, told_facts))
        self._of_words: dict[tuple[str, tuple[str, ...]], list[Vector]] = {}

    def runs(self, tokens: Tokens, language: Language) -> list[Run]:
        """All names of a text in order, none overlapping."""
        forms = find_forms(tokens, language)
        found: list[Run] = []
        for form in forms.forms:
            labels, sure = self.labels(form, forms, language)
            parts = find_parts(form, labels, language)
            for first, _, headline in form.places:
                found.extend(Run(first + part.first, first + part.name, first + part.after, part.kind,
                                 form.kinds[part.name : part.after], headline, sure) for part in parts)
        found.sort()
        return found

    def labels(self, form: Form, forms: Forms, language: Language) -> tuple[list[int], float]:
        """The likeliest labels of a form's words, and how likely they are."""
        scores = self._scores(form, forms, language)
        if 1 < len(scores) < LONG and any(classes == QUOTATION + SPEECH_VERB for _, classes in form.left):
            scores = [(*own[:PLACE_LABEL], LEAST, *own[PLACE_LABEL + 1 :]) for own in scores]  # “…,” said no place
        if len(scores) == 1:
            top = max(scores[0])
            sure = 1 / sum([exp(score - top) for score in scores[0]])
            label = _alone(form, forms, scores[0].index(top), sure)
            again = label == PLACE_LABEL and sure < UNSURE and len(form.places) > 1
            if again and places_in(form, language.names) == [NOWHERE]:
                label = BODY  # a name that no list of places has, and that comes again
            return [label], sure
        labels, sure = self._decoded(scores)
        if sure < DOUBTFUL:
            before, link, _ = form.kinds.partition(LINK)
            if kinds_of_person(before):  # Daniel Price of the Water Institute
                labels[: len(before) + len(link)] = [PERSON] * len(before) + [NOTHING] * len(link)
            elif kinds_of_body(form.kinds):
                labels = [BODY] * len(labels)
        return labels, sure

    def _scores(self, form: Form, forms: Forms, language: Language) -> list[Vector]:
        """The sums of the facts' weights for each word."""
        words, length = form.words, len(form.words)
        own = self._of_words.get((language.code, words))
        if own is None:
            if len(self._of_words) > REMEMBERED:
                self._of_words.clear()
            own = self._of_words[language.code, words] = self._alone(form, language)
        last = forms.shown(words[-1])
        beside: dict[str, Vector] = {}
        scores: list[Vector] = []
        for i, word in enumerate(words):
            where = position(i, length)
            around = beside.get(where)
            if around is None:
                around = beside[where] = self._around(form, where)
            shown = self._shown[forms.shown(word) if i + 1 < length else last, last, where]
            scores.append(tuple([a + b + c for a, b, c in zip(own[i], around, shown, strict=True)]))
        if length == 1 and words[0] in forms.initials:
            initials = self._initials[(forms.initials[words[0]].kinds,)]
            scores = [tuple([a + b for a, b in zip(scores[0], initials, strict=True)])]
        return scores

    def _alone(self, form: Form, language: Language) -> list[Vector]:
        """The sums of the weights of those facts that rest on the words alone."""
        words, kinds, everyday, known = form.words, form.kinds, language.vocabulary.classes, self._facts
        placed = places_in(form, language.names)
        last = known.get(f"ends in {words[-1].lower()}", ZERO)
        found: list[Vector] = []
        for i, word in enumerate(words):
            vectors = (
                self._words[word, kinds[i], everyday.get(word.lower(), "")], self._kinds[kinds, i],
                self._placed[placed[i], kinds[i]], last,
                known.get(f"previous {words[i - 1].lower() if i else ''}", ZERO),
                known.get(f"next {words[i + 1].lower() if i + 1 < len(words) else ''}", ZERO))
            found.append(tuple(map(sum, zip(*vectors, strict=True))))
        return found

    def _around(self, form: Form, where: str) -> Vector:
        """The weights of what stands around a form, on average over its places."""
        total = len(form.left)
        if not total:
            return ZERO
        vectors = []
        if where in OPENS:
            vectors += [self._left[beside, where] for beside in form.left]
        if where in CLOSES:
            vectors += [self._right[beside, where] for beside in form.right]
        shares = self._told[form.personal / total, form.taken_up > 0, where]
        if not vectors:
            return shares
        return tuple([sum(weights) / total + told for weights, told in zip(
            zip(*vectors, strict=True), shares, strict=True)])

    def _decoded(self, scores: list[Vector]) -> tuple[list[int], float]:
        """The likeliest labels (Viterbi), and the product of each one's share where the others are as they are."""
        best = _likely(scores[0])
        back: list[dict[int, int]] = []
        for own in scores[1:]:
            following: dict[int, float] = {}
            came: dict[int, int] = {}
            for label, score in _likely(own).items():
                weights = self._into[label]
                reached = {before: total + weights[before] for before, total in best.items()}
                came[label] = before = max(reached, key=reached.__getitem__)
                following[label] = reached[before] + score
            back.append(came)
            best = following
        labels = [max(best, key=best.__getitem__)]
        for came in reversed(back):
            labels.append(came[labels[-1]])
        labels.reverse()
        sure = 1.0
        for n, own in enumerate(scores):
            weights = self._transitions[labels[n - 1]] if n else ZERO
            shares = [a + b for a, b in zip(own, weights, strict=True)]
            top = shares[labels[n]]
            sure /= sum([exp(score - top) for score in shares])
        return labels, sure


def _likely(scores: Vector) -> dict[int, float]:
    """The labels of a word that may be right, with their scores."""
    least = max(scores) - PRUNED
    return {label: score for label, score in enumerate(scores) if score >= least}


def _alone(form: Form, forms: Forms, label: int, sure: float) -> int:
    """The label of a word that stands alone, where longer names or its kind tell more than its own places."""
    shown, kind = forms.shown(form.words[0]), form.kinds
    if label == PERSON and shown & BEFORE_BODY_WORD and not shown & OF_SOMEBODY and kind == UNKNOWN_WORD:
        return BODY  # Peabody, of Peabody Energy
    if label == NOTHING and sure < DOUBTFUL and kind == BODY_WORD and shown & LAST:
        return BODY  # the Times, of the New York Times
    return label


def kinds_of_body(kinds: str) -> bool:
    """Whether the words of a name are most likely a body's whatever else tells: the New York Times."""
    return kinds[-1] == BODY_WORD and kinds[0] not in GIVEN_NAMES and NO_BODY.isdisjoint(kinds)


def kinds_of_person(kinds: str) -> bool:
    """Whether the words of a name are most likely a person's whatever else tells: a given name and a surname."""
    if len(kinds) < 2 or not OF_PERSON.issuperset(kinds[:-1]):
        return False
    return kinds[0] in GIVEN_NAMES and (kinds[-1] == UNKNOWN_WORD or (kinds[0] == GIVEN_NAME and kinds[-1] in SURNAMES))
