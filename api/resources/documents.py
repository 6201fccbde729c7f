"""/v1/documents: articles as they are kept, and the quotes in each."""

from __future__ import annotations

from typing import Any

from flask import Response

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.metrics import meters
from quotes.api.http.pagination import listing, page_of, page_request
from quotes.api.http.problems import missing
from quotes.api.http.request_context import current_store, public
from quotes.api.resources.article_reading import read_document
from quotes.api.resources.quote_answers import quote_list
from quotes.collection.ingestion import keep
from quotes.records.document import Article, Document
from quotes.records.reading import Reading
from quotes.schemas.document import DocumentSchema
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.filters import DocumentQuerySchema, QuotePageQuerySchema
from quotes.schemas.ingestion import KeptReading, KeptReadingSchema
from quotes.schemas.pagination import DocumentListSchema, QuoteListSchema
from quotes.schemas.reading import NotQuoteListSchema
from quotes.store.contract.store import Found, Kept, Page

documents = Resources("documents", __name__, url_prefix="/v1", description="Articles as they are kept.")
PLACE = {"Location": {"description": "The document's address.", "schema": {"type": "string", "format": "uri"}}}
LIST, QUOTES = "documents", "document-quotes"


@documents.route("/documents", methods=["POST"])
@documents.arguments(ArticleSchema, example=examples.ARTICLE)
@documents.response(201, KeptReadingSchema, description="Kept as new", example=examples.KEPT, headers=PLACE)
@documents.alt_response(200, schema=KeptReadingSchema, success=True,
                        description="The same document again, or a revision of one; see `outcome`", headers=PLACE)
@documents.alt_response(400, "BAD_REQUEST")
@documents.alt_response(401, "UNAUTHORIZED")
@documents.alt_response(403, "FORBIDDEN")
@documents.alt_response(409, "CONFLICT")
@documents.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@documents.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@documents.alt_response(503, "SERVICE_UNAVAILABLE")
@needs("write")
def keep_article(article: Article) -> tuple[KeptReading, int, dict[str, str]]:
    """Read an article and keep what is in it.

    Needs a key with the scope write. The same document twice makes no second copy; changed text at the same address
    is a revision. 409: it was taken down, and is not kept again; or there is no text in it, and some was kept before.
    """
    reading = read_document(article)
    kept = keep(current_store(), reading)
    meters().kept.labels(kept.outcome).inc()
    answer = kept_reading(kept, reading)
    return answer, 201 if kept.outcome == "new" else 200, {"Location": public(f"/v1/documents/{kept.document.id}")}


def kept_reading(kept: Kept, reading: Reading) -> KeptReading:
    """What was kept, with the store's ids."""
    store, document = current_store(), kept.document
    return KeptReading(kept.outcome, document, store.document_quotes(document.id),
                       store.document_speakers(document.id), reading.warnings, store.not_quotes(document.id),
                       reading.marks)


@documents.route("/documents")
@documents.arguments(DocumentQuerySchema, location="query")
@documents.response(200, DocumentListSchema)
@needs("read")
def list_documents(query: dict[str, Any]) -> Any:
    """List the documents, newest published first and the undated last, without their texts."""
    return listing(*documents_asked(query))


def documents_asked(query: dict[str, Any]) -> tuple[str, Page[Document]]:
    """The name of the list of documents that a query asks for, and the part."""
    publisher = query.get("publisher")
    if publisher is None:
        return LIST, current_store().documents(page_request(LIST, query))
    of = f"{LIST} of {publisher}"
    return of, current_store().documents_in(publisher, page_request(of, query))


@documents.route("/documents/<document:id>")
@documents.etag
@documents.response(200, DocumentSchema)
@documents.alt_response(404, "NOT_FOUND")
@needs("read")
def show_document(id: str) -> Document:
    """Show one document with its text, in which all offsets count."""
    return document_or_problem(id)


def document_or_problem(id: str) -> Document:
    """A kept document; a Problem if there is none with this id."""
    document = current_store().document(id)
    if document is None:
        raise missing("document")
    return document


@documents.route("/documents/<document:id>/not-quotes")
@documents.response(200, NotQuoteListSchema)
@documents.alt_response(404, "NOT_FOUND")
@needs("read")
def list_not_quotes(id: str) -> dict[str, Any]:
    """List what stands in one document's quotation marks and is no quote, in the order of its text, with the reasons.

    What a person made a quote is not listed any more.
    """
    document_or_problem(id)
    return {"items": current_store().not_quotes(id)}


@documents.route("/documents/<document:id>/quotes")
@documents.arguments(QuotePageQuerySchema, location="query")
@documents.response(200, QuoteListSchema)
@documents.in_every_format
@documents.alt_response(404, "NOT_FOUND")
@needs("read")
def list_document_quotes(query: dict[str, Any], id: str) -> Response:
    """List the quotes of one document, in the order of its text."""
    document_or_problem(id)
    wanted = page_request(f"{QUOTES} {id}", query)
    return quote_list(f"{QUOTES} {id}", query, Found(page_of(current_store().document_quotes(id), wanted)))
