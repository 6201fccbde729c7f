"""The card as a picture in PNG, for chats and networks that show no SVG."""

from __future__ import annotations

import resvg_py

from quotes.api.cards.typefaces import STYLES, face


def rendered(drawing: str) -> bytes:
    """A finished drawing as PNG, set in the shipped typefaces that it names and no others."""
    names = {name for style in STYLES.values() for name in style}
    files = sorted(found.file for found in map(face, names) if f"'{found.family}'" in drawing.replace("&#39;", "'"))
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, font_files=files))
