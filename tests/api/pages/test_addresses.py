"""Addresses in pages are those that Flask makes, whatever is in them."""

from __future__ import annotations

import pytest
from flask import url_for

from quotes.api.pages.addresses import address, addresses

ASKED = [
    ("home_pages.home", {}), ("home_pages.home", {"q": "a b"}), ("home_pages.home", {"q": "a", "plain": "true"}),
    ("static", {"filename": "quotes.css"}), ("quote_pages.page", {"id": "q12"}), ("cards.styles", {"name": "light"}),
    ("outlet_pages.outlet", {"name": "Shore Gazette"}), ("outlet_pages.page", {"sort": "name"}),
    ("outlet_pages.outlet", {"name": "a/b?c#d%e&f=g+h;i:j@k\"l<m>n'o(p)é–名 \u202e~!$*,[]{}|\\^`"}),
    ("outlet_pages.outlet", {"name": "0place0"}), ("tryout_pages.export", {"name": "csv"}),
    ("speaker_pages.page", {"id": "s1", "q": "wall"}), ("review.queue", {"quote": "q1"}),
]


@pytest.mark.parametrize("root", ["", "/quotes"])
def test_addresses_are_those_that_flask_makes(app, root):
    known = [(endpoint, values) for endpoint, values in ASKED if endpoint in app.view_functions]
    assert len(known) >= 11
    for _ in range(2):  # the second time by the form that was found the first
        with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": root}):
            for endpoint, values in known:
                assert address(endpoint, **values) == url_for(endpoint, **values)
                if len(values) == 1:
                    ((name, value),) = values.items()
                    assert addresses(endpoint, name, [value]) == [url_for(endpoint, **values)]


def test_what_is_no_route_is_refused_as_flask_does(app):
    with app.test_request_context("/"):
        for endpoint, values in (("nowhere", {}), ("outlet_pages.outlet", {})):
            with pytest.raises(Exception, match="Could not build"):
                address(endpoint, **values)
