"""Forms: the names of an article as printed, each with all places where it stands and what stands around them there.

A form is judged by more than one place tells: “Okafor” is somebody where “Ms. Okafor” or “Okafor, 43,” is written too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from quotes.languages.contract import Language
from quotes.text.entities.stretches import Stretch, find_stretches
from quotes.text.name_parts import (
    AND_SIGN,
    BODY_WORD,
    COURTESY,
    GIVEN_NAMES,
    INITIAL,
    TITLE_OR_NAME,
    TITLES,
    word_kinds,
)
from quotes.text.patterns import any_of, none_of, one_of, optional, pattern, repeated, sequence, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AUXILIARY,
    CLOSING_BRACKET,
    COMMA,
    DASH,
    DETERMINER,
    GENITIVE,
    MODIFIERS,
    NAME,
    NUMBER,
    OPENING_BRACKET,
    PLAIN_WORD,
    PREPOSITION,
    QUOTED,
    RELATIVE,
    ROLE,
    SENTENCE_EDGES,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    VERB,
)

# Reed, 52, … Reed, who … Reed (D-Va.) … Reed, a retired teacher, … Reed said
PERSONAL = pattern(one_of(
    sequence(COMMA, NUMBER, any_of(COMMA, STOP)),
    sequence(COMMA, RELATIVE),
    sequence(OPENING_BRACKET, NAME, any_of(DASH, CLOSING_BRACKET)),
    sequence(COMMA, optional(DETERMINER, ADVERB), up_to(5, PLAIN_WORD, ADVERB, GENITIVE, NAME, ROLE, DASH), ROLE),
    sequence(up_to(2, MODIFIERS), SPEECH_VERB),
))
# Reed has … . She …
NEXT_SUBJECT = pattern(
    any_of(AUXILIARY, VERB), repeated(1, 60, none_of(SENTENCE_EDGES, QUOTED)), STOP, SUBJECT_PRONOUN)
# What an article shows of a word in the names that it is the last or the first word of, or that it is all of.
(ALONE, LAST, FIRST, INNER, AFTER_GIVEN_NAME, BEFORE_BODY_WORD, TITLED, WITH_COURTESY, SAYS, OWNS, RELATED, AGED,
 PERSON_LIKE, TAKEN_UP, AFTER_PREPOSITION, AFTER_DETERMINER) = (1 << n for n in range(16))
FOLLOWED = {SPEECH_VERB: SAYS, GENITIVE: OWNS, RELATIVE: RELATED}
BOTH_FOLLOWED = {COMMA + RELATIVE: RELATED, COMMA + NUMBER: AGED}
PRECEDED = {PREPOSITION: AFTER_PREPOSITION, DETERMINER: AFTER_DETERMINER}
GIVEN = frozenset((*GIVEN_NAMES, TITLE_OR_NAME, INITIAL))
TITLING = frozenset((COURTESY, *TITLES))
NOTED = 8  # places of a form whose surroundings are looked at
LONGEST_LONG_NAME = 8  # words of a name whose initials can stand for it


@dataclass(slots=True, eq=False)
class Form:
    """One form of a name: its words, their kinds, its places, and what stands beside it in the first of them.

    `left` and `right` hold for each the word beside it and the classes of the two tokens there. `personal`
    counts the places where what follows is typical of a person, `taken_up` those after which “he” or “she” goes on.
    """

    words: tuple[str, ...]
    kinds: str
    places: list[Stretch] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    right: list[tuple[str, str]] = field(default_factory=list)
    personal: int = 0
    taken_up: int = 0


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of an article, what it shows of each word in them, and the names that initials can stand for."""

    forms: tuple[Form, ...]
    evidence: dict[str, int]
    initials: dict[str, Form]

    def shown(self, word: str) -> int:
        """What the article shows of a word; of one in capitals also what it shows of the same word in small letters."""
        shown = self.evidence.get(word, 0)
        return shown | self.evidence.get(word.capitalize(), 0) if word.isupper() else shown


def find_forms(tokens: Tokens, language: Language) -> Forms:
    """The forms of an article in the order in which they first appear."""
    found: dict[tuple[str, ...], Form] = {}
    kinds = word_kinds(language)
    for stretch in find_stretches(tokens, language):
        words = tuple(tokens.words[stretch.first : stretch.after])
        form = found.get(words)
        if form is None:
            letters = "".join([kinds[word] if word != "&" else AND_SIGN for word in words])
            form = found[words] = Form(words, letters)
        form.places.append(stretch)
        if not stretch.headline and len(form.left) < NOTED:
            _note(form, stretch, tokens, language)
    evidence: dict[str, int] = defaultdict(int)
    initials: dict[str, Form] = {}
    for form in found.values():
        _gather(form, evidence)
        if 1 < len(form.words) <= LONGEST_LONG_NAME:
            initials.setdefault("".join(word[0] for word in form.words if word[0].isupper()), form)
    return Forms(tuple(found.values()), evidence, initials)


def _note(form: Form, stretch: Stretch, tokens: Tokens, language: Language) -> None:
    """Keep what stands around one place of a form."""
    words, classes = tokens.words, tokens.classes
    first, after, _ = stretch
    form.left.append((_word(words[first - 1]) if first else "\n", classes[max(0, first - 2) : first]))
    form.right.append((_word(words[after]) if after < len(words) else "\n", classes[after : after + 2]))
    personal = PERSONAL.match(classes, after)
    if personal:
        word = words[personal.end() - 1].lower()
        sources = language.sources
        form.personal += (word not in sources.group_heads and word not in sources.document_heads
                          and word != language.references.which)
    if first == 0 or classes[first - 1] in SENTENCE_EDGES:
        pronoun = NEXT_SUBJECT.match(classes, after)
        if pronoun:
            form.taken_up += language.references.pronouns.get(words[pronoun.end() - 1].lower()) in ("m", "f")


def _word(word: str) -> str:
    return "\n" if word[0] == "\n" else word.lower()


def _gather(form: Form, evidence: dict[str, int]) -> None:
    """Note for the words of a form what it shows of them."""
    words, kinds = form.words, form.kinds
    first, last = words[0], words[-1]
    if len(words) == 1:
        shown = ALONE
    else:
        shown = LAST | (AFTER_GIVEN_NAME if kinds[0] in GIVEN else 0)
        evidence[first] |= FIRST | (BEFORE_BODY_WORD if kinds[-1] == BODY_WORD else 0)
        for word in words[1:-1]:
            evidence[word] |= INNER
        if not TITLING.isdisjoint(kinds[:-1]):
            shown |= TITLED | (WITH_COURTESY if COURTESY in kinds[:-1] else 0)
    for _, classes in form.left:
        shown |= TITLED if classes[-1:] == ROLE else 0
        evidence[first] |= PRECEDED.get(classes[-1:], 0)
    for _, classes in form.right:
        shown |= FOLLOWED.get(classes[:1], 0) | BOTH_FOLLOWED.get(classes, 0)
    shown |= (PERSON_LIKE if form.personal else 0) | (TAKEN_UP if form.taken_up else 0)
    evidence[last] |= shown
