"""Saved searches on pages: saved by whoever is signed in, shown with what is new, changed by our own forms alone."""

from __future__ import annotations

import pytest

from quotes.collection.ingestion import keep
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup
from tests.api.shelf import small_reading

SITE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def reader(client, shelf, keys):
    """A client signed in with a key that only reads."""
    key = keys["read"]["Authorization"].removeprefix("Bearer ")
    assert client.post("/login", data={"key": key}, headers=SITE, base_url=PUBLIC).status_code == 303
    return client


def page(client, address):
    response = client.get(address, base_url=PUBLIC)
    assert response.status_code == 200, address
    return Markup(response.get_data(as_text=True))


def form(client, address, action):
    """The hidden fields of the form with an action."""
    found, inside = {}, False
    for tag, attributes in page(client, address).elements:
        if tag == "form":
            inside = attributes.get("action") == action and attributes.get("method") == "post"
        elif tag == "input" and inside and attributes.get("type") == "hidden":
            found[attributes["name"]] = attributes["value"]
    return found


def send(client, action, **fields):
    return client.post(action, data=fields, headers={**SITE, "Accept": "text/html"}, base_url=PUBLIC)


def test_a_list_is_saved_from_its_page_once(reader):
    pages = {"/?q=oduya+wall&kind=direct": "q=oduya+wall&kind=direct", "/speakers/s1": "speaker=s1",
             "/speakers/s1?q=wall&stance=any": "q=wall&plain=true&speaker=s1&stance=any",
             "/outlets/Shore%20Gazette": "publisher=Shore+Gazette", "/?q=nothing+like+it": "q=nothing+like+it"}
    for number, (address, query) in enumerate(pages.items(), 1):
        for _ in range(2):  # pressed twice, it leads to what is there
            saved = send(reader, "/saved", **form(reader, address, "/saved"))
            assert saved.headers["Location"] == f"/saved/w{number}", address
        assert f"/?{query}" in page(reader, f"/saved/w{number}").addresses()
    assert "5 of at most 20" in page(reader, "/saved").text


def test_whoever_is_not_signed_in_is_led_back_to_what_they_would_save(client, shelf, keys):
    found = page(client, "/?q=oduya+wall")
    (link,) = [one for one in found.addresses() if one.startswith("/login?")]
    assert "/saved" not in found.addresses()  # neither the menu nor a form
    hidden = form(client, link, "/login")
    key = keys["read"]["Authorization"].removeprefix("Bearer ")
    back = send(client, "/login", key=key, **hidden)
    assert back.headers["Location"] == "/?q=oduya+wall"
    assert page(client, "/?q=oduya+wall").addresses().count("/saved") == 2


def test_what_came_in_is_shown_until_another_visit(reader, store):
    send(reader, "/saved", **form(reader, "/outlets/Shore%20Gazette", "/saved"))
    assert "Nothing new" in page(reader, "/saved/w1").text and "nothing new" in page(reader, "/saved").text
    for number in range(21):
        keep(store, small_reading(number))
    assert "21 new" in page(reader, "/saved").text
    for _ in range(2):
        digest = page(reader, "/saved/w1")
        assert "Reason number 20" in digest.text and "The wall will hold" not in digest.text
    (more,) = [one["href"] for one in digest.all("a") if one.get("rel") == "next"]
    assert "Reason number 0" in page(reader, more).text
    assert "nothing new" in page(reader, "/saved").text  # all of it was there when the digest was looked at
    assert "private" in reader.get("/?q=wall", base_url=PUBLIC).headers["Cache-Control"]


def test_it_is_renamed_given_another_feed_and_deleted(reader):
    send(reader, "/saved", **form(reader, "/?q=wall", "/saved"))
    token = form(reader, "/saved/w1", "/saved/w1")["token"]
    assert send(reader, "/saved/w1", token=token, what="rename", label="Sea & <b>wall").status_code == 303
    before = page(reader, "/saved/w1")
    assert "Sea & <b>wall" in before.text and "b" not in {tag for tag, _ in before.elements}
    refused = send(reader, "/saved/w1", token=token, what="rename", label=" ")
    assert refused.status_code == 422 and "1 to 120 characters" in refused.get_data(as_text=True)
    assert send(reader, "/saved/w1", token=token, what="renew").status_code == 303
    feeds = [before.text, page(reader, "/saved/w1").text]
    assert feeds[0].count("feed.atom?token=") == feeds[1].count("feed.atom?token=") == 1 and feeds[0] != feeds[1]
    assert send(reader, "/saved/w1", token=token, what="dance").status_code == 422
    assert send(reader, "/saved/w1", token=token, what="delete").headers["Location"] == "/saved"
    assert reader.get("/saved/w1", base_url=PUBLIC).status_code == 404
    assert "no search yet" in page(reader, "/saved").text


def test_no_form_of_another_site_or_session_is_taken(reader):
    fields = form(reader, "/?q=wall", "/saved")
    assert send(reader, "/saved", **fields | {"token": "wrong"}).status_code == 403
    other = reader.post("/saved", data=fields, headers={"Sec-Fetch-Site": "cross-site"}, base_url=PUBLIC)
    assert other.status_code == 403 and "no search yet" in page(reader, "/saved").text
    assert send(reader, "/saved", **fields | {"query": "kind=loud"}).status_code == 422
    for number in range(20):
        assert send(reader, "/saved", **fields | {"query": f"q=word{number}&plain=true"}).status_code == 303
    full = send(reader, "/saved", **fields)
    assert full.status_code == 409 and "at most 20 saved searches" in full.get_data(as_text=True)
