"""Requests taken apart: JSON read strictly, unknown parameters refused, every fault with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn
from urllib.parse import unquote_to_bytes

from flask import Request
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import RequestEntityTooLarge

from quotes.api.http.problems import LONGEST_NAME, Fault, Problem, pointer_to, wrong_parameter

NOT_UTF8 = "This is not UTF-8; percent-encode the bytes of UTF-8 (é as %C3%A9)."


def read_json(request: Request) -> Any:
    """The JSON value in a request's body; a Problem if the body is anything else."""
    if request.mimetype != "application/json" or not says_utf8(request):
        raise Problem("wrong-type", "Send the body as Content-Type: application/json, in UTF-8.")
    refuse_compressed(request)
    return read_value(_body_of(request))


def says_utf8(request: Request) -> bool:
    """Whether the type of a request's body names UTF-8, or no charset at all."""
    return request.mimetype_params.get("charset", "utf-8").lower() == "utf-8"


def refuse_compressed(request: Request) -> None:
    """Refuse a body that would have to be inflated: few bytes could become very many."""
    if request.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise Problem("wrong-type", "Send the body as it is, not compressed.")


def read_value(body: bytes, called: str = "body") -> Any:
    """The JSON value in some bytes; a Problem if there is none, which says what they are called."""
    try:
        words = body.decode("utf-8-sig")
        return json.loads(words, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_once_each)
    except UnicodeDecodeError as error:
        raise Problem("malformed-json", f"The {called} is not UTF-8; byte {error.start} fits no character.") from error
    except json.JSONDecodeError as error:
        line = "" if called == "line" else f"line {error.lineno}, "
        raise Problem("malformed-json", f"The {called} is not JSON: {line}column {error.colno}.") from error
    except ValueError as error:  # a whole number of thousands of digits
        raise Problem("malformed-json", f"A number in the {called} is too long.") from error
    except RecursionError as error:
        raise Problem("malformed-json", f"The {called} is nested too deep.") from error


def _body_of(request: Request) -> bytes:
    """The whole body; without an announced length reading stops silently at the limit, so what is after it is asked."""
    body = request.get_data()
    if request.content_length is None and len(body) == request.max_content_length and request.input_stream.read(1):
        raise RequestEntityTooLarge
    return body


def _refuse_constant(name: str) -> NoReturn:
    raise Problem("malformed-json", f"{name} is no JSON value.")


def _finite(written: str) -> float:
    number = float(written)
    if number in (float("inf"), float("-inf")):
        raise Problem("malformed-json", "A number in the body is too large.")
    return number


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise Problem("malformed-json", "An object in the body has the same name twice.")
    return members


def faults_of(tree: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults in what a schema reports, place by place."""
    for location, found in tree.items():
        for path, detail in _leaves(found, ()):
            if location == "json":
                yield Fault(detail, pointer=pointer_to(*(name for name in path if name != "_schema")))
            else:
                yield Fault(detail, parameter=str(path[0])[:LONGEST_NAME] if path else location)


def _leaves(found: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(found, Mapping):
        for name, inner in found.items():
            yield from _leaves(inner, (*path, name))
    elif isinstance(found, list):
        for inner in found:
            yield from _leaves(inner, path)
    else:
        yield path, str(found)


def invalid(faults: list[Fault]) -> Problem:
    """The problem of a request in which something is wrong; the detail names the first place."""
    first = faults[0]
    where = first.parameter or (first.pointer or "").removeprefix("#").removeprefix("/")
    more = f" {len(faults) - 1} more: see errors." if len(faults) > 1 else ""
    return Problem("invalid-input", f"{where}: {first.detail}{more}" if where else f"{first.detail}{more}", faults)


def _refuse_other_charsets(request: Request, name: str, value: str) -> None:
    """Refuse a parameter with bytes that are no UTF-8, which the framework leaves percent-encoded."""
    if not _is_utf8(unquote_to_bytes(value)) and not _is_utf8(unquote_to_bytes(request.query_string)):
        raise wrong_parameter(name[:LONGEST_NAME], NOT_UTF8)


def _is_utf8(written: bytes) -> bool:
    try:
        written.decode()
    except UnicodeDecodeError:
        return False
    return True


class StrictParser(FlaskParser):
    """Reads requests for the views' schemas; what nobody asked for is refused by name."""

    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012  webargs declares it so
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": "raise",
    }

    def _raw_load_json(self, req: Request) -> Any:
        return read_json(req)

    def load_querystring(self, req: Request, schema: Any) -> Any:
        """The parameters of the address, each given at most once; no schema of ours takes several of one name."""
        for name, values in req.args.lists():
            if len(values) > 1:
                raise wrong_parameter(name[:LONGEST_NAME], "Give this parameter once.")
            if "%" in values[0]:  # so it was sent as %25, or it stands for bytes that are no UTF-8
                _refuse_other_charsets(req, name, values[0])
        return req.args.to_dict()

    def handle_error(self, error: Any, req: Request, schema: Any, **kwargs: Any) -> NoReturn:
        """Answer what a schema reports."""
        raise invalid(list(faults_of(error.messages))) from error


class LenientParser(StrictParser):
    """The same for requests whose body may be left out: nothing at all is an empty object."""

    def _raw_load_json(self, req: Request) -> Any:
        left_out = not req.content_length and not req.content_type and "Transfer-Encoding" not in req.headers
        return {} if left_out else read_json(req)
