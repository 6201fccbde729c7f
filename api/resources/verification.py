"""/v1/verify: did X say this?"""

from __future__ import annotations

from typing import Any

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_context import current_store
from quotes.collection.verification.outcomes import Verification
from quotes.collection.verification.verification import verify
from quotes.schemas.verification import VerificationSchema, VerifyQuerySchema

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
