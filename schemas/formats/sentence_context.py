"""The sentence that a quote stands in, from the words right before and after it."""

from __future__ import annotations

ENDS, CLOSING = ".!?…。！？؟", "”’\"'»›)]」』"
ABBREVIATION = 3  # letters: “Mr.” and “U.S.” end no sentence that we can be sure of
WIDTH = 400  # characters on either side that are looked at; a longer sentence is cut there
CUT = "…"


def sentence_around(before: str, words: str, after: str) -> str:
    """The sentence or sentences of a quote with what introduces it, on one line; “…” where they go on further.

    `before` and `after` are what stands beside the words, at most WIDTH characters each.
    """
    start = _start(before)
    end = 0 if words.endswith((".", "…")) and _is_over(after) else _end(after)
    opening = CUT if start == 0 and len(before) >= WIDTH else ""
    ending = CUT if end == len(after) and len(after) >= WIDTH else ""
    closing = after[:_closing(after, 0)] if end == 0 else after[:end]
    return opening + " ".join(f"{before[start:]}{words}{closing}".split()) + ending


def _start(before: str) -> int:
    """Where the sentence begins in what stands before."""
    for at in range(len(before) - 1, -1, -1):
        if before[at] == "\n":
            return at + 1
        if before[at] in ENDS and not _is_abbreviation(before, at):
            end = _closing(before, at + 1)
            if before[end : end + 1].isspace():
                return end + 1
    return 0


def _end(after: str) -> int:
    """Where the sentence ends in what stands after."""
    for at, character in enumerate(after):
        if character == "\n":
            return at
        if character in ENDS and not _is_abbreviation(after, at):
            end = _closing(after, at + 1)
            if end == len(after) or after[end].isspace():
                return end
    return len(after)


def _is_over(after: str) -> bool:
    """Whether a sentence that ended inside the marks is not carried on behind them."""
    rest = after[_closing(after, 0):]
    return not rest.strip() or rest.startswith("\n") or not rest.strip()[0].islower()


def _closing(text: str, at: int) -> int:
    while at < len(text) and text[at] in CLOSING:
        at += 1
    return at


def _is_abbreviation(text: str, at: int) -> bool:
    if text[at] != ".":
        return False
    last = text[:at].split(" ")[-1].split("\n")[-1].lstrip("“‘\"'(")
    return "." in last or (0 < len(last) <= ABBREVIATION and last[0].isupper())
