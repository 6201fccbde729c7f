"""Styles of double marks: brought to the one that the pairing of marks knows, in a copy of the text that is as long.

Every place stays what it is, so that what is found in the copy is found in the text.
"""

from __future__ import annotations

from itertools import cycle

import regex

from quotes.extraction.typewriter_marks import FILLER, with_curly_marks

INWARD = regex.compile(r"(?<!\S)»\S[^«»\n]*\S«(?!\w)")  # »…« as German and Danish papers print it
OUTWARD = regex.compile(r"(?<!\S)«[^«»\n]*»(?!\w)")
TURNED = str.maketrans("«»", "»«")
# ”…” and »…» as Swedish and Finnish papers print them: the closing mark at both ends. A lone » before a word is a
# bullet or an arrow, so that it opens nothing without its like behind; ” may be closed in a later paragraph.
AT_START = regex.compile(r"(?<![^\s(\[—–-])[”»](?=[^\s”»,.;:)])")
BOTH_ENDS = regex.compile(r"(?<![^\s(\[—–-])»(?=[^\s»])[^«»\n]*[^\s»]»(?!\w)")
OPENED_AGAIN = regex.compile(r"\n\s*”\S")
CURLY = regex.compile(r"[“”„\"\n]")
# Marks with a space on either side, as texts have them that were cut into words: " We lost , " said Rosa .
SPACED = regex.compile(r"(?<!\S)[\"”](?!\S)")
SPACED_SINGLE = regex.compile(r"(?<!\S)('{1,2})(?=\s)([^'\n]*[,.?!…] )\1(?!\S)")
# A space too many behind an opening mark, which the next mark closes: " Slow Weather," they sang.
SPACED_OPENING = regex.compile(r"(?<!\d\s)(?<!\S)\"(?=\s[^\"\n]*[^\s\"]\"(?!\w))")
UNSPACED = regex.compile(r"[“„]|[\"”](?=\S)|(?<=\S)[\"”]|(?<=\d )\"")  # or perhaps a measure


def in_one_style(text: str) -> str:
    """The text with its double marks, however it prints them, as opening and closing ones; as long as before."""
    text = with_curly_marks(text)
    if "»" in text:
        if INWARD.search(text) and not OUTWARD.search(text):
            text = text.translate(TURNED)
        if "«" not in text:
            text = BOTH_ENDS.sub(lambda pair: f"«{pair.group()[1:]}", text)
    if "”" in text and AT_START.search(text):
        text = _opened(text)
    if SPACED.search(text) or SPACED_SINGLE.search(text):
        text = "\n".join([_unspaced(line) for line in text.split("\n")])
    return text


def _opened(text: str) -> str:
    """The text with “ for every ” that stands where only an opening mark can, and is closed again."""
    letters, is_open = list(text), False
    for match in CURLY.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            is_open = False
        elif mark == "”" and not is_open and AT_START.match(text, at) and _is_closed(text, at):
            letters[at], is_open = "“", True
        else:
            is_open = not is_open if mark == '"' else mark != "”" and not text[at + 1 : at + 2].isspace()
    return "".join(letters)


def _is_closed(text: str, at: int) -> bool:
    """Whether a mark that opens is followed by its like in its line, or at the start of the next paragraph."""
    like = text.find("”", at + 1)
    end = text.find("\n", at, like) if like >= 0 else -1
    return like >= 0 and (end < 0 or OPENED_AGAIN.match(text, end) is not None)


def _unspaced(line: str) -> str:
    """A line with its spaced marks as opening and closing ones in turn, if all its marks are spaced and pair.

    Else those that the next mark closes are opening ones.
    """
    is_paired = len(SPACED.findall(line)) % 2 == 0 and not UNSPACED.search(line)
    turns = cycle("“”")
    line = SPACED.sub(lambda _: next(turns), line) if is_paired else SPACED_OPENING.sub("“", line)
    return SPACED_SINGLE.sub(_turned, line)


def _turned(pair: regex.Match[str]) -> str:
    filler = FILLER * (len(pair[1]) - 1)
    return f"“{filler}{pair[2]}”{filler}"
