"""Every failure, answered in one place: as a problem document (RFC 9457), or as a page to somebody with a browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import quote as percent

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import ClientDisconnected, HTTPException

from quotes.api.http.request_id import request_id
from quotes.api.http.request_log import note_failure
from quotes.records.errors import (
    Conflict,
    InvalidInput,
    NotFound,
    QuotesError,
    Stale,
    StoreBusy,
    StoreError,
    TakenDown,
    TooLarge,
)

MEDIA_TYPE = "application/problem+json"
PAGE_TYPE = "text/html"
PROGRAMS = ("/v1/", "/oembed", "/openapi.json", "/healthz", "/readyz", "/metrics", "/feed.")
CUT = "The body ended before it was whole."
MOST_ERRORS, LONGEST_NAME = 20, 100
CHUNKS = "The body did not arrive as valid HTTP: the length of a chunk, or its end, is not where it must be."


class Kind(NamedTuple):
    """One kind of problem: the last part of its address, its status, its title, and what to do about it."""

    slug: str
    status: int
    title: str
    help: str


KINDS = (
    Kind("bad-request", 400, "The request cannot be understood", "Check how the request is put together."),
    Kind("malformed-json", 400, "The body is not JSON",
         "Send one JSON object in UTF-8, without NaN, Infinity or repeated names, and not hundreds of levels deep."),
    Kind("key-needed", 401, "A key is needed",
         "Send a key in the header Authorization: Bearer KEY. “quotes keys add” makes one."),
    Kind("scope-too-small", 403, "The key does not allow this", "Use a key with the scope that the detail names."),
    Kind("form-expired", 403, "This form is no longer valid", "Load the page again, and send its form again."),
    Kind("not-found", 404, "There is nothing here", "Check the address; ids look like q12, s12 and d12."),
    Kind("method-not-allowed", 405, "This address does not answer that method",
         "The header Allow names the methods that it answers."),
    Kind("too-slow", 408, "The request did not arrive", "Send it again, without long pauses."),
    Kind("conflict", 409, "This conflicts with what is there",
         "The detail says what stands in the way, and what to do first."),
    Kind("taken-down", 409, "This article was taken down",
         "It is not kept again. To allow it, an admin can undo the decision that the detail names."),
    Kind("gone", 410, "This is not shown any more", "Whoever runs this collection has hidden it."),
    Kind("changed-since", 412, "It was changed since you read it",
         "Nothing of yours was written. Read it again, then decide; send its new ETag as If-Match."),
    Kind("version-needed", 428, "If-Match is needed", "Send the ETag that came with the last answer as If-Match."),
    Kind("too-large", 413, "The body is too large", "Send less at once; the detail names the limit."),
    Kind("wrong-type", 415, "The body is of the wrong type",
         "Send Content-Type: application/json, in UTF-8 and not compressed."),
    Kind("invalid-input", 422, "Something in the request cannot be used", "The list of errors says what, and where."),
    Kind("too-many", 429, "Too many requests", "Send the same request again after the seconds in Retry-After."),
    Kind("internal", 500, "Something went wrong on our side",
         "The request may be right; try it again, and tell whoever runs this service if it fails again."),
    Kind("unsupported-format", 501, "This format is not offered", "Ask for format=json."),
    Kind("busy", 503, "The collection is busy", "Send the same request again after the seconds in Retry-After."),
    Kind("store-unavailable", 503, "The collection cannot be reached",
         "Nothing was lost, and nothing was kept. Whoever runs this service finds the reason in its log."),
)
SLUGS = ((NotFound, "not-found"), (TakenDown, "taken-down"), (Conflict, "conflict"), (Stale, "changed-since"))
BY_SLUG = {kind.slug: kind for kind in KINDS}
BY_STATUS = {kind.status: kind for kind in reversed(KINDS)}


class Fault(NamedTuple):
    """One thing that is wrong with a request: where (`pointer` or `parameter`), and what."""

    detail: str
    pointer: str | None = None
    parameter: str | None = None

    def written(self) -> dict[str, str]:
        """The fault, ready for JSON."""
        where = {"pointer": self.pointer, "parameter": self.parameter}
        return {**{key: value for key, value in where.items() if value is not None}, "detail": self.detail}


class Problem(HTTPException):
    """A failure of one kind, with what is wrong in this request."""

    def __init__(self, slug: str, detail: str, faults: Sequence[Fault] = (), **headers: str) -> None:
        super().__init__(detail)
        self.kind = BY_SLUG[slug]
        self.code = self.kind.status
        self.faults = tuple(faults[:MOST_ERRORS])
        self.extra_headers = {name.replace("_", "-").title(): value for name, value in headers.items()}


def pointer_to(*names: str | int) -> str:
    """A JSON pointer to a part of the body, as the fragment of an address (RFC 6901, section 6)."""
    parts = (str(name)[:LONGEST_NAME].replace("~", "~0").replace("/", "~1") for name in names)
    return "#" + "".join("/" + percent(part, safe="~", errors="surrogatepass") for part in parts)


def wrong_parameter(name: str, detail: str) -> Problem:
    """The problem of a parameter in the address that cannot be used."""
    return Problem("invalid-input", f"{name}: {detail}", [Fault(detail, parameter=name)])


def missing(what: str) -> Problem:
    """The problem of an id that names nothing, `what` being its kind in words."""
    return Problem("not-found", f"There is no {what} with this id in the collection.")


def answer(error: HTTPException) -> Any:
    """The response to a failure."""
    if error.code is None or error.code < 400:
        return error
    content, kind = content_of(error), _kind(error)
    if for_a_reader():
        response = Response(render_template("problem.html", problem=content, kind=kind), error.code)
    else:
        response = Response(json.dumps(content, ensure_ascii=False), error.code, content_type=MEDIA_TYPE)
    return _with_headers(response, error)


def content_of(error: HTTPException) -> dict[str, Any]:
    """A failure as a problem document."""
    kind = _kind(error)
    content: dict[str, Any] = {
        "type": f"{request.script_root}/problems/{kind.slug}" if kind.slug else "about:blank",
        "title": kind.title,
        "status": error.code,
        "detail": _detail(error, kind),
        "instance": percent(request.script_root + request.path, safe="/:@!$&'()*+,;=~-._", errors="replace"),
        "request_id": request_id(),
    }
    if isinstance(error, Problem) and error.faults:
        content["errors"] = [fault.written() for fault in error.faults]
    return content


def _with_headers(response: Response, error: HTTPException) -> Response:
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers.add(name, value)
    if isinstance(error, Problem):
        response.headers.update(error.extra_headers)
    response.headers["Cache-Control"] = "no-store"
    if not request.path.startswith(PROGRAMS):
        response.vary.add("Accept")
    return response


def for_a_reader() -> bool:
    """Whether the failure is read in a browser: not an address for programs, and HTML is liked best."""
    likes = request.accept_mimetypes
    return not request.path.startswith(PROGRAMS) and likes[PAGE_TYPE] > likes[MEDIA_TYPE]


def _kind(error: HTTPException) -> Kind:
    if isinstance(error, Problem):
        return error.kind
    status = error.code or 500
    return BY_STATUS.get(status) or Kind("", status, error.name, "")


def _detail(error: HTTPException, kind: Kind) -> str:
    """What is wrong here: our own words where there are some, never those of a library."""
    if isinstance(error, Problem):
        return error.description or kind.help
    if error.code == 413:
        return f"A request has at most {current_app.config['MAX_CONTENT_LENGTH']} bytes. Send less at once."
    if error.code == 405:
        return f"{request.method} is not offered at this address. {kind.help}"
    if error.code == 404 and (near := _without_slash()):
        return f"There is nothing at this address, but there is at {near}, without a slash at its end."
    return kind.help or f"{error.name}."


def _without_slash() -> str | None:
    """The address of this request without its last slash, if something is there."""
    near = request.path.rstrip("/")
    adapter = current_app.create_url_adapter(request)
    there = near and near != request.path and adapter and adapter.allowed_methods(near)
    return f"{request.script_root}{near}" if there else None


def as_problem(error: QuotesError) -> Problem:
    """A failure of ours as the problem that is answered."""
    if isinstance(error, TooLarge):
        return Problem("too-large", str(error))
    if isinstance(error, InvalidInput):
        return Problem("invalid-input", str(error), [_fault_of(error)])
    for kind, slug in SLUGS:
        if isinstance(error, kind):
            return Problem(slug, str(error))
    if isinstance(error, StoreBusy):
        return Problem("busy", "Another writer holds the collection; nothing was kept.", retry_after="1")
    note_failure("the store failed", reason=str(error))
    return Problem("store-unavailable", BY_SLUG["store-unavailable"].help)


def _fault_of(error: InvalidInput) -> Fault:
    """Where the fault is: in a parameter of the address, if the field came in it, else in the body."""
    if error.field and error.field in request.args:
        return Fault(str(error), parameter=error.field)
    return Fault(str(error), pointer=pointer_to(*error.field.split("/")) if error.field else "#")


def late() -> Problem:
    """The problem of a request of which nothing more has arrived for as long as the server waits."""
    return Problem("too-slow", "The rest of it did not arrive in time; send it again, without long pauses.")


def _cut_off(error: ClientDisconnected) -> Problem:
    """The problem of a body that is shorter than was announced, or of which nothing more arrived."""
    return late() if isinstance(error.__context__, BlockingIOError) else Problem("bad-request", CUT)


def register(app: Flask, unreadable: Sequence[type[Exception]]) -> None:
    """Answer every failure of an application here, and what the server raises while an unreadable body is read."""
    for kind in unreadable:
        app.register_error_handler(kind, lambda error: answer(Problem("bad-request", CHUNKS)))
    app.register_error_handler(BlockingIOError, lambda error: answer(late()))
    app.register_error_handler(ClientDisconnected, lambda error: answer(_cut_off(error)))
    app.register_error_handler(HTTPException, answer)
    for kind in (InvalidInput, NotFound, Conflict, Stale, StoreError):
        app.register_error_handler(kind, lambda error: answer(as_problem(error)))
