"""Speech that the next sentence calls somebody's words: “…” Those are the words of Ann Reed."""

from __future__ import annotations

from quotes.records.spans import Span
from quotes.text.patterns import any_of, named, one_of, optional, pattern, sequence, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    DETERMINERS,
    GENITIVE,
    LINE,
    NAME,
    NUMBER,
    OF,
    PLAIN_WORD,
    RELATIVE,
    ROLE,
    SPEECH_NOUN,
    SPEECH_VERB,
    STOP,
    SUBORDINATOR,
    THAT,
    VERB,
    WEAK_SPEECH_VERB,
)

BELIEF = 0.85  # that words are speech which the next sentence says to be somebody's
BONUS = 8.0  # for whom that sentence names, on the scale of the weights: no other clue outweighs it
POINTING = any_of(THAT, DETERMINER)  # that, those, this, the
SOMEBODY = sequence(up_to(3, DETERMINERS, PLAIN_WORD, NUMBER), named("who", any_of(NAME, ROLE)))
BELOW = pattern(optional(LINE), one_of(
    # That was the verdict of Ann Reed. / These are, again, her words, not: the title of her book.
    sequence(POINTING, AUXILIARY, up_to(3, DETERMINER, ADVERB, PLAIN_WORD, NUMBER), SPEECH_NOUN, OF, SOMEBODY),
    sequence(POINTING, AUXILIARY, SOMEBODY, up_to(3, NAME), GENITIVE, up_to(1, PLAIN_WORD), SPEECH_NOUN),
    # The words are those of Ann Reed.
    sequence(POINTING, SPEECH_NOUN, AUXILIARY, any_of(THAT, DETERMINER), OF, SOMEBODY),
    # That is what Ann Reed said. / This was how Ann Reed put it.
    sequence(POINTING, AUXILIARY, any_of(RELATIVE, SUBORDINATOR, ADVERB), SOMEBODY, up_to(3, NAME),
             any_of(SPEECH_VERB, WEAK_SPEECH_VERB, VERB)),
))


def named_below(tokens: Tokens, quotation: Span) -> int | None:
    """The token that names whose words the sentence after a quotation says these are, if it does."""
    if tokens.classes[quotation.end - 2 : quotation.end - 1] != STOP:
        return None
    found = BELOW.match(tokens.classes, quotation.end)
    return None if found is None else found.start("who")
