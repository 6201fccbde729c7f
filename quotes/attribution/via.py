"""Via: the outlet that passed the words on, which is never their speaker (told CNN; CNN quoted …; in an interview
with …), or the platform that they were posted on (wrote on Truth Social; tweeted)."""

from __future__ import annotations

from quotes.attribution.cue_context import Scene
from quotes.attribution.via_platform import find_platform
from quotes.languages.contract import Cues, Language
from quotes.records.spans import Span
from quotes.text.patterns import pattern
from quotes.text.tokens import Tokens
from quotes.text.word_classes import MENTIONS, MODIFIERS, NAME, NAMED_MENTIONS, ROLE_MENTION, STOP

NAMES = pattern(NAMED_MENTIONS + ROLE_MENTION)  # the Dagens magazine ends in a word for a document
REACH = 30  # tokens to either side of the quotation in which an outlet is looked for


def find_via(scene: Scene, tokens: Tokens, language: Language, speaker: int, quotation: Span) -> Span | None:
    """The outlet or platform that a quotation came through, as a stretch of text, given its speaker's mention."""
    sentence = _around(scene, quotation)
    for n in _names_in(scene, sentence):
        if n == speaker:
            continue
        outlet = _outlet(scene, tokens, language.cues, n)
        if outlet and _relays(scene, language.cues, n, speaker):
            return outlet
    return find_platform(scene, tokens, language, speaker, sentence)


def _around(scene: Scene, quotation: Span) -> Span:
    start = max(scene.sentence(quotation.start).start, quotation.start - REACH)
    last = quotation.end - 1
    goes_on = scene.view[last : last + 1] != STOP and quotation.end < len(scene.view)
    end = scene.sentence(quotation.end).end if goes_on else quotation.end
    return Span(start, min(end, quotation.end + REACH))


def _names_in(scene: Scene, span: Span) -> list[int]:
    places = NAMES.finditer(scene.view, span.start, min(span.end, len(scene.view)))
    return [n for place in places if (n := scene.candidate_at(place.start())) is not None]


def _outlet(scene: Scene, tokens: Tokens, cues: Cues, n: int) -> Span | None:
    """The outlet's name in a mention, without the article before it."""
    first, after, _ = scene.candidates[n]
    while first < after and tokens.classes[first] != NAME:
        first += 1
    last = tokens.words[after - 1].lower() if first < after else ""
    behind = tokens.words[after].lower() if after < len(tokens.words) else ""
    if last in cues.relays or last in cues.outlet_words:
        return Span(tokens.starts[first], tokens.ends[after - 1])
    run = scene.run_at(after - 1)
    if run and run.kind != "person" and behind in cues.outlet_words and tokens.words[after].islower():
        return Span(tokens.starts[first], tokens.ends[after])  # told KXRT radio
    return None


def _relays(scene: Scene, cues: Cues, n: int, speaker: int) -> bool:
    """Whether an outlet stands where one does that passes words on."""
    first, after, _ = scene.candidates[n]
    words, view = scene.words, scene.view
    before = [w.lower() for w in words[max(0, first - 3) : first]]
    if before and before[-1] in cues.telling:
        return True
    if len(before) > 1 and before[-2] in cues.interviews and before[-1] in ("with", "to", "on", "by"):
        return True
    i = after
    while i < len(view) and view[i] in MODIFIERS:
        i += 1
    quoting = i < len(view) and words[i].lower() in cues.quoting
    return quoting and i + 1 < len(view) and view[i + 1] in MENTIONS and scene.candidate_at(i + 1) == speaker
