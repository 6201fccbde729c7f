"""The tables, in fields that every engine knows.

The models are bound to no database: an engine runs their queries, so that several stores live in one process and in
many threads. How a database comes to have these tables stands in migrations/, which keep copies of their own; a test
holds the two together.
"""

from __future__ import annotations

from peewee import (
    SQL,
    BigIntegerField,
    BooleanField,
    CompositeKey,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from quotes.records.post import SAME_NAME
from quotes.store.engine.column_types import NumberField, WordField
from quotes.store.tables.value_codes import QUOTE_KINDS, STANCES, STATUSES, VERDICTS


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
    published_from = TextField(null=True)
    archived_at = TextField(null=True)
    publisher_printed = TextField(null=True)
    url_from = TextField(null=True)


class Body(Model):
    """The text of one revision of a document, and what was found out about its shape."""

    document = ForeignKeyField(Document, backref="+", on_delete="CASCADE", index=False)
    revision = IntegerField()
    text = TextField()
    blocks = TextField()
    embeds = TextField()
    warnings = TextField()
    not_quotes = TextField(constraints=[SQL("DEFAULT '[]'")])

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
    wikidata = TextField(null=True)


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
    """A social account and whose it is; `handle_key` is the handle without case.

    `basis` says what tells so: "own" where the speaker is nothing but the account, "outlets" where several outlets have
    it as that person's. That a person said so stands apart, in entered_account.
    """

    id = NumberField()
    platform = TextField()
    handle = TextField()
    handle_key = TextField()
    speaker = ForeignKeyField(Speaker, backref="+", on_delete="CASCADE")
    basis = TextField(constraints=[SQL("DEFAULT 'own'")])

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


class Outlet(Model):
    """An outlet, by its domain, or by its name as it is compared where no domain is known.

    `name` is how the first document of it called it, `printed` how the first page did that bore a name of its own.
    """

    id = NumberField()
    key = TextField(unique=True)
    name = TextField()
    printed = TextField(null=True)


class OutletName(Model):
    """A domain or a name, as it is compared, and the one outlet that bears it."""

    key = TextField(primary_key=True)
    outlet = ForeignKeyField(Outlet, backref="+", on_delete="CASCADE")

    class Meta:
        """Each name once."""

        table_name = "outlet_name"
        without_rowid = True


class Quote(Model):
    """A quotation or a post.

    `revision` is the one of its document in which it was last seen; its offsets count in that text. `sort_key`, `day`
    and `outlet` repeat what the document says, as numbers, so that every list comes straight from an index: seconds
    since 1970, the day's ordinal, the outlet's row. A post has its own moment and day where they are known. What is
    undated has the day 0, and a sort key below all others. `evidence` is what is only shown: clues, cue, relay, and the
    runner-up, of whom `runner_up` is null where it is quoted nowhere in the document and so is no speaker.
    `link` is null where it follows from the document's address and the words.
    """

    id = NumberField()
    document = ForeignKeyField(Document, backref="+", on_delete="CASCADE", index=False)
    revision = IntegerField()
    sort_key = BigIntegerField(index=True)
    day = IntegerField()
    outlet = ForeignKeyField(Outlet, backref="+", null=True, index=False)
    kind = WordField(QUOTE_KINDS)
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
    verdict = WordField(VERDICTS)
    confidence = FloatField()
    evidence = TextField(null=True)
    runner_up = ForeignKeyField(Speaker, backref="+", null=True, index=False)
    status = WordField(STATUSES)
    confirmed_by = TextField(null=True)
    link = TextField(null=True)
    stance = WordField(STANCES, default="asserted", constraints=[SQL("DEFAULT 0")])

    class Meta:
        """An index for every way in which quotes are listed; that nearly all are active and asserted is left out."""

        indexes = (
            (("speaker", "sort_key"), False),
            (("outlet", "sort_key"), False),
            (("document", "sort_key"), False),
        )


Quote.add_index(Quote.index(Quote.status, Quote.sort_key, where=Quote.status != SQL("0"), name="quote_inactive"))
Quote.add_index(Quote.index(Quote.stance, Quote.sort_key, where=Quote.stance != SQL("0"), name="quote_unasserted"))
# Few quotes have these, and without an index deleting a row would look through all the others.
for _column in (Quote.continues, Quote.parent, Quote.runner_up):
    Quote.add_index(Quote.index(_column, where=_column.is_null(False)))


# How a quote of somebody begins, if it is long enough for that to tell it from others.
BEGINNING = "lower(substr(text, 1, 32))"
HAS_BEGINNING = "status = 0 AND stance = 0 AND speaker_id IS NOT NULL AND length(text) >= 40"
Quote.add_index(SQL(f'CREATE INDEX "quote_beginning" ON "quote" ({BEGINNING}, "speaker_id") WHERE {HAS_BEGINNING}'))


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


# Posts that an article has for somebody's whom it names, by their accounts: what tells whose an account may be.
CLAIMED = f"account_how = '{SAME_NAME}'"
Post.add_index(SQL(f'CREATE INDEX "post_claim" ON "post" ("platform", lower(handle)) WHERE {CLAIMED}'))
Post.add_index(SQL('CREATE INDEX "post_handle" ON "post" ("handle" COLLATE NOCASE)'))


class AccessKey(Model):
    """An access key, of which only the hash is kept."""

    prefix = TextField(primary_key=True)
    name = TextField()
    scope = TextField()
    key_hash = TextField()
    created_at = TextField()
    last_used_at = TextField(null=True)
    revoked_at = TextField(null=True)
    expires_at = TextField(null=True)

    class Meta:
        """The word alone means something to SQL."""

        table_name = "access_key"


class Session(Model):
    """A session on the pages that has not ended: the hash of its id, the key with which it began, its last moment."""

    id_hash = TextField(primary_key=True)
    key_prefix = TextField(index=True)
    ends_at = TextField()

    class Meta:
        """Nothing but its key and two strings."""

        without_rowid = True


class Migration(Model):
    """A change of the tables that was applied."""

    number = IntegerField(primary_key=True)
    name = TextField()
    applied_at = TextField()


TABLES: tuple[type[Model], ...] = (
    Document, Body, Speaker, SpeakerName, NameWord, Account, SpeakerLink, Outlet, OutletName, Quote, Post, AccessKey,
    Session, Migration,
)
