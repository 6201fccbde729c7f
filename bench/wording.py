"""Words for generated articles: lists of our own, drawn as often as words are in English, where rank tells how often.

The commonest words are English; the rest are built of syllables, so that a million quotes have as many different words
as real ones have, and no sentence is anybody's.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random

COMMON = tuple("""
the of and to a in that is was for it on with as he be at by his this had not are but from or have an they which one
you were her all she there would their we him been has when who will more no if out so said what up its about into
than them can only other new some could time these two may then do first any my now such like our over man me even
most made after also did many before must through back years where much your way well down should because each just
those people how too little state good very make world still own see men work long get here between both life being
under never day same another know while last might us great old year off come since against go came right used take
three
""".split())  # noqa: SIM905  a list of words is read as words
GIVEN = tuple("""
Ada Tobias Mirela Ona Ravi Sofia Jonas Leila Marek Nadia Oskar Petra Quentin Rosa Stefan Tamsin Ugo Vera Wilma Yusuf
Zora Amir Bela Ciro Dora Edda Farid Greta Hugo Ines
""".split())  # noqa: SIM905
ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r",
          "s", "sh", "st", "t", "tr", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
CODAS = ("", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "ck")
DIFFERENT = 40_000
ROLES = ("a spokesperson for the harbour board", "the minister of works", "a baker", "chair of the river council",
         "a union official", "head of the coast guard", "a resident", "the mayor of Port Ellery", "a teacher",
         "an economist at the north bank", "its director", "a farmer", "the team's coach", "a lawyer for the family",
         "the fire chief")
UNNAMED = ("a source close to the talks", "officials", "a person familiar with the plan", "a senior diplomat",
           "witnesses", "a police source")


class Words:
    """Draws words, names and sentences."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.words = [*COMMON, *_built(random, DIFFERENT - len(COMMON))]
        # A word's share falls with its rank; a little less steeply at the top, as in real text.
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def some(self, number: int) -> list[str]:
        """So many words, as they may come."""
        return self._random.choices(self.words, cum_weights=self._weights, k=number)

    def sentence(self, number: int) -> str:
        """So many words as a sentence without its full stop."""
        words = self.some(number)
        words[0] = words[0].capitalize()
        if number > 12:
            words[number // 2] += ","
        return " ".join(words)

    def names(self, number: int) -> list[str]:
        """So many different full names."""
        found: dict[str, None] = {}
        while len(found) < number:
            surname = self._random.choice(self.words[len(COMMON):]).capitalize()
            found[f"{self._random.choice(GIVEN)} {surname}"] = None
        return list(found)


def _built(random: Random, number: int) -> list[str]:
    """So many different words of one to three syllables."""
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = random.choices((1, 2, 3), (1, 6, 5))[0]
        word = "".join(random.choice(ONSETS) + random.choice(VOWELS) for _ in range(syllables)) + random.choice(CODAS)
        if len(word) > 2:
            found[word] = None
    return list(found)
