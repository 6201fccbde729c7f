"""Jobs and their items. A copy of the tables as they were; it does not change."""

from __future__ import annotations

from peewee import BlobField, DoubleField, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class AccessKey(Model):
    """Only what the new table points at."""

    prefix = TextField(primary_key=True)

    class Meta:
        """The word alone means something to SQL."""

        table_name = "access_key"


class Job(Model):
    """Work that goes on after its request was answered."""

    id = NumberField()
    kind = TextField()
    state = TextField()
    owner = ForeignKeyField(AccessKey, backref="+", on_delete="CASCADE", index=False)
    done = IntegerField()
    total = IntegerField(null=True)
    problem = TextField(null=True)
    made_at = TextField()
    ended_at = TextField(null=True)
    holder = TextField(null=True)
    leased_until = DoubleField(null=True)
    deaths = IntegerField()

    class Meta:
        """Listed by key, the latest first."""

        indexes = ((("owner", "id"), False),)


Job.add_index(Job.index(Job.id, where=Job.ended_at.is_null(), name="job_open"))


class JobItem(Model):
    """One item of a job."""

    id = NumberField()
    job = ForeignKeyField(Job, backref="+", on_delete="CASCADE", index=False)
    place = IntegerField()
    line = IntegerField()
    data = BlobField(null=True)
    answer = TextField(null=True)

    class Meta:
        """Each place once in a job."""

        table_name = "job_item"
        indexes = ((("job", "place"), True),)


def apply(engine: Engine) -> None:
    """Make the tables."""
    engine.create((Job, JobItem))
