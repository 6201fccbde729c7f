"""/speakers/{id}: who somebody is as papers have it, and everything they said."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quotes.api.http.access_control import needs
from quotes.api.http.request_context import current_store
from quotes.api.pages.list_links import page_links
from quotes.api.pages.query_parameters import query_of
from quotes.api.pages.sentence import shown_sentences
from quotes.api.resources.filters import quote_filter
from quotes.api.resources.search import searched
from quotes.api.resources.speakers import speaker_or_problem
from quotes.collection.linking.lookalike_names import lookalike
from quotes.collection.profiles import portrait
from quotes.schemas.filters import SpeakerPageQuerySchema

speaker_pages = Blueprint("speaker_pages", __name__)
QUERY = SpeakerPageQuerySchema()
FILTERS = ("q", "publisher", "kind", "stance", "from", "to", "undated")


@speaker_pages.route("/speakers/<speaker:id>")
@needs("read")
def page(id: str) -> str | Response:
    """One speaker with everything they said, newest first, narrowed as asked."""
    asked = {name: value for name, value in request.args.items() if value or name not in FILTERS}
    query = {"status": "active", **query_of(QUERY, asked)}
    speaker = speaker_or_problem(id)
    if speaker.id != id:
        return redirect(url_for("speaker_pages.page", id=speaker.id, **asked))
    of = f"page of {id}"
    found = searched(of, query, replace(quote_filter(query), speaker_id=id)).page
    return render_template("speaker.html", portrait=portrait(current_store(), speaker), speaker=speaker, page=found,
                           looks=lookalike(current_store(), speaker),
                           sentences=shown_sentences(found.items),
                           links=page_links(of, found), asked=asked,
                           saved_query=_saved_query(id, asked),
                           filters={name: asked[name] for name in FILTERS if asked.get(name)},
                           narrowed=any(asked.get(name) for name in FILTERS))


def _saved_query(id: str, asked: dict[str, str]) -> dict[str, str]:
    """The filters of this page as those of the search: its words are those of quotes, and no names or outlets."""
    return {"speaker": id, **{name: asked[name] for name in FILTERS if asked.get(name)},
            **({"plain": "true"} if asked.get("q") else {})}
