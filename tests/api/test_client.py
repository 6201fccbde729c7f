"""A client that openapi-python-client makes of our description keeps an article and asks for its quotes, with types."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys

import pytest

NAME = "made_client"
ARTICLE = {"text": "“It floats,” said Ona Brandt, a boat builder.", "url": "https://gazette.example/1"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of a client, made of the description of an empty service."""
    pytest.importorskip("openapi_python_client")
    from quotes.api.app import create_app
    from quotes.settings import read_settings

    folder = tmp_path_factory.mktemp("client")
    app = create_app(read_settings({"QUOTES_DATABASE": f"sqlite:///{folder / 'quotes.db'}"}))
    description = folder / "openapi.json"
    description.write_bytes(app.test_client().get("/openapi.json").data)
    ran = subprocess.run([sys.executable, "-m", "openapi_python_client", "generate", "--path", description, "--meta",
                          "none", "--output-path", folder / NAME], text=True, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder, ran.stdout + ran.stderr


def test_only_what_no_client_of_its_kind_knows_is_left_out(made):
    _, said = made
    warned = {line.split(" within ")[0] for line in said.splitlines() if line.startswith("WARNING parsing")}
    assert warned == {"WARNING parsing POST /v1/documents/batch", "WARNING parsing GET /v1/jobs/{id}/results",
                      "WARNING parsing GET /feed.atom",
                      "WARNING parsing GET /speakers/{id}/feed.atom", "WARNING parsing GET /saved/{id}/feed.atom"}


@pytest.fixture
def package(made, monkeypatch):
    """What imports a module of the client."""
    monkeypatch.syspath_prepend(str(made[0]))
    yield lambda name: importlib.import_module(f"{NAME}.{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == NAME]:
        del sys.modules[name]


def test_it_keeps_an_article_and_finds_its_quote(package, app, keys):
    import httpx

    token = keys["write"]["Authorization"].removeprefix("Bearer ")
    client = package("client").AuthenticatedClient(
        base_url="http://quotes.example", token=token, raise_on_unexpected_status=True,
        httpx_args={"transport": httpx.WSGITransport(app=app)})
    with client:
        article = package("models").Article.from_dict(ARTICLE)
        kept = package("api.documents.keep_article").sync(client=client, body=article)
        assert kept.outcome.value == "new"
        assert [quote.text for quote in kept.quotes] == ["It floats,"]
        found = package("api.quotes.list_quotes").sync(client=client, speaker="brandt")
        (quote,) = found.items
        assert (quote.id, quote.speaker.name, quote.document.url) == ("q1", "Ona Brandt", ARTICLE["url"])
        one = package("api.quotes.show_quote").sync(quote.id, client=client)
        assert one.to_dict() == json.loads(json.dumps(quote.to_dict()))


def test_it_tells_a_problem_as_one(package, app):
    import httpx

    client = package("client").Client(base_url="http://quotes.example",
                                      httpx_args={"transport": httpx.WSGITransport(app=app)})
    with client:
        refused = package("api.documents.keep_article").sync_detailed(
            client=client, body=package("models").Article.from_dict(ARTICLE))
    assert refused.status_code == 401
    assert json.loads(refused.content)["type"] == "/problems/key-needed"
