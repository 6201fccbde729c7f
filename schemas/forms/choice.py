"""All forms; another one is a file and a place in this list."""

from __future__ import annotations

from schemas.forms.annotation import WEB_ANNOTATION
from schemas.forms.contract import Form
from schemas.forms.jsonld import JSON_LD
from schemas.forms.lines import JSON_LINES
from schemas.forms.rows import CSV

FORMS: tuple[Form, ...] = (JSON_LINES, CSV, JSON_LD, WEB_ANNOTATION)
BY_NAME = {form.name: form for form in FORMS}
JSON = "json"  # the form that the schemas write
NAMES = (JSON, *BY_NAME)
