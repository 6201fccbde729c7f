"""/v1/quotes/{id}/versions: the same words in other documents."""

from __future__ import annotations

from api import examples
from api.access import needs
from api.context import current_store
from api.quotes import quote_or_problem
from api.resources import Resources
from quotes.record.answers import Versions
from quotes.record.versions import versions_of
from schemas.versions import VersionsSchema

versions = Resources("versions", __name__, url_prefix="/v1", description="The same words in other documents.")


@versions.route("/quotes/<quote:id>/versions")
@versions.response(200, VersionsSchema, example=examples.VERSIONS)
@versions.alt_response(404, "NOT_FOUND")
@needs("read")
def show_versions(id: str) -> Versions:
    """Show a quote's versions in other documents: the same words, altered, shortened or with more around them.

    With where they were printed first, by which outlets, and whether the documents disagree on the speaker.
    """
    return versions_of(current_store(), quote_or_problem(id))
