"""Reasons: each clue as a sentence that a reader understands.

A clue looks at a few facts together; its sentence is made of what each of these facts says about the mention, about the
place where it stands, or about the quotation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from quotes.attribution.clue_fact_codes import (
    AFTER,
    AFTER_QUOTATION,
    AGENT,
    BEFORE,
    BEFORE_VERB,
    CAPITAL,
    CLOSES_PARAGRAPH,
    COUNTS,
    DEPENDS,
    DISTANT_SUBJECT,
    FIRST_IN_CLAUSE,
    IN_CLAUSE,
    INSIDE,
    INVERTED,
    LABEL,
    LAST_IN_CLAUSE,
    LONGER,
    LOWER_CASE,
    NAMED_BY_ACCORDING,
    NEAREST_MENTION,
    NO_MARK,
    NONE,
    OBJECT_OF_CUE,
    OF_CUE_AFTER,
    OF_CUE_BEFORE,
    OPENS_PARAGRAPH,
    PASSIVE_SUBJECT,
    QUOTED_BY_ANOTHER,
    QUOTES_ANOTHER,
    SUBJECT_OF_CUE,
    WITHIN_PARAGRAPH,
)
from quotes.attribution.clue_templates import Key, Template
from quotes.text.word_classes import (
    ACCORDING,
    ADVERB,
    AMPERSAND,
    AUXILIARY,
    BASE_SPEECH_VERB,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GENITIVE,
    IN_MENTION,
    IN_QUOTATION,
    LABEL_MENTION,
    LINE,
    NAME,
    NAME_MENTION,
    NAMED_MENTIONS,
    NOUN_MENTION,
    NUMBER,
    OBJECT_MENTION,
    OBJECT_PRONOUN,
    OF,
    OPENING_BRACKET,
    OPENING_MENTION,
    PLAIN_WORD,
    POSSESSIVE,
    POSSESSIVE_MENTION,
    PREPOSITION,
    PRONOUN_MENTION,
    QUANTIFIER,
    QUANTIFIER_MENTION,
    QUOTATION,
    RELATIVE,
    RELATIVE_MENTION,
    ROLE,
    ROLE_MENTION,
    SEMICOLON,
    SIGN,
    SPEECH_GERUND,
    SPEECH_NOUN,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    VERB,
    WEAK_SPEECH_VERB,
)

LETTERS = {
    NAME: "a name", ROLE: "a word for a role", SUBJECT_PRONOUN: "a pronoun", OBJECT_PRONOUN: "a pronoun",
    POSSESSIVE: "a possessive", DETERMINER: "an article", QUANTIFIER: "a quantity", SPEECH_VERB: "a verb of speech",
    WEAK_SPEECH_VERB: "a verb that can introduce speech", BASE_SPEECH_VERB: "a verb of speech",
    SPEECH_GERUND: "a verb of speech in -ing", SPEECH_NOUN: "a word for something said", VERB: "another verb",
    PLAIN_WORD: "an ordinary word", AUXILIARY: "an auxiliary", ADVERB: "an adverb", PREPOSITION: "a preposition",
    OF: "“of” or “for”", THAT: "“that”", RELATIVE: "“who” or “which”",
    SUBORDINATOR: "a word that opens a subordinate clause", CONJUNCTION: "“and” or “but”", GENITIVE: "a possessive ’s",
    NUMBER: "a number", QUOTATION: "a quotation", IN_QUOTATION: "a quotation", LINE: "a line break",
    STOP: "the end of a sentence", COMMA: "a comma", COLON: "a colon", SEMICOLON: "a semicolon", DASH: "a dash",
    OPENING_BRACKET: "a bracket", CLOSING_BRACKET: "a closing bracket", ACCORDING: "“according to”",
    AMPERSAND: "“&”", SIGN: "a sign", LABEL_MENTION: "a label", NAME_MENTION: "a name", ROLE_MENTION: "a role",
    NOUN_MENTION: "a noun phrase", OPENING_MENTION: "a noun phrase", QUANTIFIER_MENTION: "a quantity",
    PRONOUN_MENTION: "a pronoun", RELATIVE_MENTION: "“who” or “which”", POSSESSIVE_MENTION: "a possessive",
    OBJECT_MENTION: "a pronoun", IN_MENTION: "a name",
}
FORMS = {
    LABEL_MENTION: "is a label before a turn", NAME_MENTION: "is a name", ROLE_MENTION: "is a role",
    NOUN_MENTION: "is a noun phrase", OPENING_MENTION: "is a noun phrase", QUANTIFIER_MENTION: "is a quantity",
    PRONOUN_MENTION: "is a pronoun", RELATIVE_MENTION: "is “who” or “which”", POSSESSIVE_MENTION: "is a possessive",
    OBJECT_MENTION: "is a pronoun in the object's place",
}
ENTITIES = {"person": "of a person", "organization": "of a body", "place": "of a place", "people": "of a people",
            "work": "of a work or event", "title": "of an office", "nothing": "of nothing known"}
OWN = {
    SUBJECT_OF_CUE: "is followed by a verb of speech", INVERTED: "follows its verb of speech",
    OBJECT_OF_CUE: "is the object of a verb of speech", QUOTES_ANOTHER: "quotes somebody else",
    QUOTED_BY_ANOTHER: "is quoted by somebody else", NAMED_BY_ACCORDING: "follows “according to”",
    DISTANT_SUBJECT: "is the subject of a verb of speech further on", BEFORE_VERB: "is followed by another verb",
    PASSIVE_SUBJECT: "is spoken of by somebody else", AGENT: "follows a passive verb of speech and “by”",
    NONE: "has no verb of speech of its own",
}
SIDES = {BEFORE: "stands before the quotation", AFTER: "stands after the quotation",
         INSIDE: "stands inside the quotation"}
LINES = {COUNTS[0]: "in the same paragraph", COUNTS[1]: "one paragraph away", COUNTS[2]: "two paragraphs away",
         COUNTS[3]: "three or more paragraphs away"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "several")
LENGTHS = ("is a single word", "has two words", "has three or four words", "has five to nine words",
           "has ten to twenty-four words", "has many words")
CAPITALS = {CAPITAL: "begins with a capital", LOWER_CASE: "begins in lower case"}
REMEMBERED = 20_000  # sentences kept for the next article

Say = Callable[[str], str]


def sentence(clue: Template, row: Key, mention: str) -> str:
    """The clue as a sentence about the words of a mention and the quotation whose facts are in `row`."""
    return told(clue, clue.key(row), mention)


def told(clue: Template, values: Key, mention: str) -> str:
    """The same from the values of the clue's own facts."""
    about, quotation = _parts(clue, values)
    whole = "; ".join((f"“{mention}” {about}", quotation) if about and quotation else (
        (f"“{mention}” {about}",) if about else (quotation,)))
    return f"{whole[0].upper()}{whole[1:]}."


@lru_cache(maxsize=REMEMBERED)
def _parts(clue: Template, values: Key) -> tuple[str, str]:
    """What a clue says about the mention and about the quotation, for these values of its facts."""
    row = dict(zip(clue.facts, values, strict=True))
    about = [ABOUT_MENTION[fact](value) for fact, value in row.items() if fact in ABOUT_MENTION]
    place = [PLACES[fact](value) for fact, value in row.items() if fact in PLACES]
    quotation = [ABOUT_QUOTATION[fact](value) for fact, value in row.items() if fact in ABOUT_QUOTATION]
    if "side" in row:
        about.insert(0, ", ".join((SIDES[row["side"]], *place)))
    elif place:
        about.insert(0, f"stands {', '.join(place)}")
    return " and ".join(about), f"the quotation {' and '.join(quotation)}" if quotation else ""


def _who(value: str) -> str:
    """A mention by its form and what it names, or by its last word."""
    form = FORMS.get(value[:1]) if value[:1] in NAMED_MENTIONS else None
    return f"{form} ({_entity(value[1:])})" if form and value[1:] else form or f"ends with “{value}”"


def _entity(value: str) -> str:
    """What a name was recognized as."""
    return ENTITIES.get(value.rstrip(LONGER), "of no kind known")


def _listed(letters: str) -> str:
    return ", ".join(LETTERS.get(letter, "a word") for letter in letters) or "nothing"


def _number(value: str, single: str, several: str) -> str:
    n = int(value) if value.isdigit() else len(NUMBERS)
    return f"{NUMBERS[min(n, len(NUMBERS) - 1)]} {single if n == 1 else several}"


def _cue(value: str, where: str) -> str:
    verb = "no verb of speech" if value == NONE else LETTERS.get(value[0], "a verb of speech")
    return f"has {verb} {where} it in its sentence"


def _subject(value: str) -> str:
    where = [name for letter, name in ((OF_CUE_BEFORE, "before"), (OF_CUE_AFTER, "after")) if letter in value]
    if not where:
        return "is not the subject of a verb of speech beside the quotation"
    return f"is the subject of the verb of speech {' and '.join(where)} the quotation"


def _hypotheses(value: str) -> str:
    names = ((NEAREST_MENTION, "the nearest mention before the quotation"),
             (LAST_IN_CLAUSE, "the nearest that opens a clause"),
             (FIRST_IN_CLAUSE, "the first that opens a clause in the sentence"))
    found = [name for letter, name in names if letter in value]
    return f"is {', '.join(found)}" if found else "is neither the nearest nor the first mention in the sentence"


def _gap(value: str) -> str:
    if value in COUNTS[:2]:
        return ("right beside it", "a word from it")[int(value)]
    return f"up to {2 ** (int(value) - 1)} words from it" if value.isdigit() and int(value) < 8 else "far from it"


def _place(value: str) -> str:
    begins = {OPENS_PARAGRAPH: "opens a paragraph", AFTER_QUOTATION: "follows another one in its paragraph",
              WITHIN_PARAGRAPH: "stands inside a paragraph"}
    return begins[value[0]] + (" and closes it" if value.endswith(CLOSES_PARAGRAPH) else "")


ABOUT_MENTION: dict[str, Say] = {
    "form": FORMS.__getitem__,
    "who": _who,
    "entity": lambda value: f"holds a name {_entity(value)}" if value != NONE else "holds no name",
    "left": lambda value: f"follows {LETTERS.get(value, 'a word')}",
    "left2": lambda value: f"follows {_listed(value)}",
    "right": lambda value: f"is followed by {_listed(value)}",
    "right2": lambda value: f"is followed by {_listed(value)}",
    "owncue": lambda value: OWN[value[0]],
    "cueword": lambda value: "has no verb beside it" if value == NONE else f"goes with “{value}”",
    "opens": lambda value: {IN_CLAUSE: "stands inside a clause", DEPENDS: "depends on a preposition"}.get(
        value, f"opens a clause after {LETTERS.get(value, 'a mark')}"),
    "subject": _subject,
    "hypotheses": _hypotheses,
    "signature": lambda value: f"is parted from the quotation by {_listed(value)}",
    "label": lambda value: "is set beside the words as a label or signature" if value == LABEL else "is no label",
}
PLACES: dict[str, Say] = {
    "lines": LINES.__getitem__,
    "sentences": lambda value: (
        "in the same sentence" if value == COUNTS[0] else f"{_number(value, 'sentence', 'sentences')} away"),
    "between": lambda value: f"with {_number(value, 'other mention', 'other mentions')} in between",
    "quotes": lambda value: f"with {_number(value, 'other quotation', 'other quotations')} in between",
    "rivals": lambda value: f"with {_number(value, 'verb of speech', 'verbs of speech')} in between",
    "gap": _gap,
}
ABOUT_QUOTATION: dict[str, Say] = {
    "before": lambda value: f"follows {LETTERS.get(value, 'a word')}",
    "beforeword": lambda value: f"follows {LETTERS.get(value, f'“{value}”')}",
    "last": lambda value: "ends without a mark" if value == NO_MARK else f"ends with “{value}”",
    "after": lambda value: f"is followed by {_listed(value)}",
    "length": lambda value: LENGTHS[int(value)],
    "capital": lambda value: CAPITALS.get(value, "begins with a sign"),
    "place": _place,
    "cuebefore": lambda value: _cue(value, "before"),
    "cueafter": lambda value: _cue(value, "after"),
    "lead": lambda value: f"comes after {_listed(value)}",
}
