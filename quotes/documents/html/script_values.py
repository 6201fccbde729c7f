"""The data in a page's scripts: what its program would build the page from, as plain values.

1. Scripts of a JSON type, linked data among them; the flat lists of Nuxt 3 (`__NUXT_DATA__`), whose numbers are places.
2. Assignments: `window.__STATE__ = {…}`, `Fusion.globalContent={…}`, `__NUXT__=(function(a){…}(…))`, and strings that
   hold JSON, perhaps escaped for an address or handed to JSON.parse.
3. Next's stream: `self.__next_f.push([1,"…"])`, lines of JSON and of text under numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from quotes.documents.html.markup import attribute
from quotes.documents.html.script_literals import NoLiteral, json_or_literal, unescaped

JSON_TYPE = re.compile(r"json", re.IGNORECASE)
LOOSE = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>)\s*$")
ASSIGNED = re.compile(
    r"(?:\bwindow|\bself|\bglobalThis|\bvar\s|\blet\s|\bconst\s|\bFusion|[;\n]|\A)[\w.$\[\]\"'\s]{1,120}=\s*"
    r"(?=[{\[(\"']|JSON\.parse|decodeURI)"
)
WRAPPED = re.compile(r"(?:JSON\.parse\s*\(\s*|decodeURI(?:Component)?\s*\(\s*)+(?=[\"'`])")
STREAM = re.compile(r"__next_f\.push\(\s*\[\s*1\s*,\s*(\"(?:[^\"\\]|\\.)*\")\s*\]")
ROW = re.compile(r"([0-9a-f]{1,6}):(T[0-9a-f]{1,8},|[\[{\"])")
REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,6})")
SHORTEST = 120  # characters: data that holds an article is longer
MOST = 60  # scripts that are looked at
MOST_ASSIGNED = 12  # assignments in one script
DEEPEST = 60
NUXT_KINDS = ("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Set")


def linked_values(tree: LexborHTMLParser) -> Iterator[object]:
    """The linked data (JSON-LD) of a page, script by script; what is no JSON is passed over."""
    for script in tree.css("script[type*='ld+json' i]")[:MOST]:
        yield from _json(LOOSE.sub("", script.text() or ""))


def state_values(tree: LexborHTMLParser) -> Iterator[object]:
    """What the other scripts of a page hold as data; programs are passed over."""
    stream: list[str] = []
    for script in tree.css("script:not([src])")[:MOST]:
        code, kind = script.text() or "", attribute(script, "type").lower()
        if len(code) < SHORTEST or "ld+json" in kind:
            continue
        if JSON_TYPE.search(kind):
            yield from _hydrated(_json(LOOSE.sub("", code)))
        elif "__next_f" in code:
            stream.extend(unescaped(match[1][1:-1]) for match in STREAM.finditer(code))
        else:
            yield from _assigned(code)
    if stream:
        yield from _streamed("".join(stream))


def _json(code: str) -> Iterator[object]:
    try:
        yield json.loads(code, strict=False)
    except (ValueError, RecursionError):
        return  # publishers' templates write broken JSON; the page's markup is what is left


def _assigned(code: str) -> Iterator[object]:
    """The data that a script gives names to."""
    place = 0
    for _ in range(MOST_ASSIGNED):
        match = ASSIGNED.search(code, place)
        if match is None or len(code) - match.end() < SHORTEST:
            return
        place = match.end()
        wrapped = WRAPPED.match(code, place)
        try:
            value = json_or_literal(code, wrapped.end() if wrapped else place)
        except NoLiteral:
            continue  # a program: its next assignment may be data
        if isinstance(value, str) and len(value) > SHORTEST:
            yield from _json(unquote(value) if value.startswith(("%7B", "%5B")) else value)
        elif isinstance(value, dict | list):
            yield value


def _hydrated(values: Iterator[object]) -> Iterator[object]:
    """The values, those in Nuxt's flat form unfolded: the first entry is the root, numbers are places in the list."""
    for value in values:
        flat = isinstance(value, list) and len(value) > 2 and isinstance(value[0], list | dict)
        yield _Flat(value).at(0, 0) if flat and isinstance(value, list) and _is_flat(value) else value


def _is_flat(values: list[object]) -> bool:
    """Whether a list is in the flat form: all that its first entries hold are places in it."""
    first = values[0]
    inner = list(first.values()) if isinstance(first, dict) else first[1:] if isinstance(first, list) else []
    named = isinstance(first, dict) or (isinstance(first, list) and bool(first) and first[0] in NUXT_KINDS)
    return named and bool(inner) and all(isinstance(n, int) and n < len(values) for n in inner)


class _Flat:
    """A list in the flat form, unfolded from its root; each entry is unfolded once."""

    def __init__(self, values: list[object]) -> None:
        self.values = values
        self.known: dict[int, object] = {}

    def at(self, place: object, depth: int) -> object:
        """The value at a place; None outside of the list and where it would be nested too deeply."""
        if not isinstance(place, int) or not 0 <= place < len(self.values) or depth > DEEPEST:
            return None
        if place not in self.known:
            self.known[place] = None  # an entry inside itself is nothing
            self.known[place] = self.unfolded(self.values[place], depth)
        return self.known[place]

    def unfolded(self, value: object, depth: int) -> object:
        """An entry with what its places lead to."""
        if isinstance(value, dict):
            return {key: self.at(one, depth + 1) for key, one in value.items()}
        if isinstance(value, list):
            if value and isinstance(value[0], str):
                return self.at(value[1], depth + 1) if value[0] in NUXT_KINDS and len(value) > 1 else None
            return [self.at(one, depth + 1) for one in value]
        return value


def _streamed(stream: str) -> Iterator[object]:
    """The rows of Next's stream that are data, texts put where other rows refer to them."""
    texts: dict[str, str] = {}
    rows: list[str] = []
    place = 0
    while place < len(stream):
        line_end = stream.find("\n", place)
        line_end = len(stream) if line_end < 0 else line_end + 1
        match = ROW.match(stream, place)
        if match and match[2].startswith("T"):
            count, start = int(match[2][1:-1], 16), match.end()  # a text is as many bytes of UTF-8, and ends no line
            texts[match[1]] = stream[start : start + count].encode()[:count].decode("utf-8", "ignore")
            place = start + len(texts[match[1]])
            continue
        if match:
            rows.append(stream[match.end() - 1 : line_end])
        place = line_end
    for row in rows:
        for value in _json(row):
            yield _referred(value, texts, 0)


def _referred(value: object, texts: dict[str, str], depth: int) -> object:
    """A value with the texts that it refers to by number."""
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _referred(one, texts, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_referred(one, texts, depth + 1) for one in value]
    match = REFERENCE.fullmatch(value) if isinstance(value, str) else None
    return texts.get(match[1], value) if match else value
