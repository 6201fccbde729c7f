"""What is made again from what is kept of a reading: sentences of clues, links to passages, what names are found by.

And what outlets are told apart by.
"""

from __future__ import annotations

from functools import lru_cache

from quotes.attribution.clue_sentences import told
from quotes.attribution.clues import TEMPLATES
from quotes.collection.linking.name_keys import kept_name
from quotes.collection.outlets import kept_outlet, outlet_keys
from quotes.collection.takedown.takedown_keys import near_keys
from quotes.documents.outlets import name_key
from quotes.reading.text_fragments import deep_link
from quotes.records.document import Document
from quotes.records.speaker import Speaker
from quotes.store.contract.outlets import OutletKeys
from quotes.store.contract.store import SpeakerName

REMEMBERED = 20_000  # sentences and links kept for the next list
BY_NAME = {template.name: template for template in TEMPLATES}


class DerivedFields:
    """Makes again what a store leaves out."""

    @staticmethod
    @lru_cache(maxsize=REMEMBERED)
    def sentence(clue: str, facts: tuple[str, ...], mention: str) -> str:
        """A clue as a sentence, from the values of its facts; those of a clue of another version are listed."""
        template = BY_NAME.get(clue)
        if template is not None and len(template.facts) == len(facts):
            try:
                return told(template, facts, mention)
            except (KeyError, IndexError, ValueError):
                pass  # values of another version of the extractor, for which there are no words here
        return f"Weighed by the clue “{clue}” of another version: {', '.join(facts)}."

    @staticmethod
    @lru_cache(maxsize=REMEMBERED)
    def link(url: str | None, text: str) -> str | None:
        """The address of a quote inside its page, as far as its own words can tell."""
        return deep_link(url, text, 0, len(text))

    @staticmethod
    def kept_name(speaker: Speaker, name: str) -> SpeakerName:
        """A name of a speaker with the folded words and the keys under which it is to be found."""
        return kept_name(speaker, name)

    @staticmethod
    def outlet_keys(document: Document) -> OutletKeys | None:
        """How the outlet of a document is compared; None where it has none."""
        return outlet_keys(document)

    @staticmethod
    def near_keys(text: str) -> tuple[str, ...]:
        """The hashes by which near-copies of a text that is taken down are known."""
        return near_keys(text)

    @staticmethod
    def outlet_key(name: str) -> str:
        """An outlet's name or domain as it is compared."""
        return name_key(name)

    @staticmethod
    def outlet_fields(url: str | None, publisher: str | None) -> tuple[str | None, str | None]:
        """An outlet and its printed name, from what a document was kept with before there were domains."""
        return kept_outlet(url, publisher)
