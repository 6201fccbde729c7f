"""Web archives: the pages in them are kept, and whatever is wrong with one record is told and stops no other."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest

from quotes.cli.input import gzip_members
from quotes.cli.input.gzip_members import BOMB, FALSE_STARTS, MAGIC, NOT_SEARCHED
from quotes.cli.input.web_archives import captures

LIMIT = 100_000
DATE = "2021-03-04T05:06:07Z"


def page(who: str, words: str = "It is cold", head: str = "") -> bytes:
    body = f"<p>The baths opened again on Monday, after the long winter.</p><p>“{words},” said {who}, a swimmer.</p>"
    return (f"<!DOCTYPE html><html><head><title>Baths</title>{head}</head><body><article>{body}</article></body>"
            "</html>").encode()


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", ""]).encode() + body


def record(block: bytes, address: str = "https://courier.example/1", warc_type: str = "response", **more: str) -> bytes:
    length = more.get("length", str(len(block)))
    head = ["WARC/1.0", f"WARC-Type: {warc_type}", "WARC-Record-ID: <urn:uuid:1>", f"WARC-Date: {DATE}",
            f"WARC-Target-URI: {address}", "Content-Type: application/http; msgtype=response",
            f"Content-Length: {length}", "", ""]
    return "\r\n".join(head).encode() + block + b"\r\n\r\n"


INFO = (b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 3\r\n\r\n"
        b"a: \r\n\r\n")
ADA, BO = record(response(page("Ada Quill"))), record(response(page("Bo Marsh")), "https://courier.example/2")


def chunked(body: bytes) -> bytes:
    pieces = [body[i : i + 100] for i in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def found(tmp_path: Path, data: bytes, limit: int = LIMIT) -> list[str]:
    """What each record of an archive gives: who speaks in its page, why it is passed over, or what is wrong."""
    (tmp_path / "a.warc").write_bytes(data)
    return [told(one) for one in captures(str(tmp_path / "a.warc"), limit)]


def told(one: object) -> str:
    if one.passed or one.fault:
        return one.passed or str(one.fault)
    return next(name for name in (b"Ada", b"Bo", b"Cy", b"<html") if name in one.article.html).decode()


@pytest.fixture(params=["plain", "a member each", "one member"])
def packed(request: pytest.FixtureRequest) -> Callable[..., bytes]:
    def joined(*records: bytes) -> bytes:
        if request.param == "a member each":
            return b"".join(map(gzip.compress, records))
        return b"".join(records) if request.param == "plain" else gzip.compress(b"".join(records))
    return joined


def test_pages_are_found_however_the_archive_is_packed(tmp_path: Path, packed: Callable[..., bytes]):
    assert found(tmp_path, packed(INFO, ADA, BO)) == ["no page", "Ada", "Bo"]


CONTENT = [
    response(page("Ada Quill")),
    response(page("Ada Quill"), kind="Application/XHTML+xml"),
    response(chunked(page("Ada Quill")), "Transfer-Encoding: chunked"),
    response(gzip.compress(page("Ada Quill")), "Content-Encoding: gzip"),
    response(zlib.compress(page("Ada Quill")), "Content-Encoding: deflate"),
    response(raw_deflate(page("Ada Quill")), "Content-Encoding: deflate"),
    response(brotli.compress(page("Ada Quill")), "Content-Encoding: br"),
    response(chunked(gzip.compress(page("Ada Quill"))), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    # Crawlers that unpack what they keep, and leave the headers as they were.
    response(page("Ada Quill"), "Transfer-Encoding: chunked"),
    response(page("Ada Quill"), "Content-Encoding: gzip"),
    response(page("Ada Quill"), "Content-Encoding: br"),
    response(page("Ada Quill"), "Content-Encoding: identity"),
]
NO_PAGE = [
    response(page("Ada Quill"), status="404 Not Found"),
    response(b"", "Location: https://courier.example/2", status="301 Moved Permanently"),
    response(b"\x89PNG", kind="image/png"),
    response(b'{"a": 1}', kind="application/json"),
    b"",
]
BROKEN = [
    (response(gzip.compress(page("Ada Quill"))[:-30], "Content-Encoding: gzip"), "cut off"),
    (response(brotli.compress(page("Ada Quill"))[:-9], "Content-Encoding: br"), "cut off"),
    (response(b"\x1f\x8b\x08\x00" + b"\x07\x00" * 99, "Content-Encoding: gzip"), "damaged"),
    (response(b"\x00\x01\x02" * 99, "Content-Encoding: br"), "damaged"),
    (response(b"\x28\xb5\x2f\xfd", "Content-Encoding: zstd"), "“zstd”"),
    (response(gzip.compress(b"<p>" + b"0" * LIMIT), "Content-Encoding: gzip"), "longer than 100000 bytes"),
    (response(brotli.compress(b"<p>" + b"0" * LIMIT), "Content-Encoding: br"), "longer than 100000 bytes"),
    (response(b"<p>" + b"0" * LIMIT), "QUOTES_MAX_BYTES"),
]


@pytest.mark.parametrize("block", CONTENT)
def test_a_page_is_unpacked_as_the_server_packed_it(block: bytes, tmp_path: Path):
    assert found(tmp_path, record(block) + BO) == ["Ada", "Bo"]


@pytest.mark.parametrize("block", NO_PAGE)
def test_what_is_no_page_is_passed_over(block: bytes, tmp_path: Path):
    assert found(tmp_path, record(block) + BO) == ["no page", "Bo"]


@pytest.mark.parametrize("kind, why", [("revisit", "revisit"), ("request", "no page"), ("metadata", "no page"),
                                       ("conversion", "no page")])
def test_other_records_than_responses_are_passed_over(kind: str, why: str, tmp_path: Path):
    assert found(tmp_path, record(response(b""), warc_type=kind) + BO) == [why, "Bo"]


def test_a_response_without_an_address_is_passed_over_and_the_next_is_read(tmp_path: Path):
    nowhere = ADA.replace(b"WARC-Target-URI: https://courier.example/1\r\n", b"")
    assert found(tmp_path, nowhere + BO) == ["no page", *found(tmp_path, BO)]


@pytest.mark.parametrize("block, why", BROKEN)
def test_a_page_that_cannot_be_unpacked_is_told(block: bytes, why: str, tmp_path: Path, packed: Callable[..., bytes]):
    first, second = found(tmp_path, packed(record(block), BO))
    assert why in first
    assert second == "Bo"


def spoilt(data: bytes, place: int) -> bytes:
    return data[:place] + bytes(255 - byte for byte in data[place : place + 20]) + data[place + 20 :]


def damaged() -> Iterator[tuple[bytes, list[str]]]:
    """Archives with something wrong, and what each record of them gives."""
    members = [gzip.compress(one) for one in (INFO, ADA, BO)]
    yield ADA[:-200] + BO, ["it is longer or shorter", "Bo"]  # a record shorter than it says, which swallows the next
    yield ADA + BO[:-100], ["Ada", "it is cut off"]
    yield record(response(page("Ada Quill")), length="100") + BO, ["it is longer or shorter", "Bo"]
    yield record(response(page("Ada Quill")), length="many") + BO, ["no page", "it is longer or shorter", "Bo"]
    yield b"WARC/9.9\r\n\r\n" + BO, ["the head of the record", "Bo"]
    yield b"nonsense\r\n\r\n" + BO, ["there are bytes here", "Bo"]
    yield b"nonsense", ["there are bytes here"]
    yield b"", []
    yield members[0] + spoilt(members[1], 60) + members[2], ["no page", "its gzip data is damaged", "Bo"]
    yield members[0] + spoilt(members[1], len(members[1]) - 40) + members[2], ["no page", "its gzip data", "Bo"]
    yield members[0] + members[1] + members[2][:-30], ["no page", "Ada", "it is cut off"]
    yield members[0] + b"nonsense" + members[2], ["no page", "Bo"]
    whole = gzip.compress(INFO + ADA + BO, mtime=0)
    yield whole[:-20], ["no page", "Ada", "it is cut off; what it held after this is lost"]


@pytest.mark.parametrize("data, expected", list(damaged()))
def test_what_is_damaged_is_told_and_the_rest_is_read(data: bytes, expected: list[str], tmp_path: Path):
    gives = found(tmp_path, data)
    assert len(gives) == len(expected), gives
    assert all(one.startswith(start) for one, start in zip(gives, expected, strict=True)), gives


def article(tmp_path: Path, data: bytes) -> object:
    (tmp_path / "a.warc").write_bytes(data)
    (one,) = captures(str(tmp_path / "a.warc"), LIMIT)
    return one.article


@pytest.mark.parametrize("address, expected", [
    ("https://courier.example/a?b=1", "https://courier.example/a?b=1"),
    ("<https://courier.example/a>", "https://courier.example/a"),  # as an old release of wget wrote it
    ("https://courier.example/" + "a" * 2000, None),
    ("http://[", None),
])
def test_the_address_is_the_records(address: str, expected: str | None, tmp_path: Path):
    assert article(tmp_path, record(response(page("Ada Quill")), address)).url == expected


@pytest.mark.parametrize("kind, charset", [
    ("text/html", None), ("text/html; charset=ISO-8859-2", "ISO-8859-2"), ('text/html; Charset="koi8-r"', "koi8-r"),
    ("text/html;charset=", None), ("text/html; boundary=x", None),
])
def test_the_charset_is_the_servers(kind: str, charset: str | None, tmp_path: Path):
    assert article(tmp_path, record(response(page("Ada Quill"), kind=kind))).charset == charset


def test_pages_of_an_archive_are_kept_with_address_and_date(call: Callable, own_place: Path):
    dated = page("Cy Dunn", head='<meta property="article:published_time" content="2019-08-07">')
    records = (INFO, ADA, record(response(dated), "https://courier.example/3"),
               record(response(b""), "https://courier.example/4", warc_type="revisit"))
    (own_place / "crawl").mkdir()
    (own_place / "crawl" / "one.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    ran = call("ingest", "crawl")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == ("Articles: 2 new.\n"
                       "Passed over: 1 visits that found the same page again, 1 records that are no pages.\n")
    said = [json.loads(call("said", name).out)["items"][0]["document"] for name in ("Ada Quill", "Cy Dunn")]
    assert [(one["url"], one["published_at"], one["archived_at"][:10]) for one in said] == [
        ("https://courier.example/1", None, "2021-03-04"), ("https://courier.example/3", "2019-08-07", "2021-03-04")]
    assert call("ingest", "crawl/one.warc.gz").out.startswith("Articles: 2 already here.\n")


def test_a_damaged_record_is_told_with_its_number_and_the_status_says_so(call: Callable, own_place: Path):
    (own_place / "one.warc").write_bytes(ADA[:-200] + BO)
    ran = call("ingest", "one.warc")
    assert (ran.status, ran.out) == (1, "Articles: 1 new, 1 failed.\n")
    assert ran.err == "quotes: one.warc, record 1 (https://courier.example/1): it is longer or shorter than it says\n"


ENDLESS = [
    record(b"", length="0").replace(b"\r\n\r\n", b"\r\n" + b"X-A: b\r\n" * 40_000),
    record(response(b"", *["X-A: b"] * 40_000)),
    record(response(b"", "X-A: b\r\n " + "c\r\n " * 90_000)),
]


@pytest.mark.parametrize("number", range(len(ENDLESS)))
def test_a_head_without_end_is_told_and_stops_no_other_record(tmp_path: Path, number: int):
    assert found(tmp_path, gzip.compress(ENDLESS[number]) + gzip.compress(BO)) == [
        "the head of the record is longer than 256 kB", "Bo"]


def test_a_long_head_is_read(tmp_path: Path, packed: Callable[..., bytes]):
    cookies = ["Set-Cookie: a=b"] * 5_000
    assert found(tmp_path, packed(record(response(page("Ada Quill"), *cookies)), BO)) == ["Ada", "Bo"]


@pytest.mark.parametrize("starts, last", [
    (FALSE_STARTS // 2, ["it is cut off", "Bo"]),
    (FALSE_STARTS + 2, ["its gzip data is damaged", NOT_SEARCHED]),
])
def test_beginnings_of_members_are_tried_so_often(tmp_path: Path, starts: int, last: list[str]):
    assert found(tmp_path, gzip.compress(ADA) + MAGIC * starts + gzip.compress(BO)) == ["Ada", *last]


def test_a_member_that_unpacks_without_end_is_left(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(gzip_members, "FREE", 100_000)
    bomb = gzip.compress(record(b"0" * 3_000_000, warc_type="resource"))
    assert found(tmp_path, bomb + gzip.compress(BO)) == [
        "no page", "it is cut off", f"{BOMB}; what it held after this is lost", "Bo"]
    monkeypatch.undo()
    assert found(tmp_path, bomb + gzip.compress(BO)) == ["no page", "Bo"]
