"""/v1/verify: did X say this?"""

from __future__ import annotations

from typing import Any

from api import examples
from api.access import needs
from api.context import current_store
from api.resources import Resources
from quotes.record.answers import Verification
from quotes.record.verify import verify
from schemas.verify import VerificationSchema, VerifyQuerySchema

verifying = Resources("verify", __name__, url_prefix="/v1", description="Whether words were said, and by whom.")


@verifying.route("/verify")
@verifying.arguments(VerifyQuerySchema, location="query")
@verifying.response(200, VerificationSchema, example=examples.VERIFICATION)
@needs("read")
def verify_words(query: dict[str, Any]) -> Verification:
    """Look for words in all quotes: found, altered, clipped, said by somebody else, or not found.

    Differences in typography do not count. Not found means not found in this collection, never that they are false.
    """
    return verify(current_store(), query["text"], query.get("speaker"))
