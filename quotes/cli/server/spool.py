"""Bytes that wait: first in, first out, beyond some of them in a temporary file instead of in memory."""

from __future__ import annotations

from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

IN_MEMORY = 262_144  # bytes of one spool; what is longer lies in a file
AT_ONCE = 65_536


class Spool:
    """Bytes in the order in which they came."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._first = self._last = 0

    def __len__(self) -> int:
        return self._last - self._first

    def __del__(self) -> None:
        self._file.close()

    def put(self, data: bytes | memoryview) -> None:
        """Add bytes at the end."""
        if isinstance(self._file, BytesIO) and self._last + len(data) > IN_MEMORY:
            held, self._file = self._file, TemporaryFile()  # noqa: SIM115  closed by close(), or with the spool
            self._file.write(held.getvalue())
        self._file.seek(self._last)
        self._file.write(data)
        self._last += len(data)

    def ahead(self, most: int = AT_ONCE) -> bytes:
        """The first bytes, which stay."""
        self._file.seek(self._first)
        return self._file.read(min(most, len(self)))

    def drop(self, number: int) -> None:
        """Forget the first bytes."""
        self._first += number
        if self._first >= self._last:
            self._first = self._last = 0
            self._file.seek(0)
            self._file.truncate()

    def take(self, most: int) -> bytes:
        """The first bytes, which are gone from here then."""
        data = self.ahead(most)
        self.drop(len(data))
        return data

    def close(self) -> None:
        """Forget everything; nothing can be added any more."""
        self._file.close()
        self._first = self._last = 0
