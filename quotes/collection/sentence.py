"""The sentence in which a fragment stands, so that two words in marks can be understood where a list shows them.

A fragment is a part of the writer's own sentence (the kind `mixed`). What is shown around it is the rest of that
sentence as the article has it, cut at whole words where it is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quotes.languages import load
from quotes.records.quote import Quote
from quotes.store.contract.store import Store

LONGEST = 200  # characters of a sentence that are shown on either side of a fragment
MARGIN = 40  # characters read beyond them, to see whether the sentence ends there
CLOSING = "\"”’»)]›"
END = re.compile(r"[.!?…]+[\"”’»)\]›]*(?=\s|$)|[。！？]+[」』”]*|\n+")
LAST_WORD = re.compile(r"([^\W_](?:[\w.]*\w)?)\.$")
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a document's text has around a fragment in the same sentence.

    `before` and `after` stand right beside the fragment, marks and blanks included; `cut_before` and `cut_after` say
    that the sentence goes on beyond them.
    """

    before: str = ""
    after: str = ""
    cut_before: bool = False
    cut_after: bool = False

    def __bool__(self) -> bool:
        """Whether there is a word around the fragment."""
        return any(map(str.isalnum, self.before + self.after))


def sentence(before: str, words: str, after: str, longest: int = LONGEST) -> Sentence:
    """The sentence around words, from the text before and after them; both may be cut anywhere far away.

    At most `longest` characters of it stand on either side.
    """
    start = 0
    for end in END.finditer(before):
        if _ends(before, end) and any(map(str.isalnum, before[end.end():])):
            start = end.end()
    lead = before[start:].lstrip()
    # Where the words themselves end with a full stop, their closing mark may end the sentence.
    ended = words.rstrip()[-1:] in (".", "!", "?", "…") and after[:1] in CLOSING
    stop = _closing(after) if ended and _begins_anew(after) else _first_end(after)
    whole = Sentence(lead, after[:stop].rstrip(), start == 0 and len(before) > LONGEST, stop == len(after) > LONGEST)
    return _shortened(whole, longest)


def sentence_in(text: str, start: int, end: int, longest: int = LONGEST) -> Sentence:
    """The sentence around a stretch of a text."""
    reach = LONGEST + MARGIN
    return sentence(text[max(0, start - reach):start], text[start:end], text[end:end + reach], longest)


def sentences_of(store: Store, quotes: Iterable[Quote], longest: int = LONGEST) -> Mapping[str, Sentence]:
    """The sentences around the fragments among kept quotes, by their ids: one query for all of them."""
    fragments = {quote.id: quote for quote in quotes if is_fragment(quote)}
    if not fragments:
        return {}
    around = store.around(list(fragments), LONGEST + MARGIN)
    found = {one: sentence(words.before, fragments[one].text or "", words.after, longest)
             for one, words in around.items()}
    return {one: around for one, around in found.items() if around}


def is_fragment(quote: Quote) -> bool:
    """Whether a quote is a part of the writer's own sentence."""
    return quote.kind == "mixed" and bool(quote.text)


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends with what was found, and not an abbreviation or an initial."""
    if "\n" in found[0]:
        return True
    rest = text[found.end():].lstrip("\"“‘«([‹ \t\u00a0")
    if rest[:1].islower():
        return False
    word = LAST_WORD.search(text[: found.start() + 1]) if found[0][0] == "." else None
    return word is None or not (len(word[1]) == 1 or "." in word[1] or word[1].lower() in _abbreviations())


def _abbreviations() -> frozenset[str]:
    return load(LANGUAGE).vocabulary.abbreviations


def _closing(after: str) -> int:
    """How many closing marks stand first."""
    return len(after) - len(after.lstrip(CLOSING))


def _begins_anew(after: str) -> bool:
    """Whether behind closing marks a new sentence begins, or nothing."""
    rest = after[_closing(after):]
    return not rest or (rest[0].isspace() and not rest.lstrip(" \t\u00a0\"“‘«(")[:1].islower())


def _first_end(after: str) -> int:
    for end in END.finditer(after):
        if _ends(after, end):
            return end.start() if "\n" in end[0] else end.end()
    return len(after)


def _shortened(whole: Sentence, longest: int) -> Sentence:
    """The same with whole words only, where it is long."""
    lead, trail, cut_before, cut_after = whole.before, whole.after, whole.cut_before, whole.cut_after
    if len(lead) > longest:
        lead, cut_before = lead[-longest:], True
    if len(trail) > longest:
        trail, cut_after = trail[:longest], True
    if cut_before:
        lead = lead[lead.find(" ") + 1:] if " " in lead.rstrip() else ""
    if cut_after:
        trail = trail[: trail.rfind(" ")] if " " in trail.lstrip() else ""
    return Sentence(lead, trail, cut_before, cut_after)
