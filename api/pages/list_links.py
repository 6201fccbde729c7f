"""The links under a list on a page: to newer and to older items."""

from __future__ import annotations

from typing import Any

from flask import request

from quotes.api.http.pagination import neighbour_path
from quotes.store.contract.store import Cursor, Page

BEFORE_ALL = Cursor(str(2**40), 0)  # a place above every quote: the year 36812


def from_the_start(of: str) -> str:
    """The path to the beginning of a list, where the address without a place shows something else."""
    return f"{request.script_root}{neighbour_path(of, BEFORE_ALL)}"


def page_links(of: str, page: Page[Any]) -> dict[str, str | None]:
    """The paths to the parts of a list after and before a page of it, None at either end."""
    paths = {"next": neighbour_path(of, page.next), "prev": neighbour_path(of, page.prev)}
    return {rel: f"{request.script_root}{path}" if path else None for rel, path in paths.items()}
