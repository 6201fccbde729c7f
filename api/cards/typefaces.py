"""The typefaces of card pictures: which characters each has, and how wide a shaped stretch of text is.

They lie in `fonts/` beside this module, with their licences; a picture is drawn with them and with nothing that
happens to be installed, so that it looks the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

FOLDER = Path(__file__).parent / "fonts"
EMOJI_SIGN, JOINER = "\ufe0f", "\u200d"
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ufeff\u00ad")
SELECTORS = range(0xFE00, 0xFE10)
TAGS = range(0xE0020, 0xE0080)


@dataclass(frozen=True, eq=False)
class Face:
    """One typeface: its file, the names that select it in a picture, and what it has."""

    file: str
    bold: bool
    family: str
    units: int
    covers: frozenset[int]
    font: hb.Font = field(repr=False)

    def has(self, cluster: str) -> bool:
        """Whether it has every character of a cluster that is to be seen."""
        return all(ord(one) in self.covers or not is_seen(one) for one in cluster)

    def width(self, words: str, leftwards: bool) -> float:
        """How wide a stretch is when its letters are shaped, the size of the type being 1."""
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        hb.shape(self.font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions) / self.units


def is_seen(character: str) -> bool:
    """Whether a character has a shape of its own."""
    code = ord(character)
    return character not in INVISIBLE and code not in SELECTORS and code not in TAGS


@lru_cache
def face(name: str) -> Face:
    """A shipped typeface by the name of its file."""
    path = next(FOLDER.glob(f"{name}.*"))
    shape = hb.Face(hb.Blob.from_file_path(str(path)))
    family = shape.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    return Face(str(path), "-Bold" in name, family, shape.upem, frozenset(shape.unicodes), hb.Font(shape))


# In each style the first face that has a character shows it; emoji that say so are shown in colour before all others.
EMOJI = "TwemojiMozilla"
STYLES = {
    "serif": ("NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular", "NotoSans-Regular",
              "NotoSansCJK-Regular", EMOJI),
    "sans": ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoSerif-Regular",
             "NotoSansCJK-Regular", EMOJI),
    "bold": ("NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoSerif-Regular",
             "NotoSansCJK-Regular", EMOJI),
}


@lru_cache(maxsize=8192)
def face_for(cluster: str, style: str) -> Face | None:
    """The typeface that shows a cluster; None if no shipped one has all of it."""
    names: Sequence[str] = STYLES[style]
    if EMOJI_SIGN in cluster or JOINER in cluster:
        names = (EMOJI, *names)
    return next((found for found in map(face, names) if found.has(cluster)), None)
