"""The option `--language`: in which language an article is, for those who know it better than detection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click

from quotes.records.document import Article
from quotes.schemas.text_fields import LANGUAGE


class LanguageTag(click.ParamType):
    """A language tag such as en or pt-BR, handed on as it came."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The tag; a usage error if it is none."""
        if not LANGUAGE.fullmatch(value):
            self.fail(f"{value} is not a language tag; write one such as en or pt-BR", param, ctx)
        return value


def add_language(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--language`: a language tag, or None."""
    return click.option("--language", type=LanguageTag(), metavar="TAG",
                        help="The language of the articles, such as en; without it, the language is found from the "
                             "text.")(command)


def in_language(article: Article, language: str | None) -> Article:
    """The article in the language that was given; one that says its own keeps that."""
    return replace(article, language=article.language or language) if language else article
