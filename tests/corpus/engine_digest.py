"""The digest by which readings say what made them: of weights, word files and the readings of this corpus.

`make engine` writes it beside the weights, after a change for which readings differ.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from quotes.model.weights import DIGEST, SHIPPED
from quotes.reading.pipeline import read_document
from quotes.records.quote import Quote
from tests.corpus.articles import corpus

WORDS = Path(__file__).parents[2] / "quotes" / "languages"
LENGTH = 10  # hexadecimal digits


def digest() -> str:
    """The digest of what stands here now."""
    seen = hashlib.sha256(SHIPPED.read_bytes())
    for file in sorted(WORDS.glob("*/words/*.txt")):
        seen.update(file.read_bytes())
    for samples in corpus().values():
        for sample in samples:
            read = [_told(quote) for quote in read_document(sample.article).quotes]
            seen.update(json.dumps(read, ensure_ascii=False).encode())
    return seen.hexdigest()[:LENGTH]


def _told(quote: Quote) -> list[object]:
    """What a reading says of one quote."""
    speaker = quote.speaker
    return [quote.kind, quote.start, quote.end, quote.verdict, round(quote.confidence, 2),
            None if speaker is None else [
                speaker.name, speaker.kind, speaker.start, speaker.end,
                speaker.antecedent and [speaker.antecedent.start, speaker.antecedent.end]]]


if __name__ == "__main__":
    DIGEST.write_text(f"{digest()}\n", encoding="ascii")
