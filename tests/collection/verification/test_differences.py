"""What counts as a difference between two wordings, what does not, and what is called out."""

from __future__ import annotations

import pytest

from quotes.collection.verification.differences import Comparison, compare
from quotes.collection.verification.wording import take_apart
from quotes.languages import load

ENGLISH = load("en")

# What is asked, what is kept: the same words.
SAME = [
    ("The wall will hold", "The wall will hold,"),
    ("the wall will hold", "The wall will hold"),
    ("'The wall' will hold", "‘The wall’ will hold"),
    ("I don't know", "I don’t know"),
    ("I do not know", "I don’t know"),
    ("We cannot stay", "We can’t stay"),
    ("We can not stay", "We cannot stay"),
    ("It is late, he will go", "It’s late, he’ll go"),
    ("five boats", "5 boats"),
    ("twenty-five boats", "25 boats"),
    ("1000 boats", "1,000 boats"),
    ("ten percent", "10%"),
    ("ten per cent", "ten percent"),
    ("co-operate with the U.S.", "cooperate with the US"),
    ("a well known face", "a well-known face"),
    ("the cafe - at noon", "the café — at noon"),
    ("He will stay", "[Berivan] will stay"),
    ("[Berivan] will stay", "He will stay"),
    ("They was there", "They was [sic] there"),
    ("The wall … at high water", "The wall will hold, I think, at high water"),
    ("The wall ... at high water", "The wall will hold at high water"),
    ("The wall [...] at high water", "The wall will hold at high water"),
    ("The wall … at high water", "The wall … at high water"),
    ("high water", "The wall will hold at high water"),
    ("日本 の 海", "日本 の 海"),
    ("That’s the wall we mean", "That is the wall we mean"),
    ("That is the wall we mean", "That's the wall we mean"),
    ("He’s been to the wall", "He has been to the wall"),
    ("I said how it’s", "I said how it is"),
    ("Halloran's here", "Halloran is here"),
    ("I wont go, I dont care", "I won’t go, I don’t care"),
    ("Ive told Hallorans men", "I’ve told Halloran’s men"),
    ("We favour labour in the theatre", "We favor labor in the theater"),
    ("They organised and analysed a dialogue", "They organized and analyzed a dialog"),
    ("she travelled to a grey harbour", "she traveled to a gray harbor"),
    ("a programme of defence", "a program of defense"),
    ("$2 million for boats", "$2,000,000 for boats"),
    ("2.5 million boats", "2,500,000 boats"),
    ("two hundred boats", "200 boats"),
    ("$18bn for boats", "$18 billion for boats"),
    ("20k boats", "20,000 boats"),
    ("five hundred thousand boats", "500,000 boats"),
    ("the twenty-first boat", "the 21st boat"),
    ("on Nov. 8 at noon", "on November 8 at noon"),
    ("They want to go home", "[Harbour men] want to go home"),
    ("We met [in 2012]", "We met [in 2012], he and I"),
    ("Stay … here", "Stay, it is not late, here"),
    ("We met here … and left", "We met here. It was not a good day for any of us, and I said so, and left"),
]
# What is asked, what is kept, what is called out.
DIFFERENT = [
    ("We will close the baths", "We will not close the baths", ["negation"]),
    ("We will not close the baths", "We will close the baths", ["negation"]),
    ("We do close the baths", "We don’t close the baths", ["negation"]),
    ("We can stay here", "We can’t stay here", ["negation"]),
    ("We never said so", "We said so", ["negation"]),
    ("Everybody asked for it", "Nobody asked for it", ["negation"]),
    ("I think he did not lie", "I do not think he did lie", ["negation"]),
    ("I said nobody asked for it", "I said no one asked for it", []),
    ("There were 300 boats", "There were 3,000 boats", ["number"]),
    ("There were six boats", "There were 16 boats", ["number"]),
    ("It fell by five percent", "It fell by five points", ["number"]),
    ("She came second to me", "She came third to me", ["number"]),
    ("It was [in 2012] that we met", "It was [in 2016] that we met", ["number"]),
    ("I have told Berivan so", "I have told Halloran so", ["name"]),
    ("Halloran told me so", "Berivan told me so", ["name"]),
    ("I have told Berivan so", "I have told them so", ["name"]),
    ("Berivan will not pay 5 pounds", "Halloran will pay 6 pounds", ["negation", "number", "name"]),
    ("The wall will fall down", "The wall will hold down", []),
    ("in line with the rules", "not in line with the rules", ["negation"]),
    ("more than others could", "more than others couldn’t", ["negation"]),
    ("can go there", "we can’t go there", ["negation"]),
    ("This one will do nicely", "This will do nicely", []),
    ("The wall will surely hold", "The wall will hold", []),
    ("The wall hold", "The wall will hold", []),
    ("She is happy about it", "She is unhappy about it", ["negation"]),
    ("an incorrect answer from us", "a correct answer from us", ["negation"]),
    ("It is impossible to say", "It is possible to say", ["negation"]),
    ("They were dishonest men", "They were honest men", ["negation"]),
    ("It is irresponsible, they say", "It is responsible, they say", ["negation"]),
    ("an un-Dutch thing to say", "a Dutch thing to say", ["negation"]),
    ("She is not happy about it", "She is unhappy about it", []),
    ("We inform the men of it", "We form the men of it", []),
    ("Immigrants came to us", "Migrants came to us", []),
    ("the UN-backed men left", "the backed men left", ["name"]),
    ("We will … close the baths", "We will not close the baths", ["negation"]),
    ("We ... closed the baths", "We have never ever closed the baths", ["negation"]),
    ("They left us … a word of thanks", "They left us at the old wall in town without a word of thanks", ["negation"]),
    ("They came on Friday to us", "They came on Thursday to us", ["name"]),
    ("They came in March to us", "They came in May to us", ["name"]),
    ("on Nov. 9 at noon", "on November 8 at noon", ["number"]),
    ("on Oct. 8 at noon", "on November 8 at noon", ["name"]),
    ("$2 million for boats", "$2,000 for boats", ["number"]),
    ("$2 million for boats", "$2 billion for boats", ["number"]),
    ("$18bn for boats", "$18m for boats", ["number"]),
    ("twenty-five boats", "20 and 5 boats", []),
    ("two or five boats", "25 boats", ["number"]),
    ("two hundred boats", "201 boats", ["number"]),
    ("he filled a form", "he filed a form", []),
    ("four boats for us", "for boats for us", ["number"]),
    ("a prise for the boat", "a prize for the boat", []),
    ("That was the wall we mean", "That is the wall we mean", []),
    ("Its the wall", "It was the wall", []),
    ("go[ing] up to windows in town", "they go up [a hill of stone, at sea]", []),
    ("We met [in 2012]", "We met [in 2013], he and I", ["number"]),
    ("go back to windows", "they go [by the harbour]", []),
]


def compared(asked: str, kept: str) -> Comparison:
    found = compare(take_apart(asked, ENGLISH), take_apart(kept, ENGLISH), ENGLISH)
    assert found is not None
    return found


@pytest.mark.parametrize("asked, kept", SAME)
def test_typography_is_no_difference(asked: str, kept: str):
    found = compared(asked, kept)
    assert found.is_same
    assert found.similarity == 1


@pytest.mark.parametrize("asked, kept, changed", DIFFERENT)
def test_what_changes_the_meaning_is_called_out(asked: str, kept: str, changed: list[str]):
    found = compared(asked, kept)
    assert not found.is_same
    assert list(found.changed) == changed
    assert 0 < found.similarity < 1


# Asked, kept, and the differences as (op, asked, found).
LAID_OUT = [
    ("We will close", "We will not close", [("equal", "We will", "We will"), ("delete", "", "not"),
                                            ("equal", "close", "close")]),
    ("We can go", "Well, we can’t go", [("equal", "We", "we"), ("replace", "can", "can’t"), ("equal", "go", "go")]),
    ("The big wall holds", "The wall will hold", [("equal", "The", "The"), ("insert", "big", ""),
                                                  ("equal", "wall", "wall"), ("replace", "holds", "will")]),
    ("A wall … holds", "A wall of stone holds", [("equal", "A wall", "A wall"), ("elided", "…", "of stone"),
                                                 ("equal", "holds", "holds")]),
    ("Stay, [Ona] said", "Stay, she said", [("equal", "Stay, [Ona] said", "Stay, she said")]),
]


@pytest.mark.parametrize("asked, kept, differences", LAID_OUT)
def test_both_wordings_are_laid_out_in_order(asked: str, kept: str, differences: list[tuple[str, str, str]]):
    assert [(one.op, one.asked, one.found) for one in compared(asked, kept).differences] == differences


@pytest.mark.parametrize("asked, kept", [("Boats float", "Stones sink"), ("", "Stones sink"), ("Boats float", "…"),
                                         ("—", "—")])
def test_wordings_without_a_common_word_are_not_compared(asked: str, kept: str):
    assert compare(take_apart(asked, ENGLISH), take_apart(kept, ENGLISH), ENGLISH) is None


CUT_OFF = [
    ("close the harbour baths", "We will not close the harbour baths", ["negation"]),
    ("We will", "We will not close the harbour baths", ["negation"]),
    ("the harbour baths", "We will not close the harbour baths", []),
]


@pytest.mark.parametrize("asked, kept, changed", CUT_OFF)
def test_a_negation_that_a_clipping_cuts_off_is_called_out(asked: str, kept: str, changed: list[str]):
    found = compared(asked, kept)
    assert found.is_same
    assert list(found.changed) == changed


def test_the_stretch_is_where_most_words_are_together():
    found = compared("the boat sank at the pier", "the day the wind rose, the boat sank at the pier at last")
    assert (found.first, found.after) == (5, 11)
    assert found.is_same


def test_a_word_replaced_at_either_end_belongs_to_the_stretch():
    found = compared("Six boats sank today", "I said five boats sank yesterday, sadly")
    assert [(one.asked, one.found) for one in found.differences if one.op == "replace"] == [
        ("Six", "five"), ("today", "yesterday")]
    assert found.changed == ("number",)


DENIED = [
    ("we will raise taxes", "It is not true that we will raise taxes.", "It is not true that"),
    ("we will raise taxes", "It is a lie that we will raise taxes.", "It is a lie that"),
    ("we will raise taxes", "I have never said we will raise taxes.", "I have never said"),
    ("we will raise taxes", "I don’t think that we will raise taxes.", "I don’t think that"),
    ("we will raise taxes", "They deny it. It is false, I say, that we will raise taxes.", "It is false, I say, that"),
    ("we will raise taxes", "I do not doubt that we will raise taxes.", None),
    ("we will raise taxes", "No. We will raise taxes.", None),
    ("we will raise taxes", "We do not like it, we will raise taxes.", None),
    ("we will raise taxes", "There is no money and we will raise taxes.", None),
    ("we will raise taxes", "Not only do I think we will raise taxes.", None),
    ("we will raise taxes", "I think that we will raise taxes.", None),
    ("it is not true that we will raise taxes", "It is not true that we will raise taxes.", None),
    ("the harbour baths", "We will not close the harbour baths.", None),
]


@pytest.mark.parametrize("asked, kept, denial", DENIED)
def test_a_denial_before_a_clipping_is_called_out(asked: str, kept: str, denial: str | None):
    found = compared(asked, kept)
    assert (found.denial, "negation" in found.changed) == (denial, denial is not None)
