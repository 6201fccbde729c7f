"""The single bridge between rows and records.

A row is a mapping from column names to values. What a record nests and nobody looks up (evidence, blocks, the
posts taken out of a page) stands in one column, as compact JSON lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from typing import Any

from quotes.records.document import Block, Document, Warned
from quotes.records.evidence import ASSERTED, Stance
from quotes.records.not_quote import NotQuote
from quotes.records.post import Account, AccountLink, Post, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from quotes.store.contract.store import Derivation, Fingerprint, Key, SpeakerLink
from quotes.store.tables.evidence_column import encoded, pack, unpack
from quotes.store.tables.value_codes import BLOCK_KINDS, QUOTE_KINDS, STANCES, STATUSES, VERDICTS
from quotes.store.tables.whole_rows import of_whole_rows

Row = Mapping[str, Any]
EPOCH = datetime(1970, 1, 1)
MOST_DIGITS = 18  # of a number that every engine's big integers hold
POST_FIELDS = ("platform", "handle", "author_name", "post_id", "url", "posted_at", "date_source", "printed_date")
DOCUMENT_FIELDS = ("title", "url", "publisher", "publisher_printed", "byline", "published_at", "language", "engine",
                   "published_from", "archived_at", "url_from")
DOCUMENT_COLUMNS = (*DOCUMENT_FIELDS, "arrived_at")  # the last is a document's added_at
UNDATED = 2**42  # seconds by which the sort keys of undated quotes lie below those of their arrival
DATED = -(2**41)  # a sort key from which on a quote is dated: earlier than the year 1, later than all that are undated
DOCUMENT_END = 1 + len(DOCUMENT_COLUMNS)  # in the row of a quote with all that is joined to it
POST_BEGIN = DOCUMENT_END + 4
NO_DAY = ""  # of an undated document


def id_of(letter: str, number: int) -> str:
    """A row's number as an id on the other side of the contract: 12 is q12."""
    return f"{letter}{number}"


def number_of(letter: str, id: str) -> int | None:
    """The number behind an id, or None where no row can have it."""
    digits = id.removeprefix(letter)
    is_number = digits.isascii() and digits.isdigit() and digits[0] != "0" and len(digits) <= MOST_DIGITS
    return int(digits) if is_number and digits != id else None


def known_by_key(known_by: Fingerprint) -> str:
    """The one column by which a document is known again."""
    if known_by.address and known_by.claimed:
        return claim_key(known_by)
    if known_by.address:
        return f"address {known_by.address}"
    return f"text {known_by.text_hash} {folded_name(known_by.publisher or '')}"


def claim_key(known_by: Fingerprint) -> str:
    """By what a document is known of which the page alone gives the address; without a text, how all of them begin."""
    return f"claim {known_by.address} {known_by.text_hash}"


def folded_name(name: str) -> str:
    """A name without case and double spaces."""
    return " ".join(name.casefold().split())


def handle_key(handle: str) -> str:
    """A handle as it is compared: without case, without @."""
    return handle.removeprefix("@").casefold()


def sort_key(published_at: str | None, arrived_at: str) -> tuple[str, str]:
    """A document's place in the order of time, in UTC, and its day as printed, in the zone in which it is printed.

    An undated document has no day, and a place before all that are dated, among its like in the order of arrival.
    """
    return _placed(published_at) or (f"-{(_placed(arrived_at) or (arrived_at,))[0]}", NO_DAY)


def _placed(written: str | None) -> tuple[str, str] | None:
    """The place in time that a written moment means, and its day; None for what is none, as a page may print it."""
    try:
        moment = datetime.fromisoformat(written or "")
        known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return known.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds"), moment.date().isoformat()
    except (ValueError, OverflowError):
        return None


def moment_of(key: str) -> int:
    """A document's sort key as its quotes repeat it: seconds since 1970, far below all of them where it is undated."""
    if key.startswith("-"):
        return moment_of(key[1:]) - UNDATED
    try:
        return (datetime.fromisoformat(key) - EPOCH) // timedelta(seconds=1)
    except (ValueError, TypeError):
        return 0  # arrived at a moment that is none


def day_number(day: str) -> int:
    """A day as quotes repeat it: its number, counted from the first one that there is; 0 for none."""
    return date.fromisoformat(day).toordinal() if day else 0


def own_place(quote: Quote) -> tuple[int, int] | None:
    """The sort key and the day's number of a post that tells its own; None for what goes by its document."""
    placed = _placed(quote.post.posted_at) if quote.post is not None else None
    return placed and (moment_of(placed[0]), day_number(placed[1]))


def document_row(document: Document, known_by: Fingerprint, arrived_at: str) -> dict[str, Any]:
    """A document without its text, as it is written."""
    key, day = sort_key(document.published_at, arrived_at)
    return {"known_by": known_by_key(known_by), "text_hash": known_by.text_hash, "arrived_at": arrived_at,
            "sort_key": key, "day": day, **{name: getattr(document, name) for name in DOCUMENT_FIELDS}}


def body_row(reading: Reading) -> dict[str, Any]:
    """A document's text and its shape, with every warning of its reading."""
    document = reading.document
    return {"text": document.text, "blocks": packed_blocks(document.blocks), "embeds": _packed(document.embeds),
            "warnings": _packed(every_warning(reading)), "not_quotes": packed_not_quotes(reading.not_quotes)}


def packed_not_quotes(not_quotes: Iterable[NotQuote]) -> str:
    """Words in marks that are no quotes, as their places and reasons: the words themselves stand in the text."""
    return encoded([(one.start, one.end, one.why) for one in not_quotes])


def every_warning(reading: Reading) -> tuple[Warned, ...]:
    """The warnings of a document and of its reading, each once: kept, the document has them all."""
    return tuple(dict.fromkeys((*reading.document.warnings, *reading.warnings)))


@of_whole_rows
def read_document(row: Row, body: Row | None = None) -> Document:
    """A kept document; without a body it has no text."""
    known = {**{name: row[name] for name in DOCUMENT_FIELDS}, "added_at": row["arrived_at"]}
    if body is None:
        return Document(text="", id=id_of("d", row["id"]), **known)
    return Document(
        text=body["text"], id=id_of("d", row["id"]), **known,
        blocks=_read_blocks(json.loads(body["blocks"])),
        embeds=tuple(_read_embed(fields) for fields in json.loads(body["embeds"])),
        warnings=tuple(Warned(*fields) for fields in json.loads(body["warnings"])),
    )


def quote_row(quote: Quote, url: str | None, derivation: Derivation) -> dict[str, Any]:
    """What a quote says by itself, as it is written; whom it belongs to is added where it is stored."""
    speaker = quote.speaker
    return {
        "kind": QUOTE_KINDS.numbers[quote.kind], "text": quote.text, "start": quote.start, "end": quote.end,
        "description": speaker and speaker.description, "mention": speaker and speaker.mention,
        "mention_start": speaker and speaker.start, "mention_end": speaker and speaker.end,
        "verdict": VERDICTS.numbers[quote.verdict], "confidence": quote.confidence,
        "evidence": pack(quote, derivation), "status": STATUSES.numbers[quote.status],
        "confirmed_by": quote.confirmed_by, "link": _packed_link(quote, url, derivation),
        "stance": STANCES.numbers[quote.stance.kind],
    }


@of_whole_rows
def read_quote(row: Sequence[Any], derivation: Derivation) -> Quote:
    """A kept quote with its speakers and its document, from one row of all their tables.

    It is taken apart by place and not by name, for most of the time of a list goes into this.
    """
    (number, _, kind, text, start, end, continues, parent, speaker, description, mention, mention_start, mention_end,
     verdict, confidence, evidence, runner_up, status, confirmed_by, link, stance, *others) = row
    document, address = others[:DOCUMENT_END], others[1 + DOCUMENT_FIELDS.index("url")]
    clues, cue, via, other, shown, antecedent = unpack(
        evidence, (mention, mention_start, mention_end), None if runner_up is None else f"s{runner_up}", derivation)
    who = None
    if speaker is not None:
        name, speaker_kind, called, described = others[DOCUMENT_END:POST_BEGIN]
        # A description of null is the one that the document gives, an empty one is none.
        said = described if description is None else description or None
        who = QuotedSpeaker(f"s{speaker}", called or name, speaker_kind, said, mention, mention_start, mention_end,
                            antecedent)
    if link is None:
        link = derivation.link(address, text or "")
    else:
        link = f"{address}{link}" if address and link.startswith("#") else link or None
    return Quote(
        f"q{number}", QUOTE_KINDS.words[kind],
        text, start, end, VERDICTS.words[verdict], confidence,
        None if continues is None else f"q{continues}", None if parent is None else f"q{parent}",
        who, via, cue, clues, other, None if others[POST_BEGIN] is None else _read_post(others[POST_BEGIN:]),
        ASSERTED if not stance else Stance(STANCES.words[stance], *shown),
        STATUSES.words[status], confirmed_by, link,
        Document("", f"d{document[0]}", *document[1:]),
    )


def _packed_link(quote: Quote, url: str | None, derivation: Derivation) -> str | None:
    """A quote's link as far as it cannot be made again: None, or what follows the page's address; "" for no link."""
    link = quote.link
    if link == derivation.link(url, quote.text or ""):
        return None
    if link and url and link.startswith(f"{url}#"):
        return link.removeprefix(url)
    return link or ""


def post_row(details: PostDetails) -> dict[str, Any]:
    """Where a post comes from, as it is written."""
    link = details.account_link
    return {**{name: getattr(details, name) for name in POST_FIELDS},
            "account_how": link and link.how, "account_confidence": link and link.confidence}


def _read_post(fields: Sequence[Any]) -> PostDetails:
    *plain, how, confidence = fields
    known = dict(zip(POST_FIELDS, plain, strict=True))
    return PostDetails(**known, account_link=None if how is None else AccountLink(how, confidence))


def speaker_row(speaker: Speaker) -> dict[str, Any]:
    """A new speaker, as it is written."""
    return {"name": speaker.name, "kind": speaker.kind, "description": speaker.description, "quote_count": 0,
            "wikidata": speaker.wikidata}


def link_row(link: SpeakerLink) -> dict[str, Any]:
    """A speaker as one document names it, and why it is the kept one, as it is written."""
    speaker = link.speaker
    return {"name": speaker.name, "description": speaker.description, "how": link.how, "confidence": link.confidence}


def read_speaker(row: Row, names: Iterable[str], accounts: Iterable[Account]) -> Speaker:
    """A kept speaker; of its names, those that are not the one it goes by are its aliases."""
    return Speaker(id=id_of("s", row["id"]), name=row["name"], kind=row["kind"], description=row["description"],
                   aliases=tuple(name for name in names if name != row["name"]), accounts=tuple(accounts),
                   wikidata=row["wikidata"])


def key_row(key: Key, key_hash: str) -> dict[str, Any]:
    """An access key, as it is written."""
    return {"prefix": key.prefix, "name": key.name, "scope": key.scope, "key_hash": key_hash,
            "created_at": key.created_at, "last_used_at": key.last_used_at, "revoked_at": key.revoked_at,
            "expires_at": key.expires_at}


def read_key(row: Row) -> tuple[Key, str]:
    """A kept access key and its hash."""
    fields = dict(row)
    key_hash = fields.pop("key_hash")
    return Key(**fields), key_hash


def _packed(records: Iterable[Any]) -> str:
    return encoded([astuple(record) for record in records])


def packed_blocks(blocks: Iterable[Block]) -> str:
    """Blocks as one list of numbers: of each its kind, the gap to the one before, and its length."""
    numbers: list[int] = []
    last = 0
    for block in blocks:
        numbers += (BLOCK_KINDS.numbers[block.kind], block.start - last, block.end - block.start)
        last = block.end
    return encoded(numbers)


def _read_blocks(numbers: list[int]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    last = 0
    for at in range(0, len(numbers), 3):
        kind, gap, length = numbers[at : at + 3]
        start, last = last + gap, last + gap + length
        blocks.append(Block(BLOCK_KINDS.words[kind], start, last))  # type: ignore[arg-type]  # the list has no others
    return tuple(blocks)


def _read_embed(fields: list[Any]) -> Post:
    start, end, text, details, outer_start, outer_end, *parent = fields  # a post kept by an older release has no parent
    *plain, link = details
    account_link = None if link is None else AccountLink(*link)
    known = dict(zip(POST_FIELDS, plain, strict=True))
    return Post(start, end, text, PostDetails(**known, account_link=account_link), outer_start, outer_end, *parent)
