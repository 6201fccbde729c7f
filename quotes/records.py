"""The records that the steps hand on: frozen, later ones pointing back at earlier ones, never forward.

An Article comes in. The reader makes it a Document; further steps find Passages, Quotations, Posts, Mentions
and Attributions in it; identity says which Speaker a mention means; the pipeline gathers all that as a Reading,
whose Quotes have the shape that the API, the command line and the exports write.
Offsets count code points of `Document.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quotes.making import quickly_made

QuoteKind = Literal["direct", "mixed", "block", "post"]
Verdict = Literal["certain", "likely", "unsure", "unknown", "corrected"]
Status = Literal["active", "withdrawn", "not_a_quote", "hidden"]
SpeakerKind = Literal["person", "organization", "group", "document", "unnamed"]
BlockKind = Literal["headline", "paragraph", "quote", "caption", "list", "embed"]
MentionKind = Literal["name", "role", "pronoun", "handle", "description"]
DateSource = Literal["id", "tail", "meta"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Article:
    """What a caller hands in: exactly one of `text` and `html`, and what is known about it.

    `html` may be bytes as they came over the wire, or a string already decoded. `published_at` is a date or a
    date with time in ISO 8601. What is given here wins over what a page says about itself. `charset` is what the server
    said that the bytes are in; `archived_at`, when an archive took the page, stands in where the page names no date.
    """

    text: str | None = None
    html: str | bytes | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    language: str | None = None
    id: str | None = None
    charset: str | None = None
    archived_at: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Warned:
    """Something a reader of the result should know; `code` is stable, `message` is for people."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document that the page or the text sets apart, with its kind."""

    kind: BlockKind
    start: int
    end: int


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


@quickly_made
@dataclass(frozen=True, slots=True)
class Document:
    """One article as text with its blocks in order, and what is known about where it comes from.

    `text` is what came in without byte-order mark and with LF line ends, nothing else changed; for a page it is
    the article's body. `embeds` are the posts that the reader took out of a page's markup. `engine` names the
    version of the extractor and of its model.
    """

    text: str
    id: str = "d1"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_at: str | None = None
    language: str | None = None
    engine: str = ""
    blocks: tuple[Block, ...] = ()
    embeds: tuple[Post, ...] = ()
    warnings: tuple[Warned, ...] = ()


class Passage(NamedTuple):
    """One block of the text as the later steps read it."""

    kind: BlockKind
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, or a block quote, before anyone is named.

    `start` and `end` leave the outer marks out, `outer_start` and `outer_end` take them in. `parent` is the index
    of the quotation around this one. `closed` is false where the closing mark is missing.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    kind: QuoteKind = "direct"
    parent: int | None = None
    closed: bool = True


class Mention(NamedTuple):
    """A stretch that names or points at somebody who could be a speaker.

    `kind` says how it points; `head_start` and `head_end` bound the name inside it, without titles, or its head noun.
    """

    start: int
    end: int
    kind: MentionKind
    head_start: int
    head_end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Clue:
    """One named reason for or against a mention, and the stretch of text that shows it.

    A positive `weight` speaks for the mention. `says` is the reason as a sentence; `facts` are what it is made from,
    and empty where it stands for itself.
    """

    clue: str
    says: str
    weight: float
    start: int
    end: int
    facts: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom mentions mean: one person, organization, group, document or unnamed source of a reading.

    `name` is the fullest name that the document gives; `aliases` the other forms it uses. `wikidata` is the number
    there (Q42), which only a person enters.
    """

    id: str
    name: str
    kind: SpeakerKind
    description: str | None = None
    aliases: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    wikidata: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class QuotedSpeaker:
    """A speaker as one quote shows it: with the words taken as evidence and their place.

    `id` is None for a runner-up who is quoted nowhere in the reading and so is not among its speakers.
    """

    id: str | None
    name: str
    kind: SpeakerKind
    description: str | None = None
    mention: str | None = None
    start: int | None = None
    end: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Via:
    """Who passed the words on without being their speaker: an outlet, a platform."""

    name: str
    start: int | None = None
    end: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Cue:
    """The word or formula of speech that ties a quotation to its speaker."""

    text: str
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation or a post with everything known about it: the one shape that is written everywhere."""

    id: str
    kind: QuoteKind
    text: str | None
    start: int
    end: int
    verdict: Verdict
    confidence: float
    continues: str | None = None
    parent: str | None = None
    speaker: QuotedSpeaker | None = None
    via: Via | None = None
    cue: Cue | None = None
    clues: tuple[Clue, ...] = ()
    runner_up: QuotedSpeaker | None = None
    post: PostDetails | None = None
    status: Status = "active"
    confirmed_by: str | None = None
    link: str | None = None
    document: Document | None = field(default=None, repr=False)


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document."""

    document: Document
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    warnings: tuple[Warned, ...] = ()
