"""/review: the doubtful quotes first; confirm, name another speaker, mark as not a quote, undo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.corrections.speaker_entry import WhichOne, whom
from quotes.api.pages.quote_passage import context_of
from quotes.api.resources.quotes import quote_or_problem
from quotes.collection.access_keys import allows
from quotes.collection.decisions import quote_decisions as deciding
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.decisions.review_queue import doubtful
from quotes.collection.decisions.speaker_edits import add_account, refuse_account
from quotes.collection.decisions.undo import for_admins, undo
from quotes.collection.filters import speakers_like
from quotes.collection.linking.account_suggestions import suggested_accounts
from quotes.collection.linking.lookalike_names import lookalike
from quotes.records.errors import Conflict, InvalidInput, NotFound, QuotesError, Stale
from quotes.records.post import Account
from quotes.records.quote import Quote
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import PageRequest, SpeakerFilter

review = Blueprint("review", __name__, url_prefix="/review")
MOST, MOST_NAMES = 10, 8
REFUSED = {Stale: 412, Conflict: 409, InvalidInput: 422, NotFound: 404}


@review.after_request
def keep_nowhere(response: Response) -> Response:
    """What a session shows is for nobody else."""
    response.headers["Cache-Control"] = "no-store"
    return response


@review.route("")
@needs("signed-in")
def queue() -> str:
    """The quotes that are worth a look, the doubtful ones first, or one that was asked for before them."""
    return _page()


@review.route("/<quote:id>", methods=["POST"])
@needs("signed-in")
def decide(id: str) -> Any:
    """Carry out what was decided about a quote."""
    quote = quote_or_problem(id)
    try:
        decision = _decided(quote)
    except WhichOne as asked:
        return _page(None, id, asked)
    except QuotesError as error:
        return _refused(error, id)
    return redirect(url_for("review.queue", done=decision.id), 303)


@review.route("/accounts", methods=["POST"])
@needs("signed-in")
def settle_account() -> Any:
    """Carry out what was decided about an account: that it is a speaker's, or that it is not."""
    sent = request.form
    deciding_on = {"theirs": add_account, "not_theirs": refuse_account}.get(sent.get("what", ""))
    try:
        if deciding_on is None:
            raise InvalidInput("Say whether the account is theirs or not.", "what")
        account = Account(sent.get("platform", "")[:100], sent.get("handle", "")[:200])
        decision = deciding_on(current_store(), sent.get("speaker", "")[:30], account, decider(None))
    except QuotesError as error:
        return _refused(error, None)
    return redirect(url_for("review.queue", done=decision.id), 303)


@review.route("/undo/<decision:id>", methods=["POST"])
@needs("signed-in")
def take_back(id: str) -> Any:
    """Undo a decision."""
    try:
        if for_admins(current_store(), id) and not allows(session.who().scope, "admin"):
            raise Conflict("Undoing this needs a key with the scope admin, as making it did.")
        undone = undo(current_store(), id, decider(None))
    except QuotesError as error:
        return _refused(error, None)
    return redirect(url_for("review.queue", done=undone.id, quote=next(iter(undone.about), None)), 303)


@review.route("/speakers")
@needs("signed-in")
def like() -> Response:
    """Kept speakers whose names have the words typed so far, for the form."""
    typed = request.args.get("q", "")[:200]
    found = current_store().speakers(speakers_like(SpeakerFilter(), typed), PageRequest(MOST_NAMES)).items
    return jsonify([{"id": one.id, "name": one.name, "description": one.description} for one in found])


def _decided(quote: Quote) -> Decision:
    store, what, version = current_store(), request.form.get("what"), request.form.get("version", "")
    by = decider(frozenset({int(version)} if version.isascii() and version.isdigit() and len(version) < 10 else ()))
    if what == "confirm":
        return deciding.confirm(store, quote.id, by)
    if what == "nobody":
        return deciding.correct(store, quote.id, None, by)
    if what == "not_a_quote":
        return deciding.mark_not_a_quote(store, quote.id, by)
    if what == "restore":
        return deciding.restore(store, quote.id, by)
    typed = request.form.get("speaker", "").strip()
    if what != "speaker" or not typed:
        raise InvalidInput("Type a name, or choose one of the other answers.", "speaker")
    return deciding.correct(store, quote.id, whom(typed, "speaker", quote.document.id if quote.document else None), by)


def decider(seen: frozenset[int] | None) -> By:
    """Whoever is signed in, deciding now, with the versions of what is decided about that may have been seen."""
    return By(session.who().name, datetime.now(UTC), request.form.get("note") or None, seen)


def _refused(error: QuotesError, id: str | None) -> tuple[str, int]:
    """The page again, saying what is wrong; failures of other kinds are answered as everywhere else."""
    status = next((status for kind, status in REFUSED.items() if isinstance(error, kind)), None)
    if status is None:
        raise error
    return _page(str(error), id), status


def _page(fault: str | None = None, first: str | None = None, which: WhichOne | None = None) -> str:
    store = current_store()
    first = first or request.args.get("quote")
    asked = store.quote(first) if first else None
    asked = None if asked and asked.status == "hidden" else asked
    found = doubtful(store, MOST)
    quotes = [*([asked] if asked else []), *(quote for quote in found if asked is None or quote.id != asked.id)]
    done = store.decision(request.args["done"]) if "done" in request.args and not fault else None
    items = [(quote, store.version(quote.id), context_of(quote), _others(quote)) for quote in quotes]
    accounts = [(one, lookalike(store, one.shown) if one.shown else None) for one in suggested_accounts(store, MOST)]
    return render_template("review.html", items=items, accounts=accounts, fault=fault, done=done,
                           key=session.who(), which=which,
                           typed=request.form.get("speaker", ""),
                           token=csrf.form_token(), changed=_about(done))


def _about(done: Decision | None) -> Quote | None:
    """The quote that a decision was about."""
    return next((quote for one in (done.about if done else ()) if (quote := current_store().quote(one))), None)


def _others(quote: Quote) -> list[Any]:
    """Who else speaks in the same document: the likeliest other speakers."""
    if quote.document is None:
        return []
    own = quote.speaker.id if quote.speaker else None
    return [one for one in current_store().document_speakers(quote.document.id) if one.id != own]
