"""/review/decisions/{id}: one decision, from what to what, and its undoing, at any time."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.problems import missing
from quotes.api.http.request_context import current_store
from quotes.api.pages.corrections.correction_preview import STATUSES
from quotes.api.pages.review import decider, keep_nowhere
from quotes.collection.access_keys import allows
from quotes.collection.decisions.preview import quotes_touched
from quotes.collection.decisions.undo import for_admins, undo
from quotes.records.errors import Conflict, QuotesError

corrected_decisions = Blueprint("corrected_decisions", __name__, url_prefix="/review/decisions")
corrected_decisions.after_request(keep_nowhere)


@corrected_decisions.route("/<decision:id>")
@needs("signed-in")
def page(id: str) -> str:
    """One decision: who made it, when, why, from what to what, and a button that undoes it."""
    return _page(id)


@corrected_decisions.route("/<decision:id>", methods=["POST"])
@needs("signed-in")
def take_back(id: str) -> Any:
    """Undo one decision."""
    try:
        if for_admins(current_store(), id) and not allows(session.who().scope, "admin"):
            raise Conflict("Undoing this needs a key with the scope admin, as making it did.")
        done = undo(current_store(), id, decider(None))
    except QuotesError as error:
        status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), None)
        if status is None:
            raise
        return _page(id, str(error)), status
    return redirect(url_for("corrected_decisions.page", id=done.id), 303)


def _page(id: str, fault: str | None = None) -> str:
    store = current_store()
    decision = store.decision(id)
    if decision is None:
        raise missing("decision")
    speakers = [found for one in decision.about if one.startswith("s") and (found := store.speaker(one))]
    quotes = store.quotes_of([one for one in decision.about if one.startswith("q")][:20])
    return render_template("decision.html", decision=decision, fault=fault, token=csrf.form_token(),
                           speakers={one.id: one for one in speakers}.values(), quotes=quotes,
                           touched=quotes_touched(decision))
