"""Whom a mention stands for, as a sentence: “he” is taken to be Donald Trump, who is named two sentences before."""

from __future__ import annotations

from quotes.records.quote import Quote

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PERSONS = ("person", "unnamed")


def antecedent_sentence(quote: Quote) -> str:
    """What the words that point at a speaker are taken to mean, and where that is written; nothing where they name."""
    speaker = quote.speaker
    if speaker is None or speaker.antecedent is None or not speaker.mention:
        return ""
    found = speaker.antecedent
    who = "who" if speaker.kind in PERSONS else "which"
    how = "is named" if _same(found.text, speaker.name) else f"is called “{_line(found.text)}”"
    taken = f"“{_line(speaker.mention)}” is taken to be {_line(speaker.name)}"
    return f"{taken}, {who} {how} {_where(found.sentences_before)}."


def _where(sentences_before: int) -> str:
    if sentences_before < 0:
        return "further down"
    if sentences_before < 2:
        return ("in the same sentence", "in the sentence before")[sentences_before]
    number = NUMBERS[sentences_before] if sentences_before < len(NUMBERS) else str(sentences_before)
    return f"{number} sentences before"


def _same(one: str, other: str) -> bool:
    return _line(one).casefold() == _line(other).casefold()


def _line(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
