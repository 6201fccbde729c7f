"""What speaks for and against that two people of one name are one: descriptions, fields of work, desks, ages, accounts.

Descriptions of one person differ from paper to paper, so that a difference alone says nothing; only what is seldom true
of one person does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quotes.collection.linking.person_name_comparison import LANGUAGE
from quotes.languages import load
from quotes.languages.contract import Language
from quotes.records.document import Document
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.linking import Seen
from quotes.text.personal_names import fold_words

AGE = re.compile(r"(?<![\d.,$£€-])([1-9]\d)(?=,? [a-z]|,?$|-year-old)")
AGES_APART = 4
NOTHING: frozenset[str] = frozenset()
SHORTEST_WORD = 4
SPORT_DESKS = frozenset({"sport", "sports", "football", "soccer", "cricket", "rugby", "tennis", "golf", "athletics",
                         "nfl", "nba", "mlb", "nhl"})
OTHER_DESKS = frozenset({"politics", "business", "world", "us-news", "nation", "opinion", "crime", "health", "science",
                         "education", "money", "finance", "economy", "law", "courts", "environment", "international",
                         "culture", "arts", "film", "books", "music", "theatre", "stage"})
GENERIC = frozenset((  # words of descriptions that many people share
    "former", "current", "longtime", "late", "said", "says", "told", "also", "with", "from", "that", "this", "they",
    "have", "been", "were", "which", "whom", "first", "last", "year", "years", "member", "leader", "head", "chief",
    "senior", "spokesman", "spokeswoman", "spokesperson", "local", "american", "british", "national", "state", "city",
    "town", "united", "states"))


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of somebody beside the name."""

    words: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()
    desks: frozenset[str] = frozenset()
    accounts: frozenset[Account] = field(default_factory=frozenset)

    @property
    def tells(self) -> bool:
        """Whether anything is known that can speak for or against."""
        return bool(self.words or self.fields or self.genders or self.ages or self.desks or self.accounts)


NO_TRAITS = Traits()


def traits_in(speaker: Speaker, document: Document) -> Traits:
    """What one document tells about a speaker."""
    seen = Seen(speaker.description, document.url, document.publisher)
    return traits((seen,), speaker.accounts)


def traits(seen: Iterable[Seen], accounts: Sequence[Account] = ()) -> Traits:
    """What several documents tell about one speaker."""
    descriptions, desks = set(), set()
    for one in seen:
        if one.description:
            descriptions.add(one.description)
        if one.url and (desk := _desk(one.url)):
            desks.add(desk)
    if not (descriptions or desks or accounts):  # as of most who are new
        return NO_TRAITS
    told = [_told(text) for text in descriptions]
    all_told = told[0] if len(told) == 1 else _together(told)
    return Traits(all_told.words, all_told.fields, all_told.genders, all_told.ages, frozenset(desks),
                  frozenset(Account(one.platform, one.handle.casefold()) for one in accounts))


def _together(told: Sequence[Traits]) -> Traits:
    """What several descriptions tell."""
    return Traits(words=NOTHING.union(*(one.words for one in told)),
                  fields=NOTHING.union(*(one.fields for one in told)),
                  genders=NOTHING.union(*(one.genders for one in told)),
                  ages=frozenset().union(*(one.ages for one in told)))


@lru_cache(maxsize=20_000)
def _told(description: str) -> Traits:
    """What one description tells."""
    language = load(LANGUAGE)
    words = frozenset(_words(description))
    return Traits(
        words=frozenset(word for word in words if len(word) >= SHORTEST_WORD and word not in GENERIC),
        fields=frozenset(found for word in words if (found := _field(word, language))),
        genders=frozenset(found for word in words if (found := language.names.genders.get(word))),
        ages=frozenset(int(age) for age in AGE.findall(description)))


def apart(one: Traits, other: Traits, language: Language, common: bool = False) -> str | None:
    """Why two people of one name are two, in a few words; None where nothing says so.

    Where many bear the name (`common`), any two fields tell them apart, else only such as one person is seldom in.
    """
    if one.genders and other.genders and not one.genders & other.genders:
        return "described as a man and as a woman"
    if one.ages and other.ages and min(abs(a - b) for a in one.ages for b in other.ages) > AGES_APART:
        return "of another age"
    if _fields_apart(one.fields, other.fields, language, common):
        return "described otherwise"
    if one.words & other.words or one.fields & other.fields:
        return None
    if other_handle(one.accounts, other.accounts) and one.words and other.words:
        return "another account and another description"
    if one.desks and other.desks and one.desks | other.desks == {"sport", "other"} and not one.desks & other.desks:
        return "another desk"
    return None


def supports(one: Traits, other: Traits) -> bool:
    """Whether something beside the name says that two are one."""
    return bool(one.words & other.words or one.fields & other.fields or one.accounts & other.accounts)


def _fields_apart(one: frozenset[str], other: frozenset[str], language: Language, common: bool) -> bool:
    return bool(one and other) and not one & other and (common or all(
        frozenset((a, b)) in language.identity.far for a in one for b in other))


def other_handle(one: Iterable[Account], other: Iterable[Account]) -> bool:
    """Whether both have an account on one platform, and not the same."""
    mine, theirs = {account.platform: account.handle for account in one}, {a.platform: a.handle for a in other}
    return any(mine[platform] != theirs[platform] for platform in mine.keys() & theirs.keys())


def _words(text: str) -> Iterable[str]:
    for word in fold_words(text):
        yield word
    for word in text.lower().split():
        if "-" in word:
            yield word.strip(".,;:()")


def _field(word: str, language: Language) -> str | None:
    identity = language.identity
    return identity.fields.get(word) or (identity.fields.get(word[:-1]) if word.endswith("s") else None)


@lru_cache(maxsize=20_000)
def _desk(url: str) -> str | None:
    """Whether an address says that it is the sports desk's, or another desk's."""
    parts = frozenset(url.lower().split("/")[3:6])  # behind scheme and host
    return "sport" if parts & SPORT_DESKS else "other" if parts & OTHER_DESKS else None
