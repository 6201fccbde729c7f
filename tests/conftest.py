"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes depends on what else the machine does; growth is what tests of time look at.
settings.register_profile("quotes", deadline=None)
settings.load_profile("quotes")
