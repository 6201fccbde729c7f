"""Stance: whether the article itself stands by quoted words, or says that they were denied, only claimed, or supposed.

The words around a quotation are read in their order (quotes.attribution.stance_patterns). Where they leave it open, the
words are asserted: “would say” can tell what somebody did later that day as well as what nobody said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotes.attribution.cue_context import REPORTED, SPEAKING_ON, Scene
from quotes.attribution.speaker_choice import Attribution
from quotes.attribution.stance_patterns import Rule, Side, openers, ways
from quotes.languages.contract import Stance as Words
from quotes.records.evidence import StanceKind
from quotes.records.quotation import Quotation
from quotes.records.spans import Span
from quotes.text.masked_view import token_spans
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    COMMA,
    CONJUNCTION,
    LINE,
    QUOTATION,
    QUOTED,
    SENTENCE_EDGES,
    SPEECH_VERB,
    STOP,
)

QUOTE = "“”"
APOSTROPHE = str.maketrans("’", "'")
REACH = 40  # tokens to either side
LONGEST_JOINT = 2  # tokens between two quotations of one list: “lazy” or “slow”


class FoundStance(NamedTuple):
    """What the words around a quotation say: its stance, where they stand, whether nobody is left as its sayer."""

    kind: StanceKind
    words: Span
    nobody: bool


@dataclass(frozen=True, slots=True)
class Context:
    """Words beside a quotation as the patterns read them, and where each token begins in them."""

    text: str
    places: tuple[tuple[int, int], ...]  # place in the text, number of the token

    def token_at(self, place: int) -> int:
        """The number of the token that stands at a place."""
        return max((begin, number) for begin, number in self.places if begin <= place or begin == self.places[0][0])[1]


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation's tokens among the letters of what it stands in: the article, or the quotation around it."""

    letters: str
    quotation: Span
    within: Span

    def since(self) -> int:
        """Where the sentence that leads to the quotation begins."""
        i = self.quotation.start
        while i > self.within.start and self.letters[i - 1] not in SENTENCE_EDGES and self.quotation.start - i < REACH:
            i -= 1
        return i

    def until(self, start: int) -> int:
        """Where the sentence from token `start` on ends."""
        i = start
        while i < self.within.end and self.letters[i] not in SENTENCE_EDGES and i - start < REACH:
            i += 1
        return i


def find_stances(scene: Scene, tokens: Tokens, quotations: Sequence[Quotation],
                 attributions: Sequence[Attribution | None]) -> list[FoundStance | None]:
    """What the article says of each quotation; None for those that it lets stand, and for block quotes.

    A quotation in a list with the one before, or that goes on with it, has its stance.
    """
    if scene.language.stance.is_empty:
        return [None] * len(quotations)
    found: list[FoundStance | None] = []
    spans = token_spans(tokens, [(one.outer_start, one.outer_end) for one in quotations])
    before: int | None = None
    for n, (quotation, attribution) in enumerate(zip(quotations, attributions, strict=True)):
        if quotation.kind == "block":
            found.append(None)
            continue
        inner = quotation.parent is not None
        within = spans[quotation.parent] if quotation.parent is not None else Span(0, len(scene.view))
        place = Place(tokens.classes if inner else scene.view, spans[n], within)
        stance = find_stance(tokens, place, scene.language.stance)
        if stance is None and before is not None and not inner:
            goes_on = attribution is not None and attribution.continues
            stance = found[before] if goes_on or _listed(scene.view, spans[before].end, spans[n].start) else None
        found.append(stance)
        before = before if inner else n
    return found


def _listed(view: str, end: int, start: int) -> bool:
    """Whether only what joins a list stands between two quotations."""
    return end < start <= end + LONGEST_JOINT and not view[end:start].strip(COMMA + CONJUNCTION)


def find_stance(tokens: Tokens, place: Place, words: Words) -> FoundStance | None:
    """What is said of one quotation; None where it is asserted."""
    for side, context in _contexts(tokens, place):
        there = openers(words, side).intersection(context.text.split())
        for way in ways(words, side) if there else ():
            match = None if there.isdisjoint(way.openers) else way.pattern.search(context.text)
            if match is None:
                continue
            shown = match.group()
            first = context.token_at(match.start() + len(shown) - len(shown.lstrip(" ,")))
            if _holds(way.rule, tokens, place, first):
                last = context.token_at(match.end() - 2)
                return FoundStance(way.rule.kind, Span(tokens.starts[first], tokens.ends[last]), way.rule.nobody)
    return None


def _contexts(tokens: Tokens, place: Place) -> Iterator[tuple[Side, Context]]:
    """The contexts of a quotation: the next sentence, the words before it, those after it.

    Where a verb of saying that follows the quotation reports it, nothing before can take it back.
    """
    first, after = place.quotation
    letters = place.letters
    ended = after > first and letters[after - 1] == STOP
    following = after if ended else place.until(after)
    start = following if ended else following + 1
    if start < place.within.end and letters[start] not in QUOTED + LINE and letters[start - 1] == STOP:
        yield "next", _context(tokens.words, letters, range(start, place.until(start)))
    behind = _spoken(tokens, place, _context(tokens.words, letters, range(after, following)))
    if not (behind.text.startswith(" ,") and REPORTED.match(letters, after, place.within.end)):
        yield "before", _context(tokens.words, letters, range(place.since(), first))
    if not ended:
        yield "after", behind


def _spoken(tokens: Tokens, place: Place, context: Context) -> Context:
    """The words after a quotation, behind a comma also where its last mark stands inside: “…,” she said."""
    last = max(place.quotation.start, place.quotation.end - 2)
    if tokens.words[last][-1] not in SPEAKING_ON or context.text.startswith(" ,"):
        return context
    return Context(f" ,{context.text}", ((1, last), *((at + 2, number) for at, number in context.places)))


def _holds(rule: Rule, tokens: Tokens, place: Place, shown: int) -> bool:
    """Whether a rule holds beyond its pattern; `shown` is the first token that the pattern matched."""
    if rule.asked:
        following = place.until(place.quotation.end)
        return tokens.words[following : following + 1] == ["?"]
    if not rule.supposed:
        return True
    first = tokens.words[min(place.quotation.start + 1, len(tokens.words) - 1)]
    return first[:1].isupper() or SPEECH_VERB not in place.letters[place.since() : shown]


def _context(words: Sequence[str], letters: str, span: range) -> Context:
    """Some tokens as the patterns read them; of another quotation among them only that it stands there."""
    parts, places, at = [" "], [(0, span.start)], 1
    for i in span:
        letter = letters[i]
        if letter in QUOTED and letter != QUOTATION:
            continue
        word = QUOTE if letter == QUOTATION else words[i].lower().translate(APOSTROPHE)
        places.append((at, i))
        parts.append(f"{word} ")
        at += len(word) + 1
    return Context("".join(parts), tuple(places))
