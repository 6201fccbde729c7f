"""Readings made by hand, so that what is kept is known to the letter, whatever the steps find."""

from __future__ import annotations

from dataclasses import replace

from quotes.records.document import Document
from quotes.records.evidence import Antecedent, Clue, Cue, Via
from quotes.records.post import Account, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker

TEXT = """Vote on the sea wall

“The wall will hold,” said Mirela Oduya, the harbour master. She called the report “a ‘bedtime story’ for adults.”

A clerk told the Gazette: “Nobody asked us.”

High water at four, bring boots. — Harbour Watch (@harbour_watch) March 4, 2025"""


def place(words: str, text: str = TEXT) -> dict[str, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


MIRELA = Speaker("s1", "Mirela Oduya", "person", "the harbour master", aliases=("Oduya",))
CLERK = Speaker("s2", "a clerk", "unnamed")
WATCH = Speaker("s3", "Harbour Watch", "organization", accounts=(Account("twitter", "harbour_watch"),))
DOCUMENT = Document(TEXT, title="Vote on the sea wall", url="https://gazette.example/wall", publisher="Shore Gazette",
                    byline="R. Pell", published_at="2025-03-05", language="en", engine="quotes test")


OWN_NAME = Antecedent("Mirela Oduya", **place("Mirela Oduya"), sentences_before=1)


def _by(speaker: Speaker, words: str) -> QuotedSpeaker:
    return QuotedSpeaker(speaker.id, speaker.name, speaker.kind, speaker.description, words, **place(words))


QUOTES = (
    Quote("q1", "direct", "The wall will hold,", **place("The wall will hold,"), verdict="certain", confidence=0.97,
          speaker=_by(MIRELA, "Mirela Oduya"), cue=Cue("said", **place("said")),
          clues=(Clue("beside", "“said” stands between the words and the name.", 2.5, **place("said Mirela Oduya")),
                 Clue("far", "Another name stands in the sentence after.", -0.5, **place("She")))),
    Quote("q2", "mixed", "a ‘bedtime story’ for adults.", **place("a ‘bedtime story’ for adults."), verdict="likely",
          confidence=0.8, speaker=replace(_by(MIRELA, "She"), antecedent=OWN_NAME),
          cue=Cue("called", **place("called"))),
    Quote("q3", "mixed", "bedtime story", **place("bedtime story"), verdict="unknown", confidence=0.2, parent="q2",
          runner_up=QuotedSpeaker("s1", "Mirela Oduya", "person")),
    Quote("q4", "direct", "Nobody asked us.", **place("Nobody asked us."), verdict="unsure", confidence=0.6,
          speaker=_by(CLERK, "A clerk"), via=Via("the Gazette", **place("the Gazette"))),
    Quote("q5", "post", "High water at four, bring boots.", **place("High water at four, bring boots."),
          verdict="certain", confidence=1.0, speaker=_by(WATCH, "Harbour Watch"),
          post=PostDetails("twitter", "harbour_watch", "Harbour Watch", "1896987030320054272",
                           "https://twitter.com/harbour_watch/status/1896987030320054272", "2025-03-04T18:00:00Z",
                           "id", "March 4, 2025")),
)
READING = Reading(DOCUMENT, QUOTES, (MIRELA, CLERK, WATCH))


def small_reading(number: int) -> Reading:
    """One of many readings with a quote each, no two alike and each a day later."""
    text = f"“Reason number {number},” said Ona Brandt."
    day = f"2024-{1 + number // 28:02}-{1 + number % 28:02}"
    speaker = Speaker("s1", "Ona Brandt", "person")
    document = Document(text, title=f"Article {number}", url=f"https://gazette.example/{number}",
                        publisher="Shore Gazette", published_at=day, language="en", engine="quotes test")
    quote = Quote("q1", "direct", f"Reason number {number},", 1, text.index("”"), "certain", 0.9,
                  speaker=QuotedSpeaker("s1", "Ona Brandt", "person", mention="Ona Brandt"))
    return Reading(document, (quote,), (speaker,))


def hostile_reading(words: str, text: str | None = None) -> Reading:
    """A reading with the same words in every field that holds a string of somebody's."""
    text = text if text is not None else f"{words} {words}"
    whole = {"start": 0, "end": len(words)}
    speaker = Speaker("s1", words, "person", words, aliases=(words + " alias",), accounts=(Account("twitter", words),))
    quoted = QuotedSpeaker("s1", words, "person", words, mention=words, **whole,
                           antecedent=Antecedent(words, **whole, sentences_before=1))
    post = PostDetails("twitter", words, words, words, words, "2025-03-04T18:00:00Z", "id", words)
    quote = Quote("q1", "direct", words, **whole, verdict="likely", confidence=0.5, speaker=quoted,
                  via=Via(words, **whole), cue=Cue(words, **whole), clues=(Clue(words, words, 1.0, **whole),),
                  runner_up=replace(quoted, antecedent=None), link=words)
    posted = replace(quote, id="q2", kind="post", post=post, start=len(words) + 1, end=len(text))
    document = Document(text, title=words, url=None, publisher=words, byline=words, published_at="2025-03-05",
                        language="en", engine=words)
    return Reading(document, (quote, posted), (speaker,))
