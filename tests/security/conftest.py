"""One collection for all tests of a module: five quotes, decisions of an editor with notes, and a key of each scope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quotes.api.app import create_app
from quotes.collection.access_keys import make_key
from quotes.collection.decisions import bulk_corrections, merges, quote_decisions, speaker_edits
from quotes.collection.decisions.quote_decisions import By, Named
from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.not_quote import NotQuote
from quotes.records.reading import Reading
from quotes.settings import Settings, read_settings
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store
from tests.api.conftest import NOW, PUBLIC, made
from tests.api.shelf import READING, small_reading

EDITOR, NOTE = "Ilse of the night desk", "a letter from his lawyer"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection, the headers of its keys by their scopes, and services over it."""

    store: Store
    settings: Settings
    keys: Mapping[str, dict[str, str]]
    apps: dict[str, Flask] = field(default_factory=dict)

    def client(self, **settings: Any) -> FlaskClient:
        """A service over the collection, with these settings; made the first time only."""
        if str(settings) not in self.apps:
            self.apps[str(settings)] = create_app(replace(self.settings, **settings), self.store)
        return self.apps[str(settings)].test_client()

    def signed_in(self, scope: str = "write", **settings: Any) -> FlaskClient:
        """The same, for somebody who has signed in with a key of this scope."""
        client = self.client(**settings)
        key = self.keys[scope]["Authorization"].removeprefix("Bearer ")
        answer = client.post("/login", data={"key": key}, headers=FROM_HERE, base_url=PUBLIC)
        assert answer.status_code == 303
        return client


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """A collection on which an editor has decided something of every kind that readers are shown."""
    folder: Path = tmp_path_factory.mktemp("security")
    path, keys = made(folder / "quotes.db", [READING, small_reading(1), small_reading(2)])
    settings = read_settings({"QUOTES_DATABASE": f"sqlite:///{path}", "QUOTES_PUBLIC_URL": PUBLIC,
                              "QUOTES_MAX_BYTES": "20000", "QUOTES_RATE_LIMIT": "off"})
    store = open_store(settings.database)
    decide(store)
    yield Shelf(store, settings, keys)
    store.close()


def decide(store: Store) -> None:
    """Let an editor decide: q1 is corrected, q2 confirmed, q4 no quote; speakers are edited, joined and taken apart."""
    make_key(store, EDITOR, "admin", NOW)
    by = By(EDITOR, NOW, NOTE)
    kept = keep(store, Reading(Document("The “spa” is a tub."), not_quotes=(NotQuote("spa", 5, 8, "term"),)))
    quote_decisions.correct(store, "q1", Named("Ruta Vesk", "person", "the treasurer"), by)
    quote_decisions.confirm(store, "q2", by)
    quote_decisions.mark_not_a_quote(store, "q4", by)
    speaker_edits.edit(store, "s1", {"description": "the harbour master of Port Ellery"}, by)
    ona = store.document_quotes("d2")[0].speaker.id
    other = bulk_corrections.correct_all(store, "d2", ona, Named("Ona Brandt-Falk"), by).after["speaker"]["id"]
    merges.merge(store, other, ona, by)
    assert kept.outcome == "new"
