"""The two steps of a correction on a page: what would change, then the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import redirect, request, url_for

from quotes.api.http.request_context import current_store
from quotes.api.pages.corrections.speaker_entry import WhichOne
from quotes.api.pages.review import REFUSED
from quotes.collection.decisions.preview import previewed
from quotes.records.errors import NotFound, QuotesError
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision

STATUSES = {**REFUSED, NotFound: 404}
NOT_SENT_AGAIN = ("token", "sure")
Decide = Callable[[], Decision]


@dataclass(frozen=True, slots=True)
class Step:
    """What a page says of a form that was sent: a fault, what would change, or the question who is meant.

    `sent` are the form's fields, to be sent again; `field` is the one that an answer to the question fills.
    """

    fault: str | None = None
    tried: Decision | None = None
    choices: Sequence[Speaker] = ()
    field: str = ""
    new: bool = False
    sent: tuple[tuple[str, str], ...] = ()


def taken_step(decide: Decide, again: Callable[[Step], str]) -> Any:
    """Show what a decision would change, or make it where the form says that it is sure, and lead to its page."""
    sent = tuple((name, value) for name, value in request.form.items(multi=True) if name not in NOT_SENT_AGAIN)
    try:
        if request.form.get("sure") != "yes":
            return again(Step(tried=previewed(current_store(), decide), sent=sent))
        done = decide()
    except WhichOne as asked:
        left = tuple(pair for pair in sent if pair[0] != asked.field)
        return again(Step(choices=asked.choices, field=asked.field, new=asked.new, sent=left))
    except QuotesError as error:
        status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), None)
        if status is None:
            raise
        return again(Step(fault=str(error), sent=sent)), status
    return redirect(url_for("corrected_decisions.page", id=done.id), 303)
