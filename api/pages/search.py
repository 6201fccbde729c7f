"""/ with a question: what it was taken to mean, what was found, and what that can be narrowed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import render_template, request

from quotes.api.http.request_context import current_settings, current_store
from quotes.api.pages.list_links import page_links
from quotes.api.pages.query_parameters import query_of
from quotes.api.pages.search_facets import address, facet_groups, taken_parts
from quotes.api.pages.sentence import shown_sentences
from quotes.api.resources.filters import stance_of
from quotes.api.resources.search_answer import facets_of, search_answer
from quotes.collection.filters import by_words, name_words
from quotes.collection.search.search_answer import Search, SearchAnswer, answer
from quotes.records.quote import Quote
from quotes.records.search_question import Meaning
from quotes.records.speaker import Speaker
from quotes.schemas.search.search_answer import QuestionQuerySchema
from quotes.store.contract.store import Page, PageRequest, QuoteFilter, SpeakerFilter

QUERY = QuestionQuerySchema(only=(
    "q", "plain", "speaker", "speaker_kind", "account", "publisher", "kind", "stance", "since", "until", "undated",
    "document", "verdict", "min_confidence", "cursor", "limit"))
MOST_SPEAKERS, MOST_ALSO = 8, 5
LIST = "home"


def is_question(asked: Mapping[str, str]) -> bool:
    """Whether the parameters of the first page ask for anything but a part of its list."""
    return any(value.strip() for name, value in asked.items() if name not in ("cursor", "limit", "stance"))


def search_page() -> str:
    """What a question finds: whom and which outlets it names, the quotes that it means, and those with its words."""
    asked = {name: value for name, value in request.args.items() if value.strip() or name not in QUERY.fields}
    query = {"status": "active", "sort": "date", **query_of(QUERY, asked)}
    found = search_answer(LIST, query)
    facets, page, typed = facets_of(found), found.found.page, query["q"].strip()
    first = "cursor" not in query
    also = _with_the_words(found, query) if first else None
    people = _called(found, typed) if first else ()
    return render_template(
        "search.html", asked=typed, answer=found, page=page, also=also, stance=query["stance"],
        heading=_heading(found, asked), links=page_links(LIST, page), given=asked,
        sentences=shown_sentences((*page.items, *(also.items if also else ()))),
        named=[one for one in people if one.kind != "unnamed"],
        unnamed=[one for one in people if one.kind == "unnamed"],
        groups=facet_groups(facets, asked) if facets else [], whole=facets is None or facets.is_whole,
        days=bool(page.items), query_has_days="from" in asked or "to" in asked,
        taken=taken_parts(found.meaning, facets, asked) if not found.meaning.is_plain or len(asked) > 1 else [],
        kept={name: value for name, value in asked.items() if name not in ("from", "to", "stance", "cursor")},
        plain_href=address(asked, "plain", "true"), feed=_feed(found, typed))


def _heading(found: SearchAnswer, asked: Mapping[str, str]) -> str:
    """What the list is called."""
    if found.meaning.speakers:
        return "Said by them" if len(found.meaning.speakers) > 1 else f"Said by {found.meaning.speakers[0].name}"
    if found.meaning.account:
        return f"Posts of @{found.meaning.account}"
    return "Quotes with these words" if found.meaning.is_plain and found.meaning.words else "Quotes"


def _called(found: SearchAnswer, typed: str) -> tuple[Speaker, ...]:
    """The speakers whom words of the question name, and those, also without a name, who have all of its words."""
    whole = current_store().speakers(SpeakerFilter(name_words=name_words(typed)), PageRequest(MOST_SPEAKERS)).items
    known = {one.id: one for one in (*found.speakers, *whole)} if typed else {}
    return tuple(known.values())[:MOST_SPEAKERS]


def _with_the_words(found: SearchAnswer, query: Mapping[str, object]) -> Page[Quote] | None:
    """The other quotes with all words of a question that was taken to mean something else."""
    typed = str(query["q"]).strip()
    if found.meaning.is_plain or not typed:
        return None
    within = QuoteFilter(stance=stance_of(query))
    asked = Search(typed, within, PageRequest(MOST_ALSO), limit_ms=current_settings().search_timeout_ms, plain=True)
    above = {quote.id for quote in found.found.page.items}
    page = answer(current_store(), asked).found.page
    return replace(page, items=tuple(quote for quote in page.items if quote.id not in above))


def _feed(found: SearchAnswer, typed: str) -> dict[str, str]:
    """The filters of a feed of the same quotes; none where a feed has no words for what was asked."""
    wanted = found.narrowed
    if found.meaning == Meaning(typed) and wanted == by_words(QuoteFilter(), typed):
        return {"q": typed}
    if wanted is None or len(wanted.speaker_ids) > 1 or any(term.is_prefix for term in wanted.terms):
        return {}
    words = " ".join(f'{"-" if term.without else ""}"{" ".join(term.words)}"' for term in wanted.terms)
    filters = {"speaker": wanted.speaker_id or next(iter(wanted.speaker_ids), None), "publisher": wanted.publisher,
               "q": words, "account": wanted.account, "kind": wanted.kind, "from": wanted.since, "to": wanted.until,
               "stance": wanted.stance if wanted.stance != "asserted" else None}
    return {name: value for name, value in filters.items() if value}
