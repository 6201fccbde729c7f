"""Nothing is dated by the day on which it came in, or on which an archive took it; posts go by their own day.

Where an archive's day stood in for a page's own, the reading says so in a warning: that day becomes `archived_at`, and
the article undated. An undated article was sorted under its arrival: it and its quotes get a place before all that are
dated, and no day. Ids and decisions are not touched. From what a date of old rests on nobody noted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from quotes.store.engine.engine import Engine

AT_ONCE = 1000
EPOCH = datetime(1970, 1, 1)
UNDATED = 2**42
STOOD_IN = ("This page names no date; the one on which it was archived stands in for it.",
            "This page names no date, and so its article is undated; the day on which it was archived is kept apart.")
ARCHIVED = """SELECT d.id FROM document d JOIN body b ON b.document_id = d.id AND b.revision = d.revision
WHERE d.published_at IS NOT NULL AND instr(b.warnings, '"archived_date"') AND instr(b.warnings, ?)"""
DOCUMENTS = "SELECT id, published_at, arrived_at FROM document WHERE id > ? ORDER BY id LIMIT ?"
POSTS = """SELECT p.quote_id, p.posted_at FROM post p WHERE p.posted_at IS NOT NULL AND p.quote_id > ?
ORDER BY p.quote_id LIMIT ?"""


def apply(engine: Engine) -> None:
    """Add the columns, and take back every date that was not the article's own."""
    for column in ("published_from", "archived_at"):
        engine.ask(f'ALTER TABLE "document" ADD COLUMN "{column}" TEXT')
    for (number,) in engine.ask(ARCHIVED, (STOOD_IN[0],)):
        engine.ask("UPDATE document SET archived_at = published_at, published_at = NULL WHERE id = ?", (number,))
    engine.ask("UPDATE body SET warnings = replace(warnings, ?, ?) WHERE instr(warnings, ?)",
               (*STOOD_IN, STOOD_IN[0]))
    _undate(engine)
    _date_posts(engine)


def _undate(engine: Engine) -> None:
    """Give the documents that name no day, and their quotes, the place of what is undated."""
    last = 0
    while rows := engine.ask(DOCUMENTS, (last, AT_ONCE)):
        for number, published_at, arrived_at in rows:
            if _placed(published_at) is None:
                key, _ = _placed(arrived_at) or (arrived_at, "")
                engine.ask("UPDATE document SET sort_key = ?, day = '' WHERE id = ?", (f"-{key}", number))
                engine.ask("UPDATE quote SET sort_key = ?, day = 0 WHERE document_id = ?",
                           (_seconds(key) - UNDATED, number))
        last = rows[-1][0]


def _date_posts(engine: Engine) -> None:
    """Give the posts that tell their own moment its place."""
    last = 0
    while rows := engine.ask(POSTS, (last, AT_ONCE)):
        for number, posted_at in rows:
            if (placed := _placed(posted_at)) is not None:
                engine.ask("UPDATE quote SET sort_key = ?, day = ? WHERE id = ?",
                           (_seconds(placed[0]), date.fromisoformat(placed[1]).toordinal(), number))
        last = rows[-1][0]


def _placed(written: str | None) -> tuple[str, str] | None:
    """A written moment in UTC, and its day as it is written; None for what is none."""
    try:
        moment = datetime.fromisoformat(written or "")
        known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return known.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds"), moment.date().isoformat()
    except (ValueError, OverflowError):
        return None


def _seconds(moment: str) -> int:
    try:
        return (datetime.fromisoformat(moment) - EPOCH) // timedelta(seconds=1)
    except (ValueError, TypeError):
        return 0
