"""Speaking nouns: whether the noun of a description means somebody, a body or a text, which alone can say something."""

from __future__ import annotations

from quotes.attribution.cue_context import Scene
from quotes.extraction.mentions import Candidate
from quotes.text.word_classes import NOUN_MENTION, OPENING_MENTION, ROLE, ROLE_MENTION, ROLE_OR_VERB, SPEECH_NOUN

DESCRIPTIONS = (ROLE_MENTION, NOUN_MENTION, OPENING_MENTION)
SPEAKING = (ROLE, ROLE_OR_VERB, SPEECH_NOUN)


def may_speak(candidate: Candidate, scene: Scene) -> bool:
    """Whether a mention can be a speaker by its noun: an official, the union, the letter, but no level and no mask.

    Mentions that are no descriptions, such as names and pronouns, always can.
    """
    if candidate.form not in DESCRIPTIONS:
        return True
    word, language = scene.words[candidate.after - 1].lower(), scene.language
    sources = language.sources
    return (word in sources.unnamed_heads or word in sources.document_heads or word in sources.group_heads
            or word in language.references.body_nouns or language.vocabulary.classes.get(word) in SPEAKING)
