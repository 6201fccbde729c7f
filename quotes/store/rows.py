"""The single bridge between rows and records.

A row is a mapping from column names to values. What a record nests and nobody looks up (clues, blocks, the
posts taken out of a page) stands in one column, as compact JSON lists in the order of the record's fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import UTC, date, datetime
from typing import Any

from quotes.records import (
    Account,
    AccountLink,
    Block,
    Clue,
    Cue,
    Document,
    Post,
    PostDetails,
    Quote,
    QuotedSpeaker,
    Reading,
    Speaker,
    Via,
    Warned,
)
from quotes.store.contract import Fingerprint, Key, SpeakerLink

Row = Mapping[str, Any]
MOST_DIGITS = 18  # of a number that every engine's big integers hold
POST_FIELDS = ("platform", "handle", "author_name", "post_id", "url", "posted_at", "date_source", "printed_date")
DOCUMENT_FIELDS = ("title", "url", "publisher", "byline", "published_at", "language", "engine")


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
    if known_by.address:
        return f"address {known_by.address}"
    return f"text {known_by.text_hash} {publisher_key(known_by.publisher) or ''}"


def publisher_key(publisher: str | None) -> str | None:
    """A publisher's name as it is compared: without case and double spaces."""
    return " ".join(publisher.casefold().split()) or None if publisher else None


def handle_key(handle: str) -> str:
    """A handle as it is compared: without case, without @."""
    return handle.removeprefix("@").casefold()


def sort_key(published_at: str | None, arrived_at: str) -> tuple[str, str]:
    """A document's place in the order of time, in UTC, and its day as printed; else those of its arrival."""
    for written in (published_at, arrived_at):
        try:
            moment = datetime.fromisoformat(written or "")
            known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            utc = known.astimezone(UTC).replace(tzinfo=None)
            return utc.isoformat(timespec="seconds"), moment.date().isoformat()
        except (ValueError, OverflowError):
            continue  # a page may print anything as its date
    return arrived_at, date.min.isoformat()


def document_row(document: Document, known_by: Fingerprint, arrived_at: str) -> dict[str, Any]:
    """A document without its text, as it is written."""
    key, day = sort_key(document.published_at, arrived_at)
    return {"known_by": known_by_key(known_by), "text_hash": known_by.text_hash, "arrived_at": arrived_at,
            "sort_key": key, "day": day, **{name: getattr(document, name) for name in DOCUMENT_FIELDS}}


def body_row(reading: Reading) -> dict[str, Any]:
    """A document's text and its shape, with every warning of its reading."""
    document = reading.document
    return {"text": document.text, "blocks": _packed(document.blocks), "embeds": _packed(document.embeds),
            "warnings": _packed(every_warning(reading))}


def every_warning(reading: Reading) -> tuple[Warned, ...]:
    """The warnings of a document and of its reading, each once: kept, the document has them all."""
    return tuple(dict.fromkeys((*reading.document.warnings, *reading.warnings)))


def read_document(row: Row, body: Row | None = None) -> Document:
    """A kept document; without a body it has no text."""
    known = {name: row[name] for name in DOCUMENT_FIELDS}
    if body is None:
        return Document(text="", id=id_of("d", row["id"]), **known)
    return Document(
        text=body["text"], id=id_of("d", row["id"]), **known,
        blocks=tuple(Block(*fields) for fields in json.loads(body["blocks"])),
        embeds=tuple(_read_embed(fields) for fields in json.loads(body["embeds"])),
        warnings=tuple(Warned(*fields) for fields in json.loads(body["warnings"])),
    )


def quote_row(quote: Quote) -> dict[str, Any]:
    """What a quote says by itself, as it is written; whom it belongs to is added where it is stored."""
    speaker, via, cue, runner_up = quote.speaker, quote.via, quote.cue, quote.runner_up
    return {
        "kind": quote.kind, "text": quote.text, "start": quote.start, "end": quote.end,
        "description": speaker and speaker.description, "mention": speaker and speaker.mention,
        "mention_start": speaker and speaker.start, "mention_end": speaker and speaker.end,
        "via": via and via.name, "via_start": via and via.start, "via_end": via and via.end,
        "cue": cue and cue.text, "cue_start": cue and cue.start, "cue_end": cue and cue.end,
        "verdict": quote.verdict, "confidence": quote.confidence, "clues": _packed(quote.clues),
        "runner_up_name": runner_up and runner_up.name, "runner_up_kind": runner_up and runner_up.kind,
        "runner_up_description": runner_up and runner_up.description,
        "runner_up_mention": runner_up and runner_up.mention,
        "runner_up_start": runner_up and runner_up.start, "runner_up_end": runner_up and runner_up.end,
        "status": quote.status, "confirmed_by": quote.confirmed_by, "link": quote.link,
    }


def read_quote(row: Row) -> Quote:
    """A kept quote with its speakers and its document, from one row of all their tables."""
    return Quote(
        id=id_of("q", row["id"]), kind=row["kind"], text=row["text"], start=row["start"], end=row["end"],
        verdict=row["verdict"], confidence=row["confidence"],
        continues=row["continues"] and id_of("q", row["continues"]),
        parent=row["parent"] and id_of("q", row["parent"]),
        speaker=_read_speaker(row),
        via=None if row["via"] is None else Via(row["via"], row["via_start"], row["via_end"]),
        cue=None if row["cue"] is None else Cue(row["cue"], row["cue_start"], row["cue_end"]),
        clues=tuple(Clue(*fields) for fields in json.loads(row["clues"])),
        runner_up=_read_runner_up(row),
        post=_read_post(row), status=row["status"], confirmed_by=row["confirmed_by"], link=row["link"],
        document=read_document({name: row[f"document.{name}"] for name in ("id", *DOCUMENT_FIELDS)}),
    )


def _read_speaker(row: Row) -> QuotedSpeaker | None:
    """A quote's speaker, under the name that the quote's document gives, if it gives one."""
    if row["speaker"] is None:
        return None
    return QuotedSpeaker(
        id=id_of("s", row["speaker"]), name=row["speaker.link_name"] or row["speaker.name"], kind=row["speaker.kind"],
        description=row["description"], mention=row["mention"], start=row["mention_start"], end=row["mention_end"],
    )


def _read_runner_up(row: Row) -> QuotedSpeaker | None:
    """A quote's runner-up, all of which stands with the quote, for it need not be a kept speaker."""
    if row["runner_up_name"] is None:
        return None
    number = row["runner_up"]
    return QuotedSpeaker(
        id=None if number is None else id_of("s", number), name=row["runner_up_name"], kind=row["runner_up_kind"],
        description=row["runner_up_description"], mention=row["runner_up_mention"],
        start=row["runner_up_start"], end=row["runner_up_end"],
    )


def post_row(details: PostDetails) -> dict[str, Any]:
    """Where a post comes from, as it is written."""
    link = details.account_link
    return {**{name: getattr(details, name) for name in POST_FIELDS},
            "account_how": link and link.how, "account_confidence": link and link.confidence}


def _read_post(row: Row) -> PostDetails | None:
    if row["post.platform"] is None:
        return None
    how = row["post.account_how"]
    link = None if how is None else AccountLink(how, row["post.account_confidence"])
    return PostDetails(**{name: row[f"post.{name}"] for name in POST_FIELDS}, account_link=link)


def speaker_row(speaker: Speaker) -> dict[str, Any]:
    """A new speaker, as it is written."""
    return {"name": speaker.name, "kind": speaker.kind, "description": speaker.description, "quote_count": 0}


def link_row(link: SpeakerLink) -> dict[str, Any]:
    """A speaker as one document names it, and why it is the kept one, as it is written."""
    speaker = link.speaker
    return {"name": speaker.name, "description": speaker.description, "how": link.how, "confidence": link.confidence}


def read_speaker(row: Row, names: Iterable[str], accounts: Iterable[Account]) -> Speaker:
    """A kept speaker; of its names, those that are not the one it goes by are its aliases."""
    return Speaker(id=id_of("s", row["id"]), name=row["name"], kind=row["kind"], description=row["description"],
                   aliases=tuple(name for name in names if name != row["name"]), accounts=tuple(accounts))


def key_row(key: Key, key_hash: str) -> dict[str, Any]:
    """An access key, as it is written."""
    return {"prefix": key.prefix, "name": key.name, "scope": key.scope, "key_hash": key_hash,
            "created_at": key.created_at, "last_used_at": key.last_used_at, "revoked_at": key.revoked_at}


def read_key(row: Row) -> tuple[Key, str]:
    """A kept access key and its hash."""
    fields = dict(row)
    key_hash = fields.pop("key_hash")
    return Key(**fields), key_hash


def _packed(records: Iterable[Any]) -> str:
    return json.dumps([astuple(record) for record in records], ensure_ascii=False, separators=(",", ":"))


def _read_embed(fields: list[Any]) -> Post:
    start, end, text, details, outer_start, outer_end = fields
    *plain, link = details
    account_link = None if link is None else AccountLink(*link)
    known = dict(zip(POST_FIELDS, plain, strict=True))
    return Post(start, end, text, PostDetails(**known, account_link=account_link), outer_start, outer_end)
