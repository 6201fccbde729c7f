"""/review/articles/{id}: all quotes of one article that are one speaker's given to another."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.corrections.correction_preview import Step, taken_step
from quotes.api.pages.corrections.speaker_entry import whom
from quotes.api.pages.document import voices
from quotes.api.pages.review import decider, keep_nowhere
from quotes.api.resources.documents import document_or_problem
from quotes.collection.decisions.bulk_corrections import correct_all
from quotes.records.document import Document
from quotes.records.errors import InvalidInput
from quotes.store.contract.decisions import Decision

corrected_articles = Blueprint("corrected_articles", __name__, url_prefix="/review/articles")
corrected_articles.after_request(keep_nowhere)


@corrected_articles.route("/<document:id>")
@needs("signed-in")
def page(id: str) -> str:
    """Whose quotes an article has, each with a form to give all of them to somebody else."""
    return _page(document_or_problem(id), Step())


@corrected_articles.route("/<document:id>", methods=["POST"])
@needs("signed-in")
def act(id: str) -> Any:
    """Show which quotes would be somebody else's, or give them."""
    document = document_or_problem(id)
    return taken_step(lambda: _decided(document), lambda step: _page(document, step))


def _decided(document: Document) -> Decision:
    typed = request.form.get("to", "").strip()
    if not typed and request.form.get("nobody") != "yes":
        raise InvalidInput("Type a name, or say that nobody is named.", "to")
    to = None if request.form.get("nobody") == "yes" else whom(typed, "to", document.id)
    return correct_all(current_store(), document.id, request.form.get("speaker", ""), to, decider(None))


def _page(document: Document, step: Step) -> str:
    found = [voice for voice in voices(current_store().document_quotes(document.id)) if voice[0].speaker]
    return render_template("correct_article.html", document=document, voices=found, step=step, key=session.who(),
                           token=csrf.form_token())
