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
    page's style sheet would. A `credit` says under a block quote whose words those are.
    """

    kind: BlockKind
    text: str
    parent: int
    shape: str = ""
    aside: bool = False
    linked: int = 0
    embed: int | None = None
    credit: bool = False
    container: int = 0


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
            self.levels.append(_level(node, tag, self.levels[-1]))
        elif tag == "cite" and self.levels[-1].kind == "quote" and _ends_quote(node):
            self.flush()
            self.levels[-1].credit = True

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
            kind: BlockKind = "caption" if credit else level.kind
            self.runs.append(Run(kind, text, level.node, level.shape, level.aside, self.linked, credit=credit,
                                 container=level.container))

    def flush(self) -> None:
        """What came since the last edge of a block is one run, if there is anything in it."""
        if not self.blank:
            text = self.pieces[0] if len(self.pieces) == 1 else _joined(self.pieces)
            text = text.strip()
            level = self.levels[-1]
            signed = CREDIT.search(text) if level.kind == "quote" and not level.credit else None
            if signed and (signed.start() or (self.runs and self.runs[-1].kind == "quote")):
                self.add(text[: signed.start()].rstrip(), level, False)
                self.add(text[signed.start() :].lstrip(), level, True)
            else:
                self.add(text, level, level.credit)
            self.blank = True
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


def _level(node: LexborNode, tag: str, outer: _Level) -> _Level:
    """What holds inside an element, from its tag and attributes and from what holds around it."""
    if outer.kind == "quote" and tag in ("footer", "figcaption"):
        return _Level(node.mem_id, "quote", outer.aside, tag, f"{tag}<{outer.name}", True, outer.node)
    attributes = node.attributes
    own = attributes.get("class") or ""
    names = f"{own} {attributes.get('id') or ''} {attributes.get('role') or ''}"
    kind, beside = _told_by(names) if names != "  " else (None, False)
    kind = KINDS.get(tag) or (kind if kind and outer.kind == "paragraph" else outer.kind)
    aside = outer.aside or tag in ASIDE_TAGS or "hidden" in attributes
    if not aside and tag not in ("body", "main", "article", "html"):
        style = attributes.get("style")
        aside = beside or bool(style and HIDDEN.search(style))
    around = outer.name if not outer.name.endswith(".") else outer.node
    return _Level(node.mem_id, kind, aside, f"{tag}.{own}", f"{tag}<{around}", outer.credit, outer.node)


def _ends_quote(node: LexborNode) -> bool:
    """Whether no words follow an element inside its block quote."""
    current: LexborNode | None = node
    while current is not None and current.tag != "blockquote":
        following = current.next
        while following is not None:
            if (following.text() or "").strip():
                return False
            following = following.next
        current = current.parent
    return True


@lru_cache(maxsize=1 << 12)
def _told_by(names: str) -> tuple[BlockKind | None, bool]:
    """What class, id and role of an element say: its kind, and whether it stands beside the article."""
    kind: BlockKind | None = "quote" if PULL_QUOTE.search(names) else "caption" if CAPTION.search(names) else None
    return kind, ASIDE.search(names) is not None
