"""The service in a process of its own, as `quotes serve` starts it, for tests and measurements over real sockets."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

QUOTES = Path(sys.executable).with_name("quotes")


@dataclass(frozen=True)
class Running:
    """A service that answers: where, and its process, whose standard output is its log."""

    address: str
    process: subprocess.Popen[str]


def without_settings() -> dict[str, str]:
    """This process's environment without the settings of whoever runs it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}


@contextmanager
def running(settings: Mapping[str, str], log: int | None = subprocess.PIPE) -> Iterator[Running]:
    """Start it on loopback at a free port until the block ends; RuntimeError holds what it said if it never began.

    Its log is to be read from its standard output, or goes where this process's goes if `log` is None.
    """
    with subprocess.Popen([QUOTES, "serve", "--port", "0"], env={**without_settings(), **settings}, text=True,
                          stdout=log, stderr=subprocess.PIPE) as process:
        try:
            said = ""
            while "ready at " not in said:  # it may have something to tell before
                line = process.stderr.readline()
                if not line:
                    raise RuntimeError(f"the server did not start: {said}")
                said += line
            yield Running(said.split("ready at ")[1].split()[0], process)
        finally:
            process.terminate()
