"""Reasons: each clue as a sentence that a reader understands.

A clue looks at a few facts together; its sentence is made of what each of these facts says about the mention, about the
place where it stands, or about the quotation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from quotes.attribution.clues import Key, Template

LETTERS = {
    "X": "a name", "H": "a word for a role", "P": "a pronoun", "O": "a pronoun", "S": "a possessive", "D": "an article",
    "U": "a quantity", "C": "a verb of speech", "c": "a verb that can introduce speech", "E": "a verb of speech",
    "G": "a verb of speech in -ing", "M": "a word for something said", "v": "another verb", "n": "an ordinary word",
    "A": "an auxiliary", "R": "an adverb", "I": "a preposition", "o": "“of” or “for”", "T": "“that”",
    "W": "“who” or “which”", "V": "a word that opens a subordinate clause", "K": "“and” or “but”",
    "z": "a possessive ’s", "#": "a number", "Q": "a quotation", "q": "a quotation", "¶": "a line break",
    ".": "the end of a sentence", ",": "a comma", ":": "a colon", ";": "a semicolon", "-": "a dash", "(": "a bracket",
    ")": "a closing bracket", "l": "“according to”", "&": "“&”", "*": "a sign", "0": "a label", "1": "a name",
    "2": "a role", "3": "a noun phrase", "4": "a noun phrase", "5": "a quantity", "6": "a pronoun",
    "7": "“who” or “which”", "8": "a possessive", "9": "a pronoun", "x": "a name",
}
FORMATS = {
    "0": "is a label before a turn", "1": "is a name", "2": "is a role", "3": "is a noun phrase",
    "4": "is a noun phrase", "5": "is a quantity", "6": "is a pronoun", "7": "is “who” or “which”",
    "8": "is a possessive", "9": "is a pronoun in the object's place",
}
OWN = {
    "r": "is followed by a verb of speech", "i": "follows its verb of speech", "o": "is the object of a verb of speech",
    "q": "quotes somebody else", "Q": "is quoted by somebody else", "l": "follows “according to”",
    "s": "is the subject of a verb of speech further on", "v": "is followed by another verb",
    "-": "has no verb of speech of its own",
}
SIDES = {"b": "stands before the quotation", "a": "stands after the quotation", "i": "stands inside the quotation"}
LINES = {"0": "in the same paragraph", "1": "one paragraph away", "2": "two paragraphs away",
         "3": "three or more paragraphs away"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "several")
LENGTHS = ("is a single word", "has two words", "has three or four words", "has five to nine words",
           "has ten to twenty-four words", "has many words")
CAPITALS = {"C": "begins with a capital", "c": "begins in lower case"}
BEFORE, AFTER = "B", "A"
REMEMBERED = 20_000  # sentences kept for the next article

Say = Callable[[str], str]


def sentence(clue: Template, row: Key, mention: str) -> str:
    """The clue as a sentence about the words of a mention and the quotation whose facts are in `row`."""
    return told(clue, clue.key(row), mention)


def told(clue: Template, values: Key, mention: str) -> str:
    """The same from the values of the clue's own facts."""
    about, quotation = _parts(clue, values)
    whole = "; ".join((f"“{mention}” {about}", quotation) if about and quotation else (
        (f"“{mention}” {about}",) if about else (quotation,))) + "."
    return whole[0].upper() + whole[1:]


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


def _listed(letters: str) -> str:
    return ", ".join(LETTERS.get(letter, "a word") for letter in letters) or "nothing"


def _number(value: str, single: str, several: str) -> str:
    n = int(value) if value.isdigit() else len(NUMBERS)
    return f"{NUMBERS[min(n, len(NUMBERS) - 1)]} {single if n == 1 else several}"


def _cue(value: str, where: str) -> str:
    verb = "no verb of speech" if value == "-" else LETTERS.get(value[0], "a verb of speech")
    return f"has {verb} {where} it in its sentence"


def _subject(value: str) -> str:
    where = [name for letter, name in ((BEFORE, "before"), (AFTER, "after")) if letter in value]
    if not where:
        return "is not the subject of a verb of speech beside the quotation"
    return f"is the subject of the verb of speech {' and '.join(where)} the quotation"


def _hypotheses(value: str) -> str:
    names = (("n", "the nearest mention before the quotation"), ("c", "the nearest that opens a clause"),
             ("f", "the first that opens a clause in the sentence"))
    found = [name for letter, name in names if letter in value]
    return f"is {', '.join(found)}" if found else "is neither the nearest nor the first mention in the sentence"


def _gap(value: str) -> str:
    if value in ("0", "1"):
        return ("right beside it", "a word from it")[int(value)]
    return f"up to {2 ** (int(value) - 1)} words from it" if value.isdigit() and int(value) < 8 else "far from it"


def _place(value: str) -> str:
    begins = {"^": "opens a paragraph", "p": "follows another one in its paragraph", "m": "stands inside a paragraph"}
    return begins[value[0]] + (" and closes it" if value.endswith("$") else "")


ABOUT_MENTION: dict[str, Say] = {
    "form": FORMATS.__getitem__,
    "who": lambda value: FORMATS.get(value, f"ends with “{value}”"),
    "left": lambda value: f"follows {LETTERS.get(value, 'a word')}",
    "left2": lambda value: f"follows {_listed(value)}",
    "right": lambda value: f"is followed by {_listed(value)}",
    "right2": lambda value: f"is followed by {_listed(value)}",
    "owncue": lambda value: OWN[value[0]],
    "cueword": lambda value: "has no verb beside it" if value == "-" else f"goes with “{value}”",
    "opens": lambda value: {"n": "stands inside a clause", "o": "depends on a preposition"}.get(
        value, f"opens a clause after {LETTERS.get(value, 'a mark')}"),
    "subject": _subject,
    "hypotheses": _hypotheses,
    "signature": lambda value: f"is parted from the quotation by {_listed(value)}",
    "label": lambda value: "is set beside the words as a label or signature" if value == "L" else "is no label",
}
PLACES: dict[str, Say] = {
    "lines": LINES.__getitem__,
    "sentences": lambda value: (
        "in the same sentence" if value == "0" else f"{_number(value, 'sentence', 'sentences')} away"),
    "between": lambda value: f"with {_number(value, 'other mention', 'other mentions')} in between",
    "quotes": lambda value: f"with {_number(value, 'other quotation', 'other quotations')} in between",
    "rivals": lambda value: f"with {_number(value, 'verb of speech', 'verbs of speech')} in between",
    "gap": _gap,
}
ABOUT_QUOTATION: dict[str, Say] = {
    "before": lambda value: f"follows {LETTERS.get(value, 'a word')}",
    "beforeword": lambda value: f"follows {LETTERS.get(value, f'“{value}”')}",
    "last": lambda value: "ends without a mark" if value == "w" else f"ends with “{value}”",
    "after": lambda value: f"is followed by {_listed(value)}",
    "length": lambda value: LENGTHS[int(value)],
    "capital": lambda value: CAPITALS.get(value, "begins with a sign"),
    "place": _place,
    "cuebefore": lambda value: _cue(value, "before"),
    "cueafter": lambda value: _cue(value, "after"),
    "lead": lambda value: f"comes after {_listed(value)}",
}
