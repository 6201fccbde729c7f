"""Descriptions: the whole of a noun phrase that names nobody, and what an article calls a person beside the name."""

from __future__ import annotations

import regex

from quotes.languages.contract import Language
from quotes.text.tokens import Tokens

NOUN_PHRASE = r"[DSU]?[RnHM#X&]{0,6}[nHMX#](?:z[nHMX]{1,5})?"
MODIFIER = regex.compile(rf"(n?)([IoA])({NOUN_PHRASE})")
RELATIVE = regex.compile(r"W[RA]{0,2}[Cc]?[^.,¶QqCc]{1,14}(?=,?[RA]{0,2}C|[.,¶]|$)")
ANOTHER = regex.compile(r"K[DSU]?[n#]{0,2}[H](?=[RA]{0,2}[CcIoW])")
APPOSITION = regex.compile(
    r",((?:#,)?(?:[DSU][^,.;:¶QqCPW()-]{0,12}?|[RnXzo]{0,6})H(?:[oI][^,.;:¶QqCcPWv]{1,10}?)?)(?=[,.;¶)(-]|$)")
BEFORE_NAME = regex.compile(r"(?:[DSX][nHXz]{0,5}|[nH]{0,4})H$")
PHRASE_START = regex.compile(r"(?:[DSU]{1,2})?[nRHM#X&z]*$")
HEAD_END = regex.compile(r"[DSUR]*(?:[nHMX#&RU]|z(?=[nHMXU#R])|-(?=X)|Q(?=X)|K(?=X+[nHM]))+")
OWNED = regex.compile(r"z[RnHMX#]*H(?!H)")
VERB_TAKEN_FOR_NOUN = regex.compile(r"(?<=X)[MH](?=[DXSPOTUQRV#])")  # the Post reports that …
PARTITIVE = regex.compile(r"[DU]?[n#]{0,3}[nHU#]o$")  # groups of protesters
OTHER_ROLE = regex.compile(r"[DS][RnHX]{0,5}HK$")  # the former mayor and senator
CLAUSE_EDGES = frozenset(".¶qQ,;:KVTI-(")
LOOK_BACK = 8
LONGEST = 40  # tokens of a description


def head_of(view: str, first: int, after: int) -> int:
    """The token of a phrase's head noun: the last word before its first modifier."""
    match = HEAD_END.match(view, first, after)
    end = match.end() if match else after
    while end - 1 > first and view[end - 1] in "R#" and view[end - 2] in "nHMX":
        end -= 1
    return end - 1


def grown(view: str, first: int, after: int) -> tuple[int, int]:
    """A phrase as far as its noun goes: its words before, whose it is, or what of theirs it is.

    “campaign” or “Reed” of “Reed’s campaign” grows to all of it, “Reed” of “Reed’s claim” does not.
    """
    owned = OWNED.match(view, after)
    if owned:
        after = owned.end()
        while view[after : after + 1] == "X":
            after += 1
    verb = VERB_TAKEN_FOR_NOUN.match(view, after - 1)
    if verb and after - 1 > first:
        return first, after - 1
    if view[after - 1] == "H":
        start = phrase_before(view, after)
        if start < first and (view[start] in "DSU" or start == 0 or view[start - 1] in CLAUSE_EDGES):
            first = start
        more = PARTITIVE.search(view, max(0, first - LOOK_BACK), first) if view[first] in "nHR#" else None
        more = more or OTHER_ROLE.search(view, max(0, first - LOOK_BACK), first)
        first = more.start() if more else first
    return first, after


def whole_phrase(tokens: Tokens, view: str, first: int, after: int) -> tuple[int, int]:
    """A description's first token and the one after its last, modifiers up to the verb of speech taken in.

    “a source” grows to “a source close to the rebel groups”.
    """
    end = after
    while end - first < LONGEST:
        match = MODIFIER.match(view, end)
        if match and _belongs(tokens, view, match):
            end = match.end()
            continue
        other = RELATIVE.match(view, end) or ANOTHER.match(view, end)
        if not other:
            break
        end = other.end()
        if other.re is RELATIVE:
            break
    if view[end - 1] == "M" and end > after and view[end : end + 1] in (",", "Q"):
        end -= 1  # a source close to the rebels saying, “…”
    return first, end


def _belongs(tokens: Tokens, view: str, match: regex.Match[str]) -> bool:
    """Whether “to …”, “close to …”, “in …” goes with the noun before it and not with the verb of speech."""
    link = match.start(2)
    if match.group(2) == "A" and tokens.words[link].lower() != "to":
        return False
    if match.group(2) == "A" and view[match.start(3)] == "n" and not match.group(1):
        return False  # to speak
    return view[match.end() - 1] != "M" or tokens.words[link].lower() != "in"


def phrase_before(view: str, after: int) -> int:
    """Where the noun phrase that ends at token `after` begins."""
    match = PHRASE_START.search(view, max(0, after - LOOK_BACK), after)
    return match.start() if match else after - 1


def beside_name(text: str, tokens: Tokens, view: str, place: tuple[int, int, int]) -> str | None:
    """What the paper calls a person where it names them: “a rebel spokesperson”; the title if there is nothing more.

    `place` are the first token with titles, the first of the name, and the one after the last.
    """
    first, name, after = place
    match = APPOSITION.match(view, after)
    if match:
        return _slice(text, tokens, *match.span(1))
    before = BEFORE_NAME.search(view, max(0, first - LOOK_BACK), first)
    if before:
        return _slice(text, tokens, before.start(), name)
    return _slice(text, tokens, first, name) if name > first else None


def _slice(text: str, tokens: Tokens, first: int, after: int) -> str:
    return " ".join(text[tokens.starts[first] : tokens.ends[after - 1]].split())


def definite(word: str, language: Language) -> bool:
    """Whether a phrase that begins with this word points at somebody known: the, his; not a, some, one."""
    low = word.lower()
    references = language.references
    return low in references.definite or low in references.possessive_pronouns
