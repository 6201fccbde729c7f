"""What people say of speakers: who was merged, names and accounts taken away or entered, numbers on Wikidata."""

from __future__ import annotations

from peewee import CompositeKey, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class Speaker(Model):
    """Only what the new tables point at."""

    id = NumberField()


class Account(Model):
    """Only what the new tables point at."""

    id = NumberField()


class MergedSpeaker(Model):
    """The id of a speaker who was merged into another one; the row of that speaker is gone, the id still leads on."""

    id = IntegerField(primary_key=True)
    into = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE")

    class Meta:
        """In words."""

        table_name = "merged_speaker"


class SpeakerRefusal(Model):
    """What a person took away from a speaker: a name or an account; no reading gives it back."""

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


def apply(engine: Engine) -> None:
    """Make the tables, and the column."""
    engine.ask('ALTER TABLE "speaker" ADD COLUMN "wikidata" TEXT')
    engine.create((MergedSpeaker, SpeakerRefusal, EnteredAccount))
