"""One small article and what comes of it, as the API's description shows it."""

from __future__ import annotations

from typing import Any

TEXT = "“The figures do not add up,” said Tomas Berivan, who chairs the finance committee."
ARTICLE: dict[str, Any] = {
    "text": TEXT,
    "url": "https://courier.example/2025/03/05/baths",
    "title": "Council votes on the baths",
    "publisher": "Port Ellery Courier",
    "published_at": "2025-03-05",
}
_SUMMARY: dict[str, Any] = {
    "id": "d1", "title": ARTICLE["title"], "url": ARTICLE["url"], "url_from": "caller",
    "publisher": ARTICLE["publisher"], "publisher_printed": None, "byline": None,
    "published_at": ARTICLE["published_at"], "published_from": "caller", "archived_at": None,
    "added_at": "2025-03-05T09:12:44+00:00", "language": "en", "engine": "quotes 0.1.0",
}
_SPEAKER: dict[str, Any] = {
    "id": "s1", "name": "Tomas Berivan", "kind": "person", "description": "who chairs the finance committee",
}
QUOTE: dict[str, Any] = {
    "id": "q1", "kind": "direct", "text": "The figures do not add up,", "start": 1, "end": 27, "continues": None,
    "parent": None, "speaker": {**_SPEAKER, "mention": "Tomas Berivan", "start": 34, "end": 47,
                                "antecedent": None}, "via": None,
    "cue": {"text": "said", "start": 29, "end": 33}, "verdict": "certain", "confidence": 0.97,
    "clues": [{"clue": "cue_beside", "says": "“said” stands between the words and the name.", "weight": 2.1,
               "start": 29, "end": 47}],
    "runner_up": None, "post": None,
    "stance": {"kind": "asserted", "text": None, "start": None, "end": None}, "status": "active", "confirmed_by": None,
    "link": "https://courier.example/2025/03/05/baths#:~:text=The%20figures%20do%20not%20add%20up",
    "document": _SUMMARY,
}
READING: dict[str, Any] = {
    "document": {**_SUMMARY, "added_at": None, "text": TEXT},
    "quotes": [{**QUOTE, "document": {**_SUMMARY, "added_at": None}}],
    "speakers": [{**_SPEAKER, "aliases": [], "accounts": [], "wikidata": None}],
    "warnings": [],
    "not_quotes": [],
    "marks": {"quotes": 2, "not_quotes": 0, "apostrophes": 0, "stray": 0},
}
KEPT: dict[str, Any] = {**READING, "outcome": "new", "document": {**_SUMMARY, "text": TEXT}, "quotes": [QUOTE]}
QUOTES: dict[str, Any] = {"items": [QUOTE], "next": None, "prev": None, "partial": False, "snippets": []}
SEARCH: dict[str, Any] = {
    **QUOTES,
    "snippets": [{"quote": "q1", "text": "The figures do not add up,", "start": 0, "end": 26, "matches": [[4, 11]]}],
    "understood": {"words": "figures", "speakers": [{**_SPEAKER, "aliases": [], "accounts": [], "wikidata": None}],
                   "outlet": None, "from": "2025-01-01", "to": "2025-12-31", "closeness": "exact",
                   "passed_over": ["Councillor"], "let_go": []},
    "corrected": None, "did_you_mean": [],
    "speakers": [{**_SPEAKER, "aliases": [], "accounts": [], "wikidata": None}], "outlets": [],
    "facets": {"speakers": [{"value": "s1", "name": "Tomas Berivan", "quotes": 1}],
               "outlets": [{"value": "courier.example", "name": "Port Ellery Courier", "quotes": 1}],
               "years": [{"value": "2025", "name": "2025", "quotes": 1}],
               "kinds": [{"value": "direct", "name": "direct", "quotes": 1}],
               "stances": [{"value": "asserted", "name": "asserted", "quotes": 1}],
               "quotes": 1, "undated": 0, "whole": True},
}
CORRECTION: dict[str, Any] = {"speaker": {"name": "Ruta Vesk", "description": "the treasurer"},
                             "note": "The paper printed a correction."}
_WHO = {"verdict": "certain", "confidence": 0.97, "status": "active", "confirmed_by": None}
DECISION: dict[str, Any] = {
    "id": "c1", "action": "correct", "made_by": "city desk", "made_at": "2025-03-06T09:30:00+00:00", "about": ["q1"],
    "note": CORRECTION["note"], "before": {"speaker": {"id": "s1", "name": "Tomas Berivan"}, **_WHO},
    "after": {"speaker": {"id": "s2", "name": "Ruta Vesk"}, **_WHO, "verdict": "corrected", "confidence": 1.0,
              "confirmed_by": "city desk"},
    "undoes": None, "undone_by": None,
}
UNDONE: dict[str, Any] = {
    **DECISION, "id": "c2", "action": "undo", "before": DECISION["after"], "after": DECISION["before"], "undoes": "c1",
    "note": "The tape says otherwise."}
VERIFICATION: dict[str, Any] = {
    "outcome": "altered",
    "matches": [{
        "quote": QUOTE, "outcome": "altered", "similarity": 0.8936,
        "diff": [{"op": "equal", "asked": "The figures do", "found": "The figures do"},
                 {"op": "delete", "asked": "", "found": "not"},
                 {"op": "equal", "asked": "add up", "found": "add up"}],
        "changed": ["negation"], "omitted_before": None, "omitted_after": None, "joined": [], "denial": None,
    }],
    "coverage": {"documents": 1, "quotes": 1, "from": "2025-03-05", "to": "2025-03-05",
                 "publishers": ["Port Ellery Courier"]},
    "asked": {"text": "The figures do add up", "speaker": "Tomas Berivan", "speaker_in_text": False},
    "passages": [], "holders": [],
}
CHECKED_DRAFT: dict[str, Any] = {
    "checks": [{"quote": {**QUOTE, "text": "The figures do add up,", "start": 1, "end": 23},
                "outcome": "altered", "match": VERIFICATION["matches"][0], "passage": None}],
    "offset": 0, "total": 1, "short": 0, "next": None, "kept_as": None,
}
VERSIONS: dict[str, Any] = {
    "quote": QUOTE, "first": QUOTE, "earliest": [QUOTE],
    "outlets": ["Port Ellery Courier", "Shore Gazette"], "speakers_disagree": False,
    "versions": [{
        "relation": "altered", "similarity": 0.8936,
        "diff": [{"op": "equal", "asked": "The figures do", "found": "The figures do"},
                 {"op": "insert", "asked": "not", "found": ""},
                 {"op": "equal", "asked": "add up", "found": "add up"}],
        "changed": ["negation"],
        "quotes": [{**QUOTE, "id": "q7", "text": "The figures do add up,",
                    "document": {**_SUMMARY, "id": "d3", "publisher": "Shore Gazette", "published_at": "2025-03-06"}}],
    }],
    "undated": 0, "more": False,
}
_BOTH = [{"id": "s2", "name": "T. Berivan"}, {"id": "s1", "name": "Tomas Berivan"}]
MERGED: dict[str, Any] = {
    **DECISION, "action": "merge", "about": ["s2", "s1"], "note": "One person, two spellings.",
    "before": {"speakers": _BOTH}, "after": {"speakers": _BOTH[1:], "quotes": 4}}
REMOVAL: dict[str, Any] = {
    "decision": {**DECISION, "action": "takedown", "about": ["d1"], "note": "Court order 12.", "before": {},
                 "after": {"revisions": 1, "characters": 82, "quotes": 1, "posts": 0, "speakers": 1}},
    "purged": True}
SPEAKER_STATS: dict[str, Any] = {
    "from": "2025-03-01", "to": "2025-03-31", "quotes": 40, "unknown": 2, "unknown_share": 0.05, "unnamed": 4,
    "unnamed_share": 0.1, "new": 1,
    "speakers": [{"id": "s1", "name": "Tomas Berivan", "kind": "person", "quotes": 7, "printed": 9, "documents": 5}],
    "newest": [{"id": "s1", "name": "Tomas Berivan", "kind": "person", "first": "2025-03-05"}],
}
UNNAMED_STATS: dict[str, Any] = {"items": [
    {"publisher": "Port Ellery Courier", "month": "2025-03", "quotes": 40, "unnamed": 4, "unnamed_share": 0.1,
     "unknown": 2}]}
