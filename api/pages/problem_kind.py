"""/problems/{slug}: what one kind of problem means, at the address that problem documents give as their type."""

from __future__ import annotations

from flask import Blueprint, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.problem_kinds import KINDS
from quotes.api.http.problems import missing

problem_kinds = Blueprint("problem_kinds", __name__)


@problem_kinds.route("/problems/<slug>")
@needs("nothing")
def problem_kind(slug: str) -> str:
    """What one kind of problem means: the page at the address of its type."""
    kind = next((kind for kind in KINDS if kind.slug == slug), None)
    if kind is None:
        raise missing("kind of problem")
    return render_template("problem_kind.html", kind=kind)
