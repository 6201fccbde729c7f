"""A card's tag rests on everything that draws cards."""

from __future__ import annotations

import pytest

from quotes.api.cards.card_etags import API, DRAWN_BY


@pytest.mark.parametrize("pattern", DRAWN_BY)
def test_what_draws_cards_is_where_the_tag_looks_for_it(pattern: str):
    assert [path for path in API.glob(pattern) if path.is_file()]
