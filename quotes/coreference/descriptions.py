"""Descriptions: the whole of a noun phrase that names nobody, and what an article calls a person beside the name."""

from __future__ import annotations

import regex

from quotes.languages.contract import Language
from quotes.records.spans import Span
from quotes.text.patterns import (
    END,
    any_number,
    any_of,
    fewest,
    followed_by,
    named,
    none_of,
    not_followed_by,
    one_of,
    optional,
    pattern,
    preceded_by,
    repeated,
    sequence,
    some,
    up_to,
)
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    DETERMINERS,
    GENITIVE,
    LINE,
    MODIFIERS,
    NAME,
    NOMINAL,
    NOUNS,
    NOUNS_AND_NAMES,
    NUMBER,
    OF,
    OPENING_BRACKET,
    PHRASE_OPENERS,
    PLAIN_WORD,
    PREPOSITION,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIER,
    QUOTATION,
    QUOTED,
    RELATIVE,
    REPORTING_VERBS,
    ROLE,
    SEMICOLON,
    SENTENCE_EDGES,
    SPEECH_NOUN,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    VERB,
)

COUNTED = PLAIN_WORD + NUMBER
NOUN_PHRASE = sequence(optional(PHRASE_OPENERS), up_to(6, ADVERB, NOMINAL, AMPERSAND), NOMINAL,
                       optional(sequence(GENITIVE, repeated(1, 5, NOUNS_AND_NAMES))))
MODIFIER = pattern(named("noun", optional(PLAIN_WORD)), named("link", any_of(PREPOSITIONS, AUXILIARY)),
                   named("phrase", NOUN_PHRASE))
RELATIVE_CLAUSE = pattern(
    RELATIVE, up_to(2, MODIFIERS), optional(REPORTING_VERBS),
    repeated(1, 14, none_of(STOP, COMMA, LINE, QUOTED, REPORTING_VERBS)),
    followed_by(sequence(optional(COMMA), up_to(2, MODIFIERS), SPEECH_VERB), any_of(SENTENCE_EDGES, COMMA), END))
ANOTHER = pattern(CONJUNCTION, optional(PHRASE_OPENERS), up_to(2, COUNTED), ROLE,
                  followed_by(sequence(up_to(2, MODIFIERS), any_of(REPORTING_VERBS, PREPOSITIONS, RELATIVE))))
# Reed, 52, the longtime mayor of Ely, …
APPOSITION = pattern(
    COMMA,
    named("description", optional(sequence(NUMBER, COMMA)), one_of(
        sequence(PHRASE_OPENERS, fewest(up_to(12, none_of(
            COMMA, SENTENCE_EDGES, SEMICOLON, COLON, QUOTED, SUBJECT_PRONOUN, SPEECH_VERB, RELATIVE, OPENING_BRACKET,
            CLOSING_BRACKET, DASH)))),
        up_to(6, ADVERB, PLAIN_WORD, NAME, GENITIVE, OF),
    ), ROLE, optional(sequence(PREPOSITIONS, fewest(repeated(1, 10, none_of(
        COMMA, SENTENCE_EDGES, SEMICOLON, COLON, QUOTED, REPORTING_VERBS, SUBJECT_PRONOUN, RELATIVE, VERB)))))),
    followed_by(any_of(COMMA, SENTENCE_EDGES, SEMICOLON, CLOSING_BRACKET, OPENING_BRACKET, DASH), END))
BEFORE_NAME = pattern(one_of(
    sequence(any_of(DETERMINERS, NAME), up_to(5, PLAIN_WORD, ROLE, NAME, GENITIVE)),
    up_to(4, PLAIN_WORD, ROLE),
), ROLE, END)
PHRASE_START = pattern(optional(repeated(1, 2, PHRASE_OPENERS)), any_number(ADVERB, NOMINAL, AMPERSAND, GENITIVE), END)
HEAD_END = pattern(any_number(PHRASE_OPENERS, ADVERB), some(
    any_of(NOMINAL, AMPERSAND, ADVERB, QUANTIFIER),
    sequence(GENITIVE, followed_by(NOMINAL, QUANTIFIER, ADVERB)),
    sequence(DASH, followed_by(NAME)),
    sequence(QUOTATION, followed_by(NAME)),
    sequence(CONJUNCTION, followed_by(sequence(some(NAME), NOUNS)))))
OWNED = pattern(GENITIVE, one_of(
    sequence(any_number(ADVERB, NOMINAL), ROLE, not_followed_by(ROLE)),
    sequence(up_to(3, PLAIN_WORD, ADVERB), repeated(1, 5, NAME), not_followed_by(NOUNS_AND_NAMES))))
# The Post reports that …
VERB_TAKEN_FOR_NOUN = pattern(
    preceded_by(NAME), one_of(
        sequence(SPEECH_NOUN, followed_by(
            DETERMINER, NAME, PRONOUNS, THAT, QUANTIFIER, QUOTATION, ADVERB, SUBORDINATOR, NUMBER)),
        sequence(ROLE, followed_by(DETERMINER, NAME, PRONOUNS, THAT, QUANTIFIER, QUOTATION, SUBORDINATOR, NUMBER))))
# Groups of protesters.
PARTITIVE = pattern(optional(DETERMINER, QUANTIFIER), up_to(3, COUNTED), any_of(COUNTED, ROLE, QUANTIFIER), OF, END)
# The former mayor and senator.
OTHER_ROLE = pattern(DETERMINERS, up_to(5, ADVERB, PLAIN_WORD, ROLE, NAME), ROLE, CONJUNCTION, END)
CLAUSE_EDGES = frozenset((*SENTENCE_EDGES, *QUOTED, COMMA, SEMICOLON, COLON, DASH, OPENING_BRACKET, CONJUNCTION,
                          SUBORDINATOR, THAT, PREPOSITION))
AFTER_HEAD = ADVERB + NUMBER  # a spokesman later, Route 66
MAY_BE_PART = PLAIN_WORD + ROLE + ADVERB + NUMBER  # of what a partitive counts
ENDS_BEFORE_QUOTATION = (COMMA, QUOTATION)
GOES_ON = frozenset((CONJUNCTION, OF, PREPOSITION, DETERMINER, COMMA, AMPERSAND))  # what a phrase does not end with
INTRODUCES = DETERMINER + QUANTIFIER
LOOK_BACK = 8
LONGEST = 40  # tokens of a description


def head_of(view: str, first: int, after: int) -> int:
    """The token of a phrase's head noun: the last word before its first modifier."""
    match = HEAD_END.match(view, first, after)
    end = match.end() if match else after
    while end - 1 > first and view[end - 1] in AFTER_HEAD and view[end - 2] in NOUNS_AND_NAMES:
        end -= 1
    return end - 1


def grown(view: str, first: int, after: int) -> tuple[int, int]:
    """A phrase extended to all that belongs to its noun: words before it, its owner, or what it owns.

    “campaign” or “Reed” of “Reed’s campaign” grows to all of it, “Reed” of “Reed’s claim” does not.
    """
    owned = OWNED.match(view, after)
    if owned:
        after = owned.end()
        while view[after : after + 1] == NAME:
            after += 1
    verb = VERB_TAKEN_FOR_NOUN.match(view, after - 1)
    if verb and after - 1 > first:
        return first, after - 1
    if view[after - 1] == ROLE:
        start = phrase_before(view, after)
        if start < first and (view[start] in PHRASE_OPENERS or start == 0 or view[start - 1] in CLAUSE_EDGES):
            first = start
        more = PARTITIVE.search(view, max(0, first - LOOK_BACK), first) if view[first] in MAY_BE_PART else None
        more = more or OTHER_ROLE.search(view, max(0, first - LOOK_BACK), first)
        first = more.start() if more else first
    return first, after


def whole_phrase(tokens: Tokens, view: str, first: int, after: int, documents: frozenset[str]) -> tuple[int, int]:
    """A description's first token and the one after its last, modifiers up to the verb of speech taken in.

    “a source” grows to “a source close to the rebel groups”, not “the court” to “the court in its ruling”: `documents`
    are the nouns of what somebody speaks in.
    """
    end = after
    while end - first < LONGEST:
        match = MODIFIER.match(view, end)
        if match and _belongs(tokens, view, match, documents):
            end = match.end()
            continue
        other = RELATIVE_CLAUSE.match(view, end) or ANOTHER.match(view, end)
        if not other:
            break
        end = other.end()
        if other.re is RELATIVE_CLAUSE:
            break
    if view[end - 1] == SPEECH_NOUN and end > after and view[end : end + 1] in ENDS_BEFORE_QUOTATION:
        end -= 1  # a source close to the rebels saying, “…”
    while end - 1 > first and view[end - 1] in GOES_ON:
        end -= 1
    return first, end


def _belongs(tokens: Tokens, view: str, match: regex.Match[str], documents: frozenset[str]) -> bool:
    """Whether “to …”, “close to …”, “in …” goes with the noun before it and not with the verb of speech."""
    link = match.start("link")
    if view[link] == AUXILIARY:
        if tokens.words[link].lower() != "to":
            return False
        if view[link + 1] == PLAIN_WORD and not match.group("noun"):
            return False  # to speak
    last = match.end() - 1
    speaks_in = view[last] == SPEECH_NOUN or tokens.words[last].lower() in documents
    return not speaks_in or tokens.words[link].lower() != "in"


def phrase_before(view: str, after: int) -> int:
    """Where the noun phrase that ends at token `after` begins."""
    match = PHRASE_START.search(view, max(0, after - LOOK_BACK), after)
    return match.start() if match else after - 1


def beside_name(view: str, place: tuple[int, int, int]) -> Span | None:
    """The tokens of what the paper calls a person where it names them; of the title if there is nothing more.

    So of “a rebel spokesperson”. `place` are the first token with titles, the first of the name, and the one after the
    last.
    """
    first, name, after = place
    match = APPOSITION.match(view, after)
    if match:
        return Span(*match.span("description"))
    before = BEFORE_NAME.search(view, max(0, first - LOOK_BACK), first)
    if before:
        return Span(before.start(), name)
    return Span(first, name) if name > first else None


def definite(word: str, language: Language) -> bool:
    """Whether a phrase that begins with this word points at somebody known: the, his; not a, some, one."""
    low = word.lower()
    references = language.references
    return low in references.definite or low in references.possessive_pronouns


def introduces(view: str, words: list[str], phrase: tuple[int, int], language: Language) -> bool:
    """Whether a phrase tells of somebody or something new: a local bank, Reed’s campaign; not the old bank."""
    first, after = phrase
    return GENITIVE in view[first:after] or (view[first] in INTRODUCES and not definite(words[first], language))


def several(noun: str, language: Language) -> bool:
    """Whether a noun means more than one person."""
    return noun.endswith(language.references.plural_endings) and not noun.endswith("ss")
