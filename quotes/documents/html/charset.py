"""Bytes of a page made characters, and the checks that come before anything is built from them."""

from __future__ import annotations

import codecs
import re

from quotes.records.errors import InvalidInput

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.IGNORECASE)
HEAD = 16_384  # bytes: the standard looks at 1,024, some real pages declare it later
# What begins the files that are often sent by mistake.
FILE_KINDS = {
    b"%PDF-": "a PDF file", b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document", b"\x1f\x8b": "gzip data; unpack it first",
}
# Pages that declare the first of these were always shown as the second.
AS_SHOWN = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252",
            "us-ascii": "windows-1252", "iso8859-1": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030",
            "shift_jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "tis-620": "cp874"}
UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-16")
BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
MOST_FAULTS = 0.02  # of the bytes beyond ASCII; more than that is another charset than UTF-8, or no text


def decode_page(raw: bytes, charset: str | None = None) -> str:
    """The characters of a page.

    In this order: a byte-order mark; UTF-8 if the bytes are that without a fault, whatever is declared, because
    no other charset looks like it by chance; UTF-8 with faults if the server or the page declares it and most of what
    is beyond ASCII is in fact UTF-8, each fault shown as U+FFFD, as browsers do; what the server declared, which is
    `charset`; what the page declares; UTF-8 with a few faults, as in a page cut off; windows-1252. Raises InvalidInput
    for files that are no page.
    """
    for mark, unicode in MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(unicode, "replace"))
    for start, kind in FILE_KINDS.items():
        if raw.startswith(start):
            raise InvalidInput(f"This is {kind}, not a page of HTML.", "html")
    if b"\x00" in raw:
        raise InvalidInput("The page holds NUL bytes, as binary files do; send HTML.", "html")
    try:
        return _checked(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_other(raw, charset))


def _decode_other(raw: bytes, charset: str | None) -> str:
    """The characters of bytes that are not clean UTF-8."""
    head = raw[:HEAD]
    declared = XML_DECLARED.search(head) or DECLARED.search(head)
    names = (charset, declared[1].decode("ascii", "ignore") if declared else None)
    known = [found for found in (_known(name) for name in names if name) if found]
    text = raw.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if "utf-8" in known and faults < sum(1 for _ in BEYOND_ASCII.finditer(text)):
        return text
    for name in known:
        if name not in UNICODE:
            return raw.decode(name, "replace")
    beyond = sum(raw.count(byte) for byte in range(0xC2, 0xF5))
    return text if faults <= 1 + MOST_FAULTS * beyond else raw.decode("windows-1252", "replace")


def _known(name: str) -> str | None:
    name = name.strip().lower()
    try:
        return codecs.lookup(AS_SHOWN.get(name, name)).name
    except LookupError:
        return None


def _checked(text: str) -> str:
    """The text, unless it holds what no page holds."""
    if "\x00" in text:
        raise InvalidInput("The page holds NUL characters, as binary files do; send HTML.", "html")
    sample = text[:20_000]
    odd = sum(map(sample.count, ("\ufffd", *map(chr, range(1, 9)), *map(chr, range(14, 27)))))
    if odd > 20 and odd > len(sample) / 10:
        raise InvalidInput("This is not text in any charset that it could be in; send HTML.", "html")
    return text
