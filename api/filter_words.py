"""Filters in words: what pages call those of a search, and their values."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.api.labels import KINDS, SPEAKER_KINDS, STANCE_FILTERS, VERDICT_NAMES

# The parameter, what it is called before its value, and the values that have other words; the rest stand as they are.
FILTER_WORDS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("kind", "kind", KINDS), ("stance", "stance", STANCE_FILTERS), ("speaker_kind", "speaker is a", SPEAKER_KINDS),
    ("verdict", "verdict", VERDICT_NAMES), ("account", "posts of", {}),
    ("document", "article", {}), ("min_confidence", "at least as sure as", {}))
