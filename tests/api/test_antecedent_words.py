"""Whom a mention stands for, in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.api.labels import antecedent_sentence
from quotes.records.evidence import Antecedent
from tests.api.cards.samples import MASTER, SHORT


def sentence(mention, words, back, **who):
    found = None if words is None else Antecedent(words, 0, 5, back)
    return antecedent_sentence(replace(SHORT, speaker=replace(MASTER, mention=mention, antecedent=found, **who)))


@pytest.mark.parametrize("told, words", [
    (("she", "Mirela Oduya", 2), "“she” is taken to be Mirela Oduya, who is named two sentences before."),
    (("She", "MIRELA ODUYA", 0), "“She” is taken to be Mirela Oduya, who is named in the same sentence."),
    (("the\nharbour master", "Mirela\nOduya", 1),
     "“the harbour master” is taken to be Mirela Oduya, who is named in the sentence before."),
    (("she", "Oduya", 12), "“she” is taken to be Mirela Oduya, who is called “Oduya” twelve sentences before."),
    (("Oduya", "Mirela Oduya", 40), "“Oduya” is taken to be Mirela Oduya, who is named 40 sentences before."),
    (("she", "Mirela Oduya", -3), "“she” is taken to be Mirela Oduya, who is named further down."),
    (("Mirela Oduya", None, 0), ""),
    ((None, "Mirela Oduya", 1), ""),
])
def test_sentences(told, words):
    assert sentence(*told) == words


def test_what_is_no_person_is_a_thing():
    said = sentence("the trust", "Acme Trust", 3, name="Acme Trust", kind="organization")
    assert said == "“the trust” is taken to be Acme Trust, which is named three sentences before."


def test_where_nobody_is_named_nothing_is_said():
    assert antecedent_sentence(replace(SHORT, speaker=None)) == ""
