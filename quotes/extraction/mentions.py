"""Mentions: everything outside of quotations that names or points at somebody who could be speaking."""

from __future__ import annotations

from typing import NamedTuple

import regex

from quotes.records.evidence import Mention, MentionKind
from quotes.text.tokens import Tokens

KINDS: dict[str, MentionKind] = {
    "0": "name", "1": "name", "2": "role", "3": "description", "4": "description", "5": "pronoun", "6": "pronoun",
    "7": "pronoun", "8": "pronoun", "9": "pronoun",
}
# A noun phrase: determiner, then nouns, roles, capitals; "of" and "for" only between capitals.
PHRASE = (r"(?P<phrase>(?:[DS]U?|U)?(?:[nHM#X]|(?<=[DS])E(?=[nHX])|&(?=X)|(?<=X)o(?=D?X)|(?<=Xo)D(?=X)){1,14}"
          r"|DU(?=[RA]*[CcvA]))")
PRONOUN = r"(?P<pronoun>P)"
RELATIVE = r"(?P<relative>(?<=[nHMX#,)]|[nHMX#],)W(?=[RA]*[CcvAREGPDXH])|(?<=[nHMX#,])T(?=[RA]*[Cc]))"
OBJECT = r"(?P<object>(?<=[oIA])O)"
QUANTIFIER = r"(?P<quantifier>U(?=[AvCcoIW,]))"
# WASHINGTON, Aug. 24 (UPI) — : where and when it was written, at the start of a paragraph.
DATELINE = regex.compile(r"(?:^|(?<=¶))X{1,4}(?:,[XR#]{1,4}){0,2}(?:\(X{1,3}\))?-(?=[DXPnHVI])")
CANDIDATE = regex.compile("|".join((PHRASE, PRONOUN, RELATIVE, OBJECT, QUANTIFIER)))
DIGITS = {"pronoun": "6", "relative": "7", "object": "9", "quantifier": "5"}
BEFORE_CUE = regex.compile(r",?[RA]*(?:[TW][RA]*)?[Cc]")
BEFORE_VERB = regex.compile(r"[RA]*[vAI]")
REMARK = regex.compile(r".{0,3}[MCcGE]")
PLAIN_TAIL = "nM#&oD"
PLAIN_HEAD = "nM#"
LABEL_LENGTH = 5


class Candidate(NamedTuple):
    """A mention by its tokens: the first, the one after the last, and the digit of its form (quotes.text.view)."""

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
            found.append(Candidate(first, after, DIGITS[group]))
    return found


def _phrase(view: str, first: int, after: int) -> Candidate | None:
    """What of a noun phrase points at somebody, if anything does."""
    letters = view[first:after]
    core = letters.rstrip(PLAIN_TAIL)
    if "X" in core or "H" in core:
        kept = core if core[0] in "DSU" else core.lstrip(PLAIN_HEAD)
        begin = first + len(core) - len(kept)
        end = begin + len(kept)
        if kept[-1] == "H":
            return Candidate(begin, end, "2")
        label = (begin == 0 or view[begin - 1] in "¶Q") and len(kept) < LABEL_LENGTH and view[end : end + 1] == ":"
        return Candidate(begin, end, "0" if label else "1")
    return _plain_phrase(view, first, after)


def _plain_phrase(view: str, first: int, after: int) -> Candidate | None:
    """A noun phrase without a name or role: it counts beside a speech verb, or as a sentence's subject."""
    if view[after - 1] in "DS" or not view[first:after].strip("#&oD"):
        return None
    if BEFORE_CUE.match(view, after) or _after_cue(view, first):
        return Candidate(first, after, "3")
    if view[first] == "S" and REMARK.match(view, first + 1):
        return Candidate(first, first + 1, "8")
    starts = first == 0 or view[first - 1] in ".¶"
    if starts and view[first] in "DSU" and BEFORE_VERB.match(view, after):
        return Candidate(first, after, "4")
    return None


def _after_cue(view: str, first: int) -> bool:
    """Whether a phrase stands after the verb that follows a quotation (“…,” says one), or after “according to”."""
    i = first - 1
    while i > 0 and view[i] in "RA":
        i -= 1
    if i < 0 or view[i] not in "Ccl":
        return False
    if view[i] == "l":
        return True
    i -= 1
    while i > 0 and view[i] in "RA,":
        i -= 1
    return i >= 0 and (view[i] in "Qq" or (view[i] == "." and i > 0 and view[i - 1] == "q"))


def mention(text: str, tokens: Tokens, candidate: Candidate) -> Mention:
    """A candidate as a record: the whole phrase, and in it the name, or the head noun."""
    first, after, form = candidate
    head = after - 1
    if form in "01":
        while head > first and tokens.classes[head - 1] in "X&oD":
            head -= 1
    end = tokens.ends[after - 1]
    return Mention(tokens.starts[first], end, KINDS[form], tokens.starts[head], end)
