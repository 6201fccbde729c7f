"""Codes: the values that the facts of clues have where they are neither words nor classes of tokens.

clues.py and speech_detection.py make the facts, clue_sentences.py puts them into words. The codes must not change: the
trained weights are keyed by them.
"""

from __future__ import annotations

NONE = "-"  # what is not there or does not hold
COUNTS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+")

# side: where a candidate stands to the quotation
BEFORE, AFTER, INSIDE = "b", "a", "i"

# owncue: how a candidate stands to a cue of its own; the cue's class follows where it can be one of several
QUOTES_ANOTHER = "q"  # CNN quoted X
QUOTED_BY_ANOTHER = "Q"
SUBJECT_OF_CUE = "r"  # X said
INVERTED = "i"  # said X
OBJECT_OF_CUE = "o"  # told X
NAMED_BY_ACCORDING = "l"  # according to X
PASSIVE_SUBJECT = "p"  # X was called
AGENT = "b"  # was called … by X
DISTANT_SUBJECT = "s"  # X, a lawyer, said
BEFORE_VERB = "v"  # X left

# opens: how a candidate stands in its clause, where the class before it does not say
DEPENDS, IN_CLAUSE = "o", "n"

# subject: whether a candidate is the subject of the cue before the quotation and of the one after it
OF_CUE_BEFORE, OF_CUE_AFTER = "B", "A"

# hypotheses: whether it is the nearest mention, the last that opens a clause, and the first that does
NEAREST_MENTION, LAST_IN_CLAUSE, FIRST_IN_CLAUSE = "n", "c", "f"

# label: whether it is the label before a turn, or a signature
LABEL = "L"

# capital and last: how a quotation begins and ends
CAPITAL, LOWER_CASE = "C", "c"
FULL_STOP, NO_MARK = ".", "w"

# place: where a quotation stands in its paragraph
OPENS_PARAGRAPH, AFTER_QUOTATION, WITHIN_PARAGRAPH, CLOSES_PARAGRAPH = "^", "p", "m", "$"

# titled, bare, finite, nickname: what the words of a quotation are
TITLED, UNTITLED = "T", "t"
ONLY_BARE = "~"
WITH_VERB = "V"
IS_NICKNAME = "N"

# verbs, naming, opening: what the words around it are
WITH_CUE, WITHOUT_CUE = "Y", "N"
AFTER_WORK, AFTER_NAMING = "W", "N"  # the novel “…”; known as “…”
SPOKEN_BEFORE, SOMEBODY_BEFORE = "C", "S"

# entity: the kind of name that a mention ends with, and whether that has more than one word
LONGER = "+"
