"""A citation as a block quote in Markdown; nothing in the words means anything to it."""

from __future__ import annotations

from quotes.api.citations.facts import Facts
from quotes.api.citations.plain import where, who

SPECIAL = frozenset("\\`*_{}[]<>#+-!|~&")


def written(facts: Facts) -> str:
    """The words as a block quote, and who said them with a link to where they are."""
    lines = [f"> {bare(line)}" if line.strip() else ">" for line in facts.said.splitlines()]
    address = facts.address.replace("<", "%3C").replace(">", "%3E")
    return "\n".join([*lines, ">", f"> — {bare(who(facts))}. [{bare(where(facts) or 'Source')}](<{address}>)"])


def bare(words: str) -> str:
    """Words in which nothing means anything to Markdown."""
    return "".join(f"\\{character}" if character in SPECIAL else character for character in words)
