"""Words that limit what somebody is: former, acting, deputy. A description never begins behind one of them.

“former President Ann Reed” must not become “President”: the title alone would say that she is in office.
"""

from __future__ import annotations

from quotes.coreference.descriptions import beside_name, head_of
from quotes.languages.contract import Language
from quotes.text.patterns import END, any_of, followed_by, named, one_of, optional, pattern, repeated
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    AMPERSAND,
    AUXILIARY,
    CLOSING_BRACKET,
    COMMA,
    DASH,
    DETERMINERS,
    GENITIVE,
    NAME,
    NOMINAL,
    NOUNS,
    PHRASE_OPENERS,
    PLAIN_WORD,
    PREPOSITIONS,
    RELATIVE,
    ROLE,
    SEMICOLON,
    SENTENCE_EDGES,
    VERB,
)

BEFORE_TITLE = NAME + PLAIN_WORD + GENITIVE + AMPERSAND  # what may stand between: former South Carolina Gov. Ann Reed
IN_PHRASE = NOMINAL + PREPOSITIONS + AUXILIARY + DETERMINERS + GENITIVE + AMPERSAND  # envoy to Ely
LINKS = PREPOSITIONS + AUXILIARY
BEHIND = pattern(
    COMMA, named("description", optional(PHRASE_OPENERS), repeated(1, 16, IN_PHRASE, VERB)),
    followed_by(one_of(any_of(COMMA, SENTENCE_EDGES, RELATIVE, SEMICOLON, CLOSING_BRACKET, DASH), END)))
LIMIT_WITHIN = 3  # words of a phrase behind a name, one of which limits it
REACH, LONG_REACH = 7, 10  # tokens that are looked back
SHORT = 3  # words of a description that may be the rest of a longer one


def is_limit(word: str, language: Language) -> bool:
    """Whether a word limits what the words behind it say that somebody is."""
    low = word.lower()
    return low in language.names.limits or low.startswith(language.names.limit_prefixes)


def limited_beside_name(text: str, tokens: Tokens, view: str, place: tuple[int, int, int],
                        language: Language) -> str | None:
    """What the paper calls a person where it names them, with whatever limits it: “former President”.

    `place` is as quotes.coreference.descriptions.beside_name takes it.
    """
    found = beside_name(view, place)
    if found is None:
        span = _limited_behind(tokens, view, place[2], language) or _limited_phrase(tokens, view, place[0], language)
    elif found.end > place[1]:
        span = found  # behind the name, where it is whole
    else:
        span = _limited_start(tokens, view, found.start, language), found.end
    if span is None:
        return None
    return " ".join(text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]].split())


def fuller(first: str, other: str, language: Language) -> bool:
    """Whether another description is the first one with a limit before it: President, former President."""
    words = other.split()
    return (len(first.split()) <= SHORT and len(other) > len(first) and other.lower().endswith(f" {first.lower()}")
            and any(is_limit(word, language) for word in words))


def _limited_start(tokens: Tokens, view: str, start: int, language: Language) -> int:
    """Where a description begins with the limits before it taken in, and with the determiner before these."""
    found = i = start
    while i and start - i < REACH:
        i -= 1
        if is_limit(tokens.words[i], language):
            found = i
        elif view[i] not in BEFORE_TITLE:
            break
    return found - 1 if start > found > 0 and view[found - 1] in DETERMINERS else found


def _limited_behind(tokens: Tokens, view: str, after: int, language: Language) -> tuple[int, int] | None:
    """The phrase with a limit that is set behind a name: Ann Reed, a former aide who …; Ann Reed, deputy head of …"""
    match = BEHIND.match(view, after)
    if match is None:
        return None
    begin, end = match.span("description")
    near = tokens.words[begin : min(end, begin + LIMIT_WITHIN)]
    head = head_of(view, begin, end)
    told = view[head] == ROLE or (view[head] in NOUNS and not is_limit(tokens.words[head], language))
    return (begin, end) if told and any(is_limit(word, language) for word in near) else None


def _limited_phrase(tokens: Tokens, view: str, first: int, language: Language) -> tuple[int, int] | None:
    """The phrase with a limit before a name without a title: former envoy to Ely Ann Reed; former editor, Ann Reed."""
    apart = first > 0 and view[first - 1] == COMMA
    i = end = first - apart
    while i and end - i < LONG_REACH:
        i -= 1
        if is_limit(tokens.words[i], language) and i + 1 < end:
            return _whole(tokens, view, (i, end), apart, language)
        if view[i] not in IN_PHRASE:
            break
    return None


def _whole(tokens: Tokens, view: str, phrase: tuple[int, int], apart: bool,
           language: Language) -> tuple[int, int] | None:
    """A phrase from its limit up to a name, if its noun can mean one person; set apart or with a preposition a role."""
    begin, end = phrase
    head = head_of(view, begin, end)
    word = tokens.words[head].lower()
    if word.endswith(language.references.plural_endings) and not word.endswith("ss"):
        return None
    if view[end - 1] in LINKS:
        return None  # the former mayor is Ann Reed
    linked = any(letter in LINKS for letter in view[begin:end])
    if view[head] not in (ROLE if apart or linked else NOUNS):
        return None
    start = _limited_start(tokens, view, begin + 1, language)
    return start, end
