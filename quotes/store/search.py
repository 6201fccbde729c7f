"""Words looked up in quotes, in SQLite's full-text index over their texts, which the database keeps up to date."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import SQL, Expression

from quotes.store.tables import Quote


def has_words(words: Iterable[str]) -> Expression:
    """The condition that a quote's text has all of these words; each is plain, whatever signs are in it.

    What is nothing but signs, like a dash between words, is in no index and asks for nothing; alone it finds nothing.
    """
    spelt = [word.replace("\0", " ").replace('"', '""') for word in words if any(map(str.isalnum, word))]
    wanted = " AND ".join(f'"{word}"' for word in spelt) or '""'
    found = SQL("(SELECT rowid FROM quote_words WHERE quote_words MATCH ?)", (wanted,))
    condition: Expression = Quote.id.in_(found)
    return condition
