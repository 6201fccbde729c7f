"""English words that point back: pronouns by whom they can mean, asking, short names of bodies."""

from __future__ import annotations

from quotes.languages.contract import References

# Whom a pronoun can mean: a man, a woman, one thing or body, several, the writer, or whoever was just named.
PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "m"),
    **dict.fromkeys("she her hers herself".split(), "f"),
    **dict.fromkeys("it its itself".split(), "n"),
    **dict.fromkeys("they them their theirs themselves".split(), "p"),
    **dict.fromkeys("i me my mine myself".split(), "i"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("who which whom whose that".split(), "w"),
}
REFLEXIVES = "himself herself itself themselves myself ourselves".split()
POSSESSIVE_PRONOUNS = "his her hers its their theirs my our".split()
DEFINITE = "the this that these those".split()
PLURAL_ENDINGS = ("s", "men", "women", "people", "folk", "police", "media")

# What an article may call a body once it has named it, and the words that such a body's name ends with.
BODY_NOUNS = {
    "union": "union association federation brotherhood teamsters workers",
    "paper": "times post journal herald tribune gazette news star globe chronicle record sun telegraph guardian",
    "newspaper": "times post journal herald tribune gazette news star globe chronicle record sun telegraph guardian",
    "magazine": "magazine review times journal weekly",
    "outlet": "news times post journal herald cnn network",
    "network": "network news cnn cbs nbc abc fox",
    "channel": "channel network news tv",
    "station": "radio tv news station",
    "company": "company corp inc group co ltd llc holdings corporation",
    "firm": "firm company group partners associates llc llp",
    "bank": "bank",
    "agency": "agency administration authority bureau service",
    "bureau": "bureau",
    "department": "department ministry office",
    "ministry": "ministry",
    "office": "office bureau",
    "committee": "committee",
    "commission": "commission",
    "council": "council",
    "board": "board",
    "association": "association",
    "organization": "organization association union foundation federation alliance society center institute league "
        "fund council committee",
    "organisation": "organisation association union foundation federation alliance society centre institute league "
        "fund council committee",
    "group": "group association union foundation alliance society center institute league fund council committee "
        "coalition pac project",
    "foundation": "foundation",
    "charity": "foundation fund trust charity",
    "party": "party",
    "court": "court",
    "university": "university college institute",
    "college": "college university",
    "school": "school academy",
    "hospital": "hospital clinic center",
    "church": "church",
    "club": "club",
    "team": "team",
    "campaign": "campaign",
    "coalition": "coalition",
    "alliance": "alliance",
    "institute": "institute",
    "institution": "institution",
    "center": "center",
    "centre": "centre",
    "administration": "administration",
    "government": "government",
    "police": "police",
}
AUTHORSHIP = "from by of".split()  # a statement from, a letter by
# Verbs whose subject speaks in what they take as their object: released the following statement, sent an email.
ISSUING = """circulate circulated distribute distributed emailed gave issue issued make makes made posted publish
published put read release released releases sent send sends share shared tweeted wrote""".split()
# The documents that are their author's own words, and no report on something.
STATEMENTS = """address advisory announcement apology declaration email letter memo message note post remarks reply
response speech statement statements text thread tweet""".split()
PRONOUN_NOUNS = "pronoun pronouns".split()
ANY_BODY = "agency company firm group organization organisation outlet paper newspaper site".split()

# A surname after one of these is no woman who was only ever named without it: President Obama beside Michelle Obama.
SINGLE_OFFICES = "president king pope chancellor".split()

# Verbs whose object is expected to answer.
ASKING = "ask asks asked press presses pressed question questions questioned quiz quizzed grilled interviewed".split()

# Those who mostly ask.
ASKERS = "correspondent host interviewer journalist moderator questioner reporter".split()


def part() -> References:
    """What is known of words that point back in English."""
    return References(
        pronouns=PRONOUNS,
        which="which",
        reflexives=frozenset(REFLEXIVES),
        possessive_pronouns=frozenset(POSSESSIVE_PRONOUNS),
        definite=frozenset(DEFINITE),
        plural_endings=PLURAL_ENDINGS,
        body_nouns={noun: frozenset(words.split()) for noun, words in BODY_NOUNS.items()},
        any_body=frozenset(ANY_BODY),
        authorship=frozenset(AUTHORSHIP),
        issuing=frozenset(ISSUING),
        statements=frozenset(STATEMENTS),
        pronoun_nouns=frozenset(PRONOUN_NOUNS),
        single_offices=frozenset(SINGLE_OFFICES),
        asking=frozenset(ASKING),
        askers=frozenset(ASKERS),
    )
