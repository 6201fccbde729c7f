"""What strings are let in."""

from __future__ import annotations

import pytest

from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.text_fields import is_web_address


def faults(**article):
    return ArticleSchema().validate({"text": "Some words.", **article})


@pytest.mark.parametrize("address", [
    "http://a.example", "https://a.example/b?c=d#e", "https://a.example:8443/ü", "HTTPS://A.EXAMPLE/x",
    "https://[::1]/x", "https://a.example/#:~:text=two%20words",
])
def test_web_addresses(address):
    assert is_web_address(address)
    assert not faults(url=address)


@pytest.mark.parametrize("address", [
    "", "a.example", "//a.example/b", "/path", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
    "https://", "https:///path", "ftp://a.example", " https://a.example", "https://a.example/two words",
    "java\nscript:alert(1)", "https://a.example/\u202e", "https://a.example:99999/", "https://[::1/", "vbscript:x",
])
def test_what_is_no_web_address(address):
    assert not is_web_address(address)
    assert "url" in faults(url=address)


@pytest.mark.parametrize("moment", [
    "2024-12-08", "2024-12-08T09:30", "2024-12-08T09:30:00Z", "2024-12-08 09:30:00+01:00",
    "2024-12-08T09:30:00.123+0100",
])
def test_moments(moment):
    assert not faults(published_at=moment)


@pytest.mark.parametrize("moment", [
    "", "yesterday", "2024", "2024-12", "2024-02-30", "08.12.2024", "2024-12-08T25:00", "2024-12-08Tmorning",
    "2024-12-08\n", "٢٠٢٤-١٢-٠٨",
])
def test_what_is_no_moment(moment):
    assert "published_at" in faults(published_at=moment)


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "zh-Hant-TW", "EN"])
def test_languages(language):
    assert not faults(language=language)


@pytest.mark.parametrize("language", ["", "e", "english!", "en_GB", "en-", "12"])
def test_what_is_no_language(language):
    assert "language" in faults(language=language)


@pytest.mark.parametrize("field", ["text", "html", "url", "title", "publisher", "byline", "published_at", "language"])
@pytest.mark.parametrize("words", ["a\0b", "a\ud800b", "\udfff", 1, ["a"], {"a": "b"}, True])
def test_no_field_lets_in_what_no_text_can_hold(field, words):
    assert field in ArticleSchema().validate({field: words})
