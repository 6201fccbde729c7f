"""The passage around a quote: it reaches back to the words that name the speaker, however far away they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.evidence import Antecedent
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker
from tests.api.markup import Markup
from tests.api.shelf import place

BETWEEN = "Nothing was said of it there. " * 80
FAR = "Ada Quill came first, early.\n\n" + BETWEEN + "\n\n“It floats,” she said.\n\nThe end."
NEAR = "Ada Quill came first.\n\nIt rained.\n\n“It floats,” she said.\n\nThe end."
AFTER = "“It floats,” she said.\n\n" + "Nothing was said of it there. " * 80 + "\n\nThis was Ada Quill, at noon."
MANY = "“It floats,” said Ada Quill.\n\n" + "Nothing was said of it there. " * 80


def shown(client, shelf, text, antecedent=True):
    """The marks of the passage on a quote's page, the passage, and the page."""
    ada = Speaker("s1", "Ada Quill", "person")
    mention = "she" if antecedent else "Ada Quill"
    who = QuotedSpeaker("s1", "Ada Quill", "person", None, mention, **place(mention, text))
    if antecedent:
        who = replace(who, antecedent=Antecedent("Ada Quill", **place("Ada Quill", text), sentences_before=2))
    quote = Quote("q1", "direct", "It floats,", **place("It floats,", text), verdict="likely", confidence=0.8,
                  speaker=who)
    kept = keep(shelf, Reading(Document(text, url="https://a.example/1"), (quote,), (ada,))).document
    number = shelf.document_quotes(kept.id)[0].id
    markup = client.get(f"/quotes/{number}").text
    article = markup[markup.index('<div class="article context"'):]
    marks = [one["class"] for one in Markup(article[: article.index("</div>")]).all("mark")]
    return marks, Markup(article[: article.index("</div>")]).text, Markup(markup).text


@pytest.mark.parametrize("text, order, gap", [
    (FAR, ["c-antecedent", "c-quote", "c-speaker"], True),
    (NEAR, ["c-antecedent", "c-quote", "c-speaker"], False),
    (AFTER, ["c-quote", "c-speaker", "c-antecedent"], True),
])
def test_the_passage_reaches_to_the_words_that_name_the_speaker(client, shelf, text, order, gap):
    marks, passage, page = shown(client, shelf, text)
    assert marks == order
    assert (("[…]" in passage) == gap and "Ada Quill came first" in passage) or "This was Ada Quill" in passage
    assert len(passage) < 1200
    assert "“she” is taken to be Ada Quill, who is named two sentences before." in page
    assert "whom that stands for" in page


def test_a_name_needs_nothing_else(client, shelf):
    marks, passage, page = shown(client, shelf, MANY, antecedent=False)
    assert marks == ["c-quote", "c-speaker"] and "[…]" not in passage
    assert "is taken to be" not in page and "whom that stands for" not in page
