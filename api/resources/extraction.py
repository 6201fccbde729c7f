"""POST /v1/extract: an article is read, nothing is kept."""

from __future__ import annotations

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.resources.article_reading import read_document
from quotes.api.resources.reading_switch import reads_for_callers
from quotes.records.document import Article
from quotes.records.reading import Reading
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.reading import ReadingSchema

extract = Resources("extract", __name__, url_prefix="/v1", description="Read an article and keep nothing.")


@extract.route("/extract", methods=["POST"])
@extract.arguments(ArticleSchema, example=examples.ARTICLE)
@extract.response(200, ReadingSchema, example=examples.READING)
@extract.alt_response(400, "BAD_REQUEST")
@extract.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@extract.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@extract.alt_response(401, "UNAUTHORIZED")
@extract.alt_response(403, "FORBIDDEN")
@extract.alt_response(503, "SERVICE_UNAVAILABLE")
@reads_for_callers
@needs("read")
def extract_article(article: Article) -> Reading:
    """Find the quotations and posts of an article and who they are by.

    Needs no key where reading is open. Nothing is kept; ids hold inside this answer only.
    """
    return read_document(article)
