"""Reasons: each clue as a sentence that a reader understands.

A clue looks at a few facts together; its sentence is made of what each of these facts says.
"""

from __future__ import annotations

from collections.abc import Callable

from quotes.clues import INDEX, Key, Template

LETTERS = {
    "X": "a name", "H": "a word for a role", "P": "a pronoun", "O": "a pronoun", "S": "a possessive", "D": "an article", "U": "a quantity",
    "C": "a verb of speech", "c": "a verb that can introduce speech", "G": "a verb of speech in -ing", "E": "a verb of speech",
    "M": "a word for something said", "v": "another verb", "n": "an ordinary word", "A": "an auxiliary", "R": "an adverb",
    "I": "a preposition", "o": "“of” or “for”", "T": "“that”", "W": "“who” or “which”", "V": "a word that opens a subordinate clause",
    "K": "“and” or “but”", "z": "a possessive ’s", "#": "a number", "Q": "a quotation", "q": "a quotation", "¶": "a line break",
    ".": "the end of a sentence", ",": "a comma", ":": "a colon", ";": "a semicolon", "-": "a dash", "(": "a bracket",
    ")": "a closing bracket", "l": "“according to”", "&": "“&”", "*": "a sign", "1": "a name", "2": "a role", "3": "a noun phrase",
    "4": "a noun phrase", "5": "a quantity", "6": "a pronoun", "7": "“who” or “which”", "8": "a possessive", "9": "a pronoun",
    "0": "a label", "x": "a name",
}
SIDES = {"b": "it stands before the quotation", "a": "it stands after the quotation", "i": "it stands inside the quotation"}
LINES = {"0": "in its paragraph", "1": "one paragraph away", "2": "two paragraphs away", "3": "three or more paragraphs away"}
FORMS = {"0": "it is a label before a turn", "1": "it is a name", "2": "it is a role", "3": "it is a noun phrase",
         "4": "it is a noun phrase", "5": "it is a quantity", "6": "it is a pronoun", "7": "it is “who” or “which”",
         "8": "it is a possessive", "9": "it is a pronoun in the object's place"}
OWN = {"r": "a verb of speech follows it", "i": "it follows its verb of speech", "o": "it is the object of a verb of speech",
       "q": "it quotes somebody else", "Q": "it is quoted by somebody else",
       "l": "“according to” stands before it", "s": "it is the subject of a verb of speech further on",
       "v": "another verb follows it", "-": "it has no verb of speech of its own"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "several", "several", "several", "several")
QUOTE_LENGTHS = ("a single word", "two words", "three or four words", "five to nine words", "ten to twenty-four words", "many words")

Say = Callable[[str], str]


def _listed(letters: str) -> str:
    return ", ".join(LETTERS.get(c, "a word") for c in letters) or "nothing"


def _number(value: str, single: str, several: str) -> str:
    n = 10 if value == "+" else int(value) if value.isdigit() else 0
    return f"{NUMBERS[n]} {single if n == 1 else several}"


def _cue(value: str, where: str) -> str:
    return f"no verb of speech stands {where} the quotation in its sentence" if value == "-" else (
        f"{LETTERS.get(value[0], 'a verb of speech')} stands {where} the quotation in its sentence")


def _subject(value: str) -> str:
    verbs = [name for letter, name in (("B", "before"), ("A", "after")) if letter in value]
    return f"it is the subject of the verb of speech {' and '.join(verbs)} the quotation" if verbs else (
        "it is not the subject of the verb of speech beside the quotation")


def _hypotheses(value: str) -> str:
    found = [name for letter, name in (("n", "the nearest mention before the quotation"), ("c", "the nearest that opens a clause"),
                                       ("f", "the first that opens a clause in the sentence")) if letter in value]
    return f"it is {', '.join(found)}" if found else "nearer mentions stand in the sentence"


def _place(value: str) -> str:
    begins = {"^": "the quotation opens a paragraph", "p": "another quotation stands before it in the paragraph",
              "m": "the quotation stands inside a paragraph"}[value[0]]
    return begins + (" and closes it" if value.endswith("$") else "")


SAYINGS: dict[str, Say] = {
    "form": FORMS.__getitem__,
    "who": lambda v: FORMS.get(v, f"the mention ends with “{v}”"),
    "left": lambda v: f"{LETTERS.get(v, 'a word')} stands before it",
    "left2": lambda v: f"before it stand {_listed(v)}" if len(v) > 1 else f"{_listed(v)} stands before it",
    "right": lambda v: f"{_listed(v)} follows it",
    "right2": lambda v: f"it is followed by {_listed(v)}",
    "owncue": lambda v: OWN[v[0]],
    "cueword": lambda v: "no verb is near it" if v == "-" else f"its verb is “{v}”",
    "opens": lambda v: {"n": "it stands inside a clause", "o": "it depends on a preposition"}.get(
        v, f"it opens a clause after {LETTERS.get(v, 'a mark')}"),
    "before": lambda v: f"the quotation follows {LETTERS.get(v, 'a word')}",
    "beforeword": lambda v: f"the quotation follows {LETTERS[v]}" if v in LETTERS else f"the quotation follows “{v}”",
    "last": lambda v: "the quotation ends without a mark" if v == "w" else f"the quotation ends with “{v}”",
    "after": lambda v: f"the quotation is followed by {_listed(v)}",
    "length": lambda v: f"the quotation has {QUOTE_LENGTHS[int(v)]}",
    "capital": lambda v: {"C": "it begins with a capital", "c": "it begins in lower case"}.get(v, "it begins with a sign"),
    "place": _place,
    "cuebefore": lambda v: _cue(v, "before"),
    "cueafter": lambda v: _cue(v, "after"),
    "lead": lambda v: f"the words before the quotation are {_listed(v)}",
    "side": SIDES.__getitem__,
    "lines": LINES.__getitem__,
    "sentences": lambda v: "in the same sentence" if v == "0" else f"{_number(v, 'sentence', 'sentences')} away",
    "between": lambda v: f"{_number(v, 'other mention', 'other mentions')} in between",
    "quotes": lambda v: f"{_number(v, 'other quotation', 'other quotations')} in between",
    "gap": lambda v: {"0": "right beside the quotation", "1": "a word from the quotation"}.get(
        v, f"up to {2 ** (int(v) - 1) if v.isdigit() else 'many'} words from the quotation"),
    "subject": _subject,
    "hypotheses": _hypotheses,
    "rivals": lambda v: f"{_number(v, 'verb of speech', 'verbs of speech')} in between",
    "signature": lambda v: f"between them stand {_listed(v)}" if v else "nothing stands between them",
    "label": lambda v: "it is set beside the words as a label or signature" if v == "L" else "it is no label or signature",
}


def sentence(clue: Template, row: Key) -> str:
    """The clue as a sentence about the mention and the quotation whose facts are in `row`."""
    parts = []
    for fact in dict.fromkeys(clue.facts):
        said = SAYINGS[fact](row[INDEX[fact]])
        parts.append(said)
    whole = "; ".join(parts) + "."
    return whole[0].upper() + whole[1:]
