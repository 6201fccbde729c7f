"""An application over a fresh store for every test; the application itself is made once for its settings.

Making it takes many times as long as a request, and it keeps nothing from one request to the next but what is set
anew here. Tests of what it does keep, such as rate limits, make their own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from shutil import copy

import pytest

from quotes.api.app import create_app
from quotes.api.http import metrics
from quotes.api.http.request_context import Context, hold
from quotes.collection.access_keys import make_key, revoke_key
from quotes.collection.ingestion import keep
from quotes.settings import read_settings
from quotes.store.store_opener import open_store
from tests.api.shelf import READING, small_reading

NOW = datetime(2026, 1, 2, tzinfo=UTC)
PUBLIC = "https://quotes.example"


@pytest.fixture
def settings(tmp_path):
    return read_settings({"QUOTES_DATABASE": f"sqlite:///{tmp_path / 'quotes.db'}", "QUOTES_PUBLIC_URL": PUBLIC,
                          "QUOTES_MAX_BYTES": "20000", "QUOTES_RATE_LIMIT": "off"})


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """The file of a store with nothing in it, and the headers for its keys."""
    return made(tmp_path_factory.mktemp("empty") / "quotes.db", ())


@pytest.fixture(scope="session")
def shelf_file(tmp_path_factory):
    """The same with one document of five quotes; the ids are those of an empty store's first rows."""
    return made(tmp_path_factory.mktemp("shelf") / "quotes.db", [READING])


@pytest.fixture(scope="session")
def many_file(tmp_path_factory):
    """The same with 53 documents of one quote each."""
    return made(tmp_path_factory.mktemp("many") / "quotes.db", map(small_reading, range(53)))


def made(path, readings):
    """The file of a store that keeps some readings, and the headers for its keys; copied for each test."""
    store = open_store(f"sqlite:///{path}")
    for reading in readings:
        keep(store, reading)
    keys = {scope: make_key(store, f"a {scope} key", scope, NOW) for scope in ("read", "write", "admin")}
    keys["revoked"] = make_key(store, "an old key", "admin", NOW)
    revoke_key(store, "an old key", NOW)
    keys["expired"] = make_key(store, "a key for a day", "admin", NOW, timedelta(days=1))
    store.close()
    return path, {"none": {}} | {name: {"Authorization": f"Bearer {key}"} for name, key in keys.items()}


@pytest.fixture
def kept(request):
    """The file and the keys that the fixture `shelf` or `many` asks for, else those of an empty store."""
    name = next((name for name in ("shelf", "many") if name in request.fixturenames), "empty")
    return request.getfixturevalue(f"{name}_file")


@pytest.fixture
def store(settings, kept):
    """A store for this test alone."""
    copy(kept[0], settings.database.removeprefix("sqlite:///"))
    store = open_store(settings.database)
    yield store
    store.close()


@pytest.fixture
def keys(kept):
    """The header for a key of each scope, for one that was revoked, and for one that has expired."""
    return kept[1]


@pytest.fixture
def shelf(store):
    """A store with one document of five quotes."""
    return store


@pytest.fixture
def many(store):
    """A store with 53 documents of one quote each."""
    return store


@pytest.fixture(scope="session")
def made_before():
    """The applications that were made, by their settings without the database."""
    return {}


@pytest.fixture
def served(store, made_before):
    """A function that gives the application for some settings, over this test's store."""
    def application(settings):
        alike = replace(settings, database="")
        if alike not in made_before:
            made_before[alike] = create_app(settings, store)
        app = made_before[alike]
        hold(app, Context(store, settings))
        app.extensions[metrics.NAME] = metrics.Meters()
        return app

    return application


@pytest.fixture
def app(settings, served):
    return served(settings)


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def closed_client(settings, served):
    """The same service with reading closed."""
    return served(replace(settings, open_reading=False)).test_client()
