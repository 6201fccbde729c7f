"""The classes of tokens: one letter each, and the only place where the letters are listed.

The text of an article becomes one string with one letter a token, so that later steps find noun phrases, clauses and
cues by patterns over the letters (quotes.text.patterns) and measure distances by counting them. Other modules use the
names, never the letters. The letters must not change: the trained weights are keyed by them.
"""

from __future__ import annotations

# -- words ---------------------------------------------------------------------------------------------------------
NAME = "X"  # a capitalised word
SUBJECT_PRONOUN = "P"  # he, she, they, it, I, we
OBJECT_PRONOUN = "O"  # him, her, them
POSSESSIVE = "S"  # his, her, their
DETERMINER = "D"  # the, a, this
QUANTIFIER = "U"  # one, several
ROLE = "H"  # a noun for what somebody is: mayor, source
ROLE_OR_VERB = "h"  # report, sources: a role or a verb of speech; replaced as soon as the neighbours are known
SPEECH_VERB = "C"  # said, says
WEAK_SPEECH_VERB = "c"  # a verb that introduces words less often: believed
SPEECH_GERUND = "G"  # saying
BASE_SPEECH_VERB = "E"  # say
SPEECH_NOUN = "M"  # claim, letter
VERB = "v"  # any other finite verb
PLAIN_WORD = "n"  # any other word
ACCORDING = "l"  # according (to)
AUXILIARY = "A"  # is, has, will, to, not
ADVERB = "R"  # adverbs, weekdays and months
PREPOSITION = "I"  # in, on, with
OF = "o"  # of, for
THAT = "T"  # that
RELATIVE = "W"  # who, which
SUBORDINATOR = "V"  # when, if, as
CONJUNCTION = "K"  # and, but
GENITIVE = "z"  # ’s
NUMBER = "#"  # figures, and signs such as % and $

# -- marks ---------------------------------------------------------------------------------------------------------
QUOTATION = "Q"  # a quotation mark; in a view the first token of a quotation
LINE = "¶"  # a line break
STOP = "."  # the end of a sentence: . ? !
COMMA = ","
COLON = ":"
SEMICOLON = ";"
DASH = "-"  # dashes and dots: – …
OPENING_BRACKET = "("
CLOSING_BRACKET = ")"
AMPERSAND = "&"
SIGN = "*"  # any other mark

# -- only in a view, where quotations and mentions are masked (quotes.text.masked_view) -----------------------------
IN_QUOTATION = "q"  # a further token of a quotation
LABEL_MENTION = "0"  # the label of a turn in a transcript: WALLACE:
NAME_MENTION = "1"  # Ann Reed
ROLE_MENTION = "2"  # a rebel spokesperson
NOUN_MENTION = "3"  # a noun phrase beside a verb of speech
OPENING_MENTION = "4"  # a noun phrase that opens a sentence
QUANTIFIER_MENTION = "5"  # one, several
PRONOUN_MENTION = "6"  # he, she, they, it, I, we
RELATIVE_MENTION = "7"  # who, which
POSSESSIVE_MENTION = "8"  # his, her, their (remark)
OBJECT_MENTION = "9"  # him, her, them
IN_MENTION = "x"  # a further token of a mention

# -- groups --------------------------------------------------------------------------------------------------------
MODIFIERS = ADVERB + AUXILIARY  # what may stand between a subject and its verb
REPORTING_VERBS = SPEECH_VERB + WEAK_SPEECH_VERB
CUES = REPORTING_VERBS + SPEECH_GERUND
DETERMINERS = DETERMINER + POSSESSIVE
PHRASE_OPENERS = DETERMINERS + QUANTIFIER
NOUNS = PLAIN_WORD + ROLE + SPEECH_NOUN
NOUNS_AND_NAMES = NOUNS + NAME
NOMINAL = NOUNS_AND_NAMES + NUMBER  # what a noun phrase is made of
PRONOUNS = SUBJECT_PRONOUN + POSSESSIVE + OBJECT_PRONOUN
PREPOSITIONS = PREPOSITION + OF
SENTENCE_EDGES = STOP + LINE
QUOTED = QUOTATION + IN_QUOTATION
QUOTATION_ENDS = QUOTED + STOP + COMMA  # what stands before a cue that follows a quotation: “…,” said
QUOTATION_TO_CUE = MODIFIERS + COMMA  # what may stand between the two
BEFORE_TURN = LINE + QUOTATION  # what stands before a label: ¶ WALLACE:
NAMED_MENTIONS = LABEL_MENTION + NAME_MENTION
MENTIONS = (NAMED_MENTIONS + ROLE_MENTION + NOUN_MENTION + OPENING_MENTION + QUANTIFIER_MENTION + PRONOUN_MENTION
            + RELATIVE_MENTION + POSSESSIVE_MENTION + OBJECT_MENTION)
MENTIONED = MENTIONS + IN_MENTION
