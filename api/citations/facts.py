"""What every citation of a quote is made from, read once: the words, who said them, and where and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotes.api.labels import STANCES, day, marks_of, one_line, platform_name, speaker_name
from quotes.api.lone_words import detached
from quotes.api.verdict_words import doubt
from quotes.records.outlet import outlet_name, outlet_of
from quotes.records.quote import Quote
from quotes.schemas.text_fields import is_web_address

MARKS = ("“", "”")


@dataclass(frozen=True, slots=True)
class Where:
    """Where something was published: its title, the outlet with and without its domain, byline, day and address.

    `day` is None where no day is known; `printed` is then what is printed in its place, in any form.
    """

    title: str = ""
    outlet: str = ""
    outlet_alone: str = ""
    byline: str = ""
    day: date | None = None
    printed: str = ""
    address: str | None = None

    @property
    def shown_day(self) -> str:
        """The day as pages write it: 5 March 2025."""
        return day(self.day.isoformat()) if self.day else self.printed


@dataclass(frozen=True, slots=True)
class Posted(Where):
    """Where a post was posted: the platform, and the account's handle, without @."""

    platform: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A quote as all citations see it.

    `words` are those that stand alone, line ends kept; `marks` belong around them, and are empty around a post.
    `doubts` say what is not sure, in words. `article` is where the words are printed; `post` where they were posted, if
    they are a post's. `page` is the address of the quote's own page.
    """

    id: str
    words: str
    marks: tuple[str, str]
    name: str
    is_person: bool
    description: str
    doubts: tuple[str, ...]
    article: Where
    post: Posted | None
    page: str

    @property
    def account(self) -> str:
        """The account that posted a post, with its @; empty where it is unknown, or all that is known of the name."""
        account = f"@{self.post.handle}" if self.post and self.post.handle else ""
        return "" if account == self.name else account

    @property
    def address(self) -> str:
        """Where a reader finds the words: the post, else the passage of the article, else the quote's page."""
        return (self.post and self.post.address) or self.article.address or self.page

    @property
    def said(self) -> str:
        """The words in their marks."""
        return f"{self.marks[0]}{self.words}{self.marks[1]}" if self.words else "[a post without words]"


def facts_of(quote: Quote, page: str) -> Facts:
    """The facts of a quote; `page` is the address of its own page."""
    speaker = quote.speaker
    return Facts(
        id=quote.id, words=detached(quote), marks=marks_of(quote), name=one_line(_name(quote)),
        is_person=speaker is not None and speaker.kind == "person",
        description=one_line(speaker.description) if speaker and speaker.description else "",
        doubts=tuple(_doubts(quote)), article=_article(quote), post=_post(quote), page=page)


def _name(quote: Quote) -> str:
    """The speaker; of a post whose speaker is not known, whoever it says posted it."""
    if quote.speaker is None and quote.post is not None:
        handle = f"@{quote.post.handle}" if quote.post.handle else None
        return quote.post.author_name or handle or speaker_name(quote)
    return speaker_name(quote)


def _doubts(quote: Quote) -> list[str]:
    """What a reader must know of the speaker and the words, and who passed them on."""
    stance = "" if quote.stance.kind == "asserted" else STANCES[quote.stance.kind].short.lower()
    via = f"by way of {one_line(quote.via.name)}" if quote.via else ""
    return [part for part in (doubt(quote), stance, via) if part]


def _article(quote: Quote) -> Where:
    document = quote.document
    if document is None:
        return Where(address=_web(quote.link))
    return Where(
        title=one_line(document.title, 300), outlet=one_line(outlet_of(document)),
        outlet_alone=one_line(outlet_name(document.publisher, document.publisher_printed)),
        byline=one_line(document.byline, 200), day=_day(document.published_at),
        printed=one_line(document.published_at), address=_web(quote.link) or _web(document.url))


def _post(quote: Quote) -> Posted | None:
    post = quote.post
    if post is None:
        return None
    return Posted(
        outlet_alone=platform_name(post.platform), outlet=platform_name(post.platform), day=_day(post.posted_at),
        printed=one_line(post.printed_date), address=_web(post.url), platform=platform_name(post.platform),
        handle=one_line(post.handle))


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


def _web(address: str | None) -> str | None:
    return address if address and is_web_address(address) else None
