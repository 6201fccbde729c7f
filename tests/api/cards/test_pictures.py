"""Pictures of cards against golden ones, drawn with the shipped typefaces and no others.

`python -m tests.api.cards.test_pictures` draws the golden ones anew: look at them before you commit them.
"""

from __future__ import annotations

import io
import sys
from itertools import chain
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from quotes.api.cards.png import rendered
from quotes.api.cards.svg_drawing import draw
from quotes.api.cards.themes import THEMES
from quotes.api.cards.typefaces import FOLDER, STYLES, face
from tests.api.cards.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
ADDRESS = "quotes.example/quotes/q12"
CASES = [*((name, "light") for name in SAMPLES), *(("short", theme) for theme in THEMES if theme != "light")]
SIZE = (1200, 630)
STEP = 48  # of 255: edges of letters may differ by so much from one release of the renderer to the next
MOST = 0.002  # share of the pixels that may differ by more


def picture(name: str, theme: str) -> Image.Image:
    return Image.open(io.BytesIO(rendered(draw(SAMPLES[name], THEMES[theme], ADDRESS)))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels that differ by more than the tolerance."""
    gray = ImageChops.difference(one, other).convert("L")
    return sum(gray.histogram()[STEP:]) / (gray.width * gray.height)


@pytest.mark.parametrize("name, theme", CASES)
def test_a_card_looks_as_it_did(name: str, theme: str):
    found = picture(name, theme)
    with Image.open(GOLDEN / f"{name}-{theme}.png") as golden:
        assert found.size == golden.size == SIZE
        assert difference(found, golden.convert("RGB")) <= MOST


def test_the_tolerance_tells_one_card_from_another():
    with Image.open(GOLDEN / "short-light.png") as golden:
        kept = golden.convert("RGB")
    assert difference(picture("unsure", "light"), kept) > MOST
    moved = ImageChops.offset(kept, 3, 0)
    assert difference(moved, kept) > MOST


def test_every_typeface_is_shipped_with_its_licence_and_named():
    notice = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    files = {path.name for path in FOLDER.iterdir()} - {"NOTICE", "OFL.txt"}
    assert {Path(face(name).file).name for name in chain(*STYLES.values())} == files
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License 1.1" in notice and "CC-BY 4.0" in notice


def test_the_typefaces_are_of_a_sensible_size():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 7_000_000


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for case in CASES:
        picture(*case).quantize(64).save(GOLDEN / f"{case[0]}-{case[1]}.png", optimize=True)
    sys.stdout.write(f"{len(CASES)} pictures drawn\n")
