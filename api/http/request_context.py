"""What a request works with: the store and the settings of its application."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote as percent

from flask import Flask, current_app, g

from quotes.reading.readers.reader_pool import Readers
from quotes.settings import Settings
from quotes.store.contract.store import Store

NAME, READERS = "quotes", "quotes-readers"


@dataclass(frozen=True, slots=True)
class Context:
    """The store and the settings that one application was made with."""

    store: Store
    settings: Settings


def hold(app: Flask, context: Context) -> None:
    """Give an application what its requests work with."""
    app.extensions[NAME] = context


def count_kept_from_here() -> None:
    """Take what is kept from now on for what this request keeps."""
    g.kept_before = current_store().kept()


def kept_in_this_request() -> bool:
    """Whether something was kept since this request began, so that a failure after it is not told as if nothing was."""
    before = g.get("kept_before")
    return before is not None and current_store().kept() > before


def hold_readers(app: Flask, readers: Readers) -> None:
    """Give an application the processes that read long articles for it."""
    app.extensions[READERS] = readers


def current_store() -> Store:
    """The store of the application that answers this request."""
    context: Context = current_app.extensions[NAME]
    return context.store


def context_of(app: Flask) -> Context:
    """What an application was made with, for what runs beside its requests."""
    found: Context = app.extensions[NAME]
    return found


def current_settings() -> Settings:
    """The settings of the application that answers this request."""
    context: Context = current_app.extensions[NAME]
    return context.settings


def current_readers() -> Readers:
    """The processes that read long articles for the application that answers this request."""
    found: Readers = current_app.extensions[READERS]
    return found


def public(path: str) -> str:
    """A path of ours as the address under which others reach it; the host that a request names is never used."""
    return current_settings().public_url + percent(path, safe="/?&=%:~+,;@!$'()*-._")
