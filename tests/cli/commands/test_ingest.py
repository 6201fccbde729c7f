"""`quotes ingest`: files, folders and JSON Lines into the store, safe to repeat."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.cli import command_setup
from quotes.cli.command_setup import opened_store
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.takedown.takedown import take_down
from quotes.store.contract.store import PageRequest
from quotes.store.engine.sqlite import SqliteEngine

TEXT = "“Nine degrees is enough,” said Ada Quill, a swimmer.\n"
PAGE = ("<html><head><title>Baths</title></head><body><article><p>The council met on Monday evening.</p>"
        "<p>“Not this year,” said Bo Marsh, a councillor.</p></article></body></html>")


@pytest.fixture
def folder(own_place: Path) -> Path:
    folder = own_place / "articles"
    (folder / "deeper").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "one.txt").write_text(TEXT)
    (folder / "deeper" / "two.html").write_text(PAGE)
    (folder / "three.jsonl").write_text(
        json.dumps({"id": 1, "text": "“It is cold,” said Cy Dunn.", "url": "https://courier.example/3", "extra": 1})
        + "\n" + json.dumps({"text": "“It is warm,” said Cy Dunn.", "publisher": "The Courier"}) + "\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden" / "four.txt").write_text("“Hidden,” said Di Poe.")
    return folder


def words(call: Callable, speaker: str) -> list[str]:
    return [item["text"] for item in json.loads(call("said", speaker).out)["items"]]


def test_everything_in_a_folder_that_looks_like_an_article_is_kept(call: Callable, folder: Path):
    ran = call("ingest", str(folder))
    assert (ran.status, ran.out, ran.err) == (0, "Articles: 4 new.\n", "")
    assert words(call, "Ada Quill") == ["Nine degrees is enough,"]
    assert words(call, "Bo Marsh") == ["Not this year,"]
    assert sorted(words(call, "Cy Dunn")) == ["It is cold,", "It is warm,"]
    assert words(call, "Di Poe") == []


def test_the_language_holds_for_all_that_say_none_of_their_own(call: Callable, own_place: Path):
    lines = [{"text": "“It is cold,” said Cy Dunn."}, {"text": "“It is warm,” said Di Poe.", "language": "en"}]
    (own_place / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert call("ingest", "--language", "sw", "articles.jsonl").out == "Articles: 2 new.\n"
    assert words(call, "Cy Dunn") == []
    assert words(call, "Di Poe") == ["It is warm,"]
    ran = call("ingest", "--language", "English!", "articles.jsonl")
    assert (ran.status, ran.out) == (2, "")


def test_doing_it_again_changes_nothing(call: Callable, folder: Path):
    call("ingest", str(folder))
    assert call("ingest", str(folder), str(folder / "one.txt")).out == "Articles: 5 already here.\n"
    assert len(words(call, "Cy Dunn")) == 2


def test_changed_text_at_an_address_is_told_as_changed(call: Callable, folder: Path):
    call("ingest", str(folder / "three.jsonl"))
    (folder / "three.jsonl").write_text(json.dumps(
        {"text": "“It is very cold,” said Cy Dunn.", "url": "https://courier.example/3"}))
    assert call("ingest", str(folder / "three.jsonl")).out == "Articles: 1 changed.\n"
    assert "It is very cold," in words(call, "Cy Dunn")


def test_show_prints_the_quotes_as_a_table(call: Callable, folder: Path):
    for ran in (call("ingest", "--show", str(folder)), call("ingest", "--show", str(folder))):
        assert "Baths\n\nWho" in ran.out
        assert "one.txt\n" in ran.out
        assert "Bo Marsh" in ran.out
        assert "“Not this year,”" in ran.out


def test_bad_input_is_told_and_the_rest_is_kept(call: Callable, folder: Path):
    (folder / "bad.txt").write_bytes(b"caf\xe9")
    with (folder / "three.jsonl").open("a") as lines:
        lines.write("{bad\n")
    ran = call("ingest", str(folder), "missing.txt", str(folder / "gone.jsonl"))
    assert ran.status == 1
    assert ran.out == "Articles: 4 new, 4 failed.\n"
    told = ran.err.splitlines()
    assert len(told) == 4
    assert "bad.txt is not UTF-8" in told[0]
    assert "three.jsonl, line 3: it is not JSON" in told[1]
    assert "missing.txt: No such file" in told[2]
    assert "gone.jsonl: No such file" in told[3]


def test_standard_input_is_one_article(call: Callable):
    assert call("ingest", "-", stdin=TEXT.encode()).out == "Articles: 1 new.\n"
    assert words(call, "Ada Quill") == ["Nine degrees is enough,"]


def test_an_empty_folder_is_told(call: Callable, own_place: Path):
    (own_place / "empty").mkdir()
    ran = call("ingest", "empty")
    assert (ran.status, ran.out) == (0, "Articles: none found.\n")


def test_what_was_taken_down_is_left_out_and_told_until_it_is_wanted_again(call: Callable, folder: Path):
    call("ingest", str(folder))
    with command_setup.opened_store() as store:
        take_down(store, "d1", By("desk", command_setup.now()))
    ran = call("ingest", str(folder))
    assert (ran.status, ran.out) == (0, "Articles: 3 already here, 1 taken down before and left out.\n")
    assert call("ingest", "--again", str(folder)).out == "Articles: 1 new, 3 already here.\n"
    with command_setup.opened_store() as store:
        assert [(one.action, one.made_by) for one in store.decisions_about("d1")] == [
            ("undo", "quotes ingest --again"), ("takedown", "desk")]


def test_one_that_cannot_be_kept_spoils_no_other_of_its_batch(call: Callable, tmp_path: Path):
    lines = [json.dumps({"id": str(n), "text": f"“The tide is number {n},” said Ada Quill.", "title": title})
             for n, title in enumerate(("first", "\ud800", "third"))]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = call("ingest", str(tmp_path / "articles.jsonl"))
    assert (ran.status, ran.out) == (1, "Articles: 2 new, 1 failed.\n")
    assert "line 2" in ran.err
    with opened_store() as store:
        assert {one.title for one in store.documents(PageRequest()).items} == {"first", "third"}


def test_many_articles_are_kept_in_few_transactions(call: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked, ask = [], SqliteEngine.ask
    monkeypatch.setattr(SqliteEngine, "ask", lambda engine, statement, values=(): (
        asked.append(statement), ask(engine, statement, values))[1])
    lines = [json.dumps({"id": str(n), "text": f"“The tide is number {n},” said Ada Quill."}) for n in range(40)]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert call("ingest", str(tmp_path / "articles.jsonl")).out == "Articles: 40 new.\n"
    assert sum(statement == "COMMIT" for statement in asked) < 20  # those that make the tables among them
