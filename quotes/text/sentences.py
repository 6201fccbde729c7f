"""How the sentences of a view lie, and what part a name plays in its sentence."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from quotes.text.patterns import END, any_of, none_of, one_of, pattern, repeated, sequence, up_to
from quotes.text.word_classes import (
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    BASE_SPEECH_VERB,
    CLOSING_BRACKET,
    COMMA,
    CUES,
    DETERMINER,
    GENITIVE,
    LINE,
    MODIFIERS,
    NAME,
    OPENING_BRACKET,
    PLAIN_WORD,
    PREPOSITION,
    PREPOSITIONS,
    QUANTIFIER,
    QUOTATION_ENDS,
    QUOTED,
    RELATIVE,
    REPORTING_VERBS,
    ROLE,
    SENTENCE_EDGES,
    SPEECH_GERUND,
    SPEECH_NOUN,
    SPEECH_VERB,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    VERB,
)

STOPS = pattern(SENTENCE_EDGES)
SAYING_AFTER = pattern(up_to(3, MODIFIERS), any_of(REPORTING_VERBS, BASE_SPEECH_VERB))
# Reed, the mayor, said; Reed, a lawyer, of Ely, said; Reed (D-Va.) said.
SAYING_AFTER_APPOSITION = pattern(one_of(
    sequence(repeated(1, 2, sequence(COMMA, repeated(1, 30, none_of(
        SENTENCE_EDGES, QUOTED, SUBJECT_PRONOUN, SPEECH_VERB, COMMA)))), COMMA, up_to(2, MODIFIERS), SPEECH_VERB),
    sequence(OPENING_BRACKET, repeated(1, 12, none_of(CLOSING_BRACKET, SENTENCE_EDGES)), CLOSING_BRACKET,
             up_to(2, MODIFIERS), SPEECH_VERB),
))
SAYING_BEFORE = pattern(QUOTATION_ENDS, SPEECH_VERB, up_to(4, ADVERB, DETERMINER, ROLE, PLAIN_WORD), END)
LEFT_OF_PHRASE = frozenset((ROLE, DETERMINER, NAME, PLAIN_WORD, AMPERSAND, QUANTIFIER))
TAKES_OBJECT = frozenset((*CUES, VERB, BASE_SPEECH_VERB, SPEECH_NOUN))
NOUNS_AFTER = (ROLE, SPEECH_NOUN)  # Reed aides, the Reed claim
GOES_ON = (VERB, AUXILIARY, ADVERB, RELATIVE, SPEECH_GERUND, PLAIN_WORD, COMMA)  # what follows a subject
# What part a mention plays, the likeliest to be meant by a later pronoun first.
ASKED, SAYING, SUBJECT, LESSER_SUBJECT, UNCLEAR, OTHER = range(6)
LOOK_BACK = 8


class Sentences:
    """The sentences of a view, by the tokens where they begin."""

    def __init__(self, view: str) -> None:
        self.view = view
        ends = [match.end() for match in STOPS.finditer(view)]
        bounds = [0, *ends, len(view)]
        self.starts = [a for a, b in pairwise(bounds) if b - a > 1]  # no empty ones, such as a blank line

    def number(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, token) - 1

    def bounds(self, token: int) -> tuple[int, int]:
        """The first token of the sentence that a token stands in, and the first of the next one."""
        n = self.number(token) + 1
        return self.starts[n - 1] if n else 0, self.starts[n] if n < len(self.starts) else len(self.view)

    def quoted(self, number: int) -> bool:
        """Whether a sentence begins inside a quotation."""
        return number < len(self.starts) and self.view[self.starts[number]] in QUOTED


def part_of(view: str, words: list[str], first: int, after: int, asking: frozenset[str]) -> int:
    """The part that the mention from token `first` to `after` plays in its sentence."""
    following = view[after : after + 1]
    if following == GENITIVE:
        return OTHER
    says = SAYING_AFTER.match(view, after)
    if says:
        return LESSER_SUBJECT if words[says.end() - 1] in asking else SAYING
    if following in (COMMA, OPENING_BRACKET) and SAYING_AFTER_APPOSITION.match(view, after):
        return SAYING
    i = first - 1
    while i >= 0 and view[i] in LEFT_OF_PHRASE and i > first - LOOK_BACK:
        i -= 1
    left = view[i] if i >= 0 else LINE
    if left in TAKES_OBJECT:
        if left == SPEECH_VERB and SAYING_BEFORE.search(view, max(0, first - LOOK_BACK), first):
            return SAYING
        return ASKED if words[i] in asking else OTHER
    if left in PREPOSITIONS or following in NOUNS_AFTER:
        return OTHER
    if following in GOES_ON and (following != COMMA or view[after + 1 : after + 2] == RELATIVE):
        return LESSER_SUBJECT if left == SUBORDINATOR else SUBJECT
    if following == PREPOSITION and left in SENTENCE_EDGES:  # The council on Friday called …
        return SUBJECT
    return UNCLEAR
