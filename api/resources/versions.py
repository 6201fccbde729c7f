"""/v1/quotes/{id}/versions: the same words in other documents."""

from __future__ import annotations

from quotes.api.description import examples
from quotes.api.http.access_control import needs
from quotes.api.http.blueprint import Resources
from quotes.api.http.request_context import current_store
from quotes.api.resources.quotes import quote_or_problem
from quotes.collection.verification.outcomes import Versions
from quotes.collection.versions import versions_of
from quotes.schemas.versions import VersionsSchema

versions = Resources("versions", __name__, url_prefix="/v1", description="The same words in other documents.")


@versions.route("/quotes/<quote:id>/versions")
@versions.response(200, VersionsSchema, example=examples.VERSIONS)
@versions.alt_response(404, "NOT_FOUND")
@needs("read")
def show_versions(id: str) -> Versions:
    """Show a quote's versions in other documents: the same words, altered, shortened or with more around them.

    With where they were printed first as far as the dates say that, by which outlets, and whether the documents
    disagree on the speaker.
    """
    return versions_of(current_store(), quote_or_problem(id))
