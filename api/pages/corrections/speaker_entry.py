"""Whom a name means that is typed on a page: who is kept, somebody new, or a question where it is nearly somebody's."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.api.http.request_context import current_store
from quotes.collection.decisions.near_speakers import near_speakers
from quotes.collection.decisions.quote_decisions import Named
from quotes.collection.decisions.speaker_input import chosen
from quotes.records.errors import NotFound
from quotes.records.speaker import Speaker

NEW = "(new)"  # after a name: it is somebody who is not kept yet


class WhichOne(Exception):
    """A name may mean several who are kept, or somebody new where `new` is true."""

    def __init__(self, field: str, choices: Sequence[Speaker], new: bool) -> None:
        super().__init__(field)
        self.field, self.choices, self.new = field, choices, new


def whom(typed: str, field: str, document_id: str | None = None) -> str | Named | None:
    """Whom a typed name means; WhichOne where somebody who is kept is nearly called so, unless it is said to be new."""
    typed = typed.strip()
    as_new = typed.endswith(NEW)
    found = chosen(current_store(), typed.removesuffix(NEW), document_id)
    if isinstance(found, Named) and not as_new and (near := near_speakers(current_store(), found.name)):
        raise WhichOne(field, near, new=True)
    return found


def kept_one(typed: str, field: str) -> str:
    """The id of the kept speaker whom a typed name means; WhichOne where it is only like some, else NotFound."""
    found = chosen(current_store(), typed, None)
    if isinstance(found, str):
        return found
    if found is not None and (near := near_speakers(current_store(), found.name)):
        raise WhichOne(field, near, new=False)
    raise NotFound(f"Nobody here is called {typed.strip()}." if typed.strip() else "Type a name, or an id like s12.")
