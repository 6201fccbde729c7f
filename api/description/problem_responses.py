"""How the API's description tells of problems: every failure is a problem document, with its headers."""

from __future__ import annotations

import http
from typing import Any

from flask_smorest import Api
from flask_smorest.utils import prepare_response

from quotes.api.http.problems import MEDIA_TYPE, answer
from quotes.schemas.problem import ProblemSchema

WAIT = {"Retry-After": {"description": "After how many seconds to send the same request again.",
                        "schema": {"type": "integer"}}}
WANTED = {"WWW-Authenticate": {"description": "What key is wanted (RFC 6750).", "schema": {"type": "string"}}}
OF_ERRORS = {"UNAUTHORIZED": WANTED, "FORBIDDEN": WANTED, "TOO_MANY_REQUESTS": WAIT, "SERVICE_UNAVAILABLE": WAIT,
             "DEFAULT_ERROR": {**WANTED, **WAIT}}


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
