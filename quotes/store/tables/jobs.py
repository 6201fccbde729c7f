"""The tables of jobs and their items."""

from __future__ import annotations

from peewee import BlobField, DoubleField, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.tables.tables import AccessKey


class Job(Model):
    """Work that goes on after its request was answered.

    Without a `total` its items are still to come. `holder` works on it, and may until `leased_until`, in seconds since
    1970; `deaths` counts those who did so and did not answer the next item. `problem` is JSON.
    """

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


# What every worker asks every second.
Job.add_index(Job.index(Job.id, where=Job.ended_at.is_null(), name="job_open"))


class JobItem(Model):
    """One item of a job: what is to be done until it is answered, and then the answer, which is one line."""

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


JOB_TABLES = (Job, JobItem)
