"""Decisions on record, and single quotes and speakers written as people decided."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

from peewee import Node

from quotes.records.errors import NotFound
from quotes.records.quote import Quote as QuoteRecord
from quotes.records.speaker import QuotedSpeaker
from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.decisions import Decision as DecisionRecord
from quotes.store.contract.store import SpeakerLink, SpeakerName
from quotes.store.documents.ingestion import IngestionPart
from quotes.store.engine.engine import select
from quotes.store.tables.decisions import Decision, DecisionSubject
from quotes.store.tables.evidence_column import encoded
from quotes.store.tables.rows import Row, id_of, number_of, post_row, quote_row
from quotes.store.tables.tables import Account, Document, Post, Quote, Speaker
from quotes.store.tables.tables import SpeakerLink as Link

COLUMNS: dict[str, Node] = {field.name: field for field in Decision._meta.sorted_fields}
PLACE = frozenset({"kind", "text", "start", "end", "link"})  # of a quote: no decision changes them


class DecisionPart(IngestionPart):
    """What people decided, carried out and kept."""

    def put_quote(self, quote: QuoteRecord) -> None:
        """Write anew whose a kept quote is, how sure that is, its reasons and its status; its place stays."""
        number = number_of("q", quote.id) or 0
        with self.engine.writing():
            before = self._counted_with(number)
            kept = quote_row(quote, None, self.derivation)
            row = {name: value for name, value in kept.items() if name not in PLACE}
            row |= {"speaker": _kept_number(quote.speaker), "runner_up": _kept_number(quote.runner_up),
                    "description": row["description"] if quote.speaker is None else row["description"] or ""}
            self.engine.run(Quote.update(row).where(Quote.id == number))
            if quote.post is not None:
                self.engine.run(Post.update(post_row(quote.post)).where(Post.quote == number))
            self.raise_versions([quote.id])
            self._count_one(before, self._counted_with(number))
            if row["speaker"] is not None:
                for (document,) in self.engine.run(Quote.select(Quote.document).where(Quote.id == number)):
                    self.keep_to_objections(document, [row["speaker"]])

    def add_speaker(self, speaker: SpeakerRecord, name: SpeakerName) -> SpeakerRecord:
        """Keep a speaker whom a person entered, found by this name; the speaker with its id."""
        with self.engine.writing():
            written = self.write_speakers([SpeakerLink(speaker, None, "entered by a person", 1.0, (name,))])
        return replace(speaker, id=id_of("s", written[speaker.id]))

    def drop_speaker(self, id: str) -> bool:
        """Remove a speaker whom nothing refers to any more; False, and nothing done, if something does."""
        number = number_of("s", id) or 0
        with self.engine.writing():
            for model, column in ((Quote, Quote.speaker), (Quote, Quote.runner_up), (Link, Link.speaker),
                                  (Account, Account.speaker)):
                if self.engine.run(model.select(column).where(column == number).limit(1)):
                    return False
            self.engine.run(Speaker.delete().where(Speaker.id == number))
        return True

    def is_current(self, quote_id: str) -> bool:
        """Whether a quote stands in its document's present text."""
        query = (Quote.select(Quote.id).join(Document, on=Quote.document == Document.id)
                 .where(Quote.id == (number_of("q", quote_id) or 0), Quote.revision == Document.revision))
        return bool(self.engine.run(query))

    def add_decision(self, decision: DecisionRecord, touched: Collection[str] = ()) -> DecisionRecord:
        """Put a decision on record, under all that it is about or touched; the decision with its id."""
        undoes = None if decision.undoes is None else number_of("c", decision.undoes)
        row = {"action": decision.action, "made_by": decision.made_by, "made_at": decision.made_at,
               "about": encoded(decision.about), "note": decision.note, "before": encoded(decision.before),
               "after": encoded(decision.after), "state": encoded(decision.state), "undoes": undoes}
        with self.engine.writing():
            number = self.engine.add_numbered(Decision, [row])[0]
            self.engine.add(DecisionSubject, [{"subject": subject, "decision": number}
                                              for subject in sorted({*decision.about, *touched})])
            if undoes is not None:
                self.engine.run(Decision.update(undone_by=number).where(Decision.id == undoes))
            kept = self.decision(id_of("c", number))
        if kept is None:
            raise NotFound("The decision was not kept.")
        return kept

    def decision(self, id: str) -> DecisionRecord | None:
        """A decision on record, or None."""
        query = Decision.select(*COLUMNS.values()).where(Decision.id == (number_of("c", id) or 0))
        rows = select(self.engine, COLUMNS, query)
        return read_decision(rows[0]) if rows else None

    def decisions_about(self, id: str) -> tuple[DecisionRecord, ...]:
        """All decisions that are about a quote, speaker or document, or touched it, newest first."""
        query = (Decision.select(*COLUMNS.values()).join(DecisionSubject)
                 .where(DecisionSubject.subject == id).order_by(Decision.id.desc()))
        return tuple(read_decision(row) for row in select(self.engine, COLUMNS, query))

    def standing_after(self, id: str) -> DecisionRecord | None:
        """The newest decision made after this one that touched something that this one did, and is not undone."""
        number = number_of("c", id) or 0
        touched = DecisionSubject.select(DecisionSubject.subject).where(DecisionSubject.decision == number)
        query = (Decision.select(*COLUMNS.values()).join(DecisionSubject)
                 .where(Decision.id > number, Decision.undoes.is_null(), Decision.undone_by.is_null(),
                        DecisionSubject.subject.in_(touched))
                 .order_by(Decision.id.desc()).limit(1))
        rows = select(self.engine, COLUMNS, query)
        return read_decision(rows[0]) if rows else None

    def _counted_with(self, quote: int) -> int | None:
        """The speaker with whom a quote is counted: its own, if it is active and asserted."""
        query = Quote.select(Quote.speaker).where(
            Quote.id == quote, Quote.status == "active", Quote.stance == "asserted")
        return next((number for (number,) in self.engine.run(query)), None)

    def _count_one(self, before: int | None, after: int | None) -> None:
        """Count one quote with another speaker than before."""
        for speaker, more in ((before, -1), (after, 1)):
            if speaker is not None and before != after:
                self.engine.run(Speaker.update(quote_count=Speaker.quote_count + more).where(Speaker.id == speaker))


def _kept_number(speaker: QuotedSpeaker | None) -> int | None:
    return None if speaker is None or speaker.id is None else number_of("s", speaker.id)


def read_decision(row: Row) -> DecisionRecord:
    """A decision from its row."""
    undoes, undone_by = ((None if row[name] is None else id_of("c", row[name])) for name in ("undoes", "undone_by"))
    return DecisionRecord(
        id=id_of("c", row["id"]), action=row["action"], made_by=row["made_by"], made_at=row["made_at"],
        about=tuple(json.loads(row["about"])), note=row["note"], before=json.loads(row["before"]),
        after=json.loads(row["after"]), undoes=undoes, undone_by=undone_by, state=json.loads(row["state"]),
    )
