"""Social platforms, one file each, found when first asked for.

A platform knows the markup of its posts, their ids, handles and dates; contract.py says what is asked of it. Where
posts stand on a page is found in html/, and whose they are in coreference/.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import cast

from quotes.documents.platforms.contract import Platform


@cache
def platforms() -> tuple[Platform, ...]:
    """Every platform that has a file in this folder, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != "contract")
    return tuple(cast(Platform, importlib.import_module(f"{__name__}.{name}")) for name in names)
