"""The blocks of a page: each run of words that a browser shows as a block of its own, in order, with its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from quotes.documents.html.embedded_posts import PLACEHOLDER
from quotes.documents.html.markup import BLANK_LINES, BLOCK_TAGS, LINE_EDGES, SPACE, TEXT, attribute, walk
from quotes.records.document import BlockKind

KINDS: dict[str, BlockKind] = {
    "blockquote": "quote", "figcaption": "caption", "figure": "caption", "caption": "caption",
    "li": "list", "dt": "list", "dd": "list",
    **{f"h{level}": "headline" for level in range(1, 7)},
}
CAPTION = re.compile(r"caption|(?:image|photo|img|picture)[-_]?(?:credit|desc)|\bcredit", re.IGNORECASE)
# The line below a block quote that says whose words it holds.
CREDIT = re.compile(r"(?:\A|\n)(?=(?:[—–―]|--?\s)\s*(?![a-zß-ÿа-я])[^\W\d_][^\n]{1,118}(?<![.!?…”\"»])\Z)")
PULL_QUOTE = re.compile(r"pull-?_?quote", re.IGNORECASE)
# The element of a block quote that credits it, by its class: pullquote__author, quote-source; inside the block: author.
CREDITING = r"(?:author|source|attribution|credit|cite|citation|caption|speaker|byline)s?(?:$|[\s_-])"
QUOTE_CREDIT = re.compile(rf"quot(?:e|es|ation)[-_]+(?:\w+[-_]+)?{CREDITING}", re.IGNORECASE)
CREDIT_INSIDE = re.compile(rf"(?:^|[\s_-]){CREDITING}", re.IGNORECASE)
CREDIT_TAGS = ("footer", "figcaption")
LONGEST_CREDIT = 160  # characters of an element that is taken for a credit
CITED_BEFORE = re.compile(r"(?:^|\s)(?:[—–―]|--?)\s*\Z")  # the dash before <cite>
CITED_ON = (",", "(", "|", "–", "—")  # what the words begin with that go on with a credit: <cite>Ann Holt</cite>, baker
# Parts of a page that hold no article, by tag, and by the words in class, id and role.
ASIDE_TAGS = frozenset(["nav", "footer", "form", "menu", "dialog"])
ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|breadcrumbs?|footer|foot|sidebar|related|recirc\w*|recommend\w*|read-?more|more-?stories|"
    r"most-?(?:read|popular|viewed)|trending|popular|newsletter|subscri\w+|signup|sign-up|promo\w*|advert\w*|ads?|sponsor\w*|"
    r"outbrain|taboola|comments?|commentlist|disqus|respond|share\w*|sharing|social-?(?:share|links|icons|media-?bar)|"
    r"cookie\w*|consent|gdpr|modal|popup|overlay|author-?(?:bio|box|info)|bio|tags?|taglist|topics|skip-?link|"
    r"screen-reader-text|sr-only|visually-?hidden|print-only|noprint|byline|timestamp|dateline|copyright|complementary)(?:$|[\s_-])",
    re.IGNORECASE,
)
WHITE = " \t\n\r\f"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """One block of a page while it is not yet known whether it belongs to the article.

    `parent` is the element that holds it and `container` the one around that; `shape` names the kinds of both, as a
    page's style sheet would.
    """

    kind: BlockKind
    text: str
    parent: int
    shape: str = ""
    aside: bool = False
    linked: int = 0
    embed: int | None = None
    container: int = 0

    @property
    def credit(self) -> bool:
        """Whether it says under a block quote whose words those are."""
        return self.kind == "credit"


@dataclass(slots=True)
class _Level:
    """What holds inside an open element."""

    node: int
    kind: BlockKind
    aside: bool
    name: str = ""
    shape: str = ""
    credit: bool = False
    container: int = 0


class _Blocks:
    """The runs of a page as they come up."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.levels = [_Level(0, "paragraph", False)]
        self.pieces: list[str] = []
        self.blank = True
        self.cited = False
        self.linked = 0
        self.link_depth = 0

    def begin(self, node: LexborNode, tag: str) -> None:
        """An element begins."""
        if tag == "a":
            self.link_depth += 1
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == PLACEHOLDER:
            self.flush()
            level = self.levels[-1]
            self.runs.append(Run("embed", "", level.node, level.shape, level.aside, embed=int(attribute(node, "n"))))
        elif tag in BLOCK_TAGS:
            self.flush()
            self.levels.append(_level(node, tag, self.levels[-1], self.below_quote))
        elif tag == "cite" and self.cites(node):
            self.flush(cite=True)
            self.cited = True

    @property
    def below_quote(self) -> bool:
        """Whether the last run holds the words of a block quote."""
        return bool(self.runs) and self.runs[-1].kind == "quote"

    def cites(self, node: LexborNode) -> bool:
        """Whether a `<cite>` credits the block quote that it ends, or that it stands right below."""
        if self.levels[-1].kind == "quote":
            return _ends(node, "blockquote")
        return self.blank and self.below_quote and _ends(node, *BLOCK_TAGS)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "a":
            self.link_depth -= 1
        elif tag in BLOCK_TAGS:
            self.flush()
            self.levels.pop()

    def words(self, text: str) -> None:
        """Words that stand here, or white space, which begins nothing."""
        if not text.strip(WHITE):
            if not self.blank:
                self.pieces.append(" ")
                self.linked += bool(self.link_depth)
            return
        self.blank = False
        self.pieces.append(SPACE.sub(" ", text))
        if self.link_depth:
            self.linked += len(self.pieces[-1])

    def add(self, text: str, level: _Level, credit: bool) -> None:
        """One run, if there is anything in it."""
        if text:
            kind: BlockKind = "credit" if credit else level.kind
            self.runs.append(Run(kind, text, level.node, level.shape, level.aside, self.linked,
                                 container=level.container))

    def flush(self, cite: bool = False) -> None:
        """What came since the last edge of a block is one run, if there is anything in it; a `cite` may follow it."""
        if not self.blank:
            text = self.pieces[0] if len(self.pieces) == 1 else _joined(self.pieces)
            text = CITED_BEFORE.sub("", text.strip()) if cite else text.strip()
            level = self.levels[-1]
            credit = level.credit or self.cited
            signed = None if credit else CREDIT.search(text) if level.kind == "quote" else CREDIT.match(text)
            if signed and (signed.start() or self.below_quote):
                self.add(text[: signed.start()].rstrip(), level, False)
                self.add(text[signed.start() :].lstrip(), level, True)
            else:
                self.add(text, level, credit)
            self.blank = True
        self.cited = False
        self.pieces.clear()
        self.linked = 0


def runs_of(body: LexborNode) -> list[Run]:
    """Every run of a page's body, those of navigation and the like marked `aside`."""
    blocks = _Blocks()
    for node, tag, begins in walk(body):
        if tag == TEXT:
            blocks.words(node.text_content or "")
        elif begins:
            blocks.begin(node, tag)
        else:
            blocks.end(tag)
    blocks.flush()
    return blocks.runs


def _joined(pieces: list[str]) -> str:
    text = re.sub(" {2,}", " ", "".join(pieces))
    return BLANK_LINES.sub("\n", LINE_EDGES.sub("\n", text))


def _level(node: LexborNode, tag: str, outer: _Level, below_quote: bool) -> _Level:
    """What holds inside an element, from its tag and attributes and from what holds around and right before it."""
    attributes = node.attributes
    own = attributes.get("class") or ""
    around = outer.name if not outer.name.endswith(".") else outer.node
    shape = f"{tag}<{around}"
    if _credits(node, tag, own, outer, below_quote):
        return _Level(node.mem_id, "quote", outer.aside, tag, shape, True, outer.node)
    names = f"{own} {attributes.get('id') or ''} {attributes.get('role') or ''}"
    kind, beside = _told_by(names) if names != "  " else (None, False)
    kind = KINDS.get(tag) or (kind if kind and outer.kind == "paragraph" else outer.kind)
    aside = outer.aside or tag in ASIDE_TAGS or "hidden" in attributes
    if not aside and tag not in ("body", "main", "article", "html"):
        style = attributes.get("style")
        aside = beside or bool(style and HIDDEN.search(style))
    return _Level(node.mem_id, kind, aside, f"{tag}.{own}", shape, outer.credit, outer.node)


def _credits(node: LexborNode, tag: str, own: str, outer: _Level, below_quote: bool) -> bool:
    """Whether an element says whose words the block quote holds that it stands in or right below."""
    if tag in CREDIT_TAGS and outer.kind == "quote":
        return True
    if not below_quote:
        return False
    if tag == "figcaption":
        return _quotes(node)
    told = bool(own) and (QUOTE_CREDIT.search(own) or (outer.kind == "quote" and CREDIT_INSIDE.search(own)))
    return bool(told) and len((node.text() or "").strip()) <= LONGEST_CREDIT


def _quotes(caption: LexborNode) -> bool:
    """Whether the figure of a caption holds a block quote."""
    figure = caption.parent
    while figure is not None and figure.tag != "figure":
        figure = figure.parent
    return figure is not None and figure.css_first("blockquote") is not None


def _ends(node: LexborNode, *tags: str) -> bool:
    """Whether no words follow an element inside the next one of these around it, but such as go on with a credit."""
    current: LexborNode | None = node
    while current is not None and current.tag not in tags:
        following = current.next
        while following is not None:
            words = (following.text() or "").strip()
            if words and not (current is node and words.startswith(CITED_ON) and len(words) <= LONGEST_CREDIT):
                return False
            following = following.next
        current = current.parent
    return True


@lru_cache(maxsize=1 << 12)
def _told_by(names: str) -> tuple[BlockKind | None, bool]:
    """What class, id and role of an element say: its kind, and whether it stands beside the article."""
    kind: BlockKind | None = "quote" if PULL_QUOTE.search(names) else "caption" if CAPTION.search(names) else None
    return kind, ASIDE.search(names) is not None
