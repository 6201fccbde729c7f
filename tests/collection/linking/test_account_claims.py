"""Whose an account is: inside one article by the name that it shows, and across articles only where that is settled."""

from __future__ import annotations

import pytest

from quotes.collection.decisions.speaker_edits import add_account, refuse_account, remove_account
from quotes.collection.decisions.undo import undo
from quotes.collection.ingestion import keep
from quotes.collection.linking.account_suggestions import suggested_accounts
from quotes.collection.linking.lookalike_names import lookalike
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.post import Account
from quotes.store.contract.store import Kept, QuoteFilter, Store
from tests.collection.decisions.test_quote_decisions import DESK

PIER = "https://pier.example/1"
EVIL = Account("twitter", "evilguy")


def post(name: str, handle: str, words: str, number: int) -> str:
    return (f'<blockquote class="twitter-tweet"><p>{words}</p>— {name} (@{handle}) <a href="https://twitter.com/{handle}'
            f'/status/17911560053316650{number:02}">May 16, 2024</a></blockquote>')


def page(*posts: str, named: str | None = "Mayor Dorian Marsh", said: str = "We open at nine") -> str:
    before = f"<p>{named} opened the pier on Monday. “{said},” {named.split()[-1]} said.</p>" if named else ""
    after = "<p>The board met on Friday and voted for the plan, as everybody on the quay had expected it to do.</p>"
    return f"<html><body><article>{before}{''.join(posts)}{after}</article></body></html>"


def kept(store: Store, html: str, url: str) -> Kept:
    return keep(store, read_document(Article(html=html, url=url)))


def speaker_of(store: Store, words: str) -> tuple[str, str, str]:
    """Whose words are: the id and the name of the speaker, and how its account was told."""
    found = next(one for n in range(1, 60) if (one := store.quote(f"q{n}")) and one.text and words in one.text)
    assert found.speaker is not None and found.speaker.id is not None
    how = found.post.account_link.how if found.post and found.post.account_link else ""
    return found.speaker.id, found.speaker.name, how


def test_a_display_name_links_a_post_inside_its_article_and_gives_nobody_the_account(store: Store):
    kept(store, page(post("Dorian Marsh", "evilguy", "The pier is mine", 1)), PIER)
    marsh = speaker_of(store, "open at nine")[0]
    assert speaker_of(store, "is mine") == (marsh, "Dorian Marsh", "same printed name in this article")
    kept(store, page(post("Evil Guy", "evilguy", "Sell it all", 2), named=None), "https://other.example/2")
    assert speaker_of(store, "Sell it")[:2] != (marsh, "Dorian Marsh")
    speaker = store.speaker(marsh)
    assert speaker is not None and speaker.accounts == () and "Evil Guy" not in speaker.aliases


@pytest.mark.parametrize("name, handle", [
    ("Dorian Marsh", "evilguy"), ("Mayor Dorian Marsh", "evilguy"), ("D. Marsh", "doriantmarsh"),
    ("evil", "DorianMarsh1"), ("", "real_dorianmarsh"),
])
def test_an_account_alone_joins_no_person_by_its_name_and_no_person_joins_it(store: Store, name: str, handle: str):
    lone = page(post(name, handle, "The pier is mine", 1), named=None)
    kept(store, lone, PIER)
    kept(store, page(), "https://other.example/2")
    kept(store, lone.replace("is mine", "is ours").replace("65001", "65003"), "https://third.example/3")
    first, second, marsh = (speaker_of(store, words)[0] for words in ("is mine", "is ours", "open at nine"))
    assert first == second != marsh


def test_three_outlets_make_an_account_somebodys(store: Store):
    for n, host in enumerate(("pier.example", "quay.example", "pier.example", "harbour.example"), 1):
        marsh = speaker_of(store, "is mine 1")[0] if n > 1 else ""
        assert n == 1 or store.speaker(marsh).accounts == ()  # type: ignore[union-attr]  # it is kept
        kept(store, page(post("Dorian Marsh", "dmarsh", f"The pier is mine {n}", n), said=f"We open at {n}"),
             f"https://{host}/{n}")
    kept(store, page(post("The Mayor", "dmarsh", "Sell it all", 9), named=None), "https://late.example/9")
    assert speaker_of(store, "Sell it")[0] == marsh
    assert store.speaker(marsh).accounts == (Account("twitter", "dmarsh"),)  # type: ignore[union-attr]


@pytest.mark.parametrize("addresses", [
    ("https://a.example/1", "https://www.a.example/2", "https://amp.a.example/3"), ("", "", ""),
])
def test_one_outlet_under_many_addresses_and_pages_without_any_make_no_account_somebodys(store: Store, addresses):
    for n, url in enumerate(addresses, 1):
        html = page(post("Dorian Marsh", "dmarsh", f"The pier is mine {n}", n), said=f"We open at {n}")
        claimed = f'<link rel="canonical" href="https://outlet{n}.example/">'
        keep(store, read_document(Article(html=html.replace("<body>", f"{claimed}<body>"), url=url or None)))
    assert store.speaker(speaker_of(store, "is mine 1")[0]).accounts == ()  # type: ignore[union-attr]


def test_copies_of_one_article_and_outlets_that_disagree_make_no_account_somebodys(store: Store):
    for n in range(1, 4):
        kept(store, page(post("Dorian Marsh", "dmarsh", "The pier is mine", 1)), f"https://copy{n}.example/")
    marsh = speaker_of(store, "is mine")[0]
    assert store.speaker(marsh).accounts == ()  # type: ignore[union-attr]
    kept(store, page(post("Vera Stolz", "dmarsh", "No comment", 2), named="Baker Vera Stolz"), "https://d.example/")
    for n in range(5, 8):
        html = page(post("Dorian Marsh", "dmarsh", f"Mine {n}", n), said=f"We open at {n}")
        kept(store, html, f"https://e{n}.example/")
    assert store.speaker(marsh).accounts == ()  # type: ignore[union-attr]


def test_what_a_person_entered_goes_to_its_owner_and_leaves_the_person_named_alone(store: Store):
    kept(store, page(named="Baker Vera Stolz", said="Bread rises"), "https://one.example/")
    vera = speaker_of(store, "Bread rises")[0]
    add_account(store, vera, Account("twitter", "vstolz"), DESK)
    kept(store, page(post("Dorian Marsh", "vstolz", "The pier is mine", 1)), PIER)
    assert speaker_of(store, "is mine")[0] == vera
    assert speaker_of(store, "open at nine")[1] == "Dorian Marsh" and speaker_of(store, "open at nine")[0] != vera


def test_an_account_that_is_refused_stands_alone_and_undoing_gives_its_posts_back(store: Store):
    kept(store, page(post("Dorian Marsh", "evilguy", "The pier is mine", 1)), PIER)
    marsh = speaker_of(store, "open at nine")[0]
    made = remove_account(store, marsh, EVIL, DESK)
    lone = speaker_of(store, "is mine")[0]
    kept(store, page(post("Dorian Marsh", "evilguy", "Sell it all", 2), said="We close at six"), "https://b.example/")
    assert speaker_of(store, "Sell it")[0] == lone != marsh == speaker_of(store, "close at six")[0]
    undo(store, made.id, DESK)
    assert speaker_of(store, "is mine")[0] == marsh


def test_a_revision_puts_no_account_in_a_persons_place(store: Store):
    kept(store, page(), PIER)
    marsh = speaker_of(store, "open at nine")[0]
    kept(store, page(post("Dorian Marsh", "evilguy", "The pier is mine", 1), named=None), PIER)
    assert speaker_of(store, "is mine")[0] != marsh
    kept(store, page(said="We close at six"), PIER)
    assert speaker_of(store, "close at six")[0] == marsh
    assert store.count_quotes(QuoteFilter(speaker_id=marsh)) == 1


def test_what_is_not_settled_is_suggested_until_a_person_decides(store: Store):
    kept(store, page(post("Dorian Marsh", "evilguy", "The pier is mine", 1)), PIER)
    kept(store, page(post("Dorian Marsh", "dmarsh", "Sell it", 2), named=None), "https://other.example/2")
    kept(store, page(post("Vera Stolz", "vstolz", "Bread", 3), named=None), "https://third.example/3")
    found = {one.account.handle: (one.speaker.name, one.outlets) for one in suggested_accounts(store, 10)}
    assert found == {"evilguy": ("Dorian Marsh", 1), "dmarsh": ("Dorian Marsh", 0)}
    marsh = speaker_of(store, "open at nine")[0]
    refuse_account(store, marsh, EVIL, DESK)
    made = refuse_account(store, marsh, Account("twitter", "dmarsh"), DESK)
    assert suggested_accounts(store, 10) == ()
    undo(store, made.id, DESK)
    add_account(store, marsh, Account("twitter", "dmarsh"), DESK)
    assert suggested_accounts(store, 10) == () and speaker_of(store, "Sell it")[0] == marsh


@pytest.mark.parametrize("name", ["D\u043erian Marsh", "Dorian M\u0430rsh", "\uff24orian Marsh", "Dorian Мarsh"])
def test_a_name_with_letters_of_another_alphabet_joins_nobody_and_is_told(store: Store, name: str):
    kept(store, page(), PIER)
    kept(store, page(named=f"Mayor {name}", said="We close at six"), "https://other.example/2")
    marsh, strange = (store.speaker(speaker_of(store, words)[0]) for words in ("open at nine", "close at six"))
    assert marsh is not None and strange is not None and marsh.id != strange.id
    assert marsh.aliases == () or all(alias.isascii() for alias in marsh.aliases)
    told = lookalike(store, strange)
    assert told is not None and told.letters and lookalike(store, marsh) is None
    html = page(post(name, "dmarsh", "The pier is mine", 1), said="We meet at noon")
    kept(store, html, "https://third.example/3")
    assert speaker_of(store, "is mine")[0] not in (marsh.id, strange.id)
    assert speaker_of(store, "meet at noon")[0] == marsh.id
