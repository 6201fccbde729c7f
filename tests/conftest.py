"""What holds for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; growth is what tests of time look at.
settings.register_profile("quotes", deadline=None)
settings.load_profile("quotes")

# Files of tests that take longest come first, so that no process is left alone with one of them at the end.
SLOW = ("tests/cli/server/", "tests/cli/commands/test_serve", "tests/reading/", "tests/bench/", "tests/docs/",
        "tests/browser/", "tests/test_dockerfile", "tests/documents/", "tests/extraction/", "tests/model/",
        "tests/test_wheel")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow files first; what is in one file stays in its order."""
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW))
