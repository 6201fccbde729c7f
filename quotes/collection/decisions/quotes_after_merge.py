"""Quotes that came after a merge, given back when it is undone: to the one whose name they bear, where that tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from quotes.collection.linking.name_keys import kept_name
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import LaterQuote
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

Names = frozenset[str]  # folded words with one space between


def names_apart(store: Store, one: Speaker, into: Speaker) -> dict[str, list[str]]:
    """The names that only one of two speakers has, folded: kept with a merge, because afterwards nobody can tell."""
    mine, theirs = ({" ".join(name.words) for name in store.names(who.id)} for who in (one, into))
    return {"mine": sorted(mine - theirs), "theirs": sorted(theirs - mine)}


def give_back(store: Store, state: Mapping[str, Any], apart: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Give what came after a merge that has been taken back to the one whose name it bears.

    What is answered is how many quotes went back, and how many stayed though nothing tells whose they are.
    """
    mine, theirs = frozenset(apart["mine"]), frozenset(apart["theirs"])
    of_documents: dict[str, list[LaterQuote]] = defaultdict(list)
    for quote in store.later_quotes(state):
        of_documents[quote.document].append(quote)
    documents = {one for one, quotes in of_documents.items() if _is_of_one(quotes, mine, theirs)}
    every = [quote for quotes in of_documents.values() for quote in quotes]
    back = {quote.id for quote in every if quote.document in documents or _is_mine(quote, mine)}
    if back:
        store.return_quotes(back, documents, state["into"], state["from"])
    _give_back_names(store, state, mine)
    stayed = [quote for quote in every if quote.id not in back and not _is_theirs(quote, mine, theirs)]
    return {"returned": len(back), "stayed": len(stayed)}


def _is_of_one(quotes: Iterable[LaterQuote], mine: Names, theirs: Names) -> bool:
    """Whether a document that came since means the one who was merged, and nowhere the one who stayed."""
    return all(quote.new and quote.mine is None and _folded(quote.theirs) in mine
               and _folded(quote.mention) not in theirs for quote in quotes)


def _is_mine(quote: LaterQuote, mine: Names) -> bool:
    """Whether a quote of a document that has had the one who was merged all along is that one's."""
    return quote.mine is not None and (quote.theirs is None or _folded(quote.mention) in mine)


def _is_theirs(quote: LaterQuote, mine: Names, theirs: Names) -> bool:
    """Whether a quote bears the name of the one who stayed, by its own words, or by its document's and none against."""
    mention = _folded(quote.mention)
    return mention in theirs or (quote.mine is None and _folded(quote.theirs) in theirs and mention not in mine)


def _give_back_names(store: Store, state: Mapping[str, Any], mine: Names) -> None:
    """Spellings of names of the one who was merged, which came to the other since."""
    one = store.speaker(state["from"])
    for name in store.names(state["into"]):
        if one is not None and " ".join(name.words) in mine:
            store.drop_name(state["into"], name.name)
            store.put_name(one.id, kept_name(one, name.name, name.full))


def _folded(name: str | None) -> str:
    return " ".join(fold_words(name or ""))
