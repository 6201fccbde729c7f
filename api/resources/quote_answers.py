"""Answers with quotes: one or a list, in the format that the request wants, with what `expand` asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Response, jsonify, request

from quotes.api.http.content_negotiation import in_format, told_apart, wanted_format
from quotes.api.http.pagination import listing
from quotes.api.http.request_context import current_store, public
from quotes.api.resources.search_snippets import snippets
from quotes.collection.sentence import Sentence, sentences_of
from quotes.records.quote import Quote
from quotes.schemas.document import dump_document
from quotes.schemas.formats.contract import About, Format, Placed
from quotes.schemas.pagination import QuoteListSchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.speaker import dump_speaker
from quotes.store.contract.store import Found

_ONE, _LIST = QuoteSchema(), QuoteListSchema()


def quote_list(of: str, query: Mapping[str, Any], answer: Found) -> Response:
    """A page of the list called `of`, in the format and with the expansions that the query asks for."""
    found, headers = listing(of, answer.page)
    found = replace(found, partial=answer.partial, snippets=snippets(query.get("q"), answer))
    format_ = wanted_format(query)
    if format_ is None:
        written = _LIST.dump(found)
        expand(written["items"], found.items, query)
        response = jsonify(written)
    else:
        about = About(public, public(request.full_path.rstrip("?")), found.next, found.prev)
        response = in_format(format_, "".join(format_.many(placed(found.items, format_), about)))
    response.headers.update(headers)
    return told_apart(response)


def one_quote(query: Mapping[str, Any], quote: Quote) -> Response:
    """A single quote, in the format and with the expansions that the query asks for."""
    format_ = wanted_format(query)
    if format_ is None:
        written = _ONE.dump(quote)
        expand([written], [quote], query)
        response = jsonify(written)
    else:
        response = in_format(format_, format_.one(placed([quote], format_)[0], About(public)))
    return told_apart(response)


def placed(quotes: Sequence[Quote], format_: Format) -> list[Placed]:
    """Quotes with the words around them, where the format needs those: in one query for all."""
    if not format_.around:
        return [Placed(quote) for quote in quotes]
    words = current_store().around([quote.id for quote in quotes], format_.around)
    return [Placed(quote, *words.get(quote.id, ())) for quote in quotes]


def expand(written: Sequence[dict[str, Any]], quotes: Sequence[Quote], query: Mapping[str, Any]) -> None:
    """Add to written quotes what was asked for, each kind of thing in as many queries for all as for one."""
    wanted = query.get("expand", "").split(",")
    if "document" in wanted:
        ids = {quote["document"]["id"] for quote in written if quote["document"]}
        documents = current_store().documents_of(ids)
        for quote in written:
            if quote["document"] and (document := documents.get(quote["document"]["id"])):
                quote["document"] = dump_document(document)
    if "sentence" in wanted:
        around = sentences_of(current_store(), quotes)
        for quote, one in zip(written, quotes, strict=True):
            quote["sentence"] = _sentence(one, around[one.id]) if one.id in around else None
    if "speaker" in wanted:
        ids = {quote["speaker"]["id"] for quote in written if quote["speaker"]}
        speakers = current_store().speakers_of(ids)
        for quote in written:
            if quote["speaker"] and (speaker := speakers.get(quote["speaker"]["id"])):
                known = dump_speaker(speaker)
                quote["speaker"] = {**quote["speaker"], "aliases": known["aliases"], "accounts": known["accounts"]}


def _sentence(quote: Quote, around: Sentence) -> dict[str, Any]:
    """The sentence around a quote, with its place in the document's text."""
    return {"text": f"{around.before}{quote.text}{around.after}", "start": quote.start - len(around.before),
            "end": quote.end + len(around.after)}
