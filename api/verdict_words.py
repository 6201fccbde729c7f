"""Verdicts in words: as pages, cards, pictures and citations say how sure it is whose words these are."""

from __future__ import annotations

from typing import NamedTuple

from quotes.records.quote import Quote

VERDICTS = {
    "certain": ("Certain", "The article itself says clearly whose words these are."),
    "likely": ("Likely", "Several reasons point to this speaker; look at them before you rely on it."),
    "unsure": ("Unsure", "The article can be read in more than one way. Check it."),
    "unknown": ("Speaker unknown", "Nothing in the article says clearly whose words these are."),
    "corrected": ("Corrected", "A person has checked this quote and set its speaker."),
    "confirmed": ("Confirmed", "A person has checked this quote: the speaker is right."),
}
VERDICT_NAMES = {verdict: name for verdict, (name, _) in VERDICTS.items()}
NOBODY = {
    "corrected": ("Corrected", "A person has checked this quote: nobody is named as its speaker."),
    "confirmed": ("Confirmed", "A person has checked this quote: nobody is named as its speaker."),
}
DOUBTFUL_FIRST = ("unknown", "unsure", "likely", "certain", "corrected", "confirmed")
BY_PERSON = ("corrected", "confirmed")


class CardMark(NamedTuple):
    """What a card says before the words: a sign and words, and whether it is good to know."""

    sign: str
    words: str
    good: bool = False


MARKS = {
    "likely": CardMark("≈", "Speaker likely, not certain"),
    "unsure": CardMark("?", "Speaker unsure: check before you rely on it"),
    "corrected": CardMark("✓", "Corrected: a person has set the speaker", good=True),
    "confirmed": CardMark("✓", "Confirmed: a person has checked the speaker", good=True),
}
NOBODY_MARKS = {
    "corrected": CardMark("✓", "Corrected: a person found that nobody is named", good=True),
    "confirmed": CardMark("✓", "Confirmed: a person found that nobody is named", good=True),
}
DOUBTS = {"likely": "speaker likely, not certain", "unsure": "speaker unsure"}


def verdict_words(quote: Quote) -> tuple[str, str]:
    """The verdict on a quote in a word or two, and as a sentence."""
    nobody = NOBODY.get(quote.verdict) if quote.speaker is None else None
    return nobody or VERDICTS[quote.verdict]


def verdict_mark(quote: Quote) -> CardMark | None:
    """What a card says of the verdict; nothing where the article is clear, and where the name is “unknown” already."""
    nobody = NOBODY_MARKS.get(quote.verdict) if quote.speaker is None else None
    return nobody or MARKS.get(quote.verdict)


def doubt(quote: Quote) -> str:
    """The doubt about a speaker in words, for a citation or a title; nothing where there is none."""
    return DOUBTS.get(quote.verdict, "")


def nobody_words(quote: Quote) -> str:
    """What stands in place of a name: that nobody is named, where a person has checked that."""
    return "Nobody is named" if quote.verdict in BY_PERSON else "Speaker unknown"


def title_verdict(quote: Quote) -> str:
    """The verdict as an addition to a title, in brackets; nothing where the title is as sure as it sounds."""
    return f" ({VERDICTS[quote.verdict][0].lower()})" if quote.verdict not in ("certain", "unknown") else ""
