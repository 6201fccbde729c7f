"""A request while it arrives: whether all of it is there, told without reading it as HTTP in full.

Gunicorn reads the request itself once it is whole. What cannot be understood here is handed over at once, so that it is
gunicorn that refuses it; nothing more is then taken from the connection.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.cli.server.spool import Spool

LONGEST_HEAD = 65_536  # bytes of a request before its body
LONGEST_SIZE_LINE = 1024  # bytes of the line that begins a chunk
FRAMING = 65_536  # bytes that chunks may add to a body, beside as many as it has itself
END = b"\r\n\r\n"
CLOSING = b"\r\n"  # after each chunk


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a request by its head."""

    method: str
    path: str
    length: int
    is_chunked: bool
    waits: bool
    forwarded: tuple[str, ...]
    is_clear: bool = True


class Arrival:
    """A request of which more and more has arrived."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._top = bytearray()
        self._chunks: Chunks | None = None
        self._body = 0
        self.bytes = Spool()
        self.head: Head | None = None
        self.is_whole = False
        self.is_cut = False  # whether more would follow that is not waited for

    def feed(self, data: bytes) -> None:
        """Take what has arrived; whatever comes after the end of the request is kept with it."""
        self.bytes.put(data)
        if self.head is None:
            searched = max(0, len(self._top) - len(END))
            self._top += data
            end = self._top.find(END, searched)
            if end < 0:
                self._hand_over(len(self._top) > LONGEST_HEAD)
                return
            self.head = _head(bytes(self._top[:end]))
            data = bytes(self._top[end + len(END):])
            self._top.clear()
            if self.head.is_chunked:
                self._chunks = Chunks()
            self._hand_over(not self.head.is_clear or self.head.length > self._most)
        self._take(self.head, data)

    def _take(self, head: Head, data: bytes) -> None:
        """Count what has arrived of the body."""
        self._body += len(data)
        if self._chunks is None:
            self.is_whole = self.is_whole or self._body >= head.length
            return
        self._chunks.feed(data)
        self.is_whole = self.is_whole or self._chunks.ended
        self._hand_over(self._chunks.broken or self._chunks.length > self._most
                        or self._body > 2 * self._most + FRAMING)

    def _hand_over(self, at_once: bool) -> None:
        if at_once:
            self.is_whole = self.is_cut = True


class Chunks:
    """Where a body that comes in chunks ends, and how much of it has arrived."""

    def __init__(self) -> None:
        self._line = b""
        self._left = 0  # bytes of the chunk that are still to come
        self._closes_chunk = self._in_trailers = False
        self.length = 0
        self.ended = self.broken = False

    def feed(self, data: bytes) -> None:
        """Take what has arrived."""
        at = 0
        while at < len(data) and not (self.ended or self.broken):
            if self._left:
                taken = min(self._left, len(data) - at)
                self._left -= taken
                self.length += taken
                at += taken
                continue
            end = data.find(b"\n", at) + 1
            self._line += data[at : end or len(data)]
            at = end or len(data)
            if self._closes_chunk:
                self.broken = not CLOSING.startswith(self._line)
            else:
                self.broken = len(self._line) > LONGEST_SIZE_LINE or not self._line.strip(CLOSING).isascii()
            if end and not self.broken:
                self._read(self._line.strip())
                self._line = b""

    def _read(self, line: bytes) -> None:
        """Take a whole line: the end of a chunk, the beginning of one, or one of those after the last."""
        if self._closes_chunk:
            self._closes_chunk = False
        elif self._in_trailers:
            self.ended = not line
        else:
            size, _, more = line.partition(b";")
            self._left = _hexadecimal(size.strip())
            self.broken = self._left < 0 or not more.decode("ascii").isprintable()
            self._in_trailers = self._left == 0
            self._closes_chunk = self._left > 0


def _head(top: bytes) -> Head:
    """What a request's first lines say; unclear where they cannot be a request."""
    first, *lines = top.split(b"\r\n")
    words = first.split(b" ")
    if len(words) != 3:
        return Head("", "", 0, False, False, (), is_clear=False)
    lengths, forwarded, chunked, waits = [], [], False, False
    for line in lines:
        name, _, value = line.partition(b":")
        name, value = name.lower(), value.strip()
        if name == b"content-length":
            lengths.append(value)
        elif name == b"transfer-encoding":
            chunked = True
        elif name == b"expect":
            waits = value.lower() == b"100-continue"
        elif name == b"x-forwarded-for":
            forwarded += [one.strip().decode("latin-1") for one in value.split(b",")]
    length = _decimal(lengths)
    clear = length is not None and not (chunked and lengths)
    path = words[1].partition(b"?")[0].decode("latin-1")
    return Head(words[0].decode("latin-1"), path, length or 0, chunked, waits, tuple(forwarded), clear)


def _decimal(values: list[bytes]) -> int | None:
    """The length that is announced, 0 where none is; None if it is no number or there are several."""
    if not values:
        return 0
    return int(values[0]) if len(values) == 1 and values[0].isdigit() and len(values[0]) < 16 else None


def _hexadecimal(digits: bytes) -> int:
    """A number in hexadecimal digits, -1 for what is none."""
    try:
        return int(digits, 16) if len(digits) < 16 and digits.isalnum() else -1
    except ValueError:
        return -1
