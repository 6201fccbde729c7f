"""Articles as files hold them: one text, or JSON Lines with one article a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields, post_load, pre_load

from quotes.records.document import Article
from quotes.records.errors import InvalidInput
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.text_fields import Words, check_moment


class LineId(fields.Field[Any]):
    """An article's id in its corpus: a string or a whole number, given back as it came."""

    default_error_messages = {"form": "This must be a string or a whole number."}  # noqa: RUF012  marshmallow's way

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        if isinstance(value, str):
            return Words().deserialize(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise self.make_error("form")


def _is_moment(value: str) -> bool:
    try:
        check_moment(value)
    except ValidationError:
        return False
    return True


def _is_byline(value: str) -> bool:
    return len(value) <= LONGEST_BYLINE and "\0" not in value


LONGEST_BYLINE = 500
OF_QUOTES, OF_READINGS = frozenset(("kind", "verdict", "start", "end")), frozenset(("document", "quotes"))
OTHER_NAMES = (("author", "byline", _is_byline), ("published", "published_at", _is_moment))


class CorpusLineSchema(ArticleSchema):
    """One line of a corpus: an article with an id; keys that are no part of an article are passed over."""

    class Meta:
        """Corpora carry what their makers wanted to keep."""

        unknown = EXCLUDE

    id = LineId(required=True, error_messages={"required": "Each line needs an id of its own."})

    @pre_load
    def take_other_names(self, data: Mapping[str, Any], **kwargs: Any) -> Mapping[str, Any]:
        """What many corpora call `author` and `published`; as keys of others they never make a line bad."""
        taken = dict(data)
        for other, own, limit in OTHER_NAMES:
            value = taken.pop(other, None)
            if own not in taken and isinstance(value, str) and value.strip() and limit(value):
                taken[own] = value
        return taken

    @post_load
    def make_article(self, data: dict[str, Any], **kwargs: Any) -> Article:
        """The record that the pipeline reads; the id stays with the line."""
        return Article(**{name: value for name, value in data.items() if name != "id"})


def check_text(text: str) -> Article:
    """A plain text as an article; InvalidInput if it holds what no text can hold."""
    return _load(ArticleSchema(), {"text": text})


def load_line(data: object) -> tuple[str | int, Article]:
    """The id and the article of one line of a corpus, read as JSON; InvalidInput says what is wrong with it."""
    line = _mapping(data)
    article = _load(CORPUS_LINE, line)
    return line["id"], article


def load_article(data: object) -> Article:
    """The article of one line of a file, read as JSON, whether or not it has an id."""
    return _load(ARTICLE_LINE, _mapping(data))


CORPUS_LINE = CorpusLineSchema()
ARTICLE_LINE = CorpusLineSchema(exclude=("id",))


def _mapping(data: object) -> dict[str, Any]:
    """An article as it was written; what this program writes of quotes and readings is none, whatever it holds."""
    if not isinstance(data, dict):
        raise InvalidInput('This is JSON but no object; write {"id": …, "text": …}.')
    if data.keys() >= OF_QUOTES:
        raise InvalidInput("This is a quote, as `quotes export` and `quotes extract` write them, and no article.")
    if data.keys() >= OF_READINGS:
        raise InvalidInput("This is a reading, as `quotes extract` writes it, and no article.")
    return data


def _load(schema: ArticleSchema, data: Mapping[str, Any]) -> Article:
    try:
        article: Article = schema.load(data)
    except ValidationError as error:
        raise InvalidInput(" ".join(_said(error.messages))) from error
    return article


def _said(messages: Any) -> list[str]:
    """The messages of a failed load as sentences, each with the name of its field."""
    if not isinstance(messages, dict):
        return [str(message) for message in messages]
    return [said if name == "_schema" else f"{name}: {said}"
            for name, inner in messages.items() for said in _said(inner)]
