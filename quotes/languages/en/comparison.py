"""Words that change what was said where they come or go: negations and numbers; and words written in two ways."""

from __future__ import annotations

import re

from quotes.languages.contract import Comparison

# With a hyphen at its end, what denies only when it is joined by one (un-American).
NEGATIONS = """not no never none nobody nothing nowhere neither nor without nay nope hardly scarcely barely cannot
non nowise noway unable un-""".split()
# Words that say of what follows that it is not so, or that it is not meant; and what parts them from it.
DENIALS = """false falsely untrue lie lies wrong myth hoax nonsense rumor rumors rumour rumours deny denies denied
denying doubt doubts doubted refuse refuses refused reject rejects rejected impossible absurd ridiculous unlikely fake
pretend pretended pretending""".split()
JOINING = """and but or so because since while although though whereas when which who what where how why if unless until
before after""".split()
LEADING = "that".split()
# In what people are called: what says nothing, what makes a role somebody else's, and what says that it is not held.
ARTICLES = "the a an".split()
DEPENDING = "to for at with by under of from in on like".split()
NOT_YET = "elect designate nominee emeritus candidate hopeful".split()
STRESSING = "only just merely simply".split()
DENYING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
# Words that only look like another one denied so: to inform and a form, to discover and to cover, an immigrant.
NOT_DENYING = """inform informs informed informing information inside insides insider insiders income incomes
incoming input inputs intake invest invests invested investing invent invents invented inventing intend intends
intended intending intent intents intense indeed inland inflame inflamed inhabit inhabits insight insights indoor
indoors inward instead instill instilled install installs installed installing instance instances inquest inquire
incite incited inspire inspired increase increases ingrained inborn inbred indebted indoctrinate influx incur incurs
inset inlet innumerable invaluable infringe inflow inn inns ink into inter impress impresses impressed impressing
impression import imports imported importing impose imposes imposed imposing imposition improve improves improved
improving impart imparts immigrant immigrants immigration immigrate immigrated impact impacts impeach impeached
impeaching implant implants impulse impulses impound illuminate until unless union unions unit units under untie
undergo disable disabled discount discounts discounted discover discovers discovered discovering display displays
displayed displaying dispatch dispatches discourse disease diseases dismiss dismisses dismissed dismissing
distribute dispose disposed disposal disposition dissolve dissolved discharge discharged distract distinct distant
district discard discarded disband disguise dismay dismayed dismember dismembered distill distilled nonce""".split()

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
# How many zeros a word for a scale stands for, and its signs after figures (18bn).
SCALE_ZEROS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALE_SIGNS = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}

# Endings after an apostrophe that stand for one word only; 's and 'd stand for several and are left as they are.
CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
APOSTROPHES_LEFT_OUT = {  # of which nothing is another word: not “were”, “well”, “wed”, “id”
    **{f"{verb}nt": f"{verb} not" for verb in """do does did is are was were have has had could would should must need
    might""".split()},
    **{word: f"{word[:-2]} have" for word in "ive weve youve theyve".split()},
    **{word: f"{word[:-2]} are" for word in "youre theyre".split()},
    **{word: f"{word[:-2]} will" for word in "youll theyll itll".split()},
    "im": "i am", "cant": "can not", "wont": "will not", "shant": "shall not", "aint": "is not",
}
SHORT_MONTHS = {
    "jan": "january", "feb": "february", "apr": "april", "aug": "august", "sep": "september", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december",
}
# The spellings of several countries that no rule tells.
ONE_SPELLING = dict(pair.split(":") for pair in """programme:program programmes:programs towards:toward
afterwards:afterward grey:gray judgement:judgment acknowledgement:acknowledgment sceptical:skeptical sceptic:skeptic
sceptics:skeptics scepticism:skepticism mum:mom mums:moms plough:plow ageing:aging manoeuvre:maneuver
manoeuvres:maneuvers fulfil:fulfill enrol:enroll enrolment:enrollment instalment:installment skilful:skillful
wilful:willful cosy:cozy moustache:mustache pyjamas:pajamas aluminium:aluminum artefact:artifact artefacts:artifacts
whilst:while amongst:among learnt:learned burnt:burned dreamt:dreamed spoilt:spoiled leapt:leaped practise:practice
practised:practiced practising:practicing licence:license licences:licenses defence:defense defences:defenses
offence:offense offences:offenses pretence:pretense aeroplane:airplane tsar:czar paediatric:pediatric
counsellor:counselor counsellors:counselors marvellous:marvelous jewellery:jewelry""".split())
CONTRACTED_WHOLE = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "'cause": "because", "ok": "okay", "%": "percent",
    **APOSTROPHES_LEFT_OUT, **SHORT_MONTHS, **ONE_SPELLING,
}
# Parts of words in one country's spelling: labour, organise, analyse, centre, dialogue, travelled. Not: four, prise.
RESPELLING = tuple((re.compile(pattern), other) for pattern, other in (
    (r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ite|ites|ful|hood|hoods|er|ers|less|al|ally|ism)?$)", "or"),
    (r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
    (r"(?<=[a-z]l)ys(?=(?:e|ed|es|er|ers|ing)$)", "yz"),
    (r"(?<=[a-z]{2}[tb])re(?=s?$)", "er"),
    (r"(?<=[a-z]{2}og)ue(?=s?$)", ""),
    (r"(?<=[a-z]{4}l)l(?=(?:ed|ing|er|ers)$)", ""),
))
# What the endings that stand for several can stand for.
ENDINGS = {"'s": ("is", "has", "us"), "'d": ("would", "had", "did")}


def part() -> Comparison:
    """What is known of words that matter when wordings are compared in English."""
    return Comparison(
        negations=frozenset(NEGATIONS),
        denials=frozenset(DENIALS),
        joining=frozenset(JOINING),
        leading=frozenset(LEADING),
        stressing=frozenset(STRESSING),
        articles=frozenset(ARTICLES),
        depending=frozenset(DEPENDING),
        not_yet=frozenset(NOT_YET),
        denying_prefixes=DENYING_PREFIXES,
        not_denying=frozenset(NOT_DENYING),
        numbers=NUMBERS,
        scales=SCALE_ZEROS,
        scale_signs=SCALE_SIGNS,
        contracted=CONTRACTED,
        contracted_whole=CONTRACTED_WHOLE,
        endings=ENDINGS,
        respelling=RESPELLING,
    )
