"""`quotes reread`: kept articles brought up to date, with everything that was known about them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quotes.cli.command_setup import opened_store
from quotes.records.quote import Quote
from quotes.store.contract.store import PageRequest, QuoteFilter, Store
from quotes.store.tables.value_codes import VERDICTS

SAMPLES = Path(__file__).parents[3] / "samples"
PAGE = """<html lang="en"><head><title>Baths</title><meta name="author" content="Lena Ruiz"></head><body><article>
<h1>Baths stay open</h1><p>The council met on Monday evening and looked at the figures for the harbour baths again.</p>
<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The water is fine, the council is not.</p>&mdash; Bo Marsh
(@bomarsh) <a href="https://twitter.com/bomarsh/status/1064229832846864384">November 18, 2018</a></blockquote>
<p>&ldquo;Not this year,&rdquo; said Bo Marsh, a councillor, on the steps of the town hall.</p>
<blockquote><p>Nobody will close the baths while I sit in this council, and nobody will sell them.</p></blockquote>
</article></body></html>"""


@contextmanager
def store_as_of_old() -> Iterator[Store]:
    """The store, every document of which was read by another version when this ends."""
    with opened_store() as store:
        yield store
        with store.writing():
            store.engine.ask("UPDATE document SET engine = 'quotes 0, model 0'")


def every_quote() -> tuple[Quote, ...]:
    with opened_store() as store:
        return store.quotes(QuoteFilter(status=None), PageRequest(100)).items


@pytest.fixture
def kept(call: Callable, own_place: Path) -> tuple[Quote, ...]:
    folder = own_place / "articles"
    shutil.copytree(SAMPLES, folder)
    (folder / "page.html").write_text(PAGE)
    assert call("ingest", str(folder)).status == 0
    return every_quote()


def test_an_empty_store_is_told(call: Callable):
    assert call("reread").out == "Articles: none kept.\n"


def test_what_this_version_has_read_is_left_alone(call: Callable, kept: tuple[Quote, ...]):
    assert call("reread").out == "Articles: 4 up to date.\n"
    assert every_quote() == kept


@pytest.mark.parametrize("option", [[], ["--all"]])
def test_a_page_is_read_again_with_its_posts_its_block_quotes_and_its_author(
    call: Callable, kept: tuple[Quote, ...], option: list[str],
):
    assert {"post", "block"} <= {quote.kind for quote in kept}
    if not option:
        with store_as_of_old():
            pass
    ran = call("reread", *option)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Articles: 4 read anew.\nQuotes: {len(kept)} stayed.\n"
    assert every_quote() == kept
    assert call("reread").out == "Articles: 4 up to date.\n"


def test_what_changed_is_counted_and_what_people_decided_stays(call: Callable, kept: tuple[Quote, ...]):
    lost, wrong, decided = [quote.id.removeprefix("q") for quote in kept if quote.kind != "post"][:3]
    with store_as_of_old() as store, store.writing():
        store.engine.ask("UPDATE quote SET speaker_id = NULL, verdict = ? WHERE id = ?",
                         [VERDICTS.numbers["unknown"], wrong])
        by_desk = f"verdict = {VERDICTS.numbers['corrected']}, confirmed_by = 'desk', speaker_id = NULL"
        store.engine.ask(f"UPDATE quote SET {by_desk} WHERE id = ?", [decided])
        store.engine.ask('UPDATE quote SET text = ?, start = 0, "end" = 4 WHERE id = ?', ["gone", lost])
    assert call("reread").out == f"Articles: 4 read anew.\nQuotes: {len(kept) - 1} stayed, 1 new, 1 withdrawn.\n"
    after = {quote.id: quote for quote in every_quote()}
    assert after[f"q{lost}"].status == "withdrawn"
    assert after[f"q{wrong}"].speaker == next(quote for quote in kept if quote.id == f"q{wrong}").speaker
    assert (after[f"q{decided}"].verdict, after[f"q{decided}"].speaker) == ("corrected", None)


def test_the_command_line_finds_what_was_read_anew(call: Callable, kept: tuple[Quote, ...]):
    with store_as_of_old():
        pass
    before = json.loads(call("said", "Bo Marsh").out)
    call("reread")
    after = json.loads(call("said", "Bo Marsh").out)
    assert [item["text"] for item in after["items"]] == [item["text"] for item in before["items"]]
    assert {item["document"]["engine"] for item in before["items"]} == {"quotes 0, model 0"}
    assert "model 0" not in json.dumps(after)
