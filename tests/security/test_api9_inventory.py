"""API9, improper inventory management: every route is described, or stands in a list with its reason."""

from __future__ import annotations

import re

import pytest

from tests.security.conftest import Shelf

# Pages and files for people, which the API's description leaves out: the beginning of their rule, and what they are.
UNDESCRIBED = {
    "/": "the front page", "/quotes/": "pages and cards of quotes", "/speakers": "pages of speakers",
    "/documents": "pages of articles", "/outlets": "pages of outlets", "/verify": "a page", "/try": "a page",
    "/review": "pages for whoever is signed in", "/saved": "the same", "/login": "signing in", "/logout": "signing out",
    "/cards/": "style sheets of cards", "/problems/": "texts about problems", "/docs": "the description as a page",
    "/openapi.json": "the description itself", "/static/": "files", "/corrections": "a page", "/statistics": "a page",
    "/disagreements": "a page", "/unnamed": "a page", "/export": "the file that pages link to",
}
FOR_PROGRAMS = ("/v1/", "/feed", "/oembed", "/healthz", "/readyz", "/metrics")


def routes(shelf: Shelf) -> set[tuple[str, str]]:
    """Every method and rule of the service, written as the description writes them."""
    rules = next(iter([shelf.client().application])).url_map.iter_rules()
    return {(method, re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", rule.rule))
            for rule in rules for method in rule.methods - {"HEAD", "OPTIONS"}}


def described(shelf: Shelf) -> set[tuple[str, str]]:
    paths = shelf.client().get("/openapi.json").get_json()["paths"]
    return {(method.upper(), path) for path, operations in paths.items() for method in operations
            if method in ("get", "post", "patch", "put", "delete")}


def test_every_route_is_described_or_has_its_reason(shelf: Shelf):
    left = {path for _, path in routes(shelf) - described(shelf)}
    without = {path for path in left if path.startswith(FOR_PROGRAMS) or not (
        path in UNDESCRIBED or path.startswith(tuple(start for start in UNDESCRIBED if start != "/")))}
    assert without == set()


def test_nothing_is_described_that_is_not_there(shelf: Shelf):
    assert described(shelf) <= routes(shelf)


def test_no_reason_is_left_of_a_route_that_is_gone(shelf: Shelf):
    paths = {path for _, path in routes(shelf)}
    assert [start for start in UNDESCRIBED if not any(path.startswith(start) for path in paths)] == []


def test_there_is_one_version_and_no_second_door(shelf: Shelf):
    paths = {path for _, path in routes(shelf)}
    assert {match[0] for path in paths if (match := re.match(r"/v\d+", path))} == {"/v1"}
    assert not [path for path in paths if re.search(r"debug|admin|internal|console|test|swagger(?!-ui)|beta", path)]


@pytest.mark.parametrize("address", ["/v0/quotes", "/v2/quotes", "/api/v1/quotes", "/admin", "/console", "/debug",
                                     "/.env", "/.git/config", "/server-status", "/actuator", "/graphql",
                                     "/swagger.json", "/static/../settings.py", "/static/%2e%2e/app.py",
                                     "/docs/index.html", "/v1"])
def test_there_is_nothing_where_others_forget_something(shelf: Shelf, address: str):
    assert shelf.client().get(address, headers=shelf.keys["admin"]).status_code == 404
