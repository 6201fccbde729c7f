"""The social platform that words were posted on, where the writer says so (Trump wrote on Truth Social; she tweeted).

Read off the writer's own words around a quotation, as they stand in the masked view:
1. a verb of speech or posting, then only words that lead to the platform: wrote on Friday in a post on X;
2. the same with the speaker between: said Ann Reed on Facebook;
3. the sentence begins with it: In a Facebook post, Ann Reed said …;
4. a verb that names the platform, with the speaker beside it: she tweeted.
A platform that has, does or owns something (Facebook’s board) passed nothing on.
"""

from __future__ import annotations

from functools import cache

from quotes.attribution.cue_context import Scene
from quotes.languages.contract import Language, Platforms
from quotes.records.spans import Span
from quotes.text.tokens import Tokens
from quotes.text.word_classes import ADVERB, COLON, COMMA, CUES, GENITIVE, LINE, MENTIONED, MODIFIERS, NUMBER, QUOTED

MOST_BETWEEN = 12  # tokens between the verb and the platform
LONGEST_NAME = 2  # tokens
PASSED_OVER = ADVERB + NUMBER  # between the verb and the platform: wrote on Friday at 5 on X
AFTER_OPENING = (COMMA, COLON, "")  # In a post on X, Reed said …


def find_platform(scene: Scene, tokens: Tokens, language: Language, speaker: int, sentence: Span) -> Span | None:
    """The platform that a sentence names as the place of a speaker's quotation, as a stretch of text."""
    platforms = language.platforms
    if platform_starts(platforms).isdisjoint(tokens.words[sentence.start : sentence.end]):
        return None
    for i in range(sentence.start, sentence.end):
        if scene.view[i] in QUOTED:
            continue
        word = tokens.words[i]
        if word.lower() in platforms.verbs and _beside(scene, i, speaker):
            return Span(tokens.starts[i], tokens.ends[i])
        length = _named(tokens, platforms, i)
        if length and _led_to(scene, tokens, language, Span(i, i + length), (speaker, sentence)):
            return Span(tokens.starts[i], tokens.ends[i + length - 1])
    return None


@cache
def platform_starts(platforms: Platforms) -> frozenset[str]:
    """Every word that a platform's name may begin with, or that is or names one, also at a sentence's start."""
    verbs = {form for verb in platforms.verbs for form in (verb, verb.capitalize(), verb.upper())}
    return frozenset({name.split()[0] for name in platforms.names} | verbs | set(platforms.nouns))


def platform_name(words: str, language: Language) -> str:
    """What a stretch that find_platform found is called: the platform's name, or the words themselves."""
    platforms = language.platforms
    named = platforms.names.get(words) or platforms.nouns.get(words.lower())
    return named or platforms.verbs.get(words.lower()) or words


def _named(tokens: Tokens, platforms: Platforms, i: int) -> int:
    """How many tokens, counted from this one, name a platform; 0 if none is named here."""
    for length in range(LONGEST_NAME, 0, -1):
        if " ".join(tokens.words[i : i + length]) in platforms.names:
            return length
    return int(tokens.words[i] in platforms.nouns)


def _led_to(scene: Scene, tokens: Tokens, language: Language, name: Span, where: tuple[int, Span]) -> bool:
    """Whether the words before a platform's name lead to it from a verb of speech, or from the sentence's start."""
    speaker, sentence = where
    platforms, cues = language.platforms, language.cues
    if scene.view[name.end : name.end + 1] == GENITIVE:
        return False
    last = min(name.end, len(tokens.words) - 1)
    while last < sentence.end - 1 and tokens.words[last] in platforms.post_nouns:
        last += 1
    i, prepositions = name.start - 1, 0
    while i >= max(sentence.start, name.start - MOST_BETWEEN):
        word = tokens.words[i].lower()
        if word in platforms.post_verbs or (scene.view[i] in CUES and word not in cues.telling):
            return bool(prepositions)
        if scene.view[i] in MENTIONED:
            number = scene.candidate_at(i)
            if number == speaker:
                i = scene.candidates[number].first - 1
                continue
        leads = word in platforms.post_links or tokens.words[i] in platforms.post_links or scene.view[i] in PASSED_OVER
        if not leads:
            return False
        prepositions += word in platforms.post_prepositions
        i -= 1
    opens = i < sentence.start or scene.view[i] == LINE
    return opens and bool(prepositions) and scene.view[last : last + 1] in AFTER_OPENING


def _beside(scene: Scene, verb: int, speaker: int) -> bool:
    """Whether the speaker is a verb's subject, or stands beside it with an adverb or an auxiliary between them."""
    if scene.view[verb] in CUES and scene.subject(verb) == speaker:
        return True
    first, after, _ = scene.candidates[speaker]
    between = scene.view[after:verb] if after <= verb else scene.view[verb + 1 : first]
    return len(between) <= MOST_BETWEEN // 4 and not between.strip(MODIFIERS)
