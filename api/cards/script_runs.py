"""A line of text as runs: each in one typeface and one direction, in the order in which they stand on the line.

A picture's renderer is given such runs one by one, each with its place, so that what it draws is what was measured,
with emoji, with two scripts, and from right to left.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bidi import algorithm as bidi
from uniseg.graphemecluster import grapheme_clusters

from quotes.api.cards.typefaces import STYLES, Face, face, face_for, is_seen

LOG = logging.getLogger("quotes.cards")
PLAIN = 0x300  # below it every character is a cluster, and none is written from right to left
LEFTWARDS, RIGHTWARDS = ("R", "AL"), ("L",)
TURNED = frozenset(("R", "AL", "AN"))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in one typeface and one direction, and how wide it is, the size of the type being 1."""

    text: str
    face: Face
    leftwards: bool
    width: float


def is_leftwards(text: str) -> bool:
    """Whether a text is written from right to left: whether the first letter that has a direction is."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in LEFTWARDS:
            return True
        if kind in RIGHTWARDS:
            return False
    return False


@lru_cache(maxsize=4096)
def width(text: str, style: str) -> float:
    """How wide a text is on one line, the size of the type being 1."""
    return sum(run.width for run in runs(text, style, False))


@lru_cache(maxsize=512)
def runs(text: str, style: str, leftwards: bool) -> tuple[Run, ...]:
    """The runs of one line from left to right, `leftwards` saying how the paragraph is written."""
    found = []
    for (shape, level), pieces in groupby(_ordered(clusters(text), style, leftwards), key=lambda one: one[1:]):
        words = [cluster for cluster, *_ in pieces]
        turned = bool(level % 2)
        written = "".join(reversed(words) if turned else words)
        found.append(Run(written, shape, turned, shape.width(written, turned)))
    return tuple(found)


def clusters(text: str) -> list[str]:
    """What a reader takes for single characters."""
    if all(ord(character) < PLAIN for character in text):
        return list(text)
    return list(grapheme_clusters(text))


def _ordered(found: list[str], style: str, leftwards: bool) -> Iterator[tuple[str, Face, int]]:
    """The clusters as they stand from left to right, each with its typeface and its level of direction."""
    faces = [_shown_in(cluster, style) for cluster in found]
    if not leftwards and not any(unicodedata.bidirectional(one) in TURNED for cluster in found for one in cluster):
        yield from ((cluster, shape, 0) for cluster, shape in zip(found, faces, strict=True))
        return
    for at, level in _places(found, leftwards):
        yield found[at], faces[at], level


def _places(found: list[str], leftwards: bool) -> list[tuple[int, int]]:
    """The order of clusters on a line, by the Unicode bidirectional algorithm, and the level of each."""
    kinds = [next((kind for one in cluster if (kind := unicodedata.bidirectional(one)) not in ("BN", "NSM")), "ON")
             for cluster in found]
    base = int(leftwards)
    line = bidi.get_empty_storage()
    line["base_level"], line["base_dir"] = base, "LR"[base]
    line["chars"] = [{"ch": cluster, "level": base, "type": kind, "orig": kind, "at": at}
                     for at, (cluster, kind) in enumerate(zip(found, kinds, strict=True))]
    for step in (bidi.explicit_embed_and_overrides, bidi.resolve_weak_types, bidi.resolve_neutral_types,
                 bidi.resolve_implicit_levels, bidi.reorder_resolved_levels):
        step(line, False)
    return [(one["at"], one["level"]) for one in line["chars"]]


def _shown_in(cluster: str, style: str) -> Face:
    found = face_for(cluster, style)
    if found is not None:
        return found
    missing = " ".join(f"U+{ord(one):04X}" for one in cluster if is_seen(one))
    LOG.warning("no typeface of the cards has %s; a picture shows an empty box for it", missing)
    return face(STYLES[style][0])
