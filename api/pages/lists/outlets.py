"""/outlets and /outlets/{name}: where words were printed, who is quoted there, and how much is of unnamed sources."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from quotes.api.http.access_control import needs
from quotes.api.http.problems import Problem
from quotes.api.http.request_context import current_store, public
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.charts import by_month
from quotes.api.pages.lists.downloads import asked, csv_file, links
from quotes.api.pages.lists.rows import article_rows, outlet_rows
from quotes.api.resources.lists.outlets import in_order, outlets_asked
from quotes.collection.statistics import over_time, speaker_statistics
from quotes.schemas.lists.list_filters import OutletListPageSchema
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import PageRequest

outlet_pages = Blueprint("outlet_pages", __name__)
QUERY = OutletListPageSchema()
HEAD = ("outlet", "name_printed", "quotes", "first", "last", "page")
MOST_SPEAKERS, MOST_ARTICLES = 30, 5


@outlet_pages.route("/outlets")
@needs("read")
def page() -> str:
    """A part of the list of outlets."""
    query = asked(QUERY)
    of, found = outlets_asked(query)
    sort = None if query["sort"] == "quotes" else query["sort"]
    return render_template("lists/outlets.html", rows=outlet_rows(found.items), links=page_links(of, found),
                           query=query, files=links("outlet_pages.as_csv", "outlets.list_outlets", sort=sort))


@outlet_pages.route("/outlets.csv")
@needs("read")
def as_csv() -> Response:
    """All outlets, as CSV."""
    query = asked(QUERY)
    rows = ((one.publisher, one.publisher_printed, one.quotes, one.first, one.last, public(_path(one.publisher)))
            for one in in_order(query["sort"]))
    return csv_file("outlets", HEAD, rows, query)


@outlet_pages.route("/outlets/<path:name>")
@needs("read")
def outlet(name: str) -> str | AnyResponse:
    """One outlet: who is quoted there, its months with the share of unnamed sources, its latest articles."""
    found = current_store().outlet(name)
    if found is None:
        raise Problem("not-found", "There is no outlet with this name in the collection.")
    if found.publisher != name:
        return redirect(_path(found.publisher))
    store, period = current_store(), Period(publisher=name)
    counts, months = speaker_statistics(store, period, MOST_SPEAKERS), over_time(store, period)
    return render_template(
        "lists/outlet.html", outlet=found, counts=counts, months=months, chart=by_month(months),
        articles=article_rows(store.documents_in(name, PageRequest(MOST_ARTICLES)).items),
        files={kind: links(f"statistics_pages.{kind}_csv", route, publisher=name) for kind, route in (
            ("speakers", "stats.count_speakers"), ("months", "stats.count_months"))})


def _path(publisher: str) -> str:
    return url_for("outlet_pages.outlet", name=publisher)
