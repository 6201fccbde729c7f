"""/review/documents/{id}: the words in an article's quotation marks that are no quotes; make one a quote."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.review import REFUSED, decider, keep_nowhere
from quotes.api.resources.documents import document_or_problem
from quotes.collection.decisions.quote_acceptance import accept
from quotes.collection.decisions.speaker_input import chosen
from quotes.records.document import Document
from quotes.records.errors import InvalidInput, NotFound, QuotesError

not_quotes = Blueprint("not_quotes", __name__, url_prefix="/review/documents")
not_quotes.after_request(keep_nowhere)
STATUSES = {**REFUSED, NotFound: 409}  # the words were there when the page was shown


@not_quotes.route("/<document:id>")
@needs("signed-in")
def listed(id: str) -> str:
    """All words in marks that are listed as no quote, each with the reason and a way to make it one."""
    return _page(document_or_problem(id))


@not_quotes.route("/<document:id>", methods=["POST"])
@needs("signed-in")
def make_quote(id: str) -> Any:
    """Make a quote of some of the words, by the speaker that was typed or by nobody who can be named."""
    document = document_or_problem(id)
    store, start = current_store(), request.form.get("start", "")
    try:
        if not (start.isascii() and start.isdigit() and len(start) < 10):
            raise InvalidInput("Choose one of the words below.", "start")
        speaker = chosen(store, request.form.get("speaker", ""), document.id)
        decision = accept(store, document.id, int(start), speaker, decider(None))
    except QuotesError as error:
        status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), None)
        if status is None:
            raise
        return _page(document, str(error)), status
    return redirect(url_for("review.queue", done=decision.id, quote=decision.about[0]), 303)


def _page(document: Document, fault: str | None = None) -> str:
    store = current_store()
    return render_template("not_quotes.html", document=document, left=store.not_quotes(document.id), fault=fault,
                           speakers=store.document_speakers(document.id), key=session.who(), token=csrf.form_token())
