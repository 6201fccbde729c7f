"""/verify/draft: paste a draft, see for each of its quotations what the collection says."""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http.access_control import needs
from quotes.api.http.limits.time_limit import limited
from quotes.api.http.request_context import current_store
from quotes.api.pages.article_form import read_sent, sent_article
from quotes.api.resources.reading_switch import reads_for_callers
from quotes.collection.verification.drafts import MOST, check_draft
from quotes.collection.verification.outcomes import Outcome

draft_pages = Blueprint("draft_pages", __name__)
ORDER: tuple[Outcome, ...] = ("found", "altered", "clipped", "other_speaker", "in_text", "not_found")
DIGITS = 6  # of a number that a form may send


@draft_pages.route("/verify/draft")
@reads_for_callers
@needs("read")
def form() -> str:
    """The empty form."""
    return render_template("draft.html", sent={}, most=MOST, coverage=current_store().coverage())


@draft_pages.route("/verify/draft", methods=["POST"])
@reads_for_callers
@needs("read")
def show() -> Any:
    """A table of the draft's quotations and what was found of each; or the form again with what is wrong."""
    store, sent = current_store(), sent_article()
    reading, faults = read_sent(sent)
    if reading is None:
        return render_template("draft.html", sent=sent, faults=faults, most=MOST, coverage=store.coverage()), 422
    with limited():
        checked = check_draft(store, reading, _offset(request.form.get("offset", "")))
    counts = Counter(check.outcome for check in checked.checks)
    return render_template("draft.html", sent=sent, checked=checked, most=MOST, coverage=store.coverage(),
                           counts=[(outcome, counts[outcome]) for outcome in ORDER if counts[outcome]])


def _offset(sent: str) -> int:
    """How many quotations to pass over; none where the form sends what no button of ours does."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= DIGITS else 0
