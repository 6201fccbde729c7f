"""Attempts to take somebody's place, as an outside caller would make them, and honest articles that look like them."""

from __future__ import annotations

import re
from shutil import copy
from typing import Any

import pytest

from quotes.api.app import create_app
from quotes.settings import read_settings
from tests.api.conftest import made
from tests.collection.linking.test_account_claims import page, post

DATA = re.compile(r"<script.*?</script>", re.DOTALL)
VICTIM = "https://victim.example/a"
EVIL = "https://evil.example/{}"
FORGED = page(named="Mayor Dorian Marsh", said="I sold the pier")
LONE = [  # what an account shows that no article ties to anybody: display name, handle
    ("Dorian Marsh", "evil"), ("Dorian Marsh ✅", "evil"), ("Dorian\u00a0Marsh", "evil"), ("Marsh, Dorian", "evil"),
    ("D\u0335orian Marsh", "evil"), ("Dor\u200bian Marsh", "evil"), ("\u202ehsraM nairoD\u202c", "evil"),
    ("", "dorianmarsh"), ("", "DorianMarsh1"), ("Mayor Dorian Marsh", "therealdorianmarsh"),
    ("D\u043erian Marsh", "evil"),
]
HEADS = [  # what a page says of itself, sent without an address
    '<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">',
    '<script type="application/ld+json">{{"@type": "NewsArticle", "url": "{}", "author": "Dorian Marsh"}}</script>',
    '<script type="application/ld+json">{{"@type": "NewsArticle", "mainEntityOfPage": {{"@id": "{}"}}}}</script>',
]
ADDRESSES = [VICTIM, "https://VICTIM.example/a#x", "https://victim.example:443/a", "https://victim.example./a",
             "https://victim.example@evil.example/a", "https://victim.example.evil.example/a",
             "https://www.victim.example/a", "https://victim-example.cdn.ampproject.org/c/s/victim.example/a", "https://v\u0456ctim.example/a"]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory):
    """A client, the headers of a key that may write, and how the victim stands."""
    path, keys = made(tmp_path_factory.mktemp("victim") / "empty.db", ())
    mine = path.with_name("quotes.db")
    copy(path, mine)
    app = create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{mine}", "QUOTES_RATE_LIMIT": "off"}))
    client = app.test_client()
    sent(client, keys, html=page(), url=VICTIM, publisher=None)
    assert client.post("/v1/speakers/s1/accounts", json={"platform": "twitter", "handle": "marsh_official"},
                       headers=keys["admin"]).status_code == 200
    return client, keys, standing(client)


def sent(client: Any, keys: Any, **article: Any) -> Any:
    answer = client.post("/v1/documents", json={k: v for k, v in article.items() if v}, headers=keys["write"])
    assert answer.status_code in (200, 201), answer.get_json()
    return answer.get_json()


def standing(client: Any) -> tuple[Any, Any, Any]:
    """The victim's quotes at its address, the names and accounts of its speaker."""
    speaker = client.get("/v1/speakers/s1").get_json()
    quotes = client.get("/v1/documents/d1/quotes").get_json()
    return ([(one["text"], one["status"]) for one in quotes["items"]], speaker["aliases"], speaker["accounts"])


def speaker_ids(client: Any, words: str) -> set[str]:
    found = client.get("/v1/quotes", query_string={"q": words, "limit": 100}).get_json()["items"]
    assert found, words
    return {one["speaker"]["id"] for one in found if one["speaker"]}


@pytest.mark.parametrize("number, shown", list(enumerate(LONE)))
def test_no_account_takes_a_persons_place(service, number: int, shown: tuple[str, str]):
    client, keys, before = service
    name, handle = shown[0], f"{shown[1]}{'' if shown[0] == '' else number}"
    words = f"Sell everything numbered {number + 700}"
    sent(client, keys, html=page(post(name, handle, words, number), named=None), url=EVIL.format(number))
    assert "s1" not in speaker_ids(client, words)
    assert standing(client) == before


def test_a_display_name_inside_an_article_makes_no_account_somebodys(service):
    client, keys, before = service
    named = page(post("Dorian Marsh", "evilguy", "The pier belongs to me alone", 50), said="We open at noon")
    sent(client, keys, html=named, url=EVIL.format(50))
    lone = page(post("Evil Guy", "evilguy", "Sell the lighthouse", 51), named=None)
    sent(client, keys, html=lone, url=EVIL.format(51))
    found = client.get("/v1/quotes", query_string={"q": "belongs to me alone"}).get_json()["items"]
    assert [(one["speaker"]["id"], one["verdict"]) for one in found] == [("s1", "likely")]  # found under him, no more
    assert "s1" not in speaker_ids(client, "Sell the lighthouse")
    assert standing(client) == before


def test_a_search_for_a_handle_finds_its_posts_whoever_is_linked_to_them(service):
    client, keys, _ = service
    for number, name in enumerate(("Dorian Marsh", "Evil Gull"), 60):
        named = page(post(name, "evilgull", f"We count the gulls {number}", number), said=f"Gulls are loud {number}")
        sent(client, keys, html=named, url=EVIL.format(number))
    for asked in ("@evilgull", "@EvilGull gulls"):
        found = client.get("/v1/search", query_string={"q": asked}).get_json()
        assert {one["post"]["handle"] for one in found["items"]} == {"evilgull"} and len(found["items"]) == 2
        assert (found["understood"]["account"], found["understood"]["speakers"]) == (asked[1:].split()[0], [])
        shown = client.get("/", query_string={"q": asked}).get_data(as_text=True)
        assert "Posts of @" in shown and "We count the gulls 61" in shown
    (listed,) = client.get("/v1/quotes?account=@EVILGULL&limit=1").get_json()["items"]
    assert listed["post"]["handle"] == "evilgull"


@pytest.mark.parametrize("number, address", list(enumerate(ADDRESSES)))
@pytest.mark.parametrize("head", HEADS[:1])
def test_no_page_revises_what_is_kept_of_the_address_that_it_claims(service, number: int, address: str, head: str):
    client, keys, before = service
    html = FORGED.replace("<body>", f"<head>{head.format(address)}</head><body>")
    html = html.replace("sold the pier", f"sold {number}")
    answer = sent(client, keys, html=html)
    assert answer["document"]["id"] != "d1" and answer["document"]["url_from"] == "page"
    assert standing(client) == before


@pytest.mark.parametrize("number, head", list(enumerate(HEADS)))
def test_nor_by_another_way_of_claiming_it_nor_at_its_own_address(service, number: int, head: str):
    client, keys, before = service
    html = FORGED.replace("<body>", f"<head>{head.format(VICTIM)}</head><body>")
    for url in (None, EVIL.format(f"copy{number}")):
        answer = sent(client, keys, html=html.replace("sold the pier", f"gave {number} away{url or ''}"), url=url)
        assert answer["document"]["id"] != "d1"
        assert url is None or answer["document"]["publisher"] == "evil.example"
    assert standing(client) == before


def test_an_outlets_name_at_another_address_is_a_claim(service):
    client, keys, _ = service
    head = '<head><meta property="og:site_name" content="Victim Gazette"></head><body>'
    told = sent(client, keys, html=FORGED.replace("<body>", head), url=EVIL.format("named"))["document"]
    shown = client.get(f"/documents/{told['id']}").get_data(as_text=True)
    assert "evil.example (calls itself “Victim Gazette”)" in shown
    found = client.get("/v1/quotes", query_string={"publisher": "Victim Gazette", "limit": 100}).get_json()["items"]
    assert all(one["document"]["publisher"] != "evil.example" for one in found)


def test_no_mark_turns_the_writing_on_a_page(service):
    client, keys, _ = service
    turned = page(named="Baker Vera Stolz", said="Bread \u202erises\u2066 daily")
    told = sent(client, keys, html=turned, url=EVIL.format("turned"))
    (quote,) = told["quotes"]
    assert "\u202e" in quote["text"]  # what was printed
    for where in (f"/quotes/{quote['id']}", f"/documents/{told['document']['id']}", f"/quotes/{quote['id']}/card",
                  f"/v1/quotes/{quote['id']}/card.svg", "/v1/quotes/export?q=Bread"):
        told = client.get(where).get_data(as_text=True)
        assert "\u2066" not in DATA.sub("", told), where  # data for machines in a page has what was printed


HONEST = [
    ({"html": page(said="We close at six"), "url": "https://quay.example/1"}, "close at six", {"s1"}),
    ({"html": page(named="Mayor Dor\u00adian Mar\u00adsh", said="We paint it blue"), "url": "https://quay.example/2"},
     "paint it blue", {"s1"}),
    ({"html": page(post("The Mayor", "marsh_official", "Come to the fair", 90), named=None),
      "url": "https://quay.example/3"}, "Come to the fair", {"s1"}),
    ({"html": page(post("Dorian Marsh", "marsh_official", "Bring a coat", 91), said="It will rain"),
      "url": "https://quay.example/4"}, "Bring a coat", {"s1"}),
    ({"html": f'<head><link rel="canonical" href="{VICTIM}"></head>' + page(said="We thank everybody"),
      "url": "https://syndicated.example/a"}, "We thank everybody", {"s1"}),
    ({"text": "Mayor Dorian Marsh spoke. “The gulls stay,” Dorian Marsh said.", "url": "https://quay.example/6"},
     "The gulls stay", {"s1"}),
]


@pytest.mark.parametrize("article, words, whose", HONEST)
def test_an_honest_article_is_still_told(service, article: dict[str, str], words: str, whose: set[str]):
    client, keys, _ = service
    assert sent(client, keys, **article)["document"]["url_from"] == "caller"
    assert speaker_ids(client, words) == whose


def test_a_caller_who_gives_the_address_revises_what_is_there(service):
    client, keys, _ = service
    for said in ("The tower is closed", "The tower is open"):
        told = sent(client, keys, html=page(said=said), url="https://honest.example/1")
    assert [one["text"] for one in told["quotes"]] == ["The tower is open,"]
