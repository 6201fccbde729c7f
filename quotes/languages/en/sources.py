"""Sources that have no name in English articles, and why newspapers say they have none."""

from __future__ import annotations

from quotes.languages.contract import Sources
from quotes.languages.en import person_nouns

# How newspapers say why a source has no name.
ANONYMITY = """condition of anonymity|condition that they not be named|not to be named|not to be identified|not be named
not be identified|not authorized to|not authorised to|wasn't authorized|wasn't authorised|weren't authorized
not allowed to speak|not permitted to speak|not cleared to speak|declined to be named|declined to be identified
declined to give their name|declined to give her name|declined to give his name|requested anonymity
asked for anonymity|granted anonymity|anonymity because|anonymity to|spoke anonymously|speaking anonymously
fear of reprisal|fear of retaliation|fearing reprisal|fearing retaliation|fear for their safety|feared for
fear of losing|protect her identity|protect his identity|protect their identity|name is being withheld
name has been changed|names have been changed|because of the sensitivity|sensitive nature of
did not want to be named|did not want to be identified|didn't want to be named|wished to remain anonymous
wants to remain anonymous|asked to remain anonymous""".replace("\n", "|").split("|")
# What stands before whom or what a credit names.
CREDIT_LABELS = "source author speaker quote quoted cited words".split()
# What stands where a name is looked for and can say nothing: labels of pictures and pages, and things that are worn.
NO_SPEAKERS = """photo photos photograph photographs picture pictures image images screenshot screenshots handout logo
graphic map gallery thumbnail mask masks costume advertisement advert subscribe share menu related update
updated""".split()


def part() -> Sources:
    """What is known of sources without a name in English articles."""
    return Sources(
        unnamed_heads=frozenset(person_nouns.UNNAMED_HEADS),
        document_heads=frozenset(person_nouns.DOCUMENT_HEADS),
        group_heads=frozenset(person_nouns.GROUP_HEADS),
        anonymity=tuple(ANONYMITY),
        credit_labels=frozenset(CREDIT_LABELS),
        no_speakers=frozenset(NO_SPEAKERS),
    )
