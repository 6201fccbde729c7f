"""The first tables: documents, speakers, quotes, keys. A copy of the tables as they then were; it does not change."""

from __future__ import annotations

from peewee import BooleanField, CompositeKey, FloatField, ForeignKeyField, IntegerField, Model, TextField

from quotes.store.engine.column_types import NumberField
from quotes.store.engine.engine import Engine


class Document(Model):
    """Where an article came from; its text lies apart, so that lists do not read it."""

    id = NumberField()
    known_by = TextField(unique=True)
    text_hash = TextField()
    revision = IntegerField()
    title = TextField(null=True)
    url = TextField(null=True)
    publisher = TextField(null=True)
    byline = TextField(null=True)
    published_at = TextField(null=True)
    language = TextField(null=True)
    engine = TextField()
    arrived_at = TextField()
    sort_key = TextField(index=True)
    day = TextField()


class Body(Model):
    """The text of one revision of a document, and what was found out about its shape."""

    document = ForeignKeyField(Document, backref="+", on_delete="CASCADE", index=False)
    revision = IntegerField()
    text = TextField()
    blocks = TextField()
    embeds = TextField()
    warnings = TextField()

    class Meta:
        """One text a revision."""

        primary_key = CompositeKey("document", "revision")


class Speaker(Model):
    """Somebody who is kept across documents, with the number of active quotes."""

    id = NumberField()
    name = TextField()
    kind = TextField()
    description = TextField(null=True)
    quote_count = IntegerField(index=True)


class SpeakerName(Model):
    """A name of a speaker as it was written; `words` are its folded words with one space between."""

    id = NumberField()
    speaker = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE", index=False)
    name = TextField()
    words = TextField(index=True)
    is_full = BooleanField()

    class Meta:
        """Each spelling once."""

        table_name = "speaker_name"
        indexes = ((("speaker", "name"), True),)


class NameWord(Model):
    """One folded word of a name, so that part names are found by an index."""

    word = TextField()
    name = ForeignKeyField(SpeakerName, backref="+", on_delete="CASCADE")
    speaker = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE")

    class Meta:
        """Each word of a name once."""

        table_name = "name_word"
        primary_key = CompositeKey("word", "name")
        without_rowid = True


class Account(Model):
    """A social account and whose it is; `handle_key` is the handle without case."""

    id = NumberField()
    platform = TextField()
    handle = TextField()
    handle_key = TextField()
    speaker = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE")

    class Meta:
        """An account belongs to one speaker."""

        indexes = ((("platform", "handle_key"), True),)


class SpeakerLink(Model):
    """A speaker in a document: the name it has there, and how it came to be taken for the kept one.

    `revision` is the one of the document in which it was last seen.
    """

    document = ForeignKeyField(Document, backref="+", on_delete="CASCADE", index=False)
    speaker = ForeignKeyField(Speaker, backref="+")
    revision = IntegerField()
    name = TextField()
    description = TextField(null=True)
    how = TextField()
    confidence = FloatField()

    class Meta:
        """One link for each speaker of a document."""

        table_name = "speaker_link"
        primary_key = CompositeKey("document", "speaker")
        without_rowid = True


class Quote(Model):
    """A quotation or a post.

    `revision` is the one of its document in which it was last seen; its offsets count in that text. `sort_key`, `day`
    and `publisher_key` repeat what the document says, so that every list comes straight from an index.
    """

    id = NumberField()
    document = ForeignKeyField(Document, backref="+", on_delete="CASCADE", index=False)
    revision = IntegerField()
    sort_key = TextField(index=True)
    day = TextField()
    publisher_key = TextField(null=True)
    kind = TextField()
    text = TextField(null=True)
    start = IntegerField()
    end = IntegerField()
    continues = ForeignKeyField("self", backref="+", null=True, on_delete="SET NULL", index=False)
    parent = ForeignKeyField("self", backref="+", null=True, on_delete="SET NULL", index=False)
    speaker = ForeignKeyField(Speaker, backref="+", null=True, index=False)
    description = TextField(null=True)
    mention = TextField(null=True)
    mention_start = IntegerField(null=True)
    mention_end = IntegerField(null=True)
    via = TextField(null=True)
    via_start = IntegerField(null=True)
    via_end = IntegerField(null=True)
    cue = TextField(null=True)
    cue_start = IntegerField(null=True)
    cue_end = IntegerField(null=True)
    verdict = TextField()
    confidence = FloatField()
    clues = TextField()
    runner_up = ForeignKeyField(Speaker, backref="+", null=True, index=False)
    runner_up_name = TextField(null=True)
    runner_up_kind = TextField(null=True)
    runner_up_description = TextField(null=True)
    runner_up_mention = TextField(null=True)
    runner_up_start = IntegerField(null=True)
    runner_up_end = IntegerField(null=True)
    status = TextField()
    confirmed_by = TextField(null=True)
    link = TextField(null=True)

    class Meta:
        """An index for every way in which quotes are listed."""

        indexes = (
            (("status", "sort_key"), False),
            (("speaker", "status", "sort_key"), False),
            (("publisher_key", "status", "sort_key"), False),
            (("document", "status", "sort_key"), False),
        )


# Few quotes have these, and without an index deleting a row would look through all the others.
for _column in (Quote.continues, Quote.parent, Quote.runner_up):
    Quote.add_index(Quote.index(_column, where=_column.is_null(False)))


class Post(Model):
    """Where a quote that is a social post comes from."""

    quote = ForeignKeyField(Quote, backref="+", primary_key=True, on_delete="CASCADE")
    platform = TextField()
    handle = TextField(null=True)
    author_name = TextField(null=True)
    post_id = TextField(null=True)
    url = TextField(null=True)
    posted_at = TextField(null=True)
    date_source = TextField(null=True)
    printed_date = TextField(null=True)
    account_how = TextField(null=True)
    account_confidence = FloatField(null=True)


class AccessKey(Model):
    """An access key, of which only the hash is kept."""

    prefix = TextField(primary_key=True)
    name = TextField()
    scope = TextField()
    key_hash = TextField()
    created_at = TextField()
    last_used_at = TextField(null=True)
    revoked_at = TextField(null=True)

    class Meta:
        """The word alone means something to SQL."""

        table_name = "access_key"


TABLES: tuple[type[Model], ...] = (
    Document, Body, Speaker, SpeakerName, NameWord, Account, SpeakerLink, Quote, Post, AccessKey,
)


def apply(engine: Engine) -> None:
    """Make the tables in a database that has none."""
    engine.create(TABLES)
