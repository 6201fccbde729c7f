"""Facts: what the words of a form, and the places where it stands, tell of each word's part in a name.

Facts are named strings in groups; the weights of all facts of a group are looked up once for each combination that
comes up (quotes.text.entities.recognizer), so the groups are made of facts that depend on the same things.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.languages.contract import Names
from quotes.text.entities.name_forms import Form
from quotes.text.name_parts import CAPITALS, GIVEN_NAME, LINK, ORDINARY_WORD, UNKNOWN_WORD, without_accents

ENDINGS = (2, 3, 4)  # letters at a word's end that tell what it is: -ov, -son, -land
BEGINNING = 3
# Kinds of words whose letters tell more than their kind.
SPELT = frozenset((UNKNOWN_WORD, ORDINARY_WORD, CAPITALS, GIVEN_NAME))
Fact = tuple[str, float]  # a fact by its name, and how much of it there is

ALONE_IN_FORM, FIRST_IN_FORM, LAST_IN_FORM, INSIDE_FORM = "S", "F", "L", "M"
OPENS, CLOSES = (ALONE_IN_FORM, FIRST_IN_FORM), (ALONE_IN_FORM, LAST_IN_FORM)
EDGE, END = "^^", "$$"
LONGEST_COUNTED = 5  # words of a form, beyond which its length tells no more
LONGEST_PLACE = 4  # words of a place's name
LONGEST_INITIALS = 2  # letters of an abbreviation that may be a word of a place's name in a line of capitals
NOWHERE = "-"


def position(i: int, length: int) -> str:
    """Where a word stands in its form."""
    if length == 1:
        return ALONE_IN_FORM
    return FIRST_IN_FORM if i == 0 else LAST_IN_FORM if i == length - 1 else INSIDE_FORM


def word_facts(word: str, kind: str, everyday: str) -> Iterator[Fact]:
    """What a word tells by itself, whatever form it is part of; `everyday` is its class in lower case."""
    low = word.lower()
    yield f"word {low}", 1.0
    yield f"class {everyday}", 1.0
    yield f"kind {kind}", 1.0
    yield f"shape {_shape(word)}", 1.0
    if kind in SPELT:
        for length in ENDINGS:
            if len(low) > length + 1:
                yield f"ends {low[-length:]}", 1.0
        if len(low) > BEGINNING + 1:
            yield f"begins {low[:BEGINNING]}", 1.0


def _shape(word: str) -> str:
    """How a word is written: capitals, a capital first, figures, hyphens, anything else."""
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    if word[0].isupper() and word[1:].islower():
        return "X"
    if any(sign.isdigit() for sign in word):
        return "9"
    if "-" in word:
        return "-X" if word.rpartition("-")[2][:1].isupper() else "-x"  # Ben-Gvir, Delhi-based
    return "x" if word.islower() else "m"


def kind_facts(kinds: str, i: int) -> Iterator[Fact]:
    """What the kinds of all words of a form tell of the one at `i`."""
    around = f"{EDGE}{kinds}{END}"
    at, where = i + len(EDGE), position(i, len(kinds))
    yield f"kinds before {around[at - 1 : at + 1]}", 1.0
    yield f"kinds after {around[at : at + 2]}", 1.0
    yield f"kinds beside {around[at - 1 : at + 2]}", 1.0
    yield f"kinds around {around[at - 2 : at + 3]}", 1.0
    yield f"place {where}{min(len(kinds), LONGEST_COUNTED)}", 1.0
    yield f"last kind {where}{kinds[-1]}", 1.0
    yield f"first kind {where}{kinds[0]}", 1.0
    yield f"of {LINK in kinds[:i]:d}{LINK in kinds[i + 1 :]:d}{kinds[i]}", 1.0


def evidence_facts(own: int, last: int, where: str) -> Iterator[Fact]:
    """What other forms show of a word, and of the last word of its form."""
    bit = 1
    while bit <= own | last:
        if own & bit:
            yield f"shown {bit}{where}", 1.0
        if last & bit:
            yield f"last shown {bit}{where}", 1.0
        bit <<= 1


def initials_facts(kinds: str) -> Iterator[Fact]:
    """What it tells that a word is made of the initials of a form with these kinds of words."""
    yield "initials", 1.0
    yield f"initials of {kinds[-1]}", 1.0


def place_facts(known: str, kind: str) -> Iterator[Fact]:
    """What it tells that a word is part of a place's name that the lists have."""
    yield f"listed {known}", 1.0
    yield f"listed {known} {kind}", 1.0


def left_facts(beside: tuple[str, str], where: str) -> Iterator[Fact]:
    """What the word before a form, and the classes of the two tokens there, tell of a word that begins it."""
    word, classes = beside
    yield f"left {word} {where}", 1.0
    yield f"before {classes} {where}", 1.0


def right_facts(beside: tuple[str, str], where: str) -> Iterator[Fact]:
    """The same of what stands after a form, for a word that ends it."""
    word, classes = beside
    yield f"right {word} {where}", 1.0
    yield f"after {classes} {where}", 1.0


def told_facts(personal: float, taken_up: bool, where: str) -> Iterator[Fact]:
    """What it tells that a share of a form's places is typical of a person, and that “he” or “she” goes on."""
    yield f"personal {where}", personal
    yield f"taken up {where}", float(taken_up)


def around_facts(form: Form, where: str) -> Iterator[Fact]:
    """All that stands around a form, each with its share of the places; `where` is the place of a word in the form."""
    total = len(form.left)
    if total:
        places = [fact for beside in form.left for fact in left_facts(beside, where)] if where in OPENS else []
        places += [fact for beside in form.right for fact in right_facts(beside, where)] if where in CLOSES else []
        yield from ((fact, value / total) for fact, value in places)
        yield from told_facts(form.personal / total, form.taken_up > 0, where)


def places_in(form: Form, names: Names) -> list[str]:
    """For every word of a form whether it is part of a listed place's name, of how many words, and if that is all."""
    words = form.words
    found = [NOWHERE] * len(words)
    plain = [without_accents(word.title() if word.isupper() and len(word) > LONGEST_INITIALS else word)
             for word in words]
    for first in range(len(words)):
        for after in range(min(len(words), first + LONGEST_PLACE), first, -1):
            name = " ".join(plain[first:after])
            if name in names.places or name in names.towns:
                listed = "p" if name in names.places else "t"
                known = f"{listed}{after - first}{'=' if after - first == len(words) else ''}"
                for i in range(first, after):
                    if found[i] == NOWHERE or int(found[i][1]) < after - first:
                        found[i] = known
                break
    return found
