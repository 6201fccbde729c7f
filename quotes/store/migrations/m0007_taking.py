"""Objections of speakers, and what was taken down. A copy of the tables as they then were; it does not change."""

from __future__ import annotations

from peewee import CompositeKey, ForeignKeyField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class Speaker(Model):
    """Only what the new tables point at."""

    id = NumberField()


class Decision(Model):
    """Only what the new tables point at."""

    id = NumberField()


class Objection(Model):
    """A speaker who objected, and what was done: their quotes are hidden, or erased, now and to come."""

    speaker = ForeignKeyField(Speaker, backref="+", primary_key=True, on_delete="CASCADE")
    what = TextField()


class TakenDown(Model):
    """What is not to be kept again: an address or a text, as a hash alone, and the decision that took it down."""

    key = TextField()
    decision = ForeignKeyField(Decision, backref="+", on_delete="CASCADE")

    class Meta:
        """Each once for a decision."""

        table_name = "taken_down"
        primary_key = CompositeKey("key", "decision")
        without_rowid = True


def apply(engine: Engine) -> None:
    """Make the tables."""
    engine.create((Objection, TakenDown))
