"""On which day an article was published, as its page says it, and what says so.

The order of trust: JSON-LD; meta tags; elements that hold a machine's date; the line below the headline that prints
one; the address; the page's title. What says of itself that it is of an update, what belongs to another article, a post
or a comment, and years without a day are passed over, and so is the day on which a page was fetched or printed out.
Where the page states a moment in UTC, the day is the one that the page shows: its address, its line, or a second time
without a zone tell it. A date later than the one in the address is an update's. htmldate (1.11) was tried as a last
source on 183 real pages: of the 39 that stated no date it dates all, ten of them by an update, a post, a teaser, a
print issue or a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.dates import machine_moment, printed_day
from quotes.documents.html.blocks import Run
from quotes.documents.html.date_line import Line, date_line, day_in_address, day_in_title, line_of
from quotes.documents.html.markup import attribute
from quotes.records.document import DateOrigin

PUBLISHED_KEYS = ("datePublished", "dateCreated")
IN_BROKEN_JSON = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting|Report)"')
TIME_TAGS = ("article:published_time", "og:published_time", "dc.date.issued", "dcterms.issued", "parsely-pub-date",
             "sailthru.date", "datepublished", "pubdate", "publishdate", "publish-date", "article.published")
LOOSE_TAGS = ("dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "date")
# Names that say of themselves that they are of the publication, and those that are of something else.
PUBLISHED = re.compile(
    r"pub(?:lish(?:ed|ing)?|lication|d)?[-_.: ]?(?:date|time|at\b|on\b)|pubdate|date[-_.: ]?(?:pub|issue|creat|orig)|"
    r"(?:original|release|creation|issue|display|post(?:ed)?)[-_.: ]?date", re.IGNORECASE)
OTHER = re.compile(
    r"modif|updat|revis|expir|unpubl|access|crawl|captur|archiv|event|video|audio|birth|copyright|print", re.IGNORECASE)
MARKED = "time[datetime], [itemprop~=datePublished], abbr.published[title]"
OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|more-?(?:stories|news|from)|most-?(?:read|popular|viewed)|"
    r"trending|popular|latest|sidebar|comments?|(?:site|page)-?footer|promo\w*|teasers?|widget\w*)"
    r"(?:$|[\s_-])", re.IGNORECASE)
OTHER_TAGS = frozenset(["aside", "nav", "blockquote"])
MOST_MARKED, NEAR = 12, 5  # elements that are looked at, and those above them
COMPACT = re.compile(r"\b(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)?(Z|[+-]\d\d:?\d\d)?)?(?!\d)")
UTC_WORD = re.compile(r"(?<=\d)\s(?:UTC|GMT)\b")
CTIME = re.compile(r"([A-Z][a-z]{2}\s+\d{1,2})\s\d\d?:\d\d(?::\d\d)?\s(?:[A-Z]{2,5}\s)?(\d{4})\b")
WEST, EAST, STEP = timedelta(hours=-12), timedelta(hours=14), timedelta(minutes=15)  # of zones
IN_ADVANCE = timedelta(days=60)  # an issue bears a later day than the one on which its articles appear

Told = tuple[str, DateOrigin]  # a date as a page writes it, and where


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a moment in ISO 8601, and what it rests on."""

    written: str
    origin: DateOrigin

    @property
    def moment(self) -> datetime | None:
        """The moment, if there is a time in it."""
        return datetime.fromisoformat(self.written) if "T" in self.written else None

    @property
    def day(self) -> date:
        """The day as it is written."""
        return _day_of(self.written)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page's machine-readable parts state: its date, and all times that they give without a zone.

    Of the dates of one day that is one with a time in a zone, if there is one.
    """

    dated: Dated | None = None
    clocks: tuple[datetime, ...] = ()


def stated_date(tree: LexborHTMLParser, data: dict[str, object]) -> Stated:
    """What JSON-LD (`data` is its object of the article) and meta tags state."""
    linked = [text for text in (data.get(key) for key in PUBLISHED_KEYS) if isinstance(text, str)]
    found: list[Told] = [(text, "json-ld") for text in linked or _in_broken_json(tree)]
    found += [(text, "meta") for text in _tags(tree)]
    return _first(found)


def marked_date(stated: Stated, tree: LexborHTMLParser) -> Stated:
    """The same and, where nothing is stated, what elements of a page without its posts hold for machines."""
    if stated.dated is not None:
        return stated
    marked = _first([(text, "time") for text in _marked(tree)])
    return replace(marked, clocks=(*stated.clocks, *marked.clocks))


def publication_date(stated: Stated, runs: Sequence[Run], title: str | None, url: str | None) -> Dated | None:
    """The date of a page, from what it states and what it prints; None if it is undated."""
    address = day_in_address(url)
    if stated.dated is not None and stated.dated.origin == "time" and (line := date_line(runs, title)) is not None:
        moment = stated.dated.moment or datetime.combine(stated.dated.day, time(12))
        if not _may_be_of(moment.replace(tzinfo=None), line.day):
            return Dated(line.day.isoformat(), "text")  # the element was of something else on the page
    if stated.dated is not None:
        return _as_shown(stated.dated, stated.clocks, address, _Printed(runs, title))
    line = date_line(runs, title)
    if line is not None and (address is None or timedelta() <= address - line.day <= IN_ADVANCE):
        return Dated(line.day.isoformat(), "text")
    if address is not None:
        return Dated(address.isoformat(), "url")
    day = day_in_title(title)
    return None if day is None else Dated(day.isoformat(), "text")


class _Printed(NamedTuple):
    """Where a line with the date is looked for, if one is needed."""

    runs: Sequence[Run]
    title: str | None

    def line(self) -> Line | None:
        return date_line(self.runs, self.title)


def _as_shown(dated: Dated, clocks: tuple[datetime, ...], address: date | None, printed: _Printed) -> Dated:
    """A stated date with the day that the page shows."""
    moment = dated.moment
    if moment is None or (moment.tzinfo is not None and moment.utcoffset()):
        return _not_later(dated, address)
    if address is not None and not _may_be_of(moment, address):
        return _not_later(dated, address)
    line = printed.line() if address is None or moment.tzinfo is not None else None
    clock = () if line is None or line.clock is None else (line.clock,)
    if moment.tzinfo is not None:
        # A second time without a zone may be the same in UTC; the one that is printed is where the outlet is.
        zones = {found.isoformat() for one in clocks if (found := _in_zone_of(moment, one)) and found.utcoffset()}
        zones |= {found.isoformat() for one in clock if (found := _in_zone_of(moment, one))}
        if len(zones) == 1 and (address is None or _day_of(min(zones)) == address):
            return replace(dated, written=min(zones))
    if address is not None:
        return dated if address == dated.day else Dated(address.isoformat(), "url")
    if line is None or line.day == dated.day or not _may_be_of(moment, line.day):
        return dated
    return Dated(line.day.isoformat(), "text")


def _not_later(dated: Dated, address: date | None) -> Dated:
    """A date, or the day in the address where that was before: what is stated is of an update then."""
    return Dated(address.isoformat(), "url") if address is not None and dated.day > address else dated


def _may_be_of(moment: datetime, day: date) -> bool:
    """Whether a moment in UTC, or in a zone that is not told, lies on a day somewhere on earth."""
    return (moment + WEST).date() <= day <= (moment + EAST).date()


def _in_zone_of(moment: datetime, clock: datetime) -> datetime | None:
    """A moment in the zone in which a clock without a zone shows it; None if no zone has that clock."""
    ahead = clock.replace(second=0, microsecond=0, tzinfo=UTC) - moment.replace(second=0, microsecond=0)
    if not WEST <= ahead <= EAST or ahead % STEP:
        return None
    return moment.astimezone(timezone(ahead))


def _first(texts: Iterable[Told]) -> Stated:
    found: Dated | None = None
    clocks = []
    for text, origin in texts:
        written = _read(text)
        if written is None:
            continue
        if found is None or (_is_exact(written) and not _is_exact(found.written) and found.day == _day_of(written)):
            found = Dated(written, origin)
        if (clock := _clock_of(text, written)) is not None and clock.tzinfo is None:
            clocks.append(clock)
    return Stated(found, tuple(clocks))


def _clock_of(text: str, written: str) -> datetime | None:
    """The day and the time of a date as it was read, or as its text prints them."""
    if "T" in written:
        return datetime.fromisoformat(written)
    line = line_of(text)
    return None if line is None else line.clock


def _day_of(written: str) -> date:
    return date.fromisoformat(written[:10])


def _is_exact(written: str) -> bool:
    return "T" in written and datetime.fromisoformat(written).tzinfo is not None


def _read(text: str) -> str | None:
    """A machine's date in ISO 8601, also where it is written in one of the other ways of machines."""
    written = machine_moment(UTC_WORD.sub("Z", text))
    if written is None and (match := COMPACT.search(text)):
        year, month, day, hour, minute, second, zone = match.groups()
        clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        written = machine_moment(f"{year}-{month}-{day}{clock}")
    if written is None:
        day = printed_day(CTIME.sub(r"\1 \2", text))
        written = None if day is None else day.isoformat()
    return written


def _in_broken_json(tree: LexborHTMLParser) -> Iterator[str]:
    """The dates in JSON-LD of articles that is no JSON, as publishers' templates write it."""
    for script in tree.css("script[type*='ld+json' i]"):
        text = script.text() or ""
        if IN_BROKEN_JSON.search(text):
            for key in PUBLISHED_KEYS:
                yield from re.findall(rf'"{key}"\s*:\s*"([^"]*)"', text)[:1]


def _tags(tree: LexborHTMLParser) -> list[str]:
    """The contents of meta tags that are of the publication, those that are surest of it first."""
    tags: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name, content = attribute(node, "property", "name").lower(), attribute(node, "content")
        if not name and node.parent is not None and node.parent.tag == "head":
            name = attribute(node, "itemprop").lower()  # in the body it may be of another article
        if name and content:
            tags.setdefault(name, content)
    others = (name for name in tags if PUBLISHED.search(name) and not OTHER.search(name) and name not in TIME_TAGS)
    return [tags[name] for name in (*TIME_TAGS, *others, *LOOSE_TAGS) if name in tags]


def _marked(tree: LexborHTMLParser) -> Iterator[str]:
    """The dates of elements that hold a machine's, but for those of updates and of other articles."""
    for node in tree.css(MARKED)[:MOST_MARKED]:
        named = f"{attribute(node, 'class')} {attribute(node, 'itemprop')}"
        if not OTHER.search(named) and not _is_of_others(node):
            yield attribute(node, "datetime", "content", "title") or node.text()


def _is_of_others(node: LexborNode) -> bool:
    above = node.parent
    for _ in range(NEAR):
        if above is None or above.tag in ("body", "main"):
            break
        if above.tag in OTHER_TAGS or OTHERS.search(f"{attribute(above, 'class')} {attribute(above, 'id')}"):
            return True
        above = above.parent
    return False
