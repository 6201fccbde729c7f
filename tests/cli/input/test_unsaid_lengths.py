"""Records of archives that do not say how long they are, or say what is no length: told, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.cli.input.web_archives import captures

HEAD = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/1\r\n"
TYPES = ("application/http; msgtype=response", "text/html")
ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>“No,” said Ona Brandt.</p>\r\n\r\n"


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("length", [None, "", "many", "-5", "0", "1e9", "99999999999"])
def test_a_record_without_a_length_ends_in_words(tmp_path: Path, kind: str, length: str | None):
    said = "" if length is None else f"Content-Length: {length}\r\n"
    file = tmp_path / "a.warc"
    file.write_text(f"{HEAD}Content-Type: {kind}\r\n{said}\r\n{ANSWER}", encoding="utf-8", newline="")
    assert all(found.fault is None or str(found.fault) for found in captures(str(file), 100_000))
