"""Whether the article stands by quoted words: told from the words around, asserted wherever these leave it open."""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.evidence import ASSERTED
from quotes.records.quote import Quote


def stances(text: str) -> list[tuple[str, str | None]]:
    """The stance of every quote of a text, with the words that show it."""
    reading = read_document(Article(text=text, language="en"))
    for quote in reading.quotes:
        stance = quote.stance
        assert stance.text is None or text[stance.start : stance.end] == stance.text
    return [(quote.stance.kind, quote.stance.text) for quote in reading.quotes]


def only(text: str) -> Quote:
    """The one quote of a text."""
    (found,) = read_document(Article(text=text, language="en")).quotes
    return found


DENIED = [
    ("Minister Olu Bankole denied saying that farmers were “lazy”.", "denied saying"),
    ("Rosa Lindt denied that she had called the nurses “a burden”.", "denied that she had called"),
    ("The minister has denied ever describing the strike as “a holiday”.", "denied ever describing"),
    ("Councillor Ida Moen denies having said “let them swim”.", "denies having said"),
    ("She denied claims that she told staff to “lie to everyone”.", "denied claims that she told"),
    ("The premier never said that teachers were “overpaid”.", "never said"),
    ("Tomas Reyes did not say that the town was “ready for war”.", "not say"),
    ("Mayor Petra Holm has never called the bridge “a mistake”.", "never called"),
    ("General Ivo Marsh refused to call the retreat “a shameful defeat”.", "refused to call"),
    ("Mayor Ada Quill declined to tell the nurses “I am sorry”.", "declined to tell"),
    ("The bishop stopped short of calling the law “unjust”.", "stopped short of calling"),
    ("He left the stage without saying “thank you”.", "without saying"),
    ("Nobody on the board called him “a thief”.", "Nobody on the board called"),
    ("No one at the club ever told her “well done”.", "No one at the club ever told"),
    ("A fake tweet in which the minister says “Winter is a hoax” was shared 9,000 times.", "fake tweet"),
    ("The actor was misquoted as saying “I hate this town”.", "misquoted"),
    ("A blog falsely claimed that Noor Haddad said “burn the books”.", "falsely claimed that Noor Haddad said"),
    ("A viral post claims that Lea Fontaine said “Winter is over.” She never said it.", "She never said it"),
    ("“Winter is a hoax, and so is summer,” is wrongly attributed to Lea Fontaine.", "is wrongly attributed to"),
]
ALLEGED = [
    ("Omar Said allegedly told the guard “open the door or else”.", "allegedly told"),
    ("The manager is said to have told his players “run or go home”.", "is said to have told"),
    ("The coach reportedly called the referee “a clown”.", "reportedly called"),
    ("Nomsa Zulu, a member of parliament, is accused of “terrorism” and of inciting violence.", "accused of"),
    ("Two teachers were accused of calling a pupil “stupid”.", "accused of calling"),
    ("Critics accuse Hana Weiss of telling farmers “eat less”.", "accuse Hana Weiss of telling"),
    ("The lawsuit alleges that the manager called her “too old”.", "alleges that the manager called"),
    ("A former aide claimed the mayor had said “let it burn”.", "claimed the mayor had said"),
    ("“A ship in port rusts first, and so do we all,” is often attributed to Noel Strand.", "is often attributed to"),
    ("“We will never be told the truth,” Ada Quill is alleged to have told her sister.",
     "Ada Quill is alleged to have told"),
    ("“Sell everything,” she allegedly told the broker.", "she allegedly told"),
]
HYPOTHETICAL = [
    ("If a child asks, “Are we there yet?”, hand over the map.", "If a child asks"),
    ("Nobody at the council wants to say “I was wrong”.", "Nobody at the council wants to say"),
    ("Rosa Lindt might have told him: “I have lost my papers.”", "might have told"),
    ("Parents could say “not today” and mean it.", "could say"),
    ("A wiser man would have said “let us wait”.", "would have said"),
    ("She shrugged, as if to say “what else is there?”", "as if to say"),
    ("Imagine a judge saying “I feel lucky”.", "Imagine a judge saying"),
    ("Closing the pool is like telling the town “learn to swim elsewhere”.", "is like telling"),
    ("Did Ada Quill say “Winter is a hoax”? No.", "Did Ada Quill say"),
    ("“No good deed goes unpunished,” as the saying goes.", "as the saying goes"),
    ("The choir sang of Ubuntu, meaning “I am because we are”.", "meaning"),
    ("He sang a line that translates as “we come to the place of the eels”.", "translates as"),
    ("People do not have to say “thank you so much” to a machine.", "not have to say"),
    ("“What a day,” you might say.", "you might say"),
]
SAID = [
    "“I never used that word,” he said.",
    "“We did not say it was safe,” Reed said.",
    "“You might say I was lucky,” Reed said.",
    "“Somebody could say it was luck,” Reed added.",
    "“That could be worse,” she said.",
    "“This means war,” Reed said.",
    "The minister did not say whether the talks were “dead”.",
    "Ann Reed could not say enough about the “wonderful and brave” volunteers, she said.",
    "He had never said so before: “I am tired,” Reed told the paper.",
    "Reed said later that day that she would say “yes”.",
    "He would say “good morning, my friend” to every passenger, said his sister.",
    "Ann Reed said that she would later call the vote “a farce”.",
    "Ann Reed never tired of telling people that the plan was “reckless”.",
    "Reed never tired of saying “one more mile”.",
    "Reed denied wrongdoing, saying “I have nothing to hide”.",
    "Reed denied the charges and called them “baseless”.",
    "Reed denied there had been “any deal at all”.",
    "Reed never denied calling the plan “reckless”.",
    "Prosecutors accused Reed of “lying to the court”.",
    "Reed accused the hosts of asking too many “please attack me” questions.",
    "She accused the company of telling the truth too late, calling it “a shame”.",
    "Reed, accused of fraud, said “I am innocent”.",
    "Reed answered the party’s charges of “vendetta”.",
    "Ann Reed did not mince her words: “This is theft, and it is shameless.”",
    "If elected, she will “open every file”, Reed said.",
    "If he calls it “a farce,” she said, so be it.",
    "Asked if he had lied, Reed said “no”.",
    "Reed said that nobody had “lifted a finger”.",
    "No decision has been made, said Reed, adding that it was “too early”.",
    "No doubt Reed called it “a scandal”.",
    "Not until Monday did Reed say “we were wrong”.",
    "Reed not only called it “a scandal” but left.",
    "Reed couldn't resist calling the rival “a tourist”.",
    "Reed said it was like “walking on glass”.",
    "Reed said the plan was not “dead”.",
    "Reed, who denied the claim, called the report “a fairy tale”.",
    "The claims that Reed made were “nonsense”, said Moen.",
    "“It was not me,” Reed said. She never said more.",
    "Reed can be heard saying “stop the tape”.",
    "In May, call volumes were “awful”, Reed said.",
    "The spokesman said Reed could do “whatever he likes”.",
    "In a statement attributed to Reed, the office said “we regret the delay”.",
    "Reed said he was not calling for “a boycott”.",
    "The statement insisted that the board must declare “an emergency in the baths”.",
    "Moen cannot say that “from his perspective,” Reed added.",
]


@pytest.mark.parametrize("kind, text, shown", [
    (kind, *case) for kind, cases in (("denied", DENIED), ("alleged", ALLEGED), ("hypothetical", HYPOTHETICAL))
    for case in cases])
def test_words_that_the_article_does_not_stand_by(kind: str, text: str, shown: str):
    assert [stance for stance in stances(text) if stance[0] != "asserted"] == [(kind, shown)]


@pytest.mark.parametrize("text", SAID)
def test_words_that_were_said(text: str):
    assert {kind for kind, _ in stances(text)} == {"asserted"}


def test_what_is_denied_keeps_whom_the_article_names():
    quote = only("Minister Olu Bankole denied saying that farmers were “lazy”.")
    assert quote.speaker is not None and quote.speaker.name == "Olu Bankole"


@pytest.mark.parametrize("text", [
    "Nomsa Zulu, a member of parliament, is accused of “terrorism” and of inciting violence.",
    "Nobody at the council wants to say “I was wrong”.",
])
def test_whoever_is_accused_and_nobody_are_no_speakers(text: str):
    reading = read_document(Article(text=text, language="en"))
    assert [(quote.speaker, quote.verdict, quote.confidence, quote.clues) for quote in reading.quotes] == [
        (None, "unknown", 0.0, ())]
    assert reading.speakers == ()


def test_a_list_of_quotations_and_one_that_goes_on_share_the_stance():
    assert stances("Olu Bankole denied saying that farmers were “lazy” or “slow”.") == [("denied", "denied saying")] * 2
    told = stances("“Run for your life,” he is alleged to have told his brother, “or hide in the barn.”")
    assert [kind for kind, _ in told] == ["alleged"] * 2


def test_what_a_speaker_denies_inside_a_quotation_is_denied():
    told = stances("“The board asked me twice. I never said ‘we will close the school’ to anyone, and I never will, "
                   "for it is a good school,” Ann Reed said.")
    assert told == [("asserted", None), ("denied", "never said")]


def test_without_words_for_it_everything_is_asserted():
    reading = read_document(Article(text="“Ula bruka vila opna mondag,” tolda Mira Velt.", language="qaa"))
    assert all(quote.stance == ASSERTED for quote in reading.quotes)
