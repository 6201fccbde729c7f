"""Logs as JSON Lines on standard output: one object a line, whatever is in a value."""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime
from threading import Lock
from typing import Any

_written = json.JSONEncoder(default=str).encode  # json.dumps would make one for each line


class JsonLines(logging.Formatter):
    """A record as one line of JSON: when, how serious, what, and the fields that came with it.

    Only ASCII is written, so that no sign in a value ends a line for any program. Of a failure its kind is written, not
    its message, which can hold words of an article.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname.lower(), "logger": record.name,
                "message": record.getMessage(), **getattr(record, "fields", {})}
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
        return _written(line)


class WholeLines(logging.Handler):
    """Writes every line in one piece: lines of threads never mix, those of several workers not up to 4096 bytes.

    Lines are put together before one waits for another's, which the handlers of logging do the other way round.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._writing = Lock()

    def handle(self, record: logging.LogRecord) -> bool:
        """Write a record that passes the filters."""
        passed = bool(self.filter(record))
        if passed:
            self.emit(record)
        return passed

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; that it could not be written is told as logging tells it."""
        try:
            line = f"{self.format(record)}\n".encode()
            with self._writing:
                while line:  # a pipe takes what is longer than its buffer in parts
                    line = line[os.write(self._descriptor, line):]
        except Exception:
            self.handleError(record)


def standard_output() -> int:
    """The descriptor of standard output; that of nothing where the program was started without one."""
    return os.open(os.devnull, os.O_WRONLY) if sys.stdout is None else sys.stdout.fileno()


def setup(level: str) -> dict[str, Any]:
    """The configuration of logging for a process and for gunicorn; what libraries say counts from warnings on."""
    ours = {"level": level.upper(), "handlers": ["out"], "propagate": False}
    server = {**ours, "level": "WARNING" if level == "info" else level.upper()}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": JsonLines}},
        "handlers": {"out": {"()": WholeLines, "formatter": "lines", "descriptor": standard_output()}},
        "root": {"level": "WARNING", "handlers": ["out"]},
        "loggers": {"quotes": ours, "gunicorn.error": server, "gunicorn.access": server,
                    "waitress.queue": {"level": "ERROR"}},  # that somebody waits for a moment is no news
    }
