"""An archive file unpacked: its members, each of which can be read whatever is wrong with those before it.

A WARC.gz is many gzip members, one after the other, by rule one for each record. Where one is damaged, the next one
that begins a record is looked for.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
RECORD = b"WARC/"
CHUNK = 1 << 16
LONGEST_LINE = 1 << 16
LONGEST_HEAD = 1 << 18  # bytes of a record's head and the page's together; real ones have a few thousand
PROBE = 1 << 10  # bytes looked at to tell whether a member begins somewhere
FALSE_STARTS = 1000  # places that look like the beginning of a member and are none; in damaged data one in 16 MB is
FREE, HIGHEST_RATIO = 1 << 26, 200  # bytes that any member may unpack to, and beyond them how many times its size
NOT_SEARCHED = "its gzip data is damaged, and so is what follows; the rest of the file is not looked at"
BOMB = f"it unpacks to more than {HIGHEST_RATIO} times its size"
GZIP = 31  # zlib's number for gzip with its header


class HeadTooLong(Exception):
    """The head of a record goes on for longer than any real one."""


class Member:
    """One member of an archive as a stream of bytes; `fault` says what was wrong with it, once that was met."""

    def __init__(self, stream: io.BufferedReader, packed: _Unpacked | None = None) -> None:
        self.stream = stream
        self.packed = packed
        self.given = 0
        self.head_left: int | None = None  # bytes that the head which is being read may have yet

    @property
    def fault(self) -> str | None:
        """What is wrong with the gzip data, as far as it was read."""
        return self.packed.fault if self.packed else None

    def read(self, length: int = CHUNK) -> bytes:
        """So many bytes, fewer only at the end."""
        data = self.stream.read(length)
        self.given += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read: asked for where a record does not say how long it is."""
        return self.given

    def readline(self, length: int | None = None) -> bytes:
        """A line, or the beginning of one that is longer than any line of a record's head.

        HeadTooLong while a head is read that has more bytes than `head_left` allowed.
        """
        line = self.stream.readline(min(length or LONGEST_LINE, LONGEST_LINE))
        self.given += len(line)
        if self.head_left is not None:
            self.head_left -= len(line)
            if self.head_left < 0:
                raise HeadTooLong
        return line

    def at_edge(self) -> bool:
        """Whether a record can have ended here: there is an empty line, the next record, or nothing more."""
        return self.stream.peek(1)[:1] in (b"", b"\r", b"\n", RECORD[:1])

    def place(self) -> int | None:
        """Where the stream is, if one can come back there."""
        return self.stream.tell() if self.packed is None else None

    def back_to(self, place: int) -> None:
        """Go back to where the stream was."""
        self.stream.seek(place)


class _Unpacked(io.RawIOBase):
    """The bytes of the gzip member that begins at an offset of a file."""

    def __init__(self, file: BinaryIO, offset: int, chunk: int = CHUNK) -> None:
        file.seek(offset)
        self.file, self.chunk = file, chunk
        self.taken = self.given = 0  # bytes read and unpacked
        self.unpacker = zlib.decompressobj(GZIP)
        self.fault: str | None = None
        self.end: int | None = None

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # wider there than the standard library needs
        """Fill a buffer as far as one step of unpacking does."""
        while self.fault is None and self.end is None:
            data = self.unpacker.unconsumed_tail or self._more()
            if not data:
                self.fault = "it is cut off"
                break
            try:
                found = self.unpacker.decompress(data, len(buffer))
            except zlib.error:
                self.fault = "its gzip data is damaged"
                break
            if self.unpacker.eof:
                self.end = self.file.tell() - len(self.unpacker.unused_data)
            self.given += len(found)
            if self.given > max(FREE, HIGHEST_RATIO * self.taken):
                self.fault = BOMB
                break
            if found:
                buffer[: len(found)] = found
                return len(found)
        return 0

    def _more(self) -> bytes:
        data = self.file.read(self.chunk)
        self.taken += len(data)
        return data


def members(file: io.BufferedReader) -> Iterator[Member]:
    """The members of a file, in order; a file that is not packed is one."""
    packed = file.read(len(MAGIC)) == MAGIC
    file.seek(0)
    if not packed:
        yield Member(file)
        return
    offset: int | None = 0
    while offset is not None:
        unpacked = _Unpacked(file, offset)
        member = Member(io.BufferedReader(unpacked, CHUNK), unpacked)
        yield member
        while member.read():
            pass
        try:
            offset = _next_start(file, offset + 1) if unpacked.end is None else _following(file, unpacked.end)
        except ValueError:
            given_up = _Unpacked(file, 0)
            given_up.fault = NOT_SEARCHED
            yield Member(io.BufferedReader(given_up, CHUNK), given_up)
            return


def _following(file: BinaryIO, end: int) -> int | None:
    """Where the member after a whole one begins: there, or after what is no gzip data."""
    file.seek(end)
    return end if file.read(len(MAGIC)) == MAGIC else _next_start(file, end)


def _next_start(file: BinaryIO, offset: int) -> int | None:
    """The first place from an offset on where a member begins that holds a record; ValueError after FALSE_STARTS."""
    held, place, tried = b"", offset, 0
    while True:
        file.seek(place + len(held))
        data = file.read(CHUNK)
        if not data:
            return None
        held += data
        found = held.find(MAGIC)
        while found >= 0:
            tried += 1
            if tried > FALSE_STARTS:
                raise ValueError(NOT_SEARCHED)
            if io.BufferedReader(_Unpacked(file, place + found, PROBE)).read(len(RECORD)) == RECORD:
                return place + found
            found = held.find(MAGIC, found + 1)
        kept = held[-len(MAGIC) + 1 :]
        place += len(held) - len(kept)
        held = kept
