"""/v1/verify: did X say this?"""

from __future__ import annotations

from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.limits.time_limit import limited
from quotes.api.http.request_context import current_store
from quotes.api.resources.article_reading import read_document
from quotes.api.resources.reading_switch import reads_for_callers
from quotes.collection.verification.drafts import CheckedDraft, check_draft
from quotes.collection.verification.outcomes import Verification
from quotes.collection.verification.verification import verify
from quotes.records.document import Article
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.verification import (
    CheckedDraftSchema,
    DraftQuerySchema,
    VerificationSchema,
    VerifyQuerySchema,
)

verification = Resources("verify", __name__, url_prefix="/v1", description="Whether words were said, and by whom.")


@verification.route("/verify")
@verification.arguments(VerifyQuerySchema, location="query")
@verification.response(200, VerificationSchema, example=examples.VERIFICATION)
@needs("read")
def verify_words(query: dict[str, Any]) -> Verification:
    """Look for words in all quotes: found, altered, clipped, said by somebody else, or not found.

    Differences in typography do not count. Not found means not found in this collection, never that they are false.
    """
    return verify(current_store(), query["text"], query.get("speaker"))


@verification.route("/verify", methods=["POST"])
@verification.arguments(DraftQuerySchema, location="query")
@verification.arguments(ArticleSchema, example=examples.ARTICLE)
@verification.response(200, CheckedDraftSchema, example=examples.CHECKED_DRAFT)
@verification.alt_response(400, "BAD_REQUEST")
@verification.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@verification.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@verification.alt_response(401, "UNAUTHORIZED")
@verification.alt_response(403, "FORBIDDEN")
@verification.alt_response(503, "SERVICE_UNAVAILABLE")
@reads_for_callers
@needs("read")
def verify_draft(query: dict[str, Any], article: Article) -> CheckedDraft:
    """Read a draft and look for each of its quotations, with its speaker, in this collection; nothing is kept.

    At most 30 quotations are looked for at once, fewer where time runs out; `next` is the offset of those that come
    after them. What the collection has of the draft's own article does not count.
    """
    reading = read_document(article)
    with limited():
        return check_draft(current_store(), reading, query["offset"])
