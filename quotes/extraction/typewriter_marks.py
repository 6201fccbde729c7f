"""Double marks typed as two single ones, as news archives give them: ''…'', ``…'' and ‘‘…’’.

For the pairing of marks they are turned into curly ones in a copy of the text that is as long, so that every place
stays what it is: an opening pair becomes “ and a filler, a closing one ” and a filler.
"""

from __future__ import annotations

import regex

FILLER = "\u2060"
# Only where a pair opens a quotation at least once; otherwise two marks meet by chance: 'He said, 'No.''
SHOWN = regex.compile(r"(?<![^\s(\[—–-])(?:(?:''|``|‘‘)(?=[\p{L}\p{N}$£€.…])|``(?= ))")
OPENING = regex.compile(r"(?<![^\s(\[—–-])(?:''(?!')|``)(?=\S)|``|‘‘")
CLOSING = regex.compile(r"''(?!')|’’")
CURLY_OPENING, CURLY_CLOSING = "“" + FILLER, "”" + FILLER


def with_curly_marks(text: str) -> str:
    """The text with typed double marks as curly ones and fillers, as long as before; the text itself if it has none."""
    if ("''" not in text and "’’" not in text) or not SHOWN.search(text):
        return text
    return CLOSING.sub(CURLY_CLOSING, OPENING.sub(CURLY_OPENING, text))


def outer_end(marked: str, end: int) -> int:
    """The end of a stretch with the filler of its closing mark."""
    return end + 1 if marked.startswith(FILLER, end) else end
