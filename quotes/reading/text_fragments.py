"""Links that lead back to the very words in the original page: text fragments of the WICG draft (#:~:text=…)."""

from __future__ import annotations

from urllib.parse import quote

WHOLE = 8  # quotations of up to so many words are given whole, longer ones by their first and last words
EDGE_WORDS = 4
CONTEXT_WORDS = 3
LONGEST_WHOLE = 400  # characters of a quotation that can be given whole
AROUND = 80  # characters in which words of context are looked for
ENCODED = {n: quote(chr(n), safe="").replace("-", "%2D") for n in range(128)}  # far faster than quote() for most words
SHORT = 3  # of fewer words than this, context tells the place apart


def deep_link(url: str | None, text: str, start: int, end: int) -> str | None:
    """The address of a stretch of text inside its page; None without the page's address."""
    if not url or end <= start:
        return url
    words = text[start : min(end, start + LONGEST_WHOLE)].split()
    if not words:
        return url
    if end - start <= LONGEST_WHOLE and len(words) <= WHOLE and "\n" not in text[start:end]:
        directive = _encoded(words)
    else:
        first, last = _in_one_line(text, start, end, True), _in_one_line(text, start, end, False)
        directive = f"{_encoded(first)},{_encoded(last)}"
    if len(words) < SHORT:
        directive = _with_context(directive, text, start, end)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _in_one_line(text: str, start: int, end: int, first: bool) -> list[str]:
    """The first or last words of a stretch, of its first or last line only: a directive's part stays in one block."""
    if first:
        stop = text.find("\n", start, end)
        return text[start : min(end if stop < 0 else stop, start + LONGEST_WHOLE)].split(None, EDGE_WORDS)[:EDGE_WORDS]
    begin = max(text.rfind("\n", start, end) + 1, start, end - LONGEST_WHOLE)
    return text[begin:end].rsplit(None, EDGE_WORDS)[-EDGE_WORDS:]


def _with_context(directive: str, text: str, start: int, end: int) -> str:
    line_start = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", end)
    before = text[line_start:start].split()[-CONTEXT_WORDS:]
    after = text[end : min(len(text) if stop < 0 else stop, end + AROUND)].split()[:CONTEXT_WORDS]
    prefix = f"{_encoded(before)}-," if before else ""
    suffix = f",-{_encoded(after)}" if after else ""
    return f"{prefix}{directive}{suffix}"


def _encoded(words: list[str]) -> str:
    """Words for a directive: comma, ampersand and hyphen have a meaning in it and are always encoded."""
    joined = " ".join(words)
    return joined.translate(ENCODED) if joined.isascii() else quote(joined, safe="").replace("-", "%2D")
