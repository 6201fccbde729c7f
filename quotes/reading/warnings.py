"""Warnings: what a reader of a reading should know, by stable codes, as far as the stages' results tell."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.languages.contract import Language
from quotes.records.document import Document, Warned
from quotes.records.post import Post
from quotes.records.quotation import Quotation

LANGUAGE_UNKNOWN = "This language is not known here: quotation marks and posts are read, speakers stay unknown."
NO_QUOTATIONS = "There are no quotation marks, block quotes or posts in this article."
UNCLOSED = "This quotation is opened but never closed; it is read up to the end of its paragraph."
# What is not done in a language that lacks a part, by the name of the part.
PART_UNKNOWN = {
    "names": "Names of people and bodies are not known for this language: speakers are shown as they are printed, and "
             "people and bodies may be taken for each other.",
    "sources": "Nouns for sources without a name are not known for this language: officials, reports and crowds may "
               "not be told apart.",
    "cues": "Words around quotations are not known for this language: outlets that passed words on are not named, and "
            "titles of works may be listed as quotations.",
    "references": "Pronouns and articles are not known for this language: “he” and “the mayor” are not traced back to "
                  "a name.",
    "platforms": "Words for posting are not known for this language: platforms are named for embedded posts only.",
    "comparison": "Negations, numbers and spellings are not known for this language: wordings are compared word by "
                  "word.",
    "stance": "Words that deny, claim or suppose are not known for this language: every quotation is taken for words "
              "that were said.",
    "identity": "Professions and common surnames are not known for this language: people of one name in several "
                "articles may be taken for one person.",
}
# Codes of the warnings that are made in this module.
FOUND_HERE = frozenset(("language", "no_quotations", "unclosed", *(f"language_{part}" for part in PART_UNKNOWN)))


def warnings_of(document: Document, known: Language | None, quotations: Sequence[Quotation],
                posts: Sequence[Post]) -> list[Warned]:
    """What a reading warns of; `known` is the language whose words there are, None where it is not known here."""
    if known is None:
        found = [Warned("language", LANGUAGE_UNKNOWN)]
    else:
        found = [Warned(f"language_{part}", PART_UNKNOWN[part]) for part in known.missing]
    if document.text.strip() and not quotations and not posts:
        found.append(Warned("no_quotations", NO_QUOTATIONS))
    found.extend(Warned("unclosed", UNCLOSED, q.outer_start, q.outer_end) for q in quotations if not q.closed)
    return found
