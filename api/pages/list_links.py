"""The links under a list on a page: to newer and to older items."""

from __future__ import annotations

from typing import Any

from flask import request

from quotes.api.http.pagination import neighbour_path
from quotes.store.contract.store import Page


def page_links(of: str, page: Page[Any]) -> dict[str, str | None]:
    """The paths to the parts of a list after and before a page of it, None at either end."""
    paths = {"next": neighbour_path(of, page.next), "prev": neighbour_path(of, page.prev)}
    return {rel: f"{request.script_root}{path}" if path else None for rel, path in paths.items()}
