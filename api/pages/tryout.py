"""/try: paste an article, see it again with its quotes marked; compare, take along or keep what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, url_for

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.content_negotiation import in_format
from quotes.api.http.limits.time_limit import limited
from quotes.api.http.metrics import meters
from quotes.api.http.problems import Fault
from quotes.api.http.request_context import current_store
from quotes.api.pages.article_form import read_sent, sent_article
from quotes.api.pages.document import marks_of, voices
from quotes.api.pages.highlights import pieces
from quotes.api.resources.reading_switch import reads_for_callers
from quotes.collection.ingestion import keep
from quotes.collection.verification.drafts import CheckedDraft, check_draft
from quotes.records.errors import Conflict, InvalidInput, QuotesError, StoreBusy, TakenDown
from quotes.records.reading import Reading
from quotes.schemas.formats.catalogue import BY_NAME
from quotes.schemas.formats.contract import About, Placed
from quotes.schemas.reading import dump_reading

tryout_pages = Blueprint("tryout_pages", __name__)
EMPTY: dict[str, str] = {}
DOUBTFUL = ("unknown", "unsure")
REFUSED = {TakenDown: 409, Conflict: 409, InvalidInput: 422, StoreBusy: 503}
BYTE_ORDER_MARK = "\ufeff"  # by which a spreadsheet knows that a file is UTF-8


@tryout_pages.after_request
def keep_nowhere(response: Response) -> Response:
    """What somebody pasted, and may keep by a session, is for nobody else."""
    response.headers["Cache-Control"] = "no-store"
    return response


@tryout_pages.route("/try")
@reads_for_callers
@needs("read")
def form() -> str:
    """The empty form."""
    return render_template("tryout.html", sent=EMPTY)


@tryout_pages.route("/try", methods=["POST"])
@reads_for_callers
@needs("read")
def show() -> Any:
    """The article that was pasted, read and marked; or the form again with what is wrong."""
    sent = sent_article()
    reading, faults = read_sent(sent)
    return _again(sent, faults) if reading is None else _page(sent, reading)


@tryout_pages.route("/try/compare", methods=["POST"])
@reads_for_callers
@needs("read")
def compare() -> Any:
    """The same, and with each quote what the collection knows of its words."""
    sent = sent_article()
    reading, faults = read_sent(sent)
    if reading is None:
        return _again(sent, faults)
    with limited():
        checked = check_draft(current_store(), reading)
    return _page(sent, reading, checked)


@tryout_pages.route("/try/export/<any(csv, json):name>", methods=["POST"])
@reads_for_callers
@needs("read")
def export(name: str) -> Any:
    """What was found, as a file: the quotes as CSV, or the whole reading as JSON."""
    sent = sent_article()
    reading, faults = read_sent(sent)
    if reading is None:
        return _again(sent, faults)
    response = _csv(reading) if name == "csv" else jsonify(dump_reading(reading))
    response.headers["Content-Disposition"] = f'attachment; filename="quotes.{name}"'
    return response


@tryout_pages.route("/try/keep", methods=["POST"])
@reads_for_callers
@needs("signed-in")
def keep_article() -> Any:
    """Keep the article as the API does, and go on to its page; or the form again with what is wrong."""
    sent = sent_article()
    reading, faults = read_sent(sent)
    if reading is None:
        return _again(sent, faults)
    try:
        kept = keep(current_store(), reading)
    except QuotesError as error:
        status = next((status for kind, status in REFUSED.items() if isinstance(error, kind)), None)
        if status is None:
            raise
        return _page(sent, reading, fault=str(error)), status
    meters().kept.labels(kept.outcome).inc()
    return redirect(url_for("document_pages.document_page", id=kept.document.id), 303)


def _page(sent: dict[str, str], reading: Reading, checked: CheckedDraft | None = None,
          fault: str | None = None) -> str:
    quotes = reading.quotes
    doubtful = [number for number, quote in enumerate(quotes, 1) if quote.verdict in DOUBTFUL]
    return render_template("tryout.html", sent=sent, reading=reading, entries=list(enumerate(quotes, 1)),
                           voices=voices(quotes), left=reading.not_quotes, doubtful=doubtful, checked=checked,
                           checks={check.quote.id: check for check in (checked.checks if checked else ())},
                           pieces=pieces(reading.document.text, marks_of(quotes)), key=session.may_write(),
                           token=csrf.form_token(), faults=[Fault(fault)] if fault else [])


def _again(sent: dict[str, str], faults: list[Fault]) -> tuple[str, int]:
    return render_template("tryout.html", sent=sent, faults=faults), 422


def _csv(reading: Reading) -> Response:
    """The quotes as rows, without ids and pages of their own: nothing of them is kept."""
    document = replace(reading.document, id="", text="")
    quotes = (Placed(replace(quote, id="", document=quote.document or document,
                             speaker=replace(quote.speaker, id=None) if quote.speaker else None))
              for quote in reading.quotes)
    return in_format(BY_NAME["csv"], BYTE_ORDER_MARK + "".join(BY_NAME["csv"].many(quotes, About(lambda path: ""))))
