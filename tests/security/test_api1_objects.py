"""API1, broken object level authorization: what is hidden of one person is hidden under every address with its id."""

from __future__ import annotations

import pytest

from quotes.collection.decisions.quote_decisions import By
from quotes.collection.takedown.objections import hide
from tests.api.conftest import NOW, PUBLIC
from tests.api.http.test_access_control import READ, ROWS
from tests.security.conftest import NOTE, Shelf

# Every address of one quote or one speaker that is read, for the quote and the speaker that are hidden.
OF_ONE = [address.replace("/q1", "/q5").replace("/q2", "/q5").replace("/s1", "/s3")
          for method, rule, address, need in ROWS if method == "GET" and need == READ
          and ("quote:id" in rule or "speaker:id" in rule or rule == "/oembed")]
LISTS = ["/v1/quotes?limit=100", "/v1/quotes/export", "/export?format=jsonl", "/feed.atom", "/feed.json",
         "/v1/speakers", "/speakers", "/v1/documents/d1/quotes", "/v1/search?q=boots", "/?q=boots", "/speakers.csv",
         "/v1/verify?text=High+water+at+four,+bring+boots.", "/v1/stats/speakers", "/v1/suggestions?q=harbour",
         "/v1/decisions", "/corrections"]
WRONG_IDS = ["q0", "q-1", "q1%00", "q1'", "1", "Q1", "q1.0", "q99999999999999999999", "..%2fq1", "q%31%2f..%2fs1", "s1"]


@pytest.fixture(scope="module")
def hidden(shelf: Shelf) -> Shelf:
    """The same collection after the account that posted q5 objected to being shown."""
    hide(shelf.store, "s3", By("a admin key", NOW, NOTE))
    return shelf


def test_the_walk_finds_the_addresses_of_one():
    assert len(OF_ONE) > 12 and all("q5" in address or "s3" in address for address in OF_ONE)


@pytest.mark.parametrize("key", ["none", "read", "write"])
def test_what_is_hidden_is_hidden_under_every_address(hidden: Shelf, key: str):
    for address in OF_ONE:
        answer = hidden.client().get(address, headers=hidden.keys[key])
        assert answer.status_code in (404, 410), (address, answer.status_code)
        assert b"boots" not in answer.get_data(), address


@pytest.mark.parametrize("key", ["none", "read", "write"])
def test_no_list_has_what_is_hidden(hidden: Shelf, key: str):
    for address in LISTS:
        answer = hidden.client().get(address, headers=hidden.keys[key], base_url=PUBLIC)
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200 and '"q5"' not in text and "/quotes/q5" not in text, address


@pytest.mark.parametrize("key, status", [("none", 401), ("read", 403), ("write", 403), ("admin", 200)])
def test_hidden_quotes_are_asked_for_by_admins_alone(hidden: Shelf, key: str, status: int):
    answer = hidden.client().get("/v1/quotes?status=hidden", headers=hidden.keys[key])
    assert answer.status_code == status or (status == 401 and answer.status_code == 403)
    assert hidden.client().get("/v1/quotes/q5", headers=hidden.keys["admin"]).status_code == 200


@pytest.mark.parametrize("id", WRONG_IDS)
def test_an_id_is_nothing_but_an_id(shelf: Shelf, id: str):
    for address in (f"/v1/quotes/{id}", f"/quotes/{id}", f"/quotes/{id}/card.svg"):
        assert shelf.client().get(address).status_code == 404, address
