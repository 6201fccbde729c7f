"""/v1/documents/{id}/speakers: who is quoted in a document, and why each is taken for whom."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_context import current_store
from quotes.api.resources.documents import document_or_problem
from quotes.collection.linking.document_speakers import Source, sources_of
from quotes.schemas.document_speakers import SourceListSchema

sources = Resources("sources", __name__, url_prefix="/v1", description="Who is quoted in a document.")


@dataclass(frozen=True, slots=True)
class Sources:
    """The speakers of one document."""

    items: tuple[Source, ...]


@sources.route("/documents/<document:id>/speakers")
@sources.response(200, SourceListSchema)
@sources.alt_response(404, "NOT_FOUND")
@needs("read")
def list_document_speakers(id: str) -> Sources:
    """List the speakers of one document: why each is taken for the kept speaker that it is, and how sure that is.

    Of a source without a name it is told whether the document says why.
    """
    return Sources(sources_of(current_store(), document_or_problem(id)))
