"""Mentions: everything outside of quotations that names or points at somebody who could be speaking."""

from __future__ import annotations

from typing import NamedTuple

from quotes.records.evidence import Mention, MentionKind
from quotes.text.patterns import (
    ANYTHING,
    END,
    START,
    any_number,
    any_of,
    followed_by,
    named,
    one_of,
    optional,
    pattern,
    preceded_by,
    repeated,
    sequence,
    up_to,
)
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ACCORDING,
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    BASE_SPEECH_VERB,
    BEFORE_TURN,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CUES,
    DASH,
    DETERMINER,
    DETERMINERS,
    GENITIVE,
    IN_QUOTATION,
    LABEL_MENTION,
    LINE,
    MODIFIERS,
    NAME,
    NAME_MENTION,
    NAMED_MENTIONS,
    NOMINAL,
    NOUN_MENTION,
    NUMBER,
    OBJECT_MENTION,
    OBJECT_PRONOUN,
    OF,
    OPENING_BRACKET,
    OPENING_MENTION,
    PHRASE_OPENERS,
    PLAIN_WORD,
    POSSESSIVE,
    POSSESSIVE_MENTION,
    PREPOSITION,
    PREPOSITIONS,
    PRONOUN_MENTION,
    QUANTIFIER,
    QUANTIFIER_MENTION,
    QUOTATION_TO_CUE,
    QUOTED,
    RELATIVE,
    RELATIVE_MENTION,
    REPORTING_VERBS,
    ROLE,
    ROLE_MENTION,
    SENTENCE_EDGES,
    SPEECH_GERUND,
    SPEECH_NOUN,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    VERB,
)

KINDS: dict[str, MentionKind] = {
    LABEL_MENTION: "name", NAME_MENTION: "name", ROLE_MENTION: "role", NOUN_MENTION: "description",
    OPENING_MENTION: "description", QUANTIFIER_MENTION: "pronoun", PRONOUN_MENTION: "pronoun",
    RELATIVE_MENTION: "pronoun", POSSESSIVE_MENTION: "pronoun", OBJECT_MENTION: "pronoun",
}
VERBAL = REPORTING_VERBS + VERB + AUXILIARY
# A noun phrase: determiner, then nouns, roles, capitals; “of” and “for” only between capitals.
PHRASE = named("phrase", one_of(
    sequence(
        optional(sequence(DETERMINERS, optional(QUANTIFIER)), QUANTIFIER),
        repeated(
            1, 14, NOMINAL,
            sequence(preceded_by(DETERMINERS), BASE_SPEECH_VERB, followed_by(PLAIN_WORD, ROLE, NAME)),
            sequence(AMPERSAND, followed_by(NAME)),
            sequence(preceded_by(NAME), OF, followed_by(sequence(optional(DETERMINER), NAME))),
            sequence(preceded_by(sequence(NAME, OF)), DETERMINER, followed_by(NAME)))),
    sequence(DETERMINER, QUANTIFIER, followed_by(sequence(any_number(MODIFIERS), any_of(VERBAL)))),
))
PRONOUN = named("pronoun", SUBJECT_PRONOUN)
RELATIVE_CLAUSE = named("relative", one_of(
    sequence(
        one_of(preceded_by(NOMINAL, COMMA, CLOSING_BRACKET), sequence(NOMINAL, COMMA)), RELATIVE,
        followed_by(sequence(any_number(MODIFIERS), any_of(
            VERBAL, ADVERB, BASE_SPEECH_VERB, SPEECH_GERUND, SUBJECT_PRONOUN, DETERMINER, NAME, ROLE)))),
    sequence(preceded_by(NOMINAL, COMMA), THAT, followed_by(sequence(any_number(MODIFIERS), REPORTING_VERBS))),
))
OBJECT = named("object", preceded_by(PREPOSITIONS, AUXILIARY), OBJECT_PRONOUN)
SEVERAL = named("quantifier", QUANTIFIER, followed_by(VERBAL, PREPOSITIONS, RELATIVE, COMMA))
# WASHINGTON, Aug. 24 (UPI) — : where and when it was written, at the start of a paragraph.
DATELINE = pattern(
    one_of(START, preceded_by(LINE)), repeated(1, 4, NAME),
    up_to(2, sequence(COMMA, repeated(1, 4, NAME, ADVERB, NUMBER))),
    optional(sequence(OPENING_BRACKET, repeated(1, 3, NAME), CLOSING_BRACKET)), DASH,
    followed_by(DETERMINER, NAME, SUBJECT_PRONOUN, PLAIN_WORD, ROLE, SUBORDINATOR, PREPOSITION))
CANDIDATE = pattern(one_of(PHRASE, PRONOUN, RELATIVE_CLAUSE, OBJECT, SEVERAL))
FORM_OF_GROUP = {"pronoun": PRONOUN_MENTION, "relative": RELATIVE_MENTION, "object": OBJECT_MENTION,
         "quantifier": QUANTIFIER_MENTION}
BEFORE_CUE = pattern(optional(COMMA), any_number(MODIFIERS),
                     optional(sequence(any_of(THAT, RELATIVE), any_number(MODIFIERS))), REPORTING_VERBS)
BEFORE_VERB = pattern(any_number(MODIFIERS), any_of(VERB, AUXILIARY, PREPOSITION))
COUNTED_AFTER = pattern(one_of(VERB, sequence(AUXILIARY, REPORTING_VERBS)), END)
REMARK = pattern(up_to(3, ANYTHING), any_of(SPEECH_NOUN, CUES, BASE_SPEECH_VERB))
PLAIN_HEAD = PLAIN_WORD + SPEECH_NOUN + NUMBER
LINKS = AMPERSAND + OF + DETERMINER
PLAIN_TAIL = PLAIN_HEAD + LINKS
NO_NOUNS = NUMBER + LINKS
IN_NAME = NAME + LINKS
LABEL_LENGTH = 5


class Candidate(NamedTuple):
    """A mention by its tokens: the first, the one after the last, and the class of its form (text/word_classes.py)."""

    first: int
    after: int
    form: str


def find_candidates(view: str) -> list[Candidate]:
    """All candidates of a view in which quotations are masked, in order, none overlapping."""
    found: list[Candidate] = []
    datelines = {i for match in DATELINE.finditer(view) for i in range(*match.span())}
    for match in CANDIDATE.finditer(view):
        group = match.lastgroup
        first, after = match.span()
        if first in datelines:
            continue
        if group == "phrase":
            phrase = _phrase(view, first, after)
            if phrase:
                found.append(phrase)
        elif group:
            found.append(Candidate(first, after, FORM_OF_GROUP[group]))
    return found


def _phrase(view: str, first: int, after: int) -> Candidate | None:
    """The part of a noun phrase that points at somebody, if there is one."""
    letters = view[first:after]
    core = letters.rstrip(PLAIN_TAIL)
    if NAME in core or ROLE in core:
        if len(core) < len(letters) and core[-1] == NAME and core[0] in PHRASE_OPENERS:
            if view[after : after + 1] == GENITIVE:
                return None  # of the Norwegian capital’s new mayor
            beside_cue = BEFORE_CUE.match(view, after) or _after_cue(view, first)
            if beside_cue and not letters[len(core) :].strip(PLAIN_WORD):
                return Candidate(first, after, NOUN_MENTION)  # the Norwegian regime said
        kept = core if core[0] in PHRASE_OPENERS else core.lstrip(PLAIN_HEAD)
        begin = first + len(core) - len(kept)
        end = begin + len(kept)
        if kept[-1] == ROLE:
            return Candidate(begin, end, ROLE_MENTION)
        opens = begin == 0 or view[begin - 1] in BEFORE_TURN
        label = opens and len(kept) < LABEL_LENGTH and view[end : end + 1] == COLON
        return Candidate(begin, end, LABEL_MENTION if label else NAME_MENTION)
    return _plain_phrase(view, first, after)


def _plain_phrase(view: str, first: int, after: int) -> Candidate | None:
    """A noun phrase without a name or role: it counts beside a speech verb, or as a sentence's subject."""
    if view[after - 1] in DETERMINERS or not view[first:after].strip(NO_NOUNS):
        return None
    if view[first] == NUMBER and COUNTED_AFTER.search(view, max(0, first - 2), first):
        return None  # how often or how much, not who: a post shared 9,000 times says …
    if BEFORE_CUE.match(view, after) or _after_cue(view, first):
        return Candidate(first, after, NOUN_MENTION)
    if view[first] == POSSESSIVE and REMARK.match(view, first + 1):
        return Candidate(first, first + 1, POSSESSIVE_MENTION)
    starts = first == 0 or view[first - 1] in SENTENCE_EDGES
    if starts and view[first] in PHRASE_OPENERS and BEFORE_VERB.match(view, after):
        return Candidate(first, after, OPENING_MENTION)
    return None


def _after_cue(view: str, first: int) -> bool:
    """Whether a phrase stands after the verb that follows a quotation (“…,” says one), or after “according to”."""
    i = first - 1
    while i > 0 and view[i] in MODIFIERS:
        i -= 1
    if i < 0:
        return False
    if view[i] == ACCORDING:
        return True
    if view[i] not in REPORTING_VERBS:
        return False
    i -= 1
    while i > 0 and view[i] in QUOTATION_TO_CUE:
        i -= 1
    return i >= 0 and (view[i] in QUOTED or (view[i] == STOP and i > 0 and view[i - 1] == IN_QUOTATION))


def mention(text: str, tokens: Tokens, candidate: Candidate) -> Mention:
    """A candidate as a record: the whole phrase, and in it the name, or the head noun."""
    first, after, form = candidate
    head = after - 1
    if form in NAMED_MENTIONS:
        while head > first and tokens.classes[head - 1] in IN_NAME:
            head -= 1
    end = tokens.ends[after - 1]
    return Mention(tokens.starts[first], end, KINDS[form], tokens.starts[head], end)
