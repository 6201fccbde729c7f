"""Names from before there were keys to link by, and from before every letter was folded: found like all others.

What a name is found by follows from it and from whose it is, by rules that the store does not know: whoever opens the
store makes it. A name that has everything is left as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Derivation
from quotes.store.engine.engine import Engine

AT_ONCE = 1000  # speakers
SPEAKERS = "SELECT id, name, kind FROM speaker WHERE id > ? ORDER BY id LIMIT ?"
NAMES = "SELECT speaker_id, id, name, words FROM speaker_name WHERE speaker_id BETWEEN ? AND ?"
ACCOUNTS = "SELECT speaker_id, platform, handle FROM account WHERE speaker_id BETWEEN ? AND ?"
WORDS = ("SELECT w.name_id, w.word FROM name_word w JOIN speaker_name n ON n.id = w.name_id "
         "WHERE n.speaker_id BETWEEN ? AND ?")


def fill(engine: Engine, derivation: Derivation) -> None:
    """Add the words and keys that kept names lack, a number of speakers at a time."""
    last = 0
    while rows := engine.ask(SPEAKERS, (last, AT_ONCE)):
        span = (rows[0][0], rows[-1][0])
        accounts: dict[int, list[Account]] = defaultdict(list)
        for number, platform, handle in engine.ask(ACCOUNTS, span):
            accounts[number].append(Account(platform, handle))
        speakers = {number: Speaker(f"s{number}", name, kind, accounts=tuple(accounts[number]))
                    for number, name, kind in rows}
        _fill_names(engine, derivation, speakers, span)
        last = span[1]


def _fill_names(engine: Engine, derivation: Derivation, speakers: dict[int, Speaker], span: tuple[int, int]) -> None:
    there: dict[int, set[str]] = defaultdict(set)
    for number, word in engine.ask(WORDS, span):
        there[number].add(word)
    new: list[Sequence[Any]] = []
    for speaker, number, name, words in engine.ask(NAMES, span):
        kept = derivation.kept_name(speakers[speaker], name)
        new += [(word, number, speaker) for word in dict.fromkeys((*kept.words, *kept.keys))
                if word not in there[number]]
        if (folded := " ".join(kept.words)) != words:
            engine.ask("UPDATE speaker_name SET words = ? WHERE id = ?", (folded, number))
    for start in range(0, len(new), AT_ONCE):
        some = new[start : start + AT_ONCE]
        engine.ask(f"INSERT INTO name_word (word, name_id, speaker_id) VALUES {', '.join(['(?, ?, ?)'] * len(some))}",
                   [value for row in some for value in row])
