"""Words by language, one folder each, loaded when first asked for.

A language is a record of parts, each for the stage that reads it, and parts may be missing (contract.py). Patterns over
words belong to the stages.

To add a language, add a folder beside this file, named by the code of the language (de), with these files:

    __init__.py      a function `language` that returns the Language: its code and its parts, put together
    vocabulary.py    required: the class letter of every word that matters, above all of verbs of speech
    names.py         titles, given names, words of bodies' names, places; without it speakers are shown as they are
                     printed, and people and bodies may be taken for each other
    sources.py       nouns for sources without a name; without it officials, reports and crowds may not be
                     told apart
    cues.py          outlets, interviews, works; without it no outlet is named that passed the words on, and titles of
                     works are more often listed as quotations
    references.py    pronouns, articles, short names of bodies; without it “he”, “the mayor” and “the union” lead to
                     nobody named before
    platforms.py     platforms and verbs of posting; without it no platform is named on which something was posted,
                     unless the post is embedded
    comparison.py    negations, numbers, spellings; without it wordings are compared word by word
    stance.py        words that deny, claim and suppose; without it all quoted words are taken for words that were said
    identity.py      fields of work, common surnames; without it nothing but the name tells namesakes apart

Each file but the first has a function `part` that returns the record of that name from quotes.languages.contract, which
describes every list. Lists may be left out of a part, and files out of the folder; long lists go into text files in a
folder `words`, one word a line. Nothing is registered anywhere else: a folder is found because it is there, and an
article in its language is read by its words. The reading of an article warns of each part that is missing.

What is kept is looked up and compared by the words of English, whatever language it is in, as the language of what is
asked for is not known (quotes.collection).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path

from quotes.languages.contract import Language


class Languages(Mapping[str, Language]):
    """The languages in the folders of one package by their codes, each loaded when first asked for."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._loaded: dict[str, Language] = {}

    def __getitem__(self, code: str) -> Language:
        if code not in self._codes:
            raise KeyError(code)
        if code not in self._loaded:
            self._loaded[code] = import_module(f"{self._package}.{code}").language()
        return self._loaded[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        places = map(Path, import_module(self._package).__path__)
        return tuple(sorted(found.parent.name for place in places for found in place.glob("*/__init__.py")))


SHIPPED = Languages(__name__)


@cache
def load(code: str) -> Language:
    """The words of one of the languages that come with the program; KeyError if there are none."""
    return SHIPPED[code]


def read_words(folder: Path, name: str) -> list[str]:
    """The lines of a word file, without its comment lines."""
    lines = (folder / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
