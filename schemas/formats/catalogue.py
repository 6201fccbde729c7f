"""All formats; another one is a file and a place in this list."""

from __future__ import annotations

from quotes.schemas.formats.contract import Format
from quotes.schemas.formats.csv import CSV
from quotes.schemas.formats.json_ld import JSON_LD
from quotes.schemas.formats.json_lines import JSON_LINES
from quotes.schemas.formats.web_annotation import WEB_ANNOTATION

FORMATS: tuple[Format, ...] = (JSON_LINES, CSV, JSON_LD, WEB_ANNOTATION)
BY_NAME = {format_.name: format_ for format_ in FORMATS}
JSON = "json"  # the form that the schemas write
NAMES = (JSON, *BY_NAME)
