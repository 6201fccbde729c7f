"""Keys are handed out once, listed without what makes them work, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from quotes.cli.command_setup import now, opened_store
from quotes.collection.access_keys import check_key


def test_add_prints_the_key_alone_and_the_key_works(call: Callable):
    ran = call("keys", "add", "City desk", "--scope", "write")
    assert (ran.status, ran.err) == (0, "")
    with opened_store() as store:
        key = check_key(store, ran.out.rstrip("\n"), now())
    assert key is not None
    assert (key.name, key.scope) == ("City desk", "write")


def test_list_shows_every_key_but_not_what_makes_it_work(call: Callable):
    key = call("keys", "add", "City desk", "--scope", "read").out.strip()
    ran = call("keys", "list")
    assert ran.status == 0
    assert "City desk" in ran.out
    assert "read" in ran.out
    assert key[:11] in ran.out
    assert key not in ran.out


def test_a_revoked_key_stops_working_and_is_listed_as_such(call: Callable):
    key = call("keys", "add", "City desk", "--scope", "admin").out.strip()
    assert call("keys", "revoke", "City desk").status == 0
    with opened_store() as store:
        assert check_key(store, key, now()) is None
    assert "revoked" in call("keys", "list").out


def test_without_keys_the_list_says_how_to_make_one(call: Callable):
    ran = call("keys", "list")
    assert (ran.status, ran.out) == (0, "")
    assert "quotes keys add NAME --scope write" in ran.err


def test_revoking_a_key_that_is_not_there_says_where_to_look(call: Callable):
    ran = call("keys", "revoke", "nobody")
    assert ran.status == 1
    assert "quotes keys list" in ran.err
    assert ran.err.count("\n") == 1


def test_a_key_without_a_name_is_refused(call: Callable):
    ran = call("keys", "add", "  ", "--scope", "read")
    assert (ran.status, ran.out) == (1, "")
    assert "Give the key a name" in ran.err


def test_a_key_can_be_made_for_some_days(call: Callable):
    key = call("keys", "add", "City desk", "--scope", "write", "--days", "30").out.strip()
    with opened_store() as store:
        assert check_key(store, key, now() + timedelta(days=29)) is not None
        assert check_key(store, key, now() + timedelta(days=31)) is None
    assert f"until {(now() + timedelta(days=30)).date()}" in call("keys", "list").out


@pytest.mark.parametrize("days", ["0", "-1", "ten", "1000000"])
def test_days_that_cannot_be_meant(call: Callable, days: str):
    assert call("keys", "add", "City desk", "--scope", "write", "--days", days).status == 2
