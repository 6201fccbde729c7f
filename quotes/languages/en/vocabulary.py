"""English words by their classes, and what is known of single words beside that."""

from __future__ import annotations

from pathlib import Path

from quotes.languages import read_words
from quotes.languages.contract import Vocabulary
from quotes.languages.en import cues, grammar, people
from quotes.languages.en.inflection import noun_plural, verb_forms

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
    classes = dict.fromkeys(read_words(HERE, "finite"), "v")
    for letter, verbs in (("c", cues.WEAK_VERBS), ("C", cues.SPEECH_VERBS)):
        for lemma in verbs:
            third, past, participle, gerund = verb_forms(lemma)
            classes.update({lemma: "E", participle: letter, third: letter, past: letter, gerund: "G"})
    persons = [word for word in read_words(HERE, "persons") if classes.get(word) not in ("C", "G")]  # the accused
    classes.update(dict.fromkeys(persons, "H"))
    roles = people.UNNAMED_HEADS + people.DOCUMENT_HEADS + people.GROUP_HEADS + people.MORE_ROLES
    classes.update({word: "h" if classes.get(word) in ("C", "h") else "H" for word in roles})
    for noun in cues.SPEECH_NOUNS:
        if classes.get(noun) not in ("C", "c", "E", "G", "H"):
            classes.update({noun: "M", noun_plural(noun): "M"})
    classes.update(_closed_classes())
    return classes


def _closed_classes() -> dict[str, str]:
    letters = {
        "P": grammar.SUBJECT_PRONOUNS, "O": grammar.OBJECT_PRONOUNS, "S": grammar.POSSESSIVES, "D": grammar.DETERMINERS,
        "U": grammar.QUANTIFIERS, "A": grammar.AUXILIARIES, "I": grammar.PREPOSITIONS, "o": grammar.OF, "T": ["that"],
        "l": grammar.ACCORDING, "W": grammar.RELATIVES, "V": grammar.SUBORDINATORS,
        "K": grammar.CONJUNCTIONS, "R": grammar.ADVERBS,
    }
    return {word: letter for letter, words in letters.items() for word in words}
