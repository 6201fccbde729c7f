"""The articles about the fall of Damascus come out as a careful reader takes them, through every door.

Our own article in samples/ is read always; the one that the project started from lies in QUOTES_TEST_DATA.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from quotes.api.app import create_app
from quotes.cli.program import run
from quotes.collection.access_keys import make_key
from quotes.settings import read_settings
from quotes.store.store_opener import open_store

ROOT = Path(__file__).parent.parent
PUBLIC = "https://quotes.example"
TRUMP = ("Donald Trump", "Donald J. Trump")
POST = ("Opposition fighters in Syria, in an unprecedented move, have totally taken over numerous cities, in a highly "
        "coordinated offensive, and are now on the outskirts of Damascus, obviously preparing to make a very big move "
        "toward taking out Assad. Russia, because they are so tied up…")
# What samples/damascus.txt says, in the shape of the other article's gold.
SAMPLE_GOLD: list[dict[str, Any]] = [
    {"kind": "mixed", "text": "nowhere to be found.", "cue": "said", "via": None,
     "speaker": {"name": "sources", "kind": "unnamed", "mention": "sources"}},
    {"kind": "direct", "text": "Militarily, Damascus has fallen.", "cue": "saying", "via": "CNN",
     "speaker": {"name": "a source close to the rebel groups", "kind": "unnamed",
                 "mention": "a source close to the rebel groups"}},
    {"kind": "direct", "text": "Now our focus is on to liberate the capital,", "cue": "said", "via": None,
     "speaker": {"name": "Hassan Abdul Ghani", "kind": "person", "mention": "Lt. Col. Hassan Abdul Ghani",
                 "description": "a rebel spokesperson"}},
    {"kind": "mixed", "text": "mess", "cue": "calling", "via": None,
     "speaker": {"name": TRUMP[0], "kind": "person", "mention": "US President-elect Donald Trump"}},
    {"kind": "post", "text": POST, "via": None, "speaker": {"name": TRUMP[0], "kind": "person"},
     "post": {"platform": "twitter", "handle": "realDonaldTrump", "author_name": "Donald J. Trump",
              "printed_date": "December 7, 2024"}},
]


@dataclass(frozen=True)
class Told:
    """An article and what is to be found in it."""

    path: Path
    text: str
    gold: list[dict[str, Any]]


def sample() -> Told:
    path = ROOT / "samples" / "damascus.txt"
    return Told(path, path.read_text(encoding="utf-8"), SAMPLE_GOLD)


def seed() -> Told:
    named = os.environ.get("QUOTES_TEST_DATA")
    if not named:
        pytest.skip("QUOTES_TEST_DATA is not set; it names the folder with the seed article")
    folder = Path(named) / "seed"
    path = folder / "article.txt"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["quotes"]
    return Told(path, path.read_text(encoding="utf-8"), gold)


@pytest.fixture(params=[sample, seed])
def told(request: pytest.FixtureRequest) -> Told:
    return request.param()


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'quotes.db'}"


@pytest.fixture
def client(database: str) -> FlaskClient:
    return create_app(read_settings({"QUOTES_DATABASE": database, "QUOTES_PUBLIC_URL": PUBLIC})).test_client()


@pytest.fixture
def kept(client: FlaskClient, database: str, told: Told) -> list[dict[str, Any]]:
    """The quotes of the article after it was posted to be kept."""
    store = open_store(database)
    key = make_key(store, "test", "write", datetime.now(UTC))
    store.close()
    answer = client.post("/v1/documents", json={"text": told.text}, headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 201
    return answer.json["quotes"]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, database: str) -> Callable[..., Any]:
    """Call the command line and read its JSON."""
    monkeypatch.setenv("QUOTES_DATABASE", database)

    def called(*arguments: str) -> Any:
        assert run(arguments) == 0
        return json.loads(capsys.readouterr().out)

    return called


def bare(text: str) -> str:
    """A text without the marks and the space around it."""
    return text.strip(" \n“”\"")


def names(wanted: dict[str, Any]) -> tuple[str, ...]:
    """The forms of a speaker's name that will do."""
    return TRUMP if wanted["name"] in TRUMP else (wanted["name"],)


def assert_as_gold(quotes: list[dict[str, Any]], told: Told) -> None:
    """Every quotation is there with kind, words, place, speaker, cue, via and post, and nothing else is."""
    assert [bare(quote["text"]) for quote in quotes] == [bare(wanted["text"]) for wanted in told.gold]
    for quote, wanted in zip(quotes, told.gold, strict=True):
        assert quote["kind"] == wanted["kind"]
        assert told.text[quote["start"] : quote["end"]] == quote["text"]
        if "span" in wanted:
            assert bare(told.text[slice(*wanted["span"])]) == bare(quote["text"])
            assert abs(wanted["span"][0] - quote["start"]) <= 1
        assert (quote["via"] or {}).get("name") == wanted["via"]
        assert_speaker(quote["speaker"], wanted["speaker"], told.text)
        if "cue" in wanted:
            assert quote["cue"]["text"] == wanted["cue"]
            assert told.text[quote["cue"]["start"] : quote["cue"]["end"]] == wanted["cue"]
        assert {name: quote["post"][name] for name in wanted.get("post", {})} == wanted.get("post", {})
    assert_one_trump(quotes)


def assert_speaker(speaker: dict[str, Any], wanted: dict[str, Any], text: str) -> None:
    assert speaker["name"] in names(wanted)
    assert speaker["kind"] == wanted["kind"]
    if "mention" in wanted:
        assert speaker["mention"] == wanted["mention"]
        assert text[speaker["start"] : speaker["end"]] == wanted["mention"]
    if "description" in wanted:
        assert speaker["description"] == wanted["description"]


def assert_one_trump(quotes: list[dict[str, Any]]) -> None:
    """The quotation and the post have one speaker: one id, one name."""
    assert len({(quote["speaker"]["id"], quote["speaker"]["name"]) for quote in quotes[3:]}) == 1
    assert len({quote["speaker"]["id"] for quote in quotes}) == 4


def test_through_the_command_line(command: Callable, told: Told):
    reading = command("extract", "--format", "json", str(told.path))
    assert reading["document"]["text"] == told.text
    assert_as_gold(reading["quotes"], told)
    assert {speaker["id"] for speaker in reading["speakers"]} >= {quote["speaker"]["id"] for quote in reading["quotes"]}


def test_through_a_corpus(command: Callable, told: Told, tmp_path: Path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "seed", "text": told.text}) + "\n", encoding="utf-8")
    assert_as_gold(command("extract", "--corpus", str(tmp_path / "in.jsonl"))["quotes"], told)


def test_through_extract_of_the_api(client: FlaskClient, told: Told):
    answer = client.post("/v1/extract", json={"text": told.text})
    assert answer.status_code == 200
    assert_as_gold(answer.json["quotes"], told)


def test_kept_and_asked_for_by_speaker(client: FlaskClient, told: Told, kept: list[dict[str, Any]]):
    assert_as_gold(kept, told)
    for wanted in told.gold:
        same = [other for other in told.gold if names(other["speaker"]) == names(wanted["speaker"])]
        for name in names(wanted["speaker"])[:1]:
            answer = client.get("/v1/quotes", query_string={"speaker": name})
            found = sorted(answer.json["items"], key=lambda quote: quote["start"])
            assert [bare(quote["text"]) for quote in found] == [bare(other["text"]) for other in same]
            assert [quote["kind"] for quote in found] == [other["kind"] for other in same]
            assert len({quote["speaker"]["id"] for quote in found}) == 1


@pytest.mark.parametrize("part", ["Trump", "donald trump", "Donald J. Trump"])
def test_one_speaker_under_every_form_of_the_name(client: FlaskClient, kept: list[dict[str, Any]], part: str):
    found = client.get("/v1/quotes", query_string={"speaker": part}).json["items"]
    assert sorted(quote["kind"] for quote in found) == ["mixed", "post"]
    assert {quote["speaker"]["id"] for quote in found} == {kept[3]["speaker"]["id"]}


def test_ingested_and_asked_for_with_said(command: Callable, told: Told, capsys: pytest.CaptureFixture[str]):
    assert run(["ingest", str(told.path)]) == 0
    capsys.readouterr()
    items = command("said", "Hassan Abdul Ghani")["items"]
    assert [bare(quote["text"]) for quote in items] == ["Now our focus is on to liberate the capital,"]


def test_the_card_by_oembed_shows_the_words_and_the_name(client: FlaskClient, kept: list[dict[str, Any]]):
    ghani = next(quote for quote in kept if "Ghani" in quote["speaker"]["name"])
    answer = client.get("/oembed", query_string={"url": f"{PUBLIC}/quotes/{ghani['id']}"})
    assert answer.status_code == 200
    source = re.search(r'<iframe[^>]* src="([^"]+)"', answer.json["html"])
    assert source and source[1].startswith(PUBLIC)
    card = client.get(urlsplit(source[1]).path)
    assert card.status_code == 200
    assert "Now our focus is on to liberate the capital" in card.text
    assert "Hassan Abdul Ghani" in card.text
