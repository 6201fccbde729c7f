"""Ids in addresses: a letter and a number, one letter for each kind of record."""

from __future__ import annotations

from flask import Flask
from flask_smorest import Api
from werkzeug.routing import BaseConverter


class RecordId(BaseConverter):
    """An id in an address: a letter and a number that every store can hold; anything else is not found."""

    letter = "."
    regex = "none"

    @classmethod
    def described(cls, converter: BaseConverter) -> dict[str, str]:
        """The id in the API's description."""
        return {"type": "string", "pattern": f"^{cls.regex}$", "example": f"{cls.letter}12"}


class QuoteId(RecordId):
    """A quote's id."""

    letter, regex = "q", "q[1-9][0-9]{0,17}"


class SpeakerId(RecordId):
    """A speaker's id."""

    letter, regex = "s", "s[1-9][0-9]{0,17}"


class DocumentId(RecordId):
    """A document's id."""

    letter, regex = "d", "d[1-9][0-9]{0,17}"


class DecisionId(RecordId):
    """A decision's id."""

    letter, regex = "c", "c[1-9][0-9]{0,17}"


class SavedSearchId(RecordId):
    """A saved search's id."""

    letter, regex = "w", "w[1-9][0-9]{0,17}"


class JobId(RecordId):
    """A job's id."""

    letter, regex = "j", "j[1-9][0-9]{0,17}"


CONVERTERS = {"quote": QuoteId, "speaker": SpeakerId, "document": DocumentId, "decision": DecisionId,
              "saved": SavedSearchId, "job": JobId}


def register_converters(app: Flask, api: Api | None = None) -> None:
    """Make the ids known to an application's addresses, and to the API's description."""
    for name, converter in CONVERTERS.items():
        app.url_map.converters[name] = converter
        if api is not None:
            api.register_converter(converter, converter.described)
