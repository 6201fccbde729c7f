"""What people paste, made plain: without markup, in ordinary letters, and without the words that name the speaker."""

from __future__ import annotations

import html
import re
import unicodedata

QUOTED = re.compile("“([^“”]+)”|\"([^\"]+)\"")
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`´′](?=[^\W\d_])")  # I`ll
APPENDED = re.compile(r"#\w+|https?://\S+|pic\.twitter\.com/\S+")
DRAWN = ("<font>", "<wide>")  # how Unicode marks a letter that is another one in a typeface: 𝐛𝐨𝐥𝐝, ｗｉｄｅ
WORD = re.compile(r"\w+(?:['’]\w+)*")
FEWEST_INSIDE, MOST_OUTSIDE = 4, 12  # words of a quotation, and of what names its speaker


def plain(text: str) -> str:
    """A text without tags, with what its entities stand for, in ordinary letters."""
    if "<" in text:
        text = TAG.sub(" ", text)
    if "&" in text:
        text = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = APOSTROPHE.sub("’", text)
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", letter)
                   if unicodedata.decomposition(letter).startswith(DRAWN) else letter for letter in text)


def without_tags(text: str) -> str:
    """What stands in marks, where a text is made of that and of words around it: “X,” she said. “Y.” gives X … Y."""
    quoted = [first or second for first, second in QUOTED.findall(text)]
    outside = QUOTED.sub(" ", text)
    opens = text.lstrip()[:1] in "“\""
    if opens and len(quoted) > 1 and any(map(str.isalnum, outside)):
        return " … ".join(quoted)
    return text


def has_several(text: str) -> bool:
    """Whether a text has more than one quotation of some words: it is a draft, or a part of one."""
    return sum(len(WORD.findall(first or second)) >= FEWEST_INSIDE for first, second in QUOTED.findall(text)) > 1


def barer(text: str) -> str | None:
    """The words of a text that can have been somebody's, without what others put beside them; None where that is all.

    “X,” said Ona Reed. Ona Reed: “X.” X #hashtag https://address.example
    """
    alone = _quoted_alone(text)
    if alone is not None:
        return alone
    written = _without_appended(text)
    return written if written != text and len(WORD.findall(written)) >= FEWEST_INSIDE else None


def _without_appended(text: str) -> str:
    """A text up to the hashtags and links at its end."""
    while len(parts := text.rsplit(None, 1)) == 2 and APPENDED.fullmatch(parts[1]):
        text = parts[0]
    return text


def _quoted_alone(text: str) -> str | None:
    """The one quotation of a text that hardly has another word, and not words in marks among others of a sentence."""
    found = list(QUOTED.finditer(text))
    if len(found) != 1:
        return None
    before, behind = text[: found[0].start()], text[found[0].end() :]
    inside = found[0][1] or found[0][2]
    outside = len(WORD.findall(before)) + len(WORD.findall(behind))
    at_an_end = not WORD.search(before) or not WORD.search(behind)
    fits = FEWEST_INSIDE <= len(WORD.findall(inside)) >= outside and 0 < outside <= MOST_OUTSIDE
    return inside if at_an_end and fits else None
