"""Readings of several outlets made by hand: some dated, one not, with unnamed sources and words given to two people."""

from __future__ import annotations

from quotes.records.document import Document
from quotes.records.quote import Quote, Verdict
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker, SpeakerKind

TWICE = "We have counted every boat in this harbour, and there is not one too many."
SHORTER = "We have counted every boat in this harbour"


def said(outlet: str, day: str | None, *voices: tuple[str, SpeakerKind, str] | tuple[str, SpeakerKind, str, Verdict],
         path: str = "a") -> Reading:
    """An article of an outlet, in which each of these (name, kind, words, verdict) is quoted."""
    text, quotes, speakers = "", [], []
    for number, (name, kind, words, *verdict) in enumerate(voices, 1):
        start = len(text) + 1
        text += f"“{words}” said {name}.\n\n"
        speakers.append(Speaker(f"s{number}", name, kind))
        quotes.append(Quote(f"q{number}", "direct", words, start, start + len(words), *verdict or ("certain",), 0.9,
                            speaker=QuotedSpeaker(f"s{number}", name, kind, mention=name)))
    document = Document(text, title=f"{voices[0][0]} speaks", url=f"https://{outlet}/{day}/{path}", publisher=outlet,
                        published_at=day, language="en", engine="quotes test")
    return Reading(document, tuple(quotes), tuple(speakers))


READINGS = (
    said("quay.example", "2024-05-01", ("Ona Brandt", "person", "The old pier is sound, we looked at all of it."),
         ("a clerk", "unnamed", "It was never looked at.")),
    said("quay.example", "2024-05-20", ("Ona Brandt", "person", TWICE), ("Rea Holm Jr.", "person", "It floats."),
         ("The Harbour Guild", "organization", "Nobody asked the Guild about it.")),
    said("shore.example", "2024-05-21", ("Tomas Vey", "person", SHORTER + ","),
         ("a second clerk", "unnamed", "We were told to say nothing of it.")),
    said("shore.example", None, ("Élodie Marsh", "person", "Nobody wrote down when I said this.")),
    said("weir.example", "2024-05-21", ("Ona Brandt", "person", "It will hold this year and the next one too.")),
)
