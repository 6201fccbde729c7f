"""/unnamed: what people say who are not named, and how much of it each outlet prints in each month."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template

from quotes.api.http.access_control import needs
from quotes.api.http.pagination import page_request
from quotes.api.http.request_context import current_store
from quotes.api.pages.list_links import page_links
from quotes.api.pages.lists.charts import by_month
from quotes.api.pages.lists.downloads import asked, links
from quotes.collection.statistics import over_time, unnamed_sources
from quotes.schemas.lists.list_filters import UnnamedPageSchema
from quotes.store.contract.statistics import Period
from quotes.store.contract.store import QuoteFilter

unnamed_pages = Blueprint("unnamed_pages", __name__)
QUERY = UnnamedPageSchema()
MOST_MONTHS, ON_A_PAGE = 60, 20  # rows of the table; quotes


@unnamed_pages.route("/unnamed")
@needs("read")
def page() -> str:
    """The latest quotes of unnamed sources; on the first part also the months of the outlets that print them."""
    query, store = asked(QUERY), current_store()
    publisher = query.get("publisher")
    of = f"unnamed of {publisher}" if publisher else "unnamed"
    wanted = replace(page_request(of, query), limit=ON_A_PAGE)
    found = store.quotes(QuoteFilter(speaker_kind="unnamed", publisher=publisher), wanted)
    period, first = Period(publisher=publisher), wanted.cursor is None
    months = over_time(store, period) if first else ()
    by_outlet = [one for one in reversed(unnamed_sources(store, period) if first else ()) if one.unnamed]
    return render_template(
        "lists/unnamed.html", page=found, links=page_links(of, found), query=query, months=months,
        chart=by_month(months), by_outlet=by_outlet[:MOST_MONTHS], left=max(0, len(by_outlet) - MOST_MONTHS),
        files=links("statistics_pages.unnamed_csv", "stats.count_unnamed", publisher=publisher))
