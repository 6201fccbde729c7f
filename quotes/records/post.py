"""Social posts: where one comes from, and where it stands in a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.records.frozen import quickly_made

DateSource = Literal["id", "tail", "meta"]
# How an article tells whose an account is: by a name that it shows and that the article names too, or not at all.
SAME_NAME = "same printed name in this article"
ACCOUNT_ONLY = "the account's own printed name"
HANDLE_ONLY = "the account's handle"


@quickly_made
@dataclass(frozen=True, slots=True)
class Account:
    """A social account: a platform and a handle without @."""

    platform: str
    handle: str


@quickly_made
@dataclass(frozen=True, slots=True)
class AccountLink:
    """Why an account is taken to be a person: `how` it was told, and how sure that is, 0 to 1."""

    how: str
    confidence: float


@quickly_made
@dataclass(frozen=True, slots=True)
class PostDetails:
    """Where a social post comes from, as its markup or its flattened form says.

    `posted_at` is ISO 8601 in UTC; `date_source` says whether it rests on the post's id, on the printed date
    or on other markup. `printed_date` is the date as printed. Handles have no @.
    """

    platform: str
    handle: str | None = None
    author_name: str | None = None
    post_id: str | None = None
    url: str | None = None
    posted_at: str | None = None
    date_source: DateSource | None = None
    printed_date: str | None = None
    account_link: AccountLink | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Post:
    """An embedded social post at its place in the document; `text` is None where the markup has no words.

    `parent` is the index, among the document's embeds, of the post that quotes this one.
    """

    start: int
    end: int
    text: str | None
    details: PostDetails
    outer_start: int
    outer_end: int
    parent: int | None = None
