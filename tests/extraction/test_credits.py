"""Each credit goes with the quotations it stands beside, and with no others."""

from __future__ import annotations

import pytest

from quotes.documents.passages import find_passages
from quotes.documents.reader import read_article
from quotes.extraction.credit_lines import lines_of, with_credits
from quotes.extraction.credits import find_credits
from quotes.extraction.quotations import find_quotations
from quotes.records.document import Article
from quotes.text.tokens import tokenizer
from tests.seen import ENGLISH, names


def credited(article: Article) -> list[tuple[str, list[str]]]:
    """The words of each credit, with those of its quotations."""
    document = read_article(article)
    text = document.text
    tokens = tokenizer(ENGLISH).tokens(text)
    lines = lines_of(text, tokens, names(tokens))
    passages = with_credits(lines, find_passages(document))
    quotations = find_quotations(text, tokens, passages)
    return [(text[c.start : c.end], [text[quotations[n].start : quotations[n].end] for n in c.quotations])
            for c in find_credits(lines, passages, quotations)]


@pytest.mark.parametrize("text, expected", [
    ("“It held.” — Marit Osei, diver", [("Marit Osei, diver", ["It held."])]),
    ("“It held.” - Osei", [("Osei", ["It held."])]),
    ("“It held.”\n— Marit Osei", [("Marit Osei", ["It held."])]),
    ("“It held.”\n\n-- Marit Osei", [("Marit Osei", ["It held."])]),
    ("• “It held.” – Osei\n• “It fell.” – Bram", [("Osei", ["It held."]), ("Bram", ["It fell."])]),
    ("“It held.”\n\n— Osei\n\n“It fell.”\n\n— Bram, cook", [("Osei", ["It held."]), ("Bram, cook", ["It fell."])]),
    ("“It held.” “It fell.” — Osei", [("Osei", ["It held.", "It fell."])]),
    ("Marit Osei, diver: “It held.”", [("Marit Osei, diver", ["It held."])]),
    ("> It held.\n> — Osei, 3 May", [("Osei, 3 May", ["It held."])]),
    ("> It held.\n>\n> It fell.\n>\n> — Osei", [("Osei", ["It held.", "It fell."])]),
    ("> It held.\n\n— Osei", [("Osei", ["It held."])]),
])
def test_a_credit_belongs_to_the_words_beside_it(text: str, expected: list[tuple[str, list[str]]]):
    assert credited(Article(text=text)) == expected


@pytest.mark.parametrize("text", [
    "Osei said “it held” — and left.",
    "He said “It held.” — Osei, diver",
    "“It held,” Osei said.\n— Bram",
    "“It held.” — the diver said so twice.",
    "“It held.”\n\n\n\n\n— Osei",
    "“It held.”\nOsei went home — and slept",
    "Osei, who was asked twice: “It held.”",
    "— Osei\n“It held.”",
    "“It held.”",
])
def test_other_dashes_and_colons_credit_nobody(text: str):
    assert credited(Article(text=text)) == []


BODY = "<p>The wall was built in a dry year, and it has been wet ever since it stood there by the old mill road.</p>"


def page(quote: str) -> Article:
    return Article(html=f"<article><h1>The wall</h1>{BODY}{quote}{BODY.replace('dry', 'bad')}</article>")


@pytest.mark.parametrize("quote", [
    "<blockquote><p>It held.</p><cite>Osei, diver</cite></blockquote>",
    "<blockquote><p>It held. — <cite>Osei, diver</cite></p></blockquote>",
    "<blockquote><p>It held.</p><p><cite>Osei</cite>, diver</p></blockquote>",
    "<blockquote><p>It held.</p><footer>— Osei, diver</footer></blockquote>",
    "<figure><blockquote><p>It held.</p></blockquote><figcaption>Osei, diver</figcaption></figure>",
    "<blockquote><p>It held.</p></blockquote><p><cite>Osei, diver</cite></p>",
    "<blockquote><p>It held.<br>— Osei, diver</p></blockquote>",
    "<blockquote><p>“It held.”</p><cite>Osei, diver</cite></blockquote>",
    "<blockquote><p>“It held.” — Osei, diver</p></blockquote>",
    "<blockquote><p>It held.</p><div class='quote__author'>Osei, diver</div></blockquote>",
    "<aside class='pullquote'><p>It held.</p><p class='pullquote-source'>Osei, diver</p></aside>",
])
def test_the_credit_of_a_block_quote(quote: str):
    ((credit, words),) = credited(page(quote))
    assert (credit, words) == ("Osei, diver", ["It held."])


@pytest.mark.parametrize("quote", [
    "<blockquote><p>It held.</p></blockquote>",
    "<blockquote><p>I read <cite>The Mill</cite> twice.</p></blockquote>",
    "<blockquote><p>It held.</p></blockquote><figure><img src='w'><figcaption>Osei at the wall</figcaption></figure>",
    "<blockquote><p>“It held,” Bram said.</p><cite>The Mill Gazette</cite></blockquote>",
    "<p>Bram: yes.</p><cite>Osei, diver</cite>",
])
def test_what_credits_no_block_quote(quote: str):
    assert credited(page(quote)) == []
