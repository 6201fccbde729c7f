"""/review/speakers/{id}: correct a speaker: join, rename, take apart, other names, accounts, hide; with its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, render_template, request

from quotes.api.http import csrf, session
from quotes.api.http.access_control import needs
from quotes.api.http.problems import missing
from quotes.api.http.request_context import current_store
from quotes.api.pages.corrections.correction_preview import Step, taken_step
from quotes.api.pages.corrections.speaker_entry import kept_one
from quotes.api.pages.review import decider, keep_nowhere
from quotes.collection.access_keys import allows
from quotes.collection.decisions import merges, speaker_edits
from quotes.collection.decisions.merges import Part
from quotes.collection.decisions.near_speakers import near_speakers
from quotes.collection.decisions.quote_decisions import By
from quotes.collection.takedown.objections import hide
from quotes.records.errors import Conflict, InvalidInput
from quotes.records.post import Account
from quotes.records.speaker import Speaker
from quotes.store.contract.decisions import Decision
from quotes.store.contract.store import PageRequest, QuoteFilter, Store

corrected_speakers = Blueprint("corrected_speakers", __name__, url_prefix="/review/speakers")
corrected_speakers.after_request(keep_nowhere)
MOST_QUOTES = 50  # that can be chosen one by one; beyond them, by article
Act = Callable[[Store, str, By], Decision]


@corrected_speakers.route("/<speaker:id>")
@needs("signed-in")
def page(id: str) -> str:
    """Everything that can be corrected of one speaker."""
    return _page(_speaker(id))


@corrected_speakers.route("/<speaker:id>", methods=["POST"])
@needs("signed-in")
def act(id: str) -> Any:
    """Show what a change would do, or do it."""
    speaker, what, version = _speaker(id), request.form.get("what", ""), request.form.get("version", "")
    seen = frozenset({int(version)} if version.isascii() and version.isdigit() and len(version) < 10 else ())
    return taken_step(lambda: _decided(speaker.id, what, decider(seen)), lambda step: _page(speaker, step))


def _speaker(id: str) -> Speaker:
    speaker = current_store().speaker(id)
    if speaker is None:
        raise missing("speaker")
    return speaker


def _decided(id: str, what: str, by: By) -> Decision:
    if what not in ACTS:
        raise InvalidInput("Choose one of the changes below.", "what")
    if what in FOR_ADMINS and not allows(session.who().scope, "admin"):
        raise Conflict("This needs a key with the scope admin; yours may rename, and change names and accounts.")
    return ACTS[what](current_store(), id, by)


def _field(name: str) -> str:
    return request.form.get(name, "").strip()


def _merge(store: Store, id: str, by: By) -> Decision:
    return merges.merge(store, id, kept_one(_field("into"), "into"), by)


def _edit(store: Store, id: str, by: By) -> Decision:
    return speaker_edits.edit(store, id, {name: _field(name) for name in speaker_edits.EDITABLE}, by)


def _split(store: Store, id: str, by: By) -> Decision:
    part = Part(request.form.getlist("quotes"), request.form.getlist("documents"), _field("other") or None,
                _field("other_description") or None)
    return merges.split(store, id, part, by)


def _account() -> Account:
    return Account(_field("platform"), _field("handle"))


ACTS: dict[str, Act] = {
    "merge": _merge, "edit": _edit, "split": _split,
    "add_alias": lambda store, one, by: speaker_edits.add_alias(store, one, _field("alias"), by),
    "remove_alias": lambda store, one, by: speaker_edits.remove_alias(store, one, _field("alias"), by),
    "add_account": lambda store, one, by: speaker_edits.add_account(store, one, _account(), by),
    "remove_account": lambda store, one, by: speaker_edits.remove_account(store, one, _account(), by),
    "hide": hide,
}
FOR_ADMINS = frozenset({"merge", "split", "hide"})


def _page(speaker: Speaker, step: Step | None = None) -> str:
    store, key = current_store(), session.who()
    quotes = store.quotes(QuoteFilter(speaker_id=speaker.id, stance=None), PageRequest(MOST_QUOTES)).items
    near = [one for one in near_speakers(store, speaker.name) if one.id != speaker.id]
    return render_template(
        "correct_speaker.html", speaker=speaker, step=step or Step(), quotes=quotes, near=near, key=key,
        admin=allows(key.scope, "admin"), documents={one.document.id: one.document for one in quotes if one.document},
        version=store.version(speaker.id), history=store.decisions_about(speaker.id), token=csrf.form_token(),
        objection=store.objection(speaker.id))
