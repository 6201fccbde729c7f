"""Reading an article opens no connection, whatever its page points at."""

from __future__ import annotations

import socket

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.errors import InvalidInput

POINTING = (
    '<img src="http://127.0.0.1/x"><iframe src="http://169.254.169.254/"></iframe><link rel="stylesheet" href="//h/x">',
    '<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://127.0.0.1/a.dtd"><html><body>“No.”</body></html>',
    '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include href="file:///etc/passwd"/>“No.”</body>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>“&b;,” said Ona Brandt.</p></body></html>',
    '<?xml-stylesheet href="http://127.0.0.1/a.xsl"?><html><head><base href="http://127.0.0.1/"></head></html>',
)


@pytest.mark.parametrize("page", POINTING)
def test_a_page_is_read_without_a_connection(page: str, monkeypatch: pytest.MonkeyPatch):
    def refuse(*told: object, **more: object) -> None:
        raise AssertionError(f"a connection was opened: {told}")

    for name in ("create_connection", "getaddrinfo", "socket"):
        monkeypatch.setattr(socket, name, refuse)
    try:
        reading = read_document(Article(html=page, url="http://127.0.0.1/article"))
    except InvalidInput:
        return
    assert "root:" not in reading.document.text
