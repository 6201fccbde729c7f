"""Every failure, answered in one place: as a problem document (RFC 9457), or as a page to somebody with a browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import quote as percent

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import ClientDisconnected, HTTPException, InternalServerError

from quotes.api.http.problem_kinds import BY_SLUG, BY_STATUS, Kind
from quotes.api.http.request_context import current_store, kept_in_this_request
from quotes.api.http.request_id import request_id
from quotes.api.http.request_log import note_failure
from quotes.records.errors import (
    CallerGone,
    Conflict,
    InvalidInput,
    MaybeKept,
    NotFound,
    OutOfTime,
    OverBudget,
    QuotesError,
    ReadersBusy,
    Stale,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    TakenDown,
    TooLarge,
)

MEDIA_TYPE = "application/problem+json"
PAGE_TYPE = "text/html"
PROGRAMS = ("/v1/", "/oembed", "/openapi.json", "/healthz", "/readyz", "/metrics", "/feed.")
KEPT = ("It was kept, but what came of it could not be read afterwards. Look whether it is there before you send it "
        "again; an article that is sent twice is kept once.")
READERS_LATER = "5"  # seconds; most readings take less than one
CUT = "The body ended before it was whole."
MOST_ERRORS, LONGEST_NAME = 20, 100


SLUGS = ((TooLarge, "too-large"), (OverBudget, "over-budget"), (CallerGone, "bad-request"), (NotFound, "not-found"),
         (TakenDown, "taken-down"), (Conflict, "conflict"), (Stale, "changed-since"))
UNABLE = ((StoreDamaged, "damaged"), (StoreFull, "no-room"), (StoreReadOnly, "not-writable"),
          (MaybeKept, "maybe-kept"))


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
    for kind, slug in SLUGS:
        if isinstance(error, kind):
            return Problem(slug, str(error))
    if isinstance(error, InvalidInput):
        return Problem("invalid-input", str(error), [_fault_of(error)])
    if isinstance(error, ReadersBusy):
        return Problem("readers-busy", str(error), retry_after=READERS_LATER)
    if isinstance(error, StoreBusy):
        return Problem("busy", "Another writer holds the collection; nothing was kept.", retry_after="1")
    if isinstance(error, OutOfTime):
        return Problem("out-of-time", error.advice or "There is too much to look through in this time.",
                       retry_after="5")
    note_failure("the store failed", reason=str(error))
    if isinstance(error, StoreDamaged):
        current_store().note_damage(str(error))
    elif kept_in_this_request():
        return Problem("maybe-kept", KEPT)
    slug = next((slug for kind, slug in UNABLE if isinstance(error, kind)), "store-unavailable")
    return Problem(slug, BY_SLUG[slug].help)


def _fault_of(error: InvalidInput) -> Fault:
    """Where the fault is: in a parameter of the address, if the field came in it, else in the body."""
    if error.field and error.field in request.args:
        return Fault(str(error), parameter=error.field)
    return Fault(str(error), pointer=pointer_to(*error.field.split("/")) if error.field else "#")


def _inside(error: InternalServerError) -> Any:
    """The response to a failure of the program itself, unless it comes of a damaged database."""
    try:
        current_store().suspect()
    except StoreDamaged as damage:
        return answer(as_problem(damage))
    return answer(error)


def register(app: Flask) -> None:
    """Answer every failure of an application here."""
    app.register_error_handler(ClientDisconnected, lambda error: answer(Problem("bad-request", CUT)))
    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(InternalServerError, _inside)
    for kind in (InvalidInput, ReadersBusy, CallerGone, NotFound, Conflict, Stale, StoreError):
        app.register_error_handler(kind, lambda error: answer(as_problem(error)))
