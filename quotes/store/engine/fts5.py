"""SQLite's full-text index over the texts of quotes: the one module that knows its language.

Migrations make it, the database keeps it up to date. Another engine has a module like this one, with the same
functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peewee import SQL, Expression, Ordering, Table, Value

from quotes.records.search_query import Term, words_of
from quotes.store.engine.engine import Engine
from quotes.store.tables.tables import Quote

UNFINDABLE = '""'  # in which no quote is found


def index() -> Table:
    """The index as a source of rows beside quotes."""
    return Table("quote_words").alias("words")


def plain(words: Iterable[str]) -> tuple[Term, ...]:
    """Plain words, whatever signs are in them, as terms; those that are nothing but signs ask for nothing."""
    found = (tuple(part for part, _, _ in words_of(word)) for word in words)
    return tuple(Term(parts) for parts in found if parts)


def spelt(terms: Sequence[Term]) -> str:
    """Terms in the index's language; where nothing must occur, those that must not."""
    must = [_one(term) for term in terms if not term.without]
    mustnt = [_one(term) for term in terms if term.without]
    if not must:
        return " OR ".join(mustnt) or UNFINDABLE
    wanted = f"({' AND '.join(must)})"
    return f"{wanted} NOT ({' OR '.join(mustnt)})" if mustnt else wanted


def _one(term: Term) -> str:
    words = " ".join(term.words).replace('"', '""')
    return f'"{words}"*' if term.is_prefix else f'"{words}"'


def is_match(at: Value) -> Expression:
    """The condition that a quote is found by an expression, which is looked up once."""
    return Quote.id.in_(SQL("(SELECT rowid FROM quote_words WHERE quote_words MATCH ?)", (at.value,)))


def is_match_after(at: Value, first: Value) -> Expression:
    """The same for quotes with numbers above one, which is all that the index looks at."""
    return Quote.id.in_(SQL("(SELECT rowid FROM quote_words WHERE quote_words MATCH ? AND rowid > ?)",
                            (at.value, first.value)))


def is_no_match(at: Value) -> Expression:
    """The condition that it is not."""
    return Quote.id.not_in(SQL("(SELECT rowid FROM quote_words WHERE quote_words MATCH ?)", (at.value,)))


def joined(at: Value) -> list[Expression]:
    """The conditions that tie quotes to the rows of the index that an expression finds.

    The sign before the number keeps SQLite from walking the quotes and asking the index about each.
    """
    return [Expression(SQL("words.quote_words"), "MATCH", at), Quote.id == SQL("+words.rowid")]


def best_first() -> Ordering:
    """The order in which the best matches come first."""
    return SQL("words.rank").asc()


def near_words(groups: Iterable[Sequence[str]], within: int) -> str:
    """The query for texts in which the words of one of these groups stand near each other, whatever signs are in them.

    At most `within` words stand between the first and the last of a group.
    """
    return " OR ".join(_near([quoted(word) for word in group], within) for group in groups)


def _near(terms: Sequence[str], within: int) -> str:
    return terms[0] if len(terms) == 1 else f"NEAR({' '.join(terms)}, {within})"


def quoted(word: str) -> str:
    """A word as the index's language writes one."""
    return '"' + word.replace('"', '""') + '"'


def forget_deleted_words(engine: Engine) -> None:
    """Write the indexes anew without what was deleted, whose words stay in its older parts otherwise."""
    for index in ("quote_words", "document_words"):
        engine.ask(f"INSERT INTO {index}({index}) VALUES ('optimize')")
