"""/openapi.json and /docs: the API described for programs, and for people, with nothing from other hosts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import flask_swagger_ui
from flask import Blueprint, Response, current_app, jsonify, make_response, render_template, send_from_directory

from quotes.api.description.problem_responses import ProblemApi
from quotes.api.http.access_control import SCHEME, needs
from quotes.api.http.conditional_requests import conditional
from quotes.api.http.problems import Problem
from quotes.api.http.response_headers import DOCS, POLICY

docs = Blueprint("docs", __name__)
BROWSER = Path(flask_swagger_ui.__file__).parent / "dist"
FILES = ("swagger-ui.css", "swagger-ui-bundle.js")
ABOUT = """Who said what, and where is it written? Send an article; get its direct quotations and social posts back,
each linked to its speaker, with the reasons.

All offsets count Unicode code points in `document.text`, `end` exclusive. Every failure is a problem document
(RFC 9457). Lists lead on by `next` and `prev` in the body and by `Link` headers."""


def config(version: str, prefix: str) -> dict[str, Any]:
    """What flask-smorest needs to know to describe the API."""
    return {
        "API_TITLE": "Quotes",
        "API_VERSION": version,
        "OPENAPI_VERSION": "3.1.0",
        "API_SPEC_OPTIONS": {
            "info": {"description": ABOUT, "license": {"name": "MIT", "identifier": "MIT"}},
            "servers": [{"url": prefix or "/"}],
        },
    }


def describe_key(api: ProblemApi) -> None:
    """Say in the API's description how a key is sent."""
    scheme = {"type": "http", "scheme": "bearer",
              "description": "A key made with `quotes keys add`; its scope is read, write or admin."}
    api.spec.components.security_scheme(SCHEME, scheme)


@docs.route("/openapi.json")
@needs("read")
def openapi() -> Response:
    """The API's description in OpenAPI 3.1."""
    api: ProblemApi = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return conditional(jsonify(api.spec.to_dict()))


@docs.route("/docs")
@needs("read")
def browse() -> Response:
    """The API's description to browse and try."""
    response = make_response(render_template("docs.html"))
    response.headers[POLICY] = DOCS
    return response


@docs.route("/docs/<name>")
@needs("nothing")
def browser_file(name: str) -> Response:
    """One file of the program that shows the description."""
    if name not in FILES:
        raise Problem("not-found", "There is no such file here.")
    return send_from_directory(BROWSER, name, max_age=86400)
