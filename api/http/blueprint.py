"""What all blueprints of the API share: strict reading of requests, ids in addresses, ETags on single resources."""

from __future__ import annotations

import http
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, request
from flask_smorest import Api, Blueprint
from flask_smorest.utils import prepare_response, resolve_schema_instance
from werkzeug.routing import BaseConverter

from quotes.api.http.conditional_requests import add_tag
from quotes.api.http.problems import MEDIA_TYPE, Problem, answer
from quotes.api.http.request_input import StrictParser
from quotes.schemas.formats.catalogue import FORMATS
from quotes.schemas.formats.contract import Format
from quotes.schemas.formats.json_lines import JSON_LINES
from quotes.schemas.problem import ProblemSchema
from quotes.schemas.quote import QuoteSchema

ASKED_AGAIN = "asked_again"
LINK = {"description": "Where the list goes on: next and prev (RFC 8288).", "schema": {"type": "string"}}
HEADERS = {"ETag": "ETAG", "Link": LINK}
WAIT = {"Retry-After": {"description": "After how many seconds to send the same request again.",
                        "schema": {"type": "integer"}}}
WANTED = {"WWW-Authenticate": {"description": "What key is wanted (RFC 6750).", "schema": {"type": "string"}}}
OF_ERRORS = {"UNAUTHORIZED": WANTED, "FORBIDDEN": WANTED, "TOO_MANY_REQUESTS": WAIT, "SERVICE_UNAVAILABLE": WAIT,
             "DEFAULT_ERROR": {**WANTED, **WAIT}}
View = TypeVar("View", bound=Callable[..., Any])


class RecordId(BaseConverter):
    """An id in an address: a letter and a number that every store can hold; anything else is not found."""

    letter = "."
    regex = "none"

    @classmethod
    def described(cls, converter: BaseConverter) -> dict[str, str]:
        """The id in the API's description."""
        return {"type": "string", "pattern": f"^{cls.regex}$", "example": f"{cls.letter}12"}


class QuoteId(RecordId):
    """A quote's id."""

    letter, regex = "q", "q[1-9][0-9]{0,17}"


class SpeakerId(RecordId):
    """A speaker's id."""

    letter, regex = "s", "s[1-9][0-9]{0,17}"


class DocumentId(RecordId):
    """A document's id."""

    letter, regex = "d", "d[1-9][0-9]{0,17}"


class DecisionId(RecordId):
    """A decision's id."""

    letter, regex = "c", "c[1-9][0-9]{0,17}"


CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")
CONVERTERS = {"quote": QuoteId, "speaker": SpeakerId, "document": DocumentId, "decision": DecisionId}


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
        for format_ in FORMATS:
            described = self.alt_response(200, schema=_described(format_), content_type=format_.media_type,
                                          success=True)
            view = described(view)
        return self.asked_again(view)

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


def conditional(response: Response) -> Response:
    """Give a response its ETag, and leave its bytes out if the caller has them."""
    add_tag(response)
    return unless_known(response)


def unless_known(response: Response) -> Response:
    """Leave the bytes of a tagged response out if the caller has them; a Problem if it is not what If-Match wants."""
    if not any(condition in request.environ for condition in CONDITIONS):
        return response
    wanted, asked = request.if_match, dict(request.environ)
    if asked.pop("HTTP_IF_MATCH", None) is not None:  # werkzeug takes * for a tag, and would answer with the bytes
        digest, weak = response.get_etag()
        if not wanted.star_tag and (weak or digest not in wanted):
            raise Problem("changed-since", "None of the ETags in If-Match is the present one.")
    return response.make_conditional(asked)


class ProblemApi(Api):
    """The API's description, with errors as they are: problem documents."""

    ERROR_SCHEMA = ProblemSchema

    def handle_http_exception(self, error: Any) -> Any:
        """Answer a failure like every other one."""
        return answer(error)

    def _register_pagination_header(self) -> None:
        """Leave out flask-smorest's own header for lists: ours lead on by Link."""

    def _register_responses(self) -> None:
        for status in http.HTTPStatus:
            self._describe_response(status.name, status.phrase, 200 <= status < 400 or status < 200)
        self._describe_response("DEFAULT_ERROR", "Any other failure", False)

    def _describe_response(self, name: str, phrase: str, bare: bool) -> None:
        response: dict[str, Any] = {"description": phrase}
        if not bare:
            response["schema"] = self.ERROR_SCHEMA
        if name in OF_ERRORS:
            response["headers"] = OF_ERRORS[name]
        prepare_response(response, self.spec, MEDIA_TYPE)
        self.spec.components.response(name, response, lazy=True)


def register_converters(app: Flask, api: Api | None = None) -> None:
    """Make the ids known to an application's addresses, and to the API's description."""
    for name, converter in CONVERTERS.items():
        app.url_map.converters[name] = converter
        if api is not None:
            api.register_converter(converter, converter.described)
