"""Keys are shown once, kept as hashes, checked whole, and taken out of use for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quotes.collection.access_keys import allows, check_key, make_key, revoke_key
from quotes.records.errors import InvalidInput, NotFound
from quotes.store.contract.store import Key, Scope, Store
from quotes.store.store_opener import open_sqlite

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_key_is_known_again(store: Store):
    key = make_key(store, "  the   desk ", "write", NOW)
    assert key.startswith("qk_") and len(key) > 40
    found = check_key(store, key, NOW)
    assert found == Key(key[:11], "the desk", "write", "2025-01-02T03:04:05+00:00")
    assert check_key(store, key, NOW) == replace(found, last_used_at="2025-01-02T03:04:05+00:00")


def test_only_the_hash_is_kept(store: Store, tmp_path: Path):
    key = make_key(store, "desk", "admin", NOW)
    secret = key[11:].strip("_").encode()
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert not [content for content in files if secret in content]
    assert [content for content in files if key[:11].encode() in content]


def test_keys_differ(store: Store):
    assert len({make_key(store, f"desk {number}", "read", NOW) for number in range(20)}) == 20


def add_double(store: Store, name: str) -> str:
    """A key with a name that one in use may bear already, as keys were made before that was refused."""
    key = make_key(store, "double", "read", NOW)
    kept, kept_hash = store.find_key(key[:11])
    store.revoke_key(kept.prefix, "2025-01-02")
    store.add_key(replace(kept, prefix=f"qk_{kept_hash[:8]}", name=name), kept_hash)
    return f"qk_{kept_hash[:8]}"


@pytest.mark.parametrize("name", ["desk", " desk ", "DESK", "Desk"])
def test_two_keys_in_use_do_not_bear_one_name(store: Store, name: str):
    make_key(store, "desk", "read", NOW)
    with pytest.raises(InvalidInput, match="in use already") as raised:
        make_key(store, name, "admin", NOW)
    assert raised.value.field == "name" and len(store.keys()) == 1
    revoke_key(store, "desk", NOW)
    assert make_key(store, name, "admin", NOW)


def test_the_name_of_a_key_that_has_expired_is_free(store: Store):
    make_key(store, "desk", "read", NOW, timedelta(days=1))
    assert make_key(store, "desk", "read", NOW + timedelta(days=1))


def test_doubles_of_before_stay_in_use(store: Store):
    make_key(store, "desk", "read", NOW)
    prefix = add_double(store, "desk")
    assert [key.name for key in store.keys() if key.revoked_at is None] == ["desk", "desk"]  # noqa: SIM118
    assert store.find_key(prefix) is not None


WRONG = ["", "qk_", "x", "Bearer", lambda key: key[:-1], lambda key: key + "0", lambda key: key[:-1] + "g",
         lambda key: key.upper(), lambda key: key[:11], lambda key: " " + key, lambda key: key[:11] + "é" + key[12:],
         lambda key: "qk_00000000" + key[11:], lambda key: key[:11] + "_" + "0" * 40,
         lambda key: key.replace("qk_", "QK_")]


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_anything_else_is_no_key(store: Store, wrong: object):
    key = make_key(store, "desk", "read", NOW)
    assert check_key(store, wrong(key) if callable(wrong) else wrong, NOW) is None
    assert store.keys()[0].last_used_at is None


SCOPES: list[tuple[Scope, Scope, bool]] = [
    ("read", "read", True), ("read", "write", False), ("read", "admin", False),
    ("write", "read", True), ("write", "write", True), ("write", "admin", False),
    ("admin", "read", True), ("admin", "write", True), ("admin", "admin", True),
]


@pytest.mark.parametrize("have, needed, allowed", SCOPES)
def test_scopes_nest(have: Scope, needed: Scope, allowed: bool):
    assert allows(have, needed) is allowed


@pytest.mark.parametrize("name, scope, field", [
    ("", "read", "name"), (" \n", "read", "name"), ("x" * 101, "read", "name"), ("desk", "root", "scope"),
    ("desk", "", "scope"),
])
def test_a_key_needs_a_name_and_a_scope(store: Store, name: str, scope: Scope, field: str):
    with pytest.raises(InvalidInput) as raised:
        make_key(store, name, scope, NOW)
    assert raised.value.field == field
    assert store.keys() == ()


@pytest.mark.parametrize("named", [lambda key: key, lambda key: key[:11], lambda key: "desk"])
def test_a_revoked_key_is_of_no_use_and_stays_in_the_list(store: Store, named: object):
    key = make_key(store, "desk", "read", NOW)
    other = make_key(store, "other", "read", NOW)
    assert revoke_key(store, named(key), NOW).prefix == key[:11]
    assert check_key(store, key, NOW) is None
    assert check_key(store, other, NOW) is not None
    assert {found.name: found.revoked_at for found in store.keys()} == {  # noqa: SIM118  a store is no dict
        "desk": "2025-01-02T03:04:05+00:00", "other": None}


def test_revoking_again_leaves_the_first_time(store: Store):
    make_key(store, "desk", "read", NOW)
    revoke_key(store, "desk", NOW)
    revoke_key(store, "desk", NOW + timedelta(days=1))
    assert store.keys()[0].revoked_at == "2025-01-02T03:04:05+00:00"


@pytest.mark.parametrize("named", ["", "qk_", "nobody", "qk_00000000"])
def test_a_key_that_is_not_there_is_not_revoked(store: Store, named: str):
    make_key(store, "desk", "read", NOW)
    with pytest.raises(NotFound):
        revoke_key(store, named, NOW)
    assert store.revoke_key(named, "2025-01-01") is False


def test_a_name_that_two_keys_bear_must_be_told_by_prefix(store: Store):
    keys = [make_key(store, "desk", "read", NOW), add_double(store, "desk")]
    with pytest.raises(InvalidInput, match=keys[0][:11]):
        revoke_key(store, "desk", NOW)
    revoke_key(store, keys[0][:11], NOW)
    assert revoke_key(store, "desk", NOW).prefix == keys[1][:11]


@pytest.mark.parametrize("later, noted", [(1, 0), (299, 0), (301, 301), (86400, 86400)])
def test_a_use_is_noted_now_and_then(store: Store, later: int, noted: int):
    key = make_key(store, "desk", "read", NOW)
    check_key(store, key, NOW)
    check_key(store, key, NOW + timedelta(seconds=later))
    assert datetime.fromisoformat(store.keys()[0].last_used_at) == NOW + timedelta(seconds=noted)


def test_a_store_that_is_busy_still_lets_a_key_in(tmp_path: Path):
    store, other = (open_sqlite(tmp_path / "keys.db", busy_ms=20) for _ in range(2))
    key = make_key(store, "desk", "read", NOW)
    with other.writing():
        assert check_key(store, key, NOW).name == "desk"
    assert store.keys()[0].last_used_at is None
    store.close()
    other.close()


@pytest.mark.parametrize("good_for, later, in_use", [
    (None, timedelta(days=36500), True), (timedelta(days=1), timedelta(hours=23), True),
    (timedelta(days=1), timedelta(days=1), False), (timedelta(days=1), timedelta(days=2), False),
    (timedelta(seconds=1), timedelta(0), True),
])
def test_a_key_is_good_for_its_time(store: Store, good_for: timedelta | None, later: timedelta, in_use: bool):
    key = make_key(store, "desk", "write", NOW, good_for)
    assert (check_key(store, key, NOW + later) is not None) == in_use
