"""/verify: paste words, see whether they are in the collection: found, altered, clipped, somebody else's."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http.access_control import needs
from quotes.api.http.problems import Fault
from quotes.api.http.request_context import current_store
from quotes.api.http.request_input import faults_of
from quotes.collection.verification.pasted_text import has_several
from quotes.collection.verification.verification import verify
from quotes.records.errors import InvalidInput
from quotes.schemas.verification import VerifyQuerySchema

verification_pages = Blueprint("verification_pages", __name__)


@verification_pages.route("/verify")
@needs("read")
def page() -> Any:
    """The form, and what was found of the words that were sent with it."""
    sent = {name: request.args.get(name, "").strip() for name in ("text", "speaker")}
    if not sent["text"]:
        return render_template("verification.html", sent=sent, coverage=current_store().coverage())
    asked = {name: value for name, value in sent.items() if value}
    if found := VerifyQuerySchema().validate(asked):
        return _again(sent, list(faults_of({"query": found})))
    try:
        answer = verify(current_store(), asked["text"], asked.get("speaker"))
    except InvalidInput as error:
        return _again(sent, [Fault(str(error))])
    return render_template("verification.html", sent=sent, answer=answer, coverage=answer.coverage,
                           several=has_several(sent["text"]))


def _again(sent: dict[str, str], faults: list[Fault]) -> tuple[str, int]:
    return render_template("verification.html", sent=sent, faults=faults, coverage=current_store().coverage()), 422
