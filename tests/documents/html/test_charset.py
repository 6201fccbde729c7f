"""Bytes of pages: the charset is found by what they are before what they say."""

from __future__ import annotations

import codecs

import pytest

from quotes.documents.html.charset import decode_page
from quotes.records.errors import InvalidInput

WORDS = "<p>“Größe”, sagte sie – déjà vu. 5 €</p>"
FILLER = "<p>Nothing but plain words stands here, again and again.</p>" * 50


@pytest.mark.parametrize("raw, expected", [
    (WORDS.encode(), WORDS),
    (codecs.BOM_UTF8 + WORDS.encode(), WORDS),
    (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), WORDS),
    (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS),
    # Nothing declared, and no UTF-8.
    (WORDS.encode("windows-1252"), WORDS),
    # Declared wrongly: the bytes are UTF-8, whatever the page says.
    (b'<meta charset="iso-8859-1">' + WORDS.encode(), '<meta charset="iso-8859-1">' + WORDS),
    (b'<meta charset="utf-8">' + WORDS.encode("windows-1252"), '<meta charset="utf-8">' + WORDS),
    # Declared rightly.
    ('<meta charset="windows-1251"><p>«Нет», сказала она</p>'.encode("windows-1251"),
     '<meta charset="windows-1251"><p>«Нет», сказала она</p>'),
    ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>「いいえ」</p>'.encode("cp932"),
     '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>「いいえ」</p>'),
    ('<?xml version="1.0" encoding="iso-8859-2"?><p>Łódź</p>'.encode("iso-8859-2"),
     '<?xml version="1.0" encoding="iso-8859-2"?><p>Łódź</p>'),
    # The standard takes ISO-8859-1 for windows-1252, with its curly marks.
    ('<meta charset="iso-8859-1"><p>“No”</p>'.encode("windows-1252"), '<meta charset="iso-8859-1"><p>“No”</p>'),
    (b'<meta charset="no-such-charset"><p>x</p>', '<meta charset="no-such-charset"><p>x</p>'),
    (b"", ""),
])
def test_a_charset_is_found(raw: bytes, expected: str):
    assert decode_page(raw) == expected


@pytest.mark.parametrize("declared, charset, expected", [
    ("", "windows-1251", "«Нет»"),
    ("iso-8859-2", "windows-1251", "«Нет»"),  # the server is believed before the page
    ("windows-1251", "no-such-charset", "«Нет»"),
    ("windows-1251", None, "«Нет»"),
    ("windows-1251", "utf-8", "«Нет»"),  # what the bytes cannot be is not believed
])
def test_what_the_server_declares_comes_before_what_the_page_does(declared: str, charset: str | None, expected: str):
    page = f'<meta charset="{declared}"><p>«Нет»</p>'.encode("windows-1251")
    assert expected in decode_page(page, charset)
    assert decode_page("<p>«Нет»</p>".encode(), charset) == "<p>«Нет»</p>"


def test_a_page_cut_inside_a_character_stays_utf_8():
    assert decode_page((FILLER + WORDS + "“").encode()[:-1]).startswith(FILLER + WORDS)


@pytest.mark.parametrize("bad", [b"\x92", b"\xe2\x80", b"\xff\xfe\x93", b"\xe9 \xe8 \xe0 \xf6"])
@pytest.mark.parametrize("declared, charset", [("utf-8", None), ("UTF-8", None), ("", "utf-8"), ("iso-8859-1", "utf8")])
def test_a_page_that_declares_utf_8_keeps_it_over_some_bad_bytes(declared: str, charset: str | None, bad: bytes):
    raw = f'<meta charset="{declared}">{WORDS}'.encode() + b"<p>Don" + bad + b"t</p>"
    page = decode_page(raw, charset)
    assert WORDS in page and "\ufffd" in page


@pytest.mark.parametrize("declared", ["utf-8", ""])
def test_a_page_with_more_faults_than_characters_of_utf_8_is_something_else(declared: str):
    raw = f'<meta charset="{declared}"><p>5 €</p>'.encode() + WORDS.encode("windows-1252")
    assert WORDS in decode_page(raw)


@pytest.mark.parametrize("raw, sentence", [
    (b"%PDF-1.7\n...", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff\xe0..JFIF", "JPEG"),
    (b"GIF89a", "GIF"),
    (b"PK\x03\x04....", "ZIP"),
    (b"\x1f\x8b\x08", "unpack"),
    (b"<p>One\x00two</p>", "NUL"),
    (b"\x01\x02\x03\x04\x05\x06\x07" * 100, "not text"),
    (codecs.BOM_UTF16_LE + b"<\x00\x00\x00", "NUL"),
])
def test_other_files_are_refused_by_name(raw: bytes, sentence: str):
    with pytest.raises(InvalidInput, match=sentence):
        decode_page(raw)
