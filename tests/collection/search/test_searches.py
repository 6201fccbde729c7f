"""Searches as reporters type them find what they mean first, on a collection made of real pages.

Those pages lie in the folder that QUOTES_TEST_DATA names; `make bench-search` asks the same of all of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.search import collection, finds
from bench.search_cases import CASES, PAGES


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A collection made of the pages that the searches need."""
    named = os.environ.get("QUOTES_TEST_DATA")
    if not named:
        pytest.skip("QUOTES_TEST_DATA is not set; it names the folder with the pages")
    store = collection(Path(named), tmp_path_factory.mktemp("pages"), PAGES)
    yield store
    store.close()


@pytest.mark.parametrize("case", CASES, ids=[case.typed for case in CASES])
def test_a_search_finds_what_it_means_first(pages, case):
    assert finds(pages, case)


def test_there_are_forty_searches_and_more():
    assert len({case.typed for case in CASES}) == len(CASES) >= 46
