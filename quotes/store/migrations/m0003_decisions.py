"""People's decisions, and versions of what they decide about. A copy of the tables as they were; it does not change."""

from __future__ import annotations

from peewee import CompositeKey, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class RecordVersion(Model):
    """How many times a quote or speaker (q12, s12) was changed, plus one; what was never changed has no row."""

    subject = TextField(primary_key=True)
    version = IntegerField()

    class Meta:
        """Nothing but its key and a number."""

        table_name = "record_version"
        without_rowid = True


class Decision(Model):
    """What a person decided. `about`, `before`, `after` and `state` are JSON; a decision is never deleted."""

    id = NumberField()
    action = TextField()
    made_by = TextField()
    made_at = TextField()
    about = TextField()
    note = TextField(null=True)
    before = TextField()
    after = TextField()
    state = TextField()
    undoes = IntegerField(null=True)
    undone_by = IntegerField(null=True)


class DecisionSubject(Model):
    """What a decision is about or touched (q12, s12, d12)."""

    subject = TextField()
    decision = ForeignKeyField(Decision, backref="+", on_delete="CASCADE")

    class Meta:
        """Each subject of a decision once."""

        table_name = "decision_subject"
        primary_key = CompositeKey("subject", "decision")
        without_rowid = True


def apply(engine: Engine) -> None:
    """Make the tables."""
    engine.create((RecordVersion, Decision, DecisionSubject))
