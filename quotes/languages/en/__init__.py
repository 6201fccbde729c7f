"""English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotes.languages import read_words
from quotes.languages.contract import Language
from quotes.languages.en import callings, cues, grammar, people, posting, relations, wordings
from quotes.languages.en.inflection import noun_plural, verb_forms
from quotes.text.classes import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    BASE_SPEECH_VERB,
    CONJUNCTION,
    CUES,
    DETERMINER,
    OBJECT_PRONOUN,
    OF,
    POSSESSIVE,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    ROLE,
    ROLE_OR_VERB,
    SPEECH_GERUND,
    SPEECH_NOUN,
    SPEECH_VERB,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    VERB,
    WEAK_SPEECH_VERB,
)

HERE = Path(__file__).parent


def language() -> Language:
    """The words of English, put together."""
    rows = [row.split() for row in read_words(HERE, "given_names")]
    return Language(
        code="en",
        classes=_classes(),
        common=frozenset(read_words(HERE, "common")),
        abbreviations=frozenset(people.ABBREVIATED_TITLES + people.ABBREVIATIONS),
        titles=frozenset(people.TITLES + relations.MORE_TITLES),
        courtesies=frozenset(people.COURTESIES),
        suffixes=frozenset(people.SUFFIXES),
        particles=frozenset(people.PARTICLES),
        given_names={name: float(share) for name, share in rows},
        genders=people.GENDERS,
        organization_words=frozenset(people.ORGANIZATION_WORDS + relations.MORE_NAMING_WORDS),
        places=frozenset(read_words(HERE, "places") + relations.MORE_PLACES),
        demonyms=frozenset(read_words(HERE, "demonyms")),
        calendar=frozenset(grammar.CALENDAR),
        unnamed_heads=frozenset(people.UNNAMED_HEADS),
        document_heads=frozenset(people.DOCUMENT_HEADS),
        group_heads=frozenset(people.GROUP_HEADS),
        relays=frozenset(people.RELAYS),
        outlet_words=frozenset(people.OUTLET_WORDS),
        telling=frozenset(cues.TELLING),
        quoting=frozenset(cues.QUOTING),
        works=frozenset(cues.WORKS),
        naming=frozenset(cues.NAMING),
        interviews=frozenset(cues.INTERVIEWS),
        platform_names=posting.PLATFORM_NAMES,
        platform_verbs=posting.PLATFORM_VERBS,
        platform_nouns=posting.PLATFORM_NOUNS,
        post_nouns=frozenset(posting.POST_NOUNS),
        post_links=frozenset(posting.POST_LINKS),
        post_prepositions=frozenset(posting.POST_PREPOSITIONS),
        post_verbs=frozenset(posting.POST_VERBS),
        months=grammar.MONTHS,
        pronouns=relations.PRONOUNS,
        possessive_pronouns=frozenset(relations.POSSESSIVE_PRONOUNS),
        asking=frozenset(relations.ASKING),
        definite=frozenset(relations.DEFINITE),
        single_offices=frozenset(relations.SINGLE_OFFICES),
        body_links=frozenset(relations.BODY_LINKS),
        any_body=frozenset(relations.ANY_BODY),
        which="which",
        plural_endings=relations.PLURAL_ENDINGS,
        surname_particles=frozenset(relations.SURNAME_PARTICLES),
        title_parts=frozenset(relations.TITLE_PARTS),
        indefinite=frozenset(relations.INDEFINITE),
        nicknames=_nicknames(),
        **_comparing(),
        body_nouns={noun: frozenset(words.split()) for noun, words in relations.BODY_NOUNS.items()},
    )


def _comparing() -> dict[str, Any]:
    """The words for comparing wordings, and people of different documents."""
    return {
        "fields": {word: field for field, words in callings.FIELDS.items() for word in words.split()},
        "far": frozenset(_far()),
        "common_surnames": frozenset(callings.COMMON_SURNAMES),
        "family_first": frozenset(callings.FAMILY_FIRST),
        "spellings": tuple(callings.SPELLINGS),
        "known_initials": dict(line.split(" ", 1) for line in callings.KNOWN_INITIALS),
        "anonymity": tuple(callings.ANONYMITY),
        "negations": frozenset(wordings.NEGATIONS),
        "numbers": wordings.NUMBERS,
        "contracted": wordings.CONTRACTED,
        "contracted_whole": wordings.CONTRACTED_WHOLE,
        "endings": wordings.ENDINGS,
        "denying_prefixes": wordings.DENYING_PREFIXES,
        "not_denying": frozenset(wordings.NOT_DENYING),
        "scales": wordings.SCALE_ZEROS,
        "scale_signs": wordings.SCALE_SIGNS,
        "respelling": wordings.RESPELLING,
    }


def _far() -> Iterator[frozenset[str]]:
    """The pairs of fields that are far apart."""
    for line in callings.FAR.split():
        field, _, others = line.partition(":")
        yield from (frozenset((field, other)) for other in others.split(","))


def _nicknames() -> dict[str, frozenset[str]]:
    """For every given name the forms that stand on a line with it."""
    found: dict[str, frozenset[str]] = {}
    for line in relations.NICKNAMES:
        forms = frozenset(line.lower().split())
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


def _classes() -> dict[str, str]:
    """The class of every word; a later line wins over an earlier one."""
    classes = dict.fromkeys(read_words(HERE, "finite"), VERB)
    for letter, verbs in ((WEAK_SPEECH_VERB, cues.WEAK_VERBS), (SPEECH_VERB, cues.SPEECH_VERBS)):
        for lemma in verbs:
            third, past, participle, gerund = verb_forms(lemma)
            classes.update({lemma: BASE_SPEECH_VERB, participle: letter, third: letter, past: letter,
                            gerund: SPEECH_GERUND})
    spoken = (SPEECH_VERB, SPEECH_GERUND)
    persons = [word for word in read_words(HERE, "persons") if classes.get(word) not in spoken]  # the accused
    classes.update(dict.fromkeys(persons, ROLE))
    roles = people.UNNAMED_HEADS + people.DOCUMENT_HEADS + people.GROUP_HEADS + people.MORE_ROLES
    either = (SPEECH_VERB, ROLE_OR_VERB)
    classes.update({word: ROLE_OR_VERB if classes.get(word) in either else ROLE for word in roles})
    for noun in cues.SPEECH_NOUNS:
        if classes.get(noun) not in (*CUES, BASE_SPEECH_VERB, ROLE):
            classes.update({noun: SPEECH_NOUN, noun_plural(noun): SPEECH_NOUN})
    classes.update(_closed_classes())
    return classes


def _closed_classes() -> dict[str, str]:
    closed = {
        SUBJECT_PRONOUN: grammar.SUBJECT_PRONOUNS, OBJECT_PRONOUN: grammar.OBJECT_PRONOUNS,
        POSSESSIVE: grammar.POSSESSIVES, DETERMINER: grammar.DETERMINERS, QUANTIFIER: grammar.QUANTIFIERS,
        AUXILIARY: grammar.AUXILIARIES, PREPOSITION: grammar.PREPOSITIONS, OF: grammar.OF, THAT: ["that"],
        ACCORDING: grammar.ACCORDING, RELATIVE: grammar.RELATIVES, SUBORDINATOR: grammar.SUBORDINATORS,
        CONJUNCTION: grammar.CONJUNCTIONS, ADVERB: grammar.ADVERBS,
    }
    return {word: letter for letter, words in closed.items() for word in words}
