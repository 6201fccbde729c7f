"""Going on where an interrupted run over a corpus stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.cli.input.corpus_run import parsed
from quotes.cli.output.terminal import tell
from quotes.records.errors import InvalidInput
from quotes.schemas.json_lines import Line

BLOCK = 1 << 16


def cut_partial_line(path: Path) -> None:
    """Take a last line without its end off a file: what was being written when the run stopped."""
    with path.open("r+b") as stream:
        end = stream.seek(0, 2)
        while end:
            start = max(0, end - BLOCK)
            stream.seek(start)
            found = stream.read(end - start).rfind(b"\n")
            if found >= 0:
                stream.truncate(start + found + 1)
                return
            end = start
        stream.truncate(0)


def written_ids(path: Path) -> Iterator[object]:
    """The ids of a file's lines of output, in order."""
    with path.open("rb") as stream:
        for number, data in enumerate(stream, 1):
            try:
                yield json.loads(data)["id"]
            except (ValueError, KeyError, TypeError) as error:
                message = f"{path}, line {number}: not output of this command; choose another --out or remove the file."
                raise InvalidInput(message) from error


class Remaining:
    """The lines of a corpus that have no line of output yet.

    Lines before the last one written that have none were refused by the earlier run; they are told again and counted.
    """

    def __init__(self, lines: Iterable[Line], out: Path) -> None:
        self.refused = 0
        self._lines = iter(lines)
        self._out = out

    def __iter__(self) -> Iterator[Line]:
        """Pass over what is done, then give what is left; InvalidInput if the output is another corpus's."""
        for name in written_ids(self._out):
            for line in self._lines:
                if _id_of(line) == name:
                    break
                self.refused += 1
                tell(f"line {line.number}: the earlier run gave no output for it")
            else:
                raise InvalidInput(f"{self._out} holds {name!r}, which the corpus does not have at that place, so it "
                                   "belongs to another corpus. Choose another --out, or leave out --resume.")
        yield from self._lines


def _id_of(line: Line) -> object:
    try:
        data = parsed(line)
    except InvalidInput:
        return None  # no line of output has this id
    return data.get("id") if isinstance(data, dict) else None
