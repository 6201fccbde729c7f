"""What the routes of a resource have in common: strict reading of requests, and headers in the API's description."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import Response
from flask_smorest import Blueprint
from flask_smorest.utils import resolve_schema_instance

from quotes.api.http.conditional_requests import conditional
from quotes.api.http.request_input import StrictParser
from quotes.schemas.formats.catalogue import FORMATS
from quotes.schemas.formats.contract import Format
from quotes.schemas.formats.json_lines import JSON_LINES
from quotes.schemas.quote import QuoteSchema

ASKED_AGAIN = "asked_again"
LINK = {"description": "Where the list goes on: next and prev (RFC 8288).", "schema": {"type": "string"}}
HEADERS = {"ETag": "ETAG", "Link": LINK}
View = TypeVar("View", bound=Callable[..., Any])


class Resources(Blueprint):
    """One resource's routes: requests are read strictly, and an ETag is that of the bytes."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, *names: Any, **options: Any) -> None:
        super().__init__(*names, **options)
        self._prepare_doc_cbks.append(self._describe_headers)

    def arguments(self, schema: Any, **options: Any) -> Any:
        """Read a request by a schema, made once and not for each request."""
        return super().arguments(resolve_schema_instance(schema), **options)

    def in_every_format(self, view: View) -> View:
        """Describe the formats beside JSON in which a view answers with quotes; the view's own decorator says JSON."""
        return self.asked_again(self.in_formats(FORMATS)(view))

    def in_formats(self, formats: Iterable[Format]) -> Callable[[View], View]:
        """Describe formats in which a view answers with quotes beside what its own decorator says."""
        def describing(view: View) -> View:
            for format_ in formats:
                view = self.alt_response(200, schema=_described(format_), content_type=format_.media_type,
                                         success=True)(view)
            return view

        return describing

    def asked_again(self, view: View) -> View:
        """Say in the description that a view's answer has an ETag, and is left out for whoever has it already."""
        described: Any = self.doc()(view)
        described._apidoc[ASKED_AGAIN] = True
        again: View = described
        return again

    def _describe_headers(self, doc: Any, doc_info: Any, **options: Any) -> Any:
        """Add to a view's description the headers of its answers that follow from what it is."""
        schemas = [part["schema"] for part in doc.get("parameters", ()) if isinstance(part, dict) and "schema" in part]
        told = []
        if self.url_prefix and any("cursor" in getattr(schema, "fields", ()) for schema in schemas):
            told.append("Link")  # feeds, which have no prefix, lead on in themselves
        if doc_info.get(ASKED_AGAIN):
            told.append("ETag")
            doc.setdefault("parameters", []).append("IF_NONE_MATCH")
            doc["responses"][304] = "NOT_MODIFIED"
        for name in told:
            doc["responses"][200].setdefault("headers", {})[name] = HEADERS[name]
        return doc

    def _set_etag_in_response(self, response: Response) -> None:
        conditional(response)


def _described(format_: Format) -> Any:
    """The shape of a format: of JSON Lines that of a line."""
    if format_ is JSON_LINES:
        return QuoteSchema
    return {"type": "object" if format_.media_type.startswith("application/ld+json") else "string",
            "description": format_.help}


