"""JSON Lines: as they come in, line after line, none longer in memory than the limit; and as they go out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

UTF8_MARK = b"\xef\xbb\xbf"
# Characters of a text at which many programs end a line as well, Python's str.splitlines() among them.
BREAKS = tuple((chr(code), f"\\u{code:04x}") for code in (0x85, 0x2028, 0x2029))


class Bytes(Protocol):
    """What lines are read from: a file, or the body of a request as it arrives."""

    def readline(self, size: int, /) -> bytes:
        """One line, or the first `size` bytes of it; nothing at the end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a corpus: its number, the place in the file where it ends, and its bytes, None if over the limit."""

    number: int
    end: int
    data: bytes | None
    limit: int


def corpus_lines(stream: Bytes, limit: int) -> Iterator[Line]:
    """The lines of a file, empty ones left out; of a line over the limit no more than that is held."""
    end = 0
    for number, (data, length) in enumerate(_beginnings(stream, limit + 2), 1):
        end += length
        content = (data.removeprefix(UTF8_MARK) if number == 1 else data).rstrip(b"\r\n")
        if length > len(data) or len(content) > limit:
            yield Line(number, end, None, limit)
        elif content.strip():
            yield Line(number, end, content, limit)


def _beginnings(stream: Bytes, most: int) -> Iterator[tuple[bytes, int]]:
    """Of each line the first bytes, `most` of them, and how long it is with its line end."""
    while data := stream.readline(most):
        piece, length = data, len(data)
        while len(piece) == most and not piece.endswith(b"\n"):
            piece = stream.readline(most)
            length += len(piece)
        yield data, length


def json_line(value: Any) -> str:
    """A value as JSON on one line, however its reader tells lines apart, without a line end; letters as they are."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for character, escaped in BREAKS:
        written = written.replace(character, escaped)
    return written
