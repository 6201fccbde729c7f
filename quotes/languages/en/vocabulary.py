"""English words by their classes, and what is known of single words beside that."""

from __future__ import annotations

from pathlib import Path

from quotes.languages import read_words
from quotes.languages.contract import Vocabulary
from quotes.languages.en import cues, grammar, person_nouns
from quotes.languages.en.inflection import noun_plural, verb_forms
from quotes.text.word_classes import (
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

ABBREVIATED_TITLES = """mr mrs ms dr sen rep gov lt col gen maj sgt capt cmdr adm brig cpl pvt prof rev hon pres sens
reps govs drs msgr fr
st amb atty supt insp det sec asst jr sr esq del ald pfc dep""".split()
ABBREVIATIONS = """vs etc inc corp co ltd llc vol jan feb mar apr jun jul aug sept sep oct nov dec mt ft ave blvd
rd dept univ approx est
u.s u.k u.n a.m p.m ariz calif colo conn fla ga kan ky mich minn mont neb nev okla pa tenn va vt wis wyo""".split()

# Words that stand for a noun and are no part of a name.
INDEFINITE = """everything something nothing anything everyone someone anyone everybody somebody nobody anybody
whatever whoever whichever
oh okay ok yes hey please thanks thank hello onetime etc""".split()

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
          "september", "october", "november", "december")
CALENDAR = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october
november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. christmas easter thanksgiving
ramadan""".split()


def part() -> Vocabulary:
    """What is known of English words in general."""
    return Vocabulary(
        classes=_classes(),
        common=frozenset(read_words(HERE, "common")),
        indefinite=frozenset(INDEFINITE),
        abbreviations=frozenset(ABBREVIATED_TITLES + ABBREVIATIONS),
        calendar=frozenset(CALENDAR),
        months=MONTHS,
    )


def _classes() -> dict[str, str]:
    """The class of every word; a later line wins over an earlier one."""
    classes = dict.fromkeys([*read_words(HERE, "finite"), *cues.SENDING_VERBS], VERB)
    for letter, verbs in ((WEAK_SPEECH_VERB, cues.WEAK_VERBS), (SPEECH_VERB, cues.SPEECH_VERBS)):
        for lemma in verbs:
            third, past, participle, gerund = verb_forms(lemma)
            classes.update({lemma: BASE_SPEECH_VERB, participle: letter, third: letter, past: letter,
                            gerund: SPEECH_GERUND})
    spoken = (SPEECH_VERB, SPEECH_GERUND)
    persons = [word for word in read_words(HERE, "persons") if classes.get(word) not in spoken]  # the accused
    classes.update(dict.fromkeys(persons, ROLE))
    heads = person_nouns.UNNAMED_HEADS + person_nouns.DOCUMENT_HEADS + person_nouns.GROUP_HEADS
    roles = heads + person_nouns.MORE_ROLES
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
