"""The application: its settings, its routes, and what holds for every request and answer."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from flask import Flask

from quotes.api import labels
from quotes.api.cards.routes import cards
from quotes.api.description import openapi
from quotes.api.description.problem_responses import ProblemApi
from quotes.api.http import (
    access_control,
    compression,
    metrics,
    problems,
    request_id,
    request_log,
    response_headers,
    session,
    trusted_proxies,
)
from quotes.api.http.access import host_names
from quotes.api.http.csrf import form_token
from quotes.api.http.json_encoder import FastJson
from quotes.api.http.limits import rate_limit, time_limit
from quotes.api.http.limits.concurrency_limit import in_turn
from quotes.api.http.path_prefix import mounted
from quotes.api.http.request_context import Context, count_kept_from_here, hold, hold_readers, public
from quotes.api.pages import addresses
from quotes.api.pages.corrections.decision import corrected_decisions
from quotes.api.pages.corrections.document import corrected_articles
from quotes.api.pages.corrections.speaker import corrected_speakers
from quotes.api.pages.document import document_pages
from quotes.api.pages.draft import draft_pages
from quotes.api.pages.home import home_pages
from quotes.api.pages.lists.corrections import correction_pages
from quotes.api.pages.lists.disagreements import disagreement_pages
from quotes.api.pages.lists.documents import document_lists
from quotes.api.pages.lists.outlets import outlet_pages
from quotes.api.pages.lists.speakers import speaker_lists
from quotes.api.pages.lists.statistics import statistics_pages
from quotes.api.pages.lists.unnamed_sources import unnamed_pages
from quotes.api.pages.login import login_pages
from quotes.api.pages.not_quotes import not_quotes
from quotes.api.pages.own_searches import saved_pages
from quotes.api.pages.problem_kind import problem_kinds
from quotes.api.pages.quote import quote_pages
from quotes.api.pages.review import review
from quotes.api.pages.speaker import speaker_pages
from quotes.api.pages.timeline import timelines
from quotes.api.pages.tryout import tryout_pages
from quotes.api.pages.verification import verification_pages
from quotes.api.resources import objections, reading_switch, takedown
from quotes.api.resources.batch import batch
from quotes.api.resources.decisions import document_decisions, quote_decisions, speaker_decisions
from quotes.api.resources.document_speakers import sources
from quotes.api.resources.documents import documents
from quotes.api.resources.export import export_page
from quotes.api.resources.extraction import extract
from quotes.api.resources.feeds import feeds
from quotes.api.resources.health import health
from quotes.api.resources.jobs import jobs
from quotes.api.resources.lists.decisions import corrected
from quotes.api.resources.lists.disagreements import disagreeing
from quotes.api.resources.lists.outlets import outlets
from quotes.api.resources.oembed import oembed
from quotes.api.resources.quotes import quotes
from quotes.api.resources.record_ids import register_converters
from quotes.api.resources.saved.feeds import saved_feeds
from quotes.api.resources.saved.searches import saved
from quotes.api.resources.search_answer import search
from quotes.api.resources.speakers import speakers
from quotes.api.resources.statistics import stats
from quotes.api.resources.verification import verification
from quotes.api.resources.versions import versions
from quotes.collection.derived_fields import DerivedFields
from quotes.reading.readers.budget import budget_of
from quotes.reading.readers.reader_pool import Readers
from quotes.schemas.text_fields import is_web_address
from quotes.settings import Settings
from quotes.store.contract.store import Store
from quotes.store.store_opener import open_store

# Each adds its routes to one blueprint.
DECISIONS = (quote_decisions, speaker_decisions, document_decisions, takedown, objections)
RESOURCES = (extract, documents, batch, quotes, speakers, search, verification, versions, sources,
             *dict.fromkeys(part.decisions for part in DECISIONS), feeds, saved, saved_feeds, oembed, stats, health,
             metrics.metrics, jobs)
LISTS = (outlets, disagreeing, corrected)
LIST_PAGES = (speaker_lists, outlet_pages, document_lists, unnamed_pages, statistics_pages, disagreement_pages,
              correction_pages)
PAGES = (home_pages, document_pages, problem_kinds, quote_pages, speaker_pages, timelines, verification_pages,
         draft_pages, cards, tryout_pages, login_pages, review, not_quotes, corrected_speakers, corrected_articles,
         corrected_decisions, saved_pages, openapi.docs)
STATIC_AGE = 3600


def create_app(settings: Settings, store: Store | None = None,
               readers: Readers | None = None, counts: int | None = None) -> Flask:
    """The service as a WSGI application; without a store, the one that the settings name is opened.

    `readers` are the processes for long articles, which workers forked from one process share; else it has its own.
    `counts` is the descriptor of a file in which several processes count requests together. Raises StoreError if the
    store cannot be opened.
    """
    app = Flask("quotes.api", static_url_path="/static")
    app.url_map.merge_slashes = False  # else //path is answered with a redirect to the host that the request names
    prefix = urlsplit(settings.public_url).path.rstrip("/")
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes,
        SEND_FILE_MAX_AGE_DEFAULT=STATIC_AGE,
        **openapi.config(version("quotes"), prefix),
    )
    app.json = FastJson(app)
    app.logger.setLevel(settings.log_level.upper())
    session.configure(app, settings)
    hold(app, Context(store or _opened(settings), settings))
    hold_readers(app, readers or Readers(budget_of(settings)))
    app.before_request(count_kept_from_here)
    _prepare_templates(app, settings)
    for part in (request_log, metrics, response_headers, request_id, compression):
        part.register(app)
    host_names.register(app, settings)
    rate_limit.register(app, settings, counts)
    _add_routes(app)
    problems.register(app)
    access_control.register(app)
    reading_switch.register(app)
    time_limit.register(app)
    app.wsgi_app = mounted(in_turn(app.wsgi_app), prefix)  # type: ignore[method-assign]  # as Flask's manual says
    trusted_proxies.trust(app, settings.trusted_proxies)
    return app


def _opened(settings: Settings) -> Store:
    """The store that the settings name, which no backup replaces while this process runs."""
    store = open_store(settings.database, DerivedFields(), settings.migration_backups)
    store.hold()
    return store


def _add_routes(app: Flask) -> None:
    api = ProblemApi(app)
    register_converters(app, api)
    openapi.describe_key(api)
    for resource in (*RESOURCES, *LISTS):
        api.register_blueprint(resource)
    for blueprint in (*PAGES, *LIST_PAGES):
        app.register_blueprint(blueprint)
    app.add_url_rule("/export", "export_page", export_page)
    app.view_functions["static"] = access_control.needs("nothing")(app.view_functions["static"])


def _in_its_place(value: Any) -> Any:
    """What a template shows, without marks that would turn the writing around it; the pages' own markup as it is."""
    return value.translate(labels.OVERRIDES) if type(value) is str and not value.isascii() else value


def _prepare_templates(app: Flask, settings: Settings) -> None:
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "finalize": _in_its_place}
    addresses.register(app)
    app.jinja_env.globals.update(words=labels, public=public, reader=session.reader, form_token=form_token,
                                 offers_reading=settings.extract)
    app.jinja_env.tests["web_address"] = lambda value: isinstance(value, str) and is_web_address(value)
