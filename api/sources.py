"""/v1/documents/{id}/speakers: who is quoted in a document, and why each is taken for whom."""

from __future__ import annotations

from dataclasses import dataclass

from api.access import needs
from api.context import current_store
from api.documents import document_or_problem
from api.resources import Resources
from quotes.record.sourcing import Source, sources_of
from schemas.source import SourceListSchema

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
