"""Feeds, read by a feed reader, held to the rules of their formats, and asked for again."""

from __future__ import annotations

import json
from datetime import datetime
from xml.etree import ElementTree

import feedparser
import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup
from tests.api.shelf import hostile_reading

PATHS = ["/feed", "/speakers/s1/feed"]
KINDS = {"atom": "application/atom+xml", "json": "application/feed+json"}
ATOM = "{http://www.w3.org/2005/Atom}"
JSON_MEMBERS = {"version", "title", "home_page_url", "feed_url", "next_url", "items"}
ITEM_MEMBERS = {"id", "url", "external_url", "title", "content_text", "summary", "date_published", "date_modified",
                "authors"}


def rfc3339(moment):
    assert "T" in moment and datetime.fromisoformat(moment).tzinfo is not None
    return moment


def check_atom(text):
    """The rules of RFC 4287 for what we write; the root."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    for node in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (only,) = node.findall(f"{ATOM}{name}")
            assert only.text
        rfc3339(node.find(f"{ATOM}updated").text)
        assert node.find(f"{ATOM}id").text.startswith(PUBLIC)
        assert node.find(f"{ATOM}author/{ATOM}name").text
        assert len([link for link in node.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]) == 1
        assert all(link.get("href") for link in node.findall(f"{ATOM}link"))
    (own,) = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("type") == "application/atom+xml"
    ids = [entry.find(f"{ATOM}id").text for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return root


def check_json(text):
    """The rules of JSON Feed 1.1 for what we write; the feed."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    assert set(feed) <= JSON_MEMBERS
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert set(item) <= ITEM_MEMBERS
        assert isinstance(item["id"], str) and item["content_text"]
        assert all(rfc3339(item[name]) for name in ("date_published", "date_modified") if name in item)
        assert all(author["name"] for author in item.get("authors", []))
    return feed


CHECKS = {"atom": check_atom, "json": check_json}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path, query", [(path, query) for path in PATHS for query in (
    "", "?q=wall", "?publisher=Shore+Gazette&limit=1", "?kind=post", "?from=2030-01-01", "?verdict=certain")]
    + [("/feed", "?speaker=oduya"), ("/feed", "?speaker=nobody")])
def test_feeds_keep_to_their_rules(client, shelf, kind, path, query):
    response = client.get(f"{path}.{kind}{query}")
    assert response.status_code == 200 and response.mimetype == KINDS[kind]
    CHECKS[kind](response.data)


def test_a_feed_reader_reads_atom_without_complaint(client, shelf):
    feed = feedparser.parse(client.get("/speakers/s1/feed.atom").data)
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.title == "Quotes by Mirela Oduya"
    assert [entry.author for entry in feed.entries] == ["Mirela Oduya"] * 2
    words = {entry.content[0].value for entry in feed.entries}
    assert words == {"The wall will hold,", "a ‘bedtime story’ for adults."}
    links = {link.rel: link.href for link in feed.entries[-1].links}
    assert links["alternate"] == f"{PUBLIC}/quotes/q1"


def test_json_feed_says_the_same_as_atom(client, shelf):
    items = check_json(client.get("/feed.json?speaker=oduya").data)["items"]
    entries = feedparser.parse(client.get("/feed.atom?speaker=oduya").data).entries
    assert [item["id"] for item in items] == [entry.id for entry in entries]
    assert [item["content_text"] for item in items] == [entry.content[0].value for entry in entries]
    assert [item["date_published"] for item in items] == [entry.published for entry in entries]
    assert items[0]["title"].startswith("Mirela Oduya: “")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", PATHS)
def test_a_feed_that_has_not_changed_is_not_sent_again(client, shelf, kind, path):
    first = client.get(f"{path}.{kind}")
    again = client.get(f"{path}.{kind}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(f"{path}.{kind}")
    assert head.headers["ETag"] == first.headers["ETag"] and head.data == b""


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_who_asks_by_date_gets_corrections_as_well(client, shelf, keys, kind):
    first = client.get(f"/feed.{kind}")
    since = {"If-Modified-Since": first.headers.get("Last-Modified", "Fri, 01 Jan 2100 00:00:00 GMT")}
    version = {"If-Match": client.get("/v1/quotes/q1").headers["ETag"]}
    change = {"speaker": {"name": "Wenna Pascoe"}}
    assert client.patch("/v1/quotes/q1", json=change, headers=keys["write"] | version).status_code == 200
    again = client.get(f"/feed.{kind}", headers=since)
    assert again.status_code == 200 and "Wenna Pascoe" in again.get_data(as_text=True)


def test_an_entry_says_when_it_was_corrected(client, shelf, keys):
    def entries():
        found = {item["id"]: item for item in check_json(client.get("/feed.json").data)["items"]}
        told = {entry.id: entry.updated for entry in feedparser.parse(client.get("/feed.atom").data).entries}
        assert told == {page: item["date_modified"] for page, item in found.items()}
        return told

    shelf.engine.ask("UPDATE document SET arrived_at = '2025-01-01T00:00:00+00:00'")
    before = entries()
    version = {"If-Match": client.get("/v1/quotes/q1").headers["ETag"]}
    client.patch("/v1/quotes/q1", json={"speaker": None}, headers=keys["write"] | version)
    after = entries()
    assert [page for page in before if after[page] > before[page]] == [f"{PUBLIC}/quotes/q1"]
    assert max(before.values()) < after[f"{PUBLIC}/quotes/q1"]


def test_a_new_quote_changes_the_feed(client, shelf):
    first = client.get("/feed.atom").headers["ETag"]
    text = "“Late again,” said Ona Brandt."
    quote = Quote("q1", "direct", "Late again,", 1, 12, "unknown", 0.1)
    keep(shelf, Reading(Document(text, engine="quotes test"), (quote,)))
    again = client.get("/feed.atom", headers={"If-None-Match": first})
    assert again.status_code == 200
    newest = feedparser.parse(again.data).entries[0]
    assert newest.author == "Speaker unknown" and newest.updated > "2026"


@pytest.mark.parametrize("kind", KINDS)
def test_older_entries_are_linked(client, many, kind):
    response = client.get(f"/feed.{kind}?limit=50")
    found = CHECKS[kind](response.data)
    following = found["next_url"] if kind == "json" else next(
        link.get("href") for link in found.findall(f"{ATOM}link") if link.get("rel") == "next")
    older = CHECKS[kind](client.get(following.removeprefix(PUBLIC)).data)
    assert len(older["items"] if kind == "json" else older.findall(f"{ATOM}entry")) == 3


@pytest.mark.parametrize("words", ["a\x0bb\x1f", "</title><script>", "&lt;b&gt;", "]]>", "\ufffe x",
                                   "e\u0301\u202e", "\U0001f600"])
def test_any_words_make_a_sound_feed(client, store, words):
    keep(store, hostile_reading(words))
    feed = feedparser.parse(client.get("/feed.atom").data)
    assert not feed.bozo and len(feed.entries) == 2
    check_atom(client.get("/feed.atom").data)
    check_json(client.get("/feed.json").data)
    assert ElementTree.fromstring(client.get("/feed.atom").data).find(".//{http://www.w3.org/1999/xhtml}script") is None


@pytest.mark.parametrize("address", ["/speakers/s99/feed.json", "/speakers/x/feed.atom", "/feed.xml", "/feed"])
def test_feeds_that_are_not_there(client, shelf, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["format=csv", "expand=document", "limit=0", "speaker=", "kind=x", "cursor=abc"])
def test_bad_parameters_of_feeds(client, shelf, query):
    response = client.get(f"/feed.json?{query}")
    assert response.status_code == 422
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_speakers_feed_takes_no_other_speaker(client, shelf):
    assert client.get("/speakers/s1/feed.json?speaker=s2").status_code == 422


def announced(client, address):
    """The JSON Feeds that a page announces, by their titles; each has an Atom feed of the same title beside it."""
    links = [link for link in Markup(client.get(address).text).all("link")
             if link["rel"] == "alternate" and link["type"] in KINDS.values()]
    found = {kind: {link["title"]: link["href"] for link in links if link["type"] == media_type}
             for kind, media_type in KINDS.items()}
    assert found["atom"].keys() == found["json"].keys()
    assert [href.replace("feed.json", "feed.atom") for href in found["json"].values()] == [*found["atom"].values()]
    return found["json"]


ANNOUNCED = [
    ("/", "Latest quotes", ["q5", "q4", "q3", "q2", "q1"]),
    ("/?q=wall", "Quotes with wall", ["q1"]),
    ("/?q=wall+%26+boots%3F", "Quotes with wall & boots?", []),
    ("/?q=boots", "Quotes with boots", ["q5"]),
    ("/?q=%E2%80%94", "Quotes with —", []),
    ("/speakers/s1", "Mirela Oduya", ["q2", "q1"]),
    ("/speakers/s1?q=wall&kind=&publisher=", "Mirela Oduya, narrowed as here", ["q1"]),
    ("/speakers/s1?kind=mixed&publisher=shore+gazette&from=2025-01-01&to=2025-12-31", "Mirela Oduya, narrowed as here",
     ["q2"]),
    ("/speakers/s2", "a clerk", ["q4"]),
    ("/documents/d1", "Quotes of this article", ["q5", "q4", "q3", "q2", "q1"]),
    ("/documents/d1", "Quotes in Shore Gazette", ["q5", "q4", "q3", "q2", "q1"]),
]


@pytest.mark.parametrize("address, title, ids", ANNOUNCED)
def test_a_page_announces_the_feeds_of_what_it_shows(client, shelf, address, title, ids):
    keep(shelf, hostile_reading("elsewhere"))
    feed = announced(client, address)[title]
    written = client.get(feed)
    assert (written.status_code, written.mimetype) == (200, KINDS["json"])
    said = [item["id"].rpartition("/")[2] for item in check_json(written.data)["items"]]
    assert [one for one in said if one in ("q1", "q2", "q3", "q4", "q5")] == ids
    assert address == "/" or said == ids
    atom = client.get(feed.replace("feed.json", "feed.atom"))
    assert (atom.status_code, atom.mimetype) == (200, KINDS["atom"])
    assert len(check_atom(atom.data).findall(f"{ATOM}entry")) == len(said)


@pytest.mark.parametrize("address", [
    "/try", "/verify", "/speakers/s9", "/documents/d9", "/problems/not-found", "/docs/"])
def test_other_pages_announce_none(client, shelf, address):
    assert announced(client, address) == {}


@pytest.mark.parametrize("publisher", [None, " ", "x" * 401])
def test_an_outlet_that_cannot_be_asked_for_has_no_feed(client, store, publisher):
    keep(store, Reading(Document("“Boots,” he said.", publisher=publisher), ()))
    assert [*announced(client, "/documents/d1")] == ["Quotes of this article"]


@pytest.mark.parametrize("words", ['"><b>&', "a&q=b", "Ünïcode “marks” #1", "-"])
def test_every_announced_feed_answers_whatever_the_words(client, store, words):
    keep(store, hostile_reading(words))
    for address in ("/documents/d1", "/speakers/s1"):
        feeds = announced(client, address)
        assert feeds
        for feed in feeds.values():
            assert json.loads(client.get(feed).data)["items"]
