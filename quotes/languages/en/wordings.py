"""Words that change what was said where they come or go: negations and numbers; and words written in two ways."""

from __future__ import annotations

NEGATIONS = """not no never none nobody nothing nowhere neither nor without nay nope hardly scarcely barely cannot
non nowise noway unable""".split()

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
SCALES = """hundred thousand million billion trillion hundreds thousands millions billions trillions dozen dozens half
halves quarter quarters twice thrice double triple percent""".split()
NUMBERS = {
    **{word: str(number) for number, word in enumerate(ONES)},
    **{word: str(10 * number) for number, word in enumerate(TENS, start=2)},
    **{word: f"{number}." for number, word in enumerate(ORDINALS)},
    **{word: word for word in SCALES},
    **{f"{number}{ending}": f"{number}." for number in range(100) for ending in ("st", "nd", "rd", "th")},
}

# Endings after an apostrophe that stand for one word only; 's and 'd stand for several and are left as they are.
CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
CONTRACTED_WHOLE = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "'cause": "because", "ok": "okay", "%": "percent",
}
# What the endings that stand for several can stand for.
ENDINGS = {"'s": ("is", "has", "us"), "'d": ("would", "had", "did")}
