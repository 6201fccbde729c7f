"""The day on which an article was published: what is believed, what says so, and what is passed over."""

from __future__ import annotations

import pytest

from quotes.documents.html.date_line import day_in_address, day_in_title, line_of
from quotes.documents.reader import read_article
from quotes.records.document import Article

PROSE = ("<p>The ferry to the outer islands will not sail this winter, the harbour board decided after a long night of "
         "talks. “Nobody asked the people who live there,” said Wenna Pascoe, who runs the ticket office.</p>"
         "<p>The board wants to look at the matter again when the new boat has been paid for, and not before.</p>"
         "<p>Until then a mail boat will sail twice a week, on days when the wind allows it, with room for six.</p>")
HEADLINE = "Ferry to the outer islands stops for the winter"
LD = '<script type="application/ld+json">{}</script>'


def tag(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def dated(head: str = "", line: str = "", url: str | None = None, title: str = HEADLINE,
          after: str = "") -> tuple[str | None, str | None]:
    page = (f"<html lang='en'><head><title>{title}</title>{head}</head><body><main><h1>{HEADLINE}</h1>{line}"
            f"<article>{PROSE}</article>{after}</main></body></html>")
    document = read_article(Article(html=page, url=url))
    return document.published_at, document.published_from


PUBLISHED = tag("article:published_time", "{}", "property")
STATED = [
    (PUBLISHED.format("2024-05-16"), "2024-05-16", "meta"),
    (PUBLISHED.format("2024-05-16 10:00:00 +0100"), "2024-05-16T10:00:00+01:00", "meta"),
    (tag("pubdate", "May 16, 2024"), "2024-05-16", "meta"),
    (tag("date", "16. Mai 2024, 10 Uhr"), "2024-05-16", "meta"),
    (tag("bt:pubDate", "20240516T08:00:00Z", "property"), "2024-05-16T08:00:00+00:00", "meta"),
    (tag("pub_date", "20240516"), "2024-05-16", "meta"),
    (tag("article:publicationdate", "Thu May 16 21:30:09 EST 2024"), "2024-05-16", "meta"),
    (tag("article_date_original", "Thursday, May 16, 2024, 08:19 PM"), "2024-05-16", "meta"),
    (tag("dcterms.issued", "2024-05-16T20:00:00+02:00"), "2024-05-16T20:00:00+02:00", "meta"),
    (tag("datePublished", "2024-05-16T10:34:55-04:00", "itemprop"), "2024-05-16T10:34:55-04:00", "meta"),
    (tag("pubdate", "May 16, 2024 10:34 AM ET") + tag("date", "2024-05-16T10:34:55-04:00"),
     "2024-05-16T10:34:55-04:00", "meta"),
    (LD.format('{"@type":"NewsArticle","datePublished":"2024-05-16"}') + PUBLISHED.format("2024-05-18"),
     "2024-05-16", "json-ld"),
    (LD.format('{"@type": "NewsArticle", "keywords": ["a", "b", ], "datePublished": "2024-05-16T10:00:00+01:00"}'),
     "2024-05-16T10:00:00+01:00", "json-ld"),
    (LD.format('<![CDATA[ {"@type": ["NewsArticle"], "datePublished": "2024-05-16"} ]]>'), "2024-05-16", "json-ld"),
]


@pytest.mark.parametrize("head, written, origin", STATED)
def test_what_a_page_states(head: str, written: str, origin: str):
    assert dated(head) == (written, origin)


@pytest.mark.parametrize("head", [
    "", PUBLISHED.format("0001-01-01T00:00:00"), PUBLISHED.format("2024-13-40"), PUBLISHED.format("yesterday"),
    PUBLISHED.format(""), tag("last-modified", "2024-05-16"), tag("article:modified_time", "2024-05-16", "property"),
    tag("revision_date", "2024-05-16"), tag("og:updated_time", "2024-05-16", "property"), tag("copyright", "2024"),
    tag("article:expiration_time", "2024-05-16", "property"), tag("video:release_date", "2024-05-16", "property"),
    tag("date", "2024-05-16", "http-equiv"), tag("copyright", "© 2024-05-16"),
    LD.format('{"@type":"NewsArticle","dateModified":"2024-05-16"}'),
    LD.format('{"@type":"Recipe", "datePublished":"2024-05-16", }'),
])
def test_what_is_no_date_of_publication(head: str):
    assert dated(head) == (None, None)


LINES = [
    ("<p>By Ida Moss</p><p>May 16, 2024</p>", "2024-05-16"),
    ("<p>By Ida Moss, Thursday, 16 May 2024, 3:51 pm</p>", "2024-05-16"),
    ("<p>Published 11:34 PM EST May 16, 2024</p>", "2024-05-16"),
    ("<div>Published May 16, 2024</div><div>Modified May 18, 2024</div>", "2024-05-16"),
    ("<div>Updated May 18, 2024</div><div>Published May 16, 2024</div>", "2024-05-16"),
    ("<p>May 16, 2024 at 2:30 PM, updated May 18, 2024 at 3:55 PM</p>", "2024-05-16"),
    ("<p>Moss 2024-05-18T17:27:31+02:00 Mai 16th, 2024 | Hafen | 3 Kommentare</p>", "2024-05-16"),
    ("<p>Donnerstag, 16. Mai 2024</p>", "2024-05-16"), ("<p>Hafen // 16.05.2024</p>", "2024-05-16"),
    ("<p>Party, 16.5.24</p>", "2024-05-16"), ("<p>Publié le 16 mai 2024 à 9h05</p>", "2024-05-16"),
    ("<p>16/05/2024</p>", "2024-05-16"), ("<p>05/16/2024</p>", "2024-05-16"), ("<p>05/05/2024</p>", "2024-05-05"),
    ("<p>Opublikowano: 2024-05-16 17:13:04.031886+02:00</p>", "2024-05-16"), ("<p>2024年5月16日</p>", "2024-05-16"),
    ("<time datetime='2024-05-16T10:00:00+01:00'>16 May</time>", "2024-05-16T10:00:00+01:00"),
    # Rejections.
    ("<p>By Ida Moss</p>", None), ("<p>04/05/2024</p>", None), ("<p>May 2024</p>", None),
    ("<p>© 2024 Quay News</p>", None),
    ("<p>Updated May 18, 2024</p>", None), ("<p>Last modified on Monday, May 18, 2024</p>", None),
    ("<p>Aktualisiert: 18. Mai 2024</p>", None), ("<p>Wydrukowano: 2024-05-18 22:22:17</p>", None),
    ("<p>Accessed 18 May 2024</p>", None), ("<p>Actualizado el 18 de mayo de 2024</p>", None),
    ("<p>Wenna Pascoe at the ticket office on May 16, 2024, before the doors were opened to the public.</p>", None),
    ("<p>The boat was bought on May 16, 2014. Nobody has sailed in it since, and nobody means to.</p>", None),
    ("<time class='updated' datetime='2024-05-18'>18 May</time>", None),
    ("<aside><time datetime='2024-05-18'>18 May</time></aside>", None),
    ("<div class='related-teasers'><time datetime='2024-05-18'>18 May</time></div>", None),
    ("<blockquote><time datetime='2024-05-18'>18 May</time></blockquote>", None),
]


@pytest.mark.parametrize("line, written", LINES)
def test_what_a_page_prints_by_its_headline(line: str, written: str | None):
    found = dated(line=line)
    assert found == (written, written and ("time" if "<time" in line else "text"))


def test_dates_far_from_the_headline_are_of_something_else():
    others = "".join(f"<p>Some other headline of that week</p><p>May {day}, 2024</p>" for day in range(10, 20))
    assert dated(after=f"<section><h2>More</h2>{others}</section>") == (None, None)


ADDRESSES = [
    ("https://quay.example/2024/05/16/ferry", "2024-05-16"),
    ("https://quay.example/news/2024/may/16/ferry", "2024-05-16"),
    ("https://quay.example/20240516/ferry", "2024-05-16"), ("https://quay.example/diary/20240516.html", "2024-05-16"),
    ("https://quay.example/2024-05-16-ferry", "2024-05-16"),
    ("https://quay.example/2024/POLITICS/05/16/f/", "2024-05-16"),
    ("https://quay.example/ferry-20240516-p60.html", "2024-05-16"),
    ("https://quay.example/2024/05/ferry", None), ("https://quay.example/story/40651467", None),
    ("https://quay.example/2024/13/40/ferry", None), ("https://quay.example/1624/05/16/ferry", None),
    ("https://quay.example/a-16863843", None), ("https://quay.example/?d=2024/05/16", None), (None, None), ("", None),
    ("https://[quay.example/2024/05/16/ferry", None),
]


@pytest.mark.parametrize("url, day", ADDRESSES)
def test_the_day_in_an_address(url: str | None, day: str | None):
    found = day_in_address(url)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize("title, day", [
    ("Ferry stops | Quay | 16.05.2024", "2024-05-16"), ("Ferry stops - May 16, 2024", "2024-05-16"),
    ("What May 16, 2024 was about", None), ("Ferry stops 16.05.2024", None), ("", None), (None, None),
])
def test_the_day_at_the_end_of_a_title(title: str | None, day: str | None):
    found = day_in_title(title)
    assert (found and found.isoformat()) == day


URL = "https://quay.example/2024/05/16/ferry"
SHOWN = [
    # In UTC it was the next day already: the page's own day is that of its address, its line, or a second time.
    (PUBLISHED.format("2024-05-17T03:31:06Z"), "", URL, "2024-05-16", "url"),
    (PUBLISHED.format("2024-05-17T03:31:06Z"), "<p>May 16, 2024 11:31 PM</p>", None,
     "2024-05-16T23:31:06-04:00", "meta"),
    (PUBLISHED.format("2024-05-17T03:31:06Z"), "<p>May 16, 2024</p>", None, "2024-05-16", "text"),
    (PUBLISHED.format("2024-05-17T03:31:06Z") + tag("sailthru.date", "2024-05-16 23:31:06"), "", None,
     "2024-05-16T23:31:06-04:00", "meta"),
    (PUBLISHED.format("2024-05-17T03:31:06Z"), "<p>May 17, 2024</p>", None, "2024-05-17T03:31:06+00:00", "meta"),
    (PUBLISHED.format("2024-05-15T16:34:54Z"), "", URL, "2024-05-16", "url"),
    # A date after the one in the address is an update's; one before it is believed.
    (PUBLISHED.format("2024-05-19T18:37:32+02:00"), "", URL, "2024-05-16", "url"),
    (PUBLISHED.format("2024-05-14"), "", URL, "2024-05-14", "meta"),
    ("", "<p>May 10, 2024</p>", URL, "2024-05-10", "text"),  # an issue bears a later day
    ("", "<p>May 18, 2024</p>", URL, "2024-05-16", "url"), ("", "<p>May 10, 2019</p>", URL, "2024-05-16", "url"),
]


@pytest.mark.parametrize("head, line, url, written, origin", SHOWN)
def test_the_day_is_the_one_that_the_page_shows(head: str, line: str, url: str | None, written: str, origin: str):
    assert dated(head, line, url) == (written, origin)


def test_what_a_caller_says_wins():
    page = f"<html><head>{PUBLISHED.format('2024-05-16')}</head><body>{PROSE}</body></html>"
    read = read_article(Article(html=page, published_at="2024-05-01", archived_at="2025-01-02T03:04:05Z"))
    assert (read.published_at, read.published_from, read.archived_at) == (
        "2024-05-01", "caller", "2025-01-02T03:04:05+00:00")
    assert read_article(Article(text="Some text.", published_at="2024-05-01")).published_from == "caller"
    assert read_article(Article(text="Some text.")).published_from is None


@pytest.mark.parametrize("text", ["", "x" * 5000, "1/1/1", "May May May", "2024-02-30", "99.99.9999", "12:99 May 4"])
def test_odd_lines_are_no_dates(text: str):
    assert line_of(text) is None
