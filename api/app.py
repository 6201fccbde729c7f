"""The application: its settings, its routes, and what holds for every request and answer."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from api import access, docs, headers, limiting, logs, metrics, packing, problems, requestid, sessions, wording
from api.batch import batch
from api.cards.routes import cards
from api.checking import checking
from api.context import Context, hold, public
from api.documents import documents
from api.extract import extract
from api.fastjson import FastJson
from api.feeds import feeds
from api.lookups import in_turn
from api.mounting import mounted
from api.oembed import oembed
from api.pages import pages
from api.quoted import quoted
from api.quotes import quotes
from api.resources import ProblemApi, register_converters
from api.review import review
from api.running import running
from api.signing import signing
from api.sources import sources
from api.speakers import speakers
from api.speaking import speaking
from api.stats import stats
from api.taking import decisions
from api.timeline import times
from api.trying import trying
from api.verify import verifying
from api.versions import versions
from quotes.retelling import Retelling
from quotes.settings import Settings
from quotes.store.contract import Store
from quotes.store.opener import open_store
from schemas.strings import is_web_address

RESOURCES = (extract, documents, batch, quotes, speakers, verifying, versions, sources, decisions, feeds, oembed, stats,
             running, metrics.metrics)
PAGES = (pages, quoted, speaking, times, checking, cards, trying, signing, review, docs.docs)
STATIC_AGE = 3600


def create_app(settings: Settings, store: Store | None = None,
               unreadable: Sequence[type[Exception]] = ()) -> Flask:
    """The service as a WSGI application; without a store, the one that the settings name is opened.

    `unreadable` is what the server raises while a body is read that is not as HTTP has it. Raises StoreError if the
    store cannot be opened.
    """
    app = Flask("api", static_url_path="/static")
    app.url_map.merge_slashes = False  # else //path is answered with a redirect to the host that the request names
    prefix = urlsplit(settings.public_url).path.rstrip("/")
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes,
        SEND_FILE_MAX_AGE_DEFAULT=STATIC_AGE,
        **docs.config(version("quotes"), prefix),
    )
    app.json = FastJson(app)
    app.logger.setLevel(settings.log_level.upper())
    sessions.configure(app, settings)
    hold(app, Context(store or open_store(settings.database, Retelling()), settings))
    _prepare_templates(app)
    for part in (logs, metrics, headers, requestid, packing):
        part.register(app)
    limiting.register(app, settings)
    _add_routes(app)
    problems.register(app, unreadable)
    access.register(app)
    app.wsgi_app = mounted(in_turn(app.wsgi_app), prefix)  # type: ignore[method-assign]  # as Flask's manual says
    if settings.trusted_proxies:  # of the headers of a server in front only the address is used, never a host
        app.wsgi_app = ProxyFix(app.wsgi_app, settings.trusted_proxies, 0)  # type: ignore[method-assign]
    return app


def _add_routes(app: Flask) -> None:
    api = ProblemApi(app)
    register_converters(app, api)
    docs.describe_key(api)
    for resource in RESOURCES:
        api.register_blueprint(resource)
    for blueprint in PAGES:
        app.register_blueprint(blueprint)
    app.view_functions["static"] = access.needs("nothing")(app.view_functions["static"])


def _prepare_templates(app: Flask) -> None:
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.globals.update(words=wording, public=public)
    app.jinja_env.tests["web_address"] = lambda value: isinstance(value, str) and is_web_address(value)
