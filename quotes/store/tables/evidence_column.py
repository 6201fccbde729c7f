"""A quote's evidence in one column: clues, cue, relay, runner-up, the stance's words, antecedent, as a compact list.

It is JSON. Nobody looks these up, they are only shown. Known words are numbers, an end that follows from the words is
left out, a
clue points at the mention or the cue instead of repeating its place, and its sentence is left out where it can be
made again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from quotes.records.evidence import Antecedent, Clue, Cue, Via
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker
from quotes.store.contract.store import Derivation
from quotes.store.tables.value_codes import CLUES, SPEAKER_KINDS

AT_MENTION, AT_CUE = 0, 1
AT_ANTECEDENT = 5  # its place in the list; it is the last
HUNDREDTHS = 100  # weights have two decimals and are kept as whole hundredths; any other is kept as it is
REMEMBERED = 20_000  # quotes whose evidence was shown last, of 1.5 kB each
NOWHERE = (None, None)
NO_WORDS = (None, None, None)
decoded = json.JSONDecoder().raw_decode
_any = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
BETWEEN = " "  # facts have no spaces in them; where one has, they are kept one by one

Mention = tuple[str | None, int | None, int | None]  # the words taken as evidence and their place
Stretch = tuple[Any, Any, Any]  # words and their place
Unpacked = tuple[tuple[Clue, ...], Cue | None, Via | None, QuotedSpeaker | None, Stretch, Antecedent | None]


def encoded(value: Any) -> str:
    """A value as compact JSON."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # half a surrogate pair, which the database refuses in words
        return _any(value)


def pack(quote: Quote, derivation: Derivation) -> str | None:
    """A quote's evidence as it is written; None where there is none."""
    cue, via, stance = quote.cue, quote.via, quote.stance
    said = _Said.of(quote)
    parts: list[Any] = [
        [_packed_clue(clue, said, derivation) for clue in quote.clues],
        cue and _stretch(cue.text, cue.start, cue.end),
        via and _stretch(via.name, via.start, via.end),
        quote.runner_up and _packed_speaker(quote.runner_up),
        stance.text is not None and _stretch(stance.text, stance.start, stance.end),
        quote.speaker and quote.speaker.antecedent and list(astuple(quote.speaker.antecedent)),
    ]
    while parts and not parts[-1]:
        parts.pop()
    return encoded(parts) if parts else None


@lru_cache(maxsize=REMEMBERED)
def unpack(packed: str | None, mention: Mention, runner_up: str | None, derivation: Derivation) -> Unpacked:
    """The clues, cue, relay, runner-up, stance's words and antecedent; `runner_up` is that one's id, if it has one.

    Clues that point at a mention are left out where the quote has it no longer: they spoke for another speaker. What
    was shown lately is remembered: the newest quotes are read again and again.
    """
    if packed is None:
        return (), None, None, None, NO_WORDS, None
    parts = decoded(packed)[0]
    cue = Cue(*_whole(*parts[1])) if len(parts) > 1 and parts[1] else None
    via = Via(*_whole(*parts[2])) if len(parts) > 2 and parts[2] else None
    other = _read_speaker(parts[3], runner_up) if len(parts) > 3 and parts[3] else None
    stance = _whole(*parts[4]) if len(parts) > 4 and parts[4] else NO_WORDS
    antecedent = Antecedent(*parts[5]) if len(parts) > 5 and parts[5] else None
    words, *at_mention = mention
    places = (at_mention, (cue.start, cue.end) if cue else NOWHERE)
    clues: list[Clue] = []
    for name, together, weight, where, *said in parts[0]:
        place: Any = where if type(where) is list else places[where]
        start, end = place
        if start is None:
            continue
        clue = CLUES.words[name] if type(name) is int else name
        facts = parted(together) if type(together) is str else tuple(together)
        says = said[0] if said else derivation.sentence(clue, facts, words or "")
        clues.append(Clue(clue, says, weight / HUNDREDTHS if type(weight) is int else weight, start, end, facts))
    return tuple(clues), cue, via, other, stance, antecedent


@lru_cache(maxsize=10_000)
def parted(together: str) -> tuple[str, ...]:
    """Facts that were written together, one by one."""
    return tuple(together.split(BETWEEN))


def without_clues(packed: str | None) -> str | None:
    """The same evidence without what speaks for a speaker who has been replaced."""
    if packed is None:
        return None
    _, *rest = json.loads(packed)[:AT_ANTECEDENT]
    return encoded([[], *rest]) if rest else None


class _Said(NamedTuple):
    """What clues of a quote point at: the words of its mention, their place, and the place of its cue."""

    mention: str
    at_mention: tuple[int | None, int | None] | None
    at_cue: tuple[int, int] | None

    @classmethod
    def of(cls, quote: Quote) -> _Said:
        """That of one quote."""
        who, cue = quote.speaker, quote.cue
        return cls(
            (who.mention if who is not None else None) or "", None if who is None else (who.start, who.end),
            None if cue is None else (cue.start, cue.end))


def _packed_clue(clue: Clue, said: _Said, derivation: Derivation) -> list[Any]:
    place = (clue.start, clue.end)
    where: Any = AT_MENTION if place == said.at_mention else AT_CUE if place == said.at_cue else [*place]
    hundredths = round(clue.weight * HUNDREDTHS)
    weight = hundredths if hundredths / HUNDREDTHS == clue.weight else float(clue.weight)
    together = BETWEEN.join(clue.facts)
    facts: Any = together if together.count(BETWEEN) == len(clue.facts) - 1 else list(clue.facts)
    packed = [CLUES.numbers.get(clue.clue, clue.clue), facts, weight, where]
    if not clue.facts or derivation.sentence(clue.clue, clue.facts, said.mention) != clue.says:
        packed.append(clue.says)
    return packed


def _packed_speaker(who: QuotedSpeaker) -> list[Any]:
    """A runner-up: name, kind, description, and the mention with its place; 0 where the mention is the name itself."""
    mention = 0 if who.mention == who.name else who.mention
    end = None if who.start is not None and who.end == who.start + len(who.mention or "") else who.end
    packed = [who.name, SPEAKER_KINDS.numbers[who.kind], who.description, mention, who.start, end]
    while packed[-1] is None:
        packed.pop()
    return packed


def _read_speaker(packed: Sequence[Any], id: str | None) -> QuotedSpeaker:
    name, kind, description, mention, start, end = (*packed, None, None, None, None)[:6]
    words = name if mention == 0 else mention
    if end is None and start is not None:
        end = start + len(words or "")
    known: Any = SPEAKER_KINDS.words[kind]
    return QuotedSpeaker(id, name, known, description, words, start, end)


def _stretch(text: str, start: int | None, end: int | None) -> list[Any]:
    """Words and their place, without what follows from the rest."""
    if start is None:
        return [text] if end is None else [text, start, end]
    return [text, start] if end == start + len(text) else [text, start, end]


def _whole(text: str, start: int | None = None, end: int | None = None) -> Stretch:
    return text, start, start + len(text) if start is not None and end is None else end
