"""A question taken apart into words, spelt-out words, handles and days, without knowing the collection."""

from __future__ import annotations

from quotes.collection.search.search_days import take_days
from quotes.languages.contract import Language
from quotes.records.search_query import pieces, words_of
from quotes.records.search_question import Question

EDGES = "“”„«»\"()[]{},;:!?…"  # around words, where they mean nothing
MOST_WORDS = 12  # of a question that are looked at; what is longer is a passage


def taken_apart(typed: str, language: Language) -> Question:
    """The parts of what was typed; a question of more than a dozen words is taken for words alone."""
    plain: list[str] = []
    exact: list[str] = []
    handles: list[str] = []
    for piece, is_phrase, without in pieces(typed.replace("\0", " ")):
        word = piece.strip() if is_phrase else piece.strip(EDGES)
        if not any(words_of(word)):
            continue
        if is_phrase or without or (word.endswith("*") and word[-2:-1].isalnum()):
            exact.append(("-" if without else "") + (f'"{word}"' if is_phrase else word))
        elif word.startswith("@") and len(word) > 1:
            handles.append(word[1:].rstrip("."))
        else:
            plain.append(word)
    if len(plain) > MOST_WORDS:
        return Question(typed, exact=typed)
    days = take_days(plain, language)
    return Question(typed, days.others, " ".join(exact), tuple(dict.fromkeys(handles)), days.since, days.until,
                    " ".join(days.dated))
