"""/v1/search and /v1/suggestions: a question as people type it, understood, and what they may be about to type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, jsonify

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.pagination import listing, page_request
from quotes.api.http.request_context import current_settings, current_store
from quotes.api.resources.filters import quote_filter
from quotes.api.resources.quote_answers import expand
from quotes.api.resources.search import ordered
from quotes.api.resources.search_snippets import snippets
from quotes.collection.search.search_answer import Search, SearchAnswer, answer
from quotes.collection.search.search_suggestion import Suggestion, suggestions
from quotes.schemas.search.search_answer import (
    QuestionQuerySchema,
    SearchAnswerSchema,
    SearchListing,
    SuggestionListSchema,
    SuggestionQuerySchema,
)
from quotes.store.contract.search import Facets

search = Resources("search", __name__, url_prefix="/v1", description="Questions as people type them.")
LIST = "search"
QUERY = QuestionQuerySchema(exclude=("format",))
_ANSWER = SearchAnswerSchema()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What somebody may be about to type."""

    items: tuple[Suggestion, ...]


@search.route("/search")
@search.arguments(QUERY, location="query")
@search.response(200, SearchAnswerSchema, example=examples.SEARCH)
@needs("read")
def search_quotes(query: dict[str, Any]) -> Response:
    """Answer a question: who said something on a topic, in which outlet, when; in any order, in one line.

    `understood` says how it was taken. The filters of /v1/quotes narrow it further, and stand against what the question
    says; `facets` counts what they would find. Where nothing is found, less is looked for, and `understood` says so.
    """
    of = ordered(LIST, query)
    found = search_answer(of, query)
    page, headers = listing(of, found.found.page)
    shown = SearchListing(
        page.items, page.next, page.prev, found.found.partial, snippets(found.meaning.words, found.found),
        found.meaning, found.corrected, found.did_you_mean, found.speakers, found.outlets, facets_of(found))
    written = _ANSWER.dump(shown)
    expand(written["items"], page.items, query)
    response = jsonify(written)
    response.headers.update(headers)
    return response


@search.route("/suggestions")
@search.arguments(SuggestionQuerySchema, location="query")
@search.response(200, SuggestionListSchema)
@needs("read")
def suggest(query: dict[str, Any]) -> Suggestions:
    """Suggest speakers and outlets whose names begin as what is typed ends, the most quoted first."""
    return Suggestions(suggestions(current_store(), query["q"]))


def search_answer(of: str, query: Mapping[str, Any]) -> SearchAnswer:
    """The answer to a query's question, in the part of the list called `of` that it asks for."""
    typed = query["q"].strip()
    within = quote_filter({name: value for name, value in query.items() if name != "q"})
    asked = Search(typed, within, page_request(of, query), query["sort"], current_settings().search_timeout_ms,
                   query["plain"])
    return answer(current_store(), asked)


def facets_of(found: SearchAnswer) -> Facets | None:
    """The quotes of an answer, counted by what they can be narrowed to; None where they were looked for in articles."""
    if found.narrowed is None:
        return None
    counted = current_store().facets(found.narrowed, current_settings().search_timeout_ms)
    return replace(counted, is_whole=counted.is_whole and not found.found.partial)
