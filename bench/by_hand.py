"""The route that somebody would write by hand, with Flask and sqlite3 alone: what `make bench-rest` compares with."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import Any

from flask import Flask, Response, jsonify, request

QUERY = """SELECT q.id, q.kind, q.text, q.start, q."end", q.verdict, q.confidence, q.mention, q.status,
    s.id, s.name, s.kind, d.id, d.title, d.url, d.byline, d.published_at, d.language
    FROM quote q JOIN document d ON d.id = q.document_id JOIN speaker s ON s.id = q.speaker_id
    WHERE q.speaker_id = ? AND q.status = 0 ORDER BY q.sort_key DESC, q.id DESC LIMIT 20"""
QUOTE = ("id", "kind", "text", "start", "end", "verdict", "confidence", "mention", "status")
SPEAKER = ("id", "name", "kind")
DOCUMENT = ("id", "title", "url", "byline", "published_at", "language")

app = Flask(__name__)
own = threading.local()


def connection() -> sqlite3.Connection:
    """This thread's connection, which it keeps."""
    if not hasattr(own, "connection"):
        own.connection = sqlite3.connect(os.environ["BY_HAND"])
    found: sqlite3.Connection = own.connection
    return found


@app.route("/v1/quotes")
def quotes() -> Response:
    """The newest quotes of one speaker."""
    rows = connection().execute(QUERY, (int(request.args["speaker"].removeprefix("s")),)).fetchall()
    return jsonify({"items": [shaped(row) for row in rows]})


def shaped(row: tuple[Any, ...]) -> dict[str, Any]:
    """A row as nested objects."""
    return {**dict(zip(QUOTE, row, strict=False)), "speaker": dict(zip(SPEAKER, row[9:12], strict=True)),
            "document": dict(zip(DOCUMENT, row[12:], strict=True))}
