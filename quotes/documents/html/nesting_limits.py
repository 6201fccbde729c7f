"""How deeply the elements of a page are nested, and how many attributes they have.

Parsers are quadratic in depth, or lose text without a word; the deepest real page has about 50 levels. A page of few
tags that ends most of its elements, as nearly all do, costs milliseconds however it is nested: there the finished tree
is asked. Any other is judged by its tags alone, before a tree is built. Parsers are quadratic in the attributes of one
element as well.
"""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from quotes.records.errors import InvalidInput

DEEPEST = 512
FEW = 4_000  # tags that begin elements: nested one in another they are parsed in some 20 milliseconds
MOST_EQUALS = 10_000  # equals signs: real pages have two thousand; more of them may be attributes of one element
MOST_ATTRIBUTES = 2_000
LONG_TAG = 4 * MOST_ATTRIBUTES  # characters: a tag that is shorter has fewer attributes
ATTRIBUTE = re.compile(r"[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
TOO_DEEP = ">".join(["*"] * (DEEPEST + 1))

# A tag with its attributes; a ">" inside a quoted value does not end it, the end of the page does.
TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<other>[!?])|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<rest>(?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+'|))*+)(?:>|\Z))"
)
COMMENT_END, TAG_END = re.compile("--!?>"), re.compile(">")
RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
VOID = frozenset([
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
])
# Elements whose end is implied by their neighbours: between two of one another there is always a counted one.
IMPLIED = frozenset([
    "html", "head", "body", "p", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "option",
    "optgroup", "rp", "rt", "rb", "rtc",
])
# Formatting goes on where its parent ended, and three of the same are the most that nest.
FORMATTING = frozenset([
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
])
ITEMS = frozenset(["li", "dd", "dt"])
FOREIGN = ("svg", "math")
MOST_ALIKE = 3
MOST_UNENDED = 4 * DEEPEST  # formatting elements that are never ended: each stray end tag looks through all of them


def parsed(markup: str) -> LexborHTMLParser:
    """The tree of a page. Raises InvalidInput if elements are nested deeper than 512, or one has 2000 attributes."""
    ends = markup.count("</")
    begun = markup.count("<") - ends
    few = begun <= FEW and begun - ends <= DEEPEST
    if not few or markup.count("=") > MOST_EQUALS or _may_have_many(markup):
        check_tags(markup)
    tree = LexborHTMLParser(markup)
    if few and tree.css_first(TOO_DEEP) is not None:
        raise _too_deep()
    return tree


def check_tags(markup: str) -> None:
    """Raise InvalidInput if the tags of a page nest elements deeper than 512, or one of them has 2000 attributes."""
    levels = _Levels()
    position, end = 0, len(markup)
    while position < end:
        match = TAG.search(markup, position)
        if match is None:
            return
        position = match.end()
        name = match["name"]
        if name is None:
            position = _after(markup, COMMENT_END if match["comment"] else TAG_END, match)
            continue
        name = name.lower()
        if len(match["rest"]) > LONG_TAG and _has_many(match["rest"]):
            raise InvalidInput(f"An element has over {MOST_ATTRIBUTES} attributes; no article's has.", "html")
        if match["close"]:
            levels.close(name)
        elif name == "plaintext" and not levels.foreign:
            return
        elif name in RAW and not levels.foreign:
            position = _after_raw(markup, name, position)
        elif name not in VOID and name not in IMPLIED and levels.open(name, match["rest"]) > DEEPEST:
            raise _too_deep()


def _may_have_many(markup: str) -> bool:
    """Whether something looks like a tag with thousands of attributes; in a script it may be none."""
    place = checked = 0
    for piece in markup.split("<"):
        long = len(piece) > LONG_TAG or ">" not in piece
        if long and place > checked and piece[:1].isalpha() and (match := TAG.match(markup, place - 1)):
            checked = match.end()
            if checked - place > LONG_TAG and _has_many(match["rest"] or ""):
                return True
        place += len(piece) + 1
    return False


def _has_many(rest: str) -> bool:
    """Whether a tag has thousands of attributes, given what stands in it after its name."""
    return sum(1 for _ in zip(ATTRIBUTE.finditer(rest), range(MOST_ATTRIBUTES), strict=False)) == MOST_ATTRIBUTES


def _too_deep() -> InvalidInput:
    return InvalidInput(f"The page's elements are nested more than {DEEPEST} deep; no article is.", "html")


def _after(markup: str, sign: re.Pattern[str], opening: re.Match[str]) -> int:
    """Where a comment ends; "<!-->" is one already."""
    found = sign.search(markup, opening.end() - (2 if opening["comment"] else 0))
    return found.end() if found else len(markup)


def _after_raw(markup: str, name: str, position: int) -> int:
    """Where the end tag of an element begins whose inside is no markup."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(markup, position)
    return end.start() if end else len(markup)


class _Levels:
    """The elements open at one place in the page, as an HTML5 parser has them, near enough to count them."""

    def __init__(self) -> None:
        self.open_names: list[str] = []
        self.counts: Counter[str] = Counter()
        self.formatting: dict[str, list[str]] = {}
        self.alike: Counter[str] = Counter()
        self.formats = 0
        self.unended: Counter[str] = Counter()
        self.never_ended = 0

    def open(self, name: str, rest: str) -> int:
        """Go one level down, and say how deep that is."""
        if name in FORMATTING:
            self.unended[name] += 1
            self.never_ended += 1
            if self.never_ended > MOST_UNENDED:
                return self.never_ended
            tag = name + rest
            if self.alike[tag] < MOST_ALIKE:
                self.alike[tag] += 1
                self.formatting.setdefault(name, []).append(tag)
                self.formats += 1
        elif not self._closes_itself(name, rest):
            if name in ITEMS and self.open_names and self.open_names[-1] in ITEMS and (
                (name == "li") == (self.open_names[-1] == "li")
            ):
                self.close(self.open_names[-1])
            self.open_names.append(name)
            self.counts[name] += 1
        return len(self.open_names) + self.formats

    def close(self, name: str) -> None:
        """Go up to the parent of the innermost element of that name, if one is open."""
        if self.unended[name]:
            self.unended[name] -= 1
            self.never_ended -= 1
        if self.formatting.get(name):
            self.alike[self.formatting[name].pop()] -= 1
            self.formats -= 1
        elif self.counts[name]:
            while True:
                last = self.open_names.pop()
                self.counts[last] -= 1
                if last == name:
                    return

    def _closes_itself(self, name: str, rest: str) -> bool:
        """Whether "/>" ends the element: only inside pictures and formulas; `<a>` ends an `<a>` before it."""
        if name == "a" and self.counts["a"]:
            return True
        return rest.endswith("/") and (name in FOREIGN or self.foreign)

    @property
    def foreign(self) -> bool:
        """Whether a picture or formula is open: inside, other rules hold."""
        return bool(self.counts["svg"] or self.counts["math"])
