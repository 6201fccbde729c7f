"""What somebody may be about to type: speakers and outlets whose names begin so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.documents.outlets import name_key
from quotes.records.outlet import outlet_name
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

MOST_SPEAKERS, MOST_OUTLETS = 7, 3
SHORTEST = 2  # letters
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody, or an outlet, whom what was typed may mean, with the number of their quotes."""

    kind: Literal["speaker", "outlet"]
    value: str
    name: str
    description: str | None
    quotes: int


def suggestions(store: Store, typed: str) -> tuple[Suggestion, ...]:
    """Speakers and outlets whose names have all words typed, the last one as a beginning; the most quoted first."""
    words = fold_words(typed)
    if not words or len("".join(words)) < SHORTEST or len(words) > MOST_WORDS:
        return ()
    speakers = [Suggestion("speaker", one.speaker.id, one.speaker.name, one.speaker.description, one.quotes)
                for one in store.speakers_beginning(words, MOST_SPEAKERS)]
    outlets = [Suggestion("outlet", one.key, outlet_name(one.name, one.printed) or one.key, None, one.quotes)
               for one in store.outlets_with(name_key(typed), MOST_OUTLETS)]
    return (*speakers, *outlets)
