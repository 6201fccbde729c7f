"""Web archives: the pages in a WARC or WARC.gz file, as a crawler kept them with their addresses and dates.

A page is a response with status 200 that is HTML. Whatever is wrong with one record, the next ones are read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from quotes.cli.input.gzip_members import CHUNK, LONGEST_HEAD, RECORD, HeadTooLong, Member, members
from quotes.records.document import Article
from quotes.records.errors import InvalidInput, TooLarge
from quotes.schemas.text_fields import is_web_address

PAGES = ("text/html", "application/xhtml+xml")
LONGEST_ADDRESS = 2000
ANY_WRAPPING = 47  # zlib's number for gzip or zlib data, whichever it is
LOOKED_AT = 1000  # bytes
CUT = "it is cut off"
NO_HEAD = "the head of the record cannot be read"
LONG_HEAD = f"the head of the record is longer than {LONGEST_HEAD // 1024} kB"
WRONG_LENGTH = "it is longer or shorter than it says"
NO_RECORD = "there are bytes here that belong to no record"


@dataclass(frozen=True, slots=True)
class Capture:
    """What a record of an archive gives: an article, a fault, or the reason why it is passed over."""

    number: int
    address: str | None = None
    article: Article | None = None
    fault: InvalidInput | None = None
    passed: str | None = None


class RecordLoader(ArcWarcRecordLoader):
    """Warcio's reader of records; a response that does not say of which address it is has no head of HTTP for it."""

    def load_http_headers(self, rec_type: str, uri: str | None, stream: Any, length: int) -> Any:
        """The head of what was answered; None where there is none."""
        return super().load_http_headers(rec_type, uri, stream, length) if uri else None


def captures(path: str, limit: int) -> Iterator[Capture]:
    """What the records of an archive give, in order; a page longer than the limit is a fault."""
    number = 0
    with Path(path).open("rb") as file:
        for member in members(file):
            first, last = number, Capture(number)
            for found in _records(member):
                if found in (CUT, WRONG_LENGTH):
                    if not last.fault:  # it was not told when the page was read
                        yield Capture(number, last.address, fault=InvalidInput(found))
                    continue
                number += 1
                last = _capture(number, found, member, limit)
                yield last
            if member.fault and (not last.fault or number > first + 1):
                number += 1
                lost = "; what it held after this is lost" if number > first + 1 else ""
                yield Capture(number, fault=InvalidInput(f"{member.fault}{lost}"))


def _records(member: Member) -> Iterator[Any]:
    """The records of a member, and between them, as words, what is wrong; the caller is done with one before the next.

    A record that is shorter than it says has swallowed those after it: they are looked for again.
    """
    loader, lost = RecordLoader(verify_http=False, arc2warc=False), False
    while line := member.readline():
        head = _head_in(line)
        if head != line and line.strip() and not lost:
            lost = True
            yield NO_RECORD
        if not head:
            continue
        lost, place = False, member.place()
        member.head_left = LONGEST_HEAD
        try:
            record = loader.parse_record_stream(member, head, known_format="warc")
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError):
            if not member.fault:
                yield NO_HEAD
            continue
        except HeadTooLong:
            lost = True
            yield LONG_HEAD
            continue
        finally:
            member.head_left = None
        yield record
        while record.raw_stream.read(CHUNK):
            pass
        if _missing(record) or not member.at_edge():
            yield CUT if _missing(record) else WRONG_LENGTH
            lost = True
            if place is not None:
                member.back_to(place)


def _head_in(line: bytes) -> bytes:
    """The beginning of a record in a line: at its start, or where the record before it is cut off."""
    head = line[max(line.rfind(RECORD), 0) :]
    return head if line.startswith(RECORD) or head.strip().decode("latin-1") in ArcWarcRecordLoader.WARC_TYPES else b""


def _missing(record: ArcWarcRecord) -> int:
    """How many bytes a record lacks, once it is read."""
    return int(getattr(record.raw_stream, "limit", 0))


def _capture(number: int, record: ArcWarcRecord | str, member: Member, limit: int) -> Capture:
    if isinstance(record, str):
        return Capture(number, fault=InvalidInput(record))
    address = record.rec_headers.get_header("WARC-Target-URI")
    passed = _passed(record, address)
    if passed:
        return Capture(number, address, passed=passed)
    try:
        data = _content(record, limit)
        if not _missing(record) and not member.at_edge():
            raise InvalidInput(WRONG_LENGTH)
    except InvalidInput as fault:
        return Capture(number, address, fault=fault)
    known = address if len(address) <= LONGEST_ADDRESS and is_web_address(address) else None
    date = record.rec_headers.get_header("WARC-Date")
    article = Article(html=data, url=known, charset=_charset(record), archived_at=date)
    return Capture(number, address, article)


def _passed(record: ArcWarcRecord, address: str | None) -> str | None:
    """Why a record is passed over, None where it holds a page."""
    if record.rec_type == "revisit":
        return "revisit"
    head = record.http_headers
    if record.rec_type != "response" or head is None or not address:
        return "no page"
    kind = (head.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return None if head.get_statuscode() == "200" and kind in PAGES else "no page"


def _charset(record: ArcWarcRecord) -> str | None:
    """The charset that the server stated."""
    for parameter in (record.http_headers.get_header("Content-Type") or "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _content(record: ArcWarcRecord, limit: int) -> bytes:
    """The page's bytes, unpacked; InvalidInput says why there are none."""
    head = record.http_headers
    chunked = (head.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    data = stream.read(limit + 1)
    if len(data) <= limit:
        if _missing(record):
            raise InvalidInput(CUT)
        data = _unpacked(data, (head.get_header("Content-Encoding") or "").strip().lower(), limit)
    if len(data) > limit:
        raise TooLarge(f"it is longer than {limit} bytes; raise QUOTES_MAX_BYTES to have it read")
    return bytes(data)


def _unpacked(data: bytes, packing: str, limit: int) -> bytes:
    """What a server packed, up to a little over the limit; many crawlers keep it unpacked and leave the header."""
    if packing in ("gzip", "x-gzip", "deflate"):
        return _inflated(data, limit)
    if packing == "br":
        unpacker = brotli.Decompressor()
        try:
            found = bytes(unpacker.process(data, output_buffer_limit=limit + 1))
        except brotli.error:
            return _never_packed(data, packing)
        if not unpacker.is_finished() and len(found) <= limit:
            raise InvalidInput(CUT)
        return found
    if packing not in ("", "identity", "utf-8", "none"):
        raise InvalidInput(f"it is packed as “{packing[:20]}”, which cannot be unpacked here")
    return data


def _inflated(data: bytes, limit: int) -> bytes:
    for wrapping in (ANY_WRAPPING, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(wrapping)
        try:
            found = unpacker.decompress(data, limit + 1)
        except zlib.error:
            continue
        if not unpacker.eof and len(found) <= limit:
            raise InvalidInput(CUT)
        return found
    return _never_packed(data, "gzip")


def _never_packed(data: bytes, packing: str) -> bytes:
    """The data itself, if it is a page already and no damaged data."""
    if b"<" in data[:LOOKED_AT] and b"\0" not in data[:LOOKED_AT]:
        return data
    raise InvalidInput(f"its {packing} data is damaged")
