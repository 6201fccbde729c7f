"""Speakers and articles corrected on pages: shown first, then done, on record from whom to whom, and undone."""

from __future__ import annotations

import re

import pytest

from quotes.collection.ingestion import keep
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from tests.api.conftest import PUBLIC
from tests.api.markup import Markup
from tests.api.pages.test_review import SITE, key_of, page

TEXT = "“The pier is closed,” said Mirela Oduia, a clerk. “Ask anybody,” said Mirela Oduia. “No,” said Ben Moss."
S4, S1 = "/review/speakers/s4", "/review/speakers/s1"


@pytest.fixture
def desk(client, shelf, keys):
    """A client that has signed in as an admin, with one more article: d2, two quotes of s4 and one of s5."""
    keep(shelf, read_document(Article(TEXT, language="en", title="The pier")))
    assert shelf.speaker("s4").name == "Mirela Oduia"
    return signed_in(client, keys, "admin")


def signed_in(client, keys, name):
    client.post("/login", data={"key": key_of(keys, name)}, headers=SITE, base_url=PUBLIC)
    return client


def send(client, address, **sent):
    """Send a form of a page with its token and version, and answer what came back."""
    shown = client.get(address, base_url=PUBLIC).get_data(as_text=True)
    hidden = dict(re.findall(r'name="(token|version)" value="([^"]*)"', shown))
    return client.post(address, data={**hidden, **sent}, headers=SITE, base_url=PUBLIC)


def text_of(response):
    return " ".join(Markup(response.get_data(as_text=True)).text.split())


DONE = [  # address, what is sent, what is shown before it is done, what holds afterwards
    (S4, {"what": "merge", "into": "s1"}, "Joined: Mirela Oduia (s4) into Mirela Oduya (s1) (2 quotes)",
     lambda store: store.speaker("s4").id == "s1"),
    (S4, {"what": "merge", "into": "Ben Moss"}, "Joined: Mirela Oduia (s4) into Ben Moss (s5) (2 quotes)",
     lambda store: store.speaker("s4").id == "s5"),
    (S4, {"what": "edit", "name": "Mira Oduia", "description": "", "wikidata": "Q42"},
     "name from Mirela Oduia to Mira Oduia", lambda store: store.speaker("s4").wikidata == "Q42"),
    (S4, {"what": "split", "quotes": "q6", "other": "Ruta Vesk"}, "to Ruta Vesk (s6) (1 quote)",
     lambda store: store.quote("q6").speaker.id == "s6"),
    (S1, {"what": "split", "quotes": "q1"}, "from Mirela Oduya (s1) to Mirela Oduya (s6) (1 quote)",
     lambda store: store.quote("q1").speaker.id == "s6"),
    (S1, {"what": "add_alias", "alias": "M. Oduya"}, "Also known as M. Oduya",
     lambda store: "M. Oduya" in store.speaker("s1").aliases),
    (S1, {"what": "remove_alias", "alias": "Oduya"}, "Not known as Oduya",
     lambda store: "Oduya" not in store.speaker("s1").aliases),
    (S1, {"what": "add_account", "platform": "bluesky", "handle": "@oduya"}, "Account @oduya on bluesky",
     lambda store: store.account_owner("bluesky", "oduya") == store.speaker("s1")),
    ("/review/speakers/s3", {"what": "remove_account", "platform": "twitter", "handle": "harbour_watch"},
     "Account taken away: @harbour_watch on twitter",
     lambda store: store.account_owner("twitter", "harbour_watch") is None),
    (S1, {"what": "hide"}, "Hidden from readers (2 quotes)", lambda store: store.quote("q1").status == "hidden"),
    ("/review/articles/d2", {"speaker": "s4", "to": "Ben Moss"},
     "Speaker set, from Mirela Oduia (s4) to Ben Moss (s5) (2 quotes)",
     lambda store: store.quote("q6").speaker.id == store.quote("q7").speaker.id == "s5"),
    ("/review/articles/d2", {"speaker": "s4", "nobody": "yes"},
     "Speaker set, from Mirela Oduia (s4) to nobody named (2 quotes)",
     lambda store: store.quote("q6").speaker is None),
]


@pytest.mark.parametrize("change", DONE, ids=lambda change: f"{change[0]} {change[1]}")
def test_a_change_is_shown_then_done_then_undone(desk, shelf, change):
    address, sent, told, holds = change
    shown = send(desk, address, **sent)
    assert shown.status_code == 200 and "This will change:" in text_of(shown) and told in text_of(shown)
    assert not holds(shelf)
    done = send(desk, address, sure="yes", **sent)
    assert done.status_code == 303 and holds(shelf)
    where = done.headers["Location"]
    assert told in text_of(desk.get(where, base_url=PUBLIC))
    undone = send(desk, where)
    assert undone.status_code == 303 and not holds(shelf)
    assert "This was undone" in text_of(desk.get(where, base_url=PUBLIC))
    again = {"token": re.findall(r'name="token" value="([^"]*)"', desk.get(S1, base_url=PUBLIC).text)[0]}
    assert desk.post(where, data=again, headers=SITE, base_url=PUBLIC).status_code == 409


REFUSED = [
    (S4, {"what": "dance"}, 422, "Choose one"), (S4, {}, 422, "Choose one"),
    (S4, {"what": "merge", "into": "s4"}, 422, "cannot be merged into itself"),
    (S4, {"what": "merge", "into": ""}, 404, "Type a name"),
    (S4, {"what": "merge", "into": "Karl Zed"}, 404, "Nobody here is called Karl Zed"),
    (S4, {"what": "merge", "into": "s1", "version": "7"}, 412, "was changed since"),
    (S4, {"what": "edit", "name": "", "description": "", "wikidata": ""}, 422, "A name has letters"),
    (S4, {"what": "edit", "name": "Mira", "description": "", "wikidata": "42"}, 422, "A number on Wikidata"),
    (S4, {"what": "split"}, 422, "Choose quotes"), (S4, {"what": "split", "documents": "d2"}, 422, "all quotes"),
    (S4, {"what": "split", "quotes": "q1"}, 422, "not a quote of"),
    (S4, {"what": "add_account", "platform": "", "handle": "x y"}, 422, "An account has"),
    (S4, {"what": "remove_alias", "alias": "Zed"}, 404, "is not known as"),
    ("/review/articles/d2", {"speaker": "s4", "to": ""}, 422, "Type a name"),
    ("/review/articles/d2", {"speaker": "s4", "to": "s4"}, 422, "already"),
    ("/review/articles/d2", {"speaker": "s1", "to": "s5"}, 422, "Nothing in d2"),
    ("/review/articles/d2", {"speaker": "<b>", "to": "s5"}, 422, "no speaker"),
    (S4, {"what": "merge", "into": "s1", "token": "x"}, 403, ""),
]


@pytest.mark.parametrize("sure", ["", "yes"])
@pytest.mark.parametrize("refused", REFUSED, ids=str)
def test_what_cannot_be_done_is_said_and_changes_nothing(desk, shelf, sure, refused):
    address, sent, status, words = refused
    before = [shelf.quote(f"q{number}") for number in range(1, 9)]
    answer = send(desk, address, sure=sure, **sent)
    assert answer.status_code == status and words in text_of(answer)
    assert [shelf.quote(f"q{number}") for number in range(1, 9)] == before
    assert shelf.decisions_about("s4") == shelf.decisions_about("d2") == ()


@pytest.mark.parametrize("address, sent, asked_for", [
    (S4, {"what": "merge", "into": "Mirela Oduja"}, (["s1"], False)),
    ("/review/articles/d2", {"speaker": "s5", "to": "Mirela Oduyo"}, (["s1"], True)),
    ("/review/q7", {"what": "speaker", "speaker": "Mirela Oduja"}, (["s1", "s4"], True)),
])
def test_a_name_that_is_nearly_somebodys_is_asked_about(desk, shelf, address, sent, asked_for):
    choices, new = asked_for
    where = "/review?quote=q7" if "q7" in address else address
    shown = desk.get(where, base_url=PUBLIC).get_data(as_text=True)
    at = shown.index(f'action="{address}"')
    hidden = dict(re.findall(r'name="(token|version)" value="([^"]*)"', shown[at:])[:2])
    asked = desk.post(address, data={**hidden, **sent}, headers=SITE, base_url=PUBLIC)
    found = asked.get_data(as_text=True)
    assert asked.status_code == 200 and "Whom do you mean by" in text_of(asked)
    offered = re.findall(r'name="(?:into|to|speaker)" value="(s\d+)"><bdi>', found)
    assert set(choices) <= set(offered) and ("Somebody new" in text_of(asked)) == new
    assert shelf.decisions_about("s4") == ()


def test_somebody_new_may_be_nearly_called_like_somebody(desk, shelf):
    sent = {"speaker": "s5", "to": "Mirela Oduja (new)"}
    assert "to Mirela Oduja (s6) (1 quote)" in text_of(send(desk, "/review/articles/d2", **sent))
    assert send(desk, "/review/articles/d2", sure="yes", **sent).status_code == 303
    assert shelf.speaker("s6").name == "Mirela Oduja"


@pytest.mark.parametrize("what", ["merge", "split", "hide"])
def test_who_may_write_only_may_not_join_split_or_hide(client, shelf, keys, what):
    desk = signed_in(client, keys, "write")
    shown = text_of(desk.get(S1, base_url=PUBLIC))
    assert "need a key with the scope admin" in shown and "Join into" not in shown
    answer = send(desk, S1, what=what, into="s2", quotes="q1", sure="yes")
    assert answer.status_code == 409 and "scope admin" in text_of(answer) and shelf.decisions_about("s1") == ()
    assert send(desk, S1, what="add_alias", alias="M. O.", sure="yes").status_code == 303


def test_a_merge_is_undone_by_admins_alone(desk, shelf, keys):
    where = send(desk, S4, what="merge", into="s1", sure="yes").headers["Location"]
    answer = send(signed_in(desk, keys, "write"), where)
    assert answer.status_code == 409 and "scope admin" in text_of(answer)
    assert shelf.speaker("s4").id == "s1"


def test_the_history_says_from_whom_to_whom_and_leads_to_undoing(desk, shelf):
    send(desk, "/review/articles/d2", speaker="s4", to="Ben Moss", note="I rang.", sure="yes")
    for address in ("/quotes/q6", S4):
        shown = page(desk, address)
        assert "Speaker set, from Mirela Oduia (s4) to Ben Moss (s5) (2 quotes)" in " ".join(shown.text.split())
        assert "/review/decisions/c1" in shown.addresses()
    assert "/review/speakers/s1" in page(desk, "/speakers/s1").addresses()
    assert "/review/articles/d2" in page(desk, "/documents/d2").addresses()


@pytest.mark.parametrize("address", ["/review/speakers/s99", "/review/articles/d99", "/review/decisions/c99"])
def test_what_is_not_there_is_not_found(desk, address):
    assert desk.get(address, base_url=PUBLIC).status_code == 404
