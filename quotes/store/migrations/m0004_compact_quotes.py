"""Quotes in fewer bytes: closed lists and dates as numbers, evidence in one column.

Copies of the tables and of the form of their columns as they then were; they do not change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from peewee import SQL, BigIntegerField, FloatField, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine
from quotes.store.migrations import m0001_first_tables as first
from quotes.store.migrations import m0002_search

AT_ONCE = 1000
EPOCH = datetime(1970, 1, 1)
KINDS = ("direct", "mixed", "block", "post")
VERDICTS = ("certain", "likely", "unsure", "unknown", "corrected")
STATUSES = ("active", "withdrawn", "not_a_quote")
SPEAKERS = ("person", "organization", "group", "document", "unnamed")
BLOCKS = ("headline", "paragraph", "quote", "caption", "list", "embed")
SAME = ("id", "revision", "text", "start", "end", "mention", "mention_start", "mention_end", "confidence",
        "confirmed_by")
OLD = (*SAME, "document_id", "speaker_id", "runner_up_id", "description", "link", "kind", "verdict", "status",
       "sort_key", "day", "publisher_key", "clues", "cue", "cue_start", "cue_end", "via", "via_start", "via_end",
       "runner_up_name", "runner_up_kind", "runner_up_description", "runner_up_mention", "runner_up_start",
       "runner_up_end")


class Outlet(Model):
    """An outlet, by its name as it is compared; `name` is how the first document of it spelt that."""

    id = NumberField()
    key = TextField(unique=True)
    name = TextField()


class Quote(Model):
    """A quotation or a post."""

    id = NumberField()
    document = ForeignKeyField(first.Document, backref="+", on_delete="CASCADE", index=False)
    revision = IntegerField()
    sort_key = BigIntegerField(index=True)
    day = IntegerField()
    outlet = ForeignKeyField(Outlet, backref="+", null=True, index=False)
    kind = IntegerField()
    text = TextField(null=True)
    start = IntegerField()
    end = IntegerField()
    continues = ForeignKeyField("self", backref="+", null=True, on_delete="SET NULL", index=False)
    parent = ForeignKeyField("self", backref="+", null=True, on_delete="SET NULL", index=False)
    speaker = ForeignKeyField(first.Speaker, backref="+", null=True, index=False)
    description = TextField(null=True)
    mention = TextField(null=True)
    mention_start = IntegerField(null=True)
    mention_end = IntegerField(null=True)
    verdict = IntegerField()
    confidence = FloatField()
    evidence = TextField(null=True)
    runner_up = ForeignKeyField(first.Speaker, backref="+", null=True, index=False)
    status = IntegerField()
    confirmed_by = TextField(null=True)
    link = TextField(null=True)

    class Meta:
        """An index for every way in which quotes are listed."""

        indexes = ((("speaker", "sort_key"), False), (("outlet", "sort_key"), False), (("document", "sort_key"), False))


Quote.add_index(Quote.index(Quote.status, Quote.sort_key, where=Quote.status != SQL("0"), name="quote_inactive"))
for _column in (Quote.continues, Quote.parent, Quote.runner_up):
    Quote.add_index(Quote.index(_column, where=_column.is_null(False)))


def apply(engine: Engine) -> None:
    """Write every quote anew; numbers, and the count of numbers ever given, stay."""
    last = engine.ask("SELECT seq FROM sqlite_sequence WHERE name = 'quote'")
    for table in ("quote", "post"):
        engine.ask(f"CREATE TEMP TABLE old_{table} AS SELECT * FROM {table}")
    for table in ("quote_words", "post", "quote"):
        engine.ask(f"DROP TABLE {table}")
    engine.create((Outlet, Quote, first.Post))
    engine.ask("INSERT INTO outlet(key, name) SELECT publisher_key, publisher_key FROM old_quote "
               "WHERE publisher_key IS NOT NULL GROUP BY publisher_key ORDER BY min(id)")
    outlets: dict[str, int] = dict(engine.ask("SELECT key, id FROM outlet"))
    _name_outlets(engine, outlets)
    for rows in _old_quotes(engine):
        engine.add(Quote, [_quote(row, outlets) for row in rows])
    engine.ask("UPDATE quote SET continues_id = o.continues_id, parent_id = o.parent_id FROM old_quote o "
               "WHERE o.id = quote.id AND (o.continues_id IS NOT NULL OR o.parent_id IS NOT NULL)")
    engine.ask("INSERT INTO post SELECT * FROM old_post")
    if last:
        engine.ask("DELETE FROM sqlite_sequence WHERE name = 'quote'")
        engine.ask("INSERT INTO sqlite_sequence(name, seq) VALUES ('quote', ?)", last[0])
    for table in ("quote", "post"):
        engine.ask(f"DROP TABLE old_{table}")
    _flatten_blocks(engine)
    m0002_search.apply(engine)


def _name_outlets(engine: Engine, outlets: dict[str, int]) -> None:
    """Give outlets the spelling of their first document."""
    for (publisher,) in engine.ask("SELECT publisher FROM document WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY "
                                   "max(id) DESC"):
        key = " ".join(publisher.casefold().split())
        engine.ask("UPDATE outlet SET name = ? WHERE id = ?", (publisher, outlets.get(key, 0)))


def _old_quotes(engine: Engine) -> Iterator[list[dict[str, Any]]]:
    columns = ", ".join(f'"{name}"' for name in OLD)
    after = 0
    while found := engine.ask(f"SELECT {columns} FROM old_quote WHERE id > ? ORDER BY id LIMIT {AT_ONCE}", (after,)):
        yield [dict(zip(OLD, row, strict=True)) for row in found]
        after = found[-1][0]


def _quote(old: dict[str, Any], outlets: dict[str, int]) -> dict[str, Any]:
    """A quote's new row; a description and a link are kept as they are, "" where there was none."""
    return {
        **{name: old[name] for name in SAME},
        **{name: old[f"{name}_id"] for name in ("document", "speaker", "runner_up")},
        "description": old["description"] if old["speaker_id"] is None else old["description"] or "",
        "link": old["link"] or "", "kind": KINDS.index(old["kind"]), "verdict": VERDICTS.index(old["verdict"]),
        "status": STATUSES.index(old["status"]), "sort_key": _seconds(old["sort_key"]),
        "day": date.fromisoformat(old["day"]).toordinal(), "outlet": outlets.get(old["publisher_key"]),
        "evidence": _evidence(old),
    }


def _seconds(moment: str) -> int:
    try:
        return (datetime.fromisoformat(moment) - EPOCH) // timedelta(seconds=1)
    except (ValueError, TypeError):
        return 0


def _evidence(old: dict[str, Any]) -> str | None:
    """Clues with the sentences that they have, cue, relay, runner-up."""
    clues = [[name, [], float(weight), [start, end], says]
             for name, says, weight, start, end in json.loads(old["clues"])]
    cue, via = ([old[name], old[f"{name}_start"], old[f"{name}_end"]] if old[name] is not None else None
                for name in ("cue", "via"))
    who = old["runner_up_name"]
    other = None if who is None else [
        who, SPEAKERS.index(old["runner_up_kind"]),
        *(old[f"runner_up_{name}"] for name in ("description", "mention", "start", "end"))]
    parts = [clues, cue, via, other]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")) if any(parts) else None


def _flatten_blocks(engine: Engine) -> None:
    """Blocks as one list of numbers: of each its kind, the gap to the one before, and its length."""
    for document, revision in engine.ask("SELECT document_id, revision FROM body"):
        place = (document, revision)
        [(blocks,)] = engine.ask("SELECT blocks FROM body WHERE document_id = ? AND revision = ?", place)
        flat, last = [], 0
        for kind, start, end in json.loads(blocks):
            flat += [BLOCKS.index(kind), start - last, end - start]
            last = end
        engine.ask("UPDATE body SET blocks = ? WHERE document_id = ? AND revision = ?",
                   (json.dumps(flat, separators=(",", ":")), *place))
