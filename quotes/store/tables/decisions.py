"""The tables of people's decisions: what they decided, and what the store must remember to keep to it."""

from __future__ import annotations

from peewee import CompositeKey, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.tables.tables import Account, Speaker


class MergedSpeaker(Model):
    """The id of a speaker who was merged into another one; the row of that speaker is gone, the id still leads on."""

    id = IntegerField(primary_key=True)
    into = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE")

    class Meta:
        """In words."""

        table_name = "merged_speaker"


class SpeakerRefusal(Model):
    """What a person took away from a speaker: a name or an account; no reading gives it back.

    `what` is "name" and its folded words, or "account", the platform and the handle without case.
    """

    speaker = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE", index=False)
    what = TextField()

    class Meta:
        """Each once."""

        table_name = "speaker_refusal"
        primary_key = CompositeKey("speaker", "what")
        without_rowid = True


class EnteredAccount(Model):
    """An account of which a person said whose it is."""

    account = ForeignKeyField(Account, backref="+", primary_key=True, on_delete="CASCADE")

    class Meta:
        """In words."""

        table_name = "entered_account"


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


DECISION_TABLES: tuple[type[Model], ...] = (
    MergedSpeaker, SpeakerRefusal, EnteredAccount, RecordVersion, Decision, DecisionSubject,
    Objection, TakenDown,
)
