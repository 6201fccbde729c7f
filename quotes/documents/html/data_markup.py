"""Text that programs keep as data, made markup: HTML in a string, plain paragraphs, and trees of typed nodes.

The trees are those of Arc (`content_elements`), Contentful (`nodeType`), Portable Text (`_type`, `children`),
ProseMirror and Lexical (`type`, `content` or `children`), Draft.js (`blocks`) and their relatives: a node says by a
word what it is, and holds its words, or further nodes, under one of a few names.
"""

from __future__ import annotations

import html
import re

from quotes.documents.html.post_names import address_of

KIND_KEYS = ("type", "_type", "nodeType", "__typename", "blockType", "block_type", "kind", "tag", "component", "name")
CHILD_KEYS = ("content_elements", "items", "content", "children", "blocks", "nodes", "paragraphs", "elements", "model",
              "fragments", "value", "text", "html", "body", "root", "json", "document", "props", "attributes", "data")
TAGS = re.compile(r"<(?:p|div|br|a|em|strong|b|i|span|blockquote|h[1-6]|ul|ol|li|figure|section|q|iframe)\b[^>]*>",
                  re.IGNORECASE)
PACKED_TAGS = re.compile(r"&lt;(?:p|div|br|blockquote|h[1-6]|ul|ol)\b", re.IGNORECASE)
LINE_ENDS = re.compile(r"\s*\n\s*")
# What a node's word says, the first that fits.
BESIDE = re.compile(
    r"pull-?_?quote|related|promo|newsletter|advert|\bads?\b|interstitial|link-?_?list|gallery|poll|sign-?up|recirc"
    r"|divider|comment|subscri|recommend|teaser|read-?_?more|table-?_?of-?_?contents|video|audio|podcast|\bscript|\bstyle",
    re.IGNORECASE,
)
SOCIAL = re.compile(r"tweet|twitter|instagram|oembed|embed|social|tiktok|bluesky|facebook|threads|raw_?html|\bx-?post",
                    re.IGNORECASE)
PICTURE = re.compile(r"image|figure|photo|picture", re.IGNORECASE)
HEADING = re.compile(r"head(?:er|ing|line)|\bh[1-6]\b|subhead|title", re.IGNORECASE)
QUOTE = re.compile(r"quote", re.IGNORECASE)
ITEM = re.compile(r"list-?_?item|\bli\b|listitem", re.IGNORECASE)
LIST = re.compile(r"list|\b[uo]l\b", re.IGNORECASE)
INLINE = re.compile(r"^(?:text|span|textinline|plain_?text|link|hyperlink|(?:entry|asset)-hyperlink|a|em|i|b|strong|"
                    r"bold|italic|mark|hard_?break|line-?break|br|fragment|inline.*|.*inline|urllink)$",
                    re.IGNORECASE)
BREAK = re.compile(r"^(?:hard_?break|line-?_?break|br|linebreakinline)$", re.IGNORECASE)
MARKUP_KEYS = ("html", "raw_oembed", "oembed", "embedCode", "embed_code", "embedHtml", "code", "content", "markup")
PLACE_KEYS = ("url", "href", "link", "src", "uri", "permalink", "tweetUrl", "embedUrl")
ID_KEYS = ("tweetId", "tweet_id", "postId", "post_id", "embedId", "mediaId", "id", "_id")
HEADLINES = ("title", "headline", "headlines", "headLine", "heading", "pageTitle", "name")
STORY_KEYS = frozenset(["url", "slug", "href", "path", "canonical_url", "canonicalUrl", "link", "permalink"])
DEEPEST = 60


def markup_of(value: object, depth: int = 0, inline: bool = False) -> str:
    """The markup of a piece of an article that a program keeps as data; empty where there is none in it."""
    if depth > DEEPEST:
        return ""
    if isinstance(value, str):
        return text_markup(value, inline)
    if isinstance(value, list):
        return "".join(markup_of(one, depth + 1, inline) for one in value)
    return _node(value, depth, inline) if isinstance(value, dict) else ""


def text_markup(text: str, inline: bool = False) -> str:
    """A string as markup: as it is if it is that, its lines as paragraphs if it is plain."""
    if TAGS.search(text):
        return text if inline or text.lstrip().startswith("<") else f"<p>{text}</p>"
    if PACKED_TAGS.search(text):
        return text_markup(html.unescape(text), inline)
    plain = html.escape(html.unescape(text), quote=False)
    if inline:
        return plain
    return "".join(f"<p>{line}</p>" for line in LINE_ENDS.split(plain.strip()) if line)


def kind_of(node: dict[str, object]) -> str:
    """The word by which a node says what it is; empty where it says nothing."""
    return next((value for key in KIND_KEYS if isinstance(value := node.get(key), str) and value), "")


def is_tree(node: dict[str, object]) -> bool:
    """Whether an object is a node of a text, or only holds such nodes among other things."""
    typed = any(isinstance(node.get(key), str) for key in KIND_KEYS[:6])
    return typed and any(isinstance(node.get(key), list) for key in CHILD_KEYS)


def is_story(node: dict[str, object]) -> bool:
    """Whether an object is another story's, with a headline and an address of its own."""
    return any(node.get(key) for key in HEADLINES[:5]) and bool(STORY_KEYS.intersection(node))


def _node(node: dict[str, object], depth: int, inline: bool) -> str:
    kind = kind_of(node)
    if BREAK.match(kind):
        return "<br>"
    if inline or INLINE.match(kind):
        words = _inner(node, depth, True)
        return words if inline or not words else f"<p>{words}</p>"
    if SOCIAL.search(kind):
        return _social(node, kind)
    if BESIDE.search(kind) or is_story(node):
        return ""
    if PICTURE.search(kind):
        caption = node.get("caption")
        return f"<figure><figcaption>{text_markup(caption, True)}</figcaption></figure>" if isinstance(
            caption, str) and caption.strip() else ""
    return _block(node, kind, depth)


def _block(node: dict[str, object], kind: str, depth: int) -> str:
    """A node that stands for itself: a paragraph, a heading, a quotation, a list, or what holds such nodes."""
    if QUOTE.search(kind):
        source = node.get("citation") or node.get("attribution") or node.get("cite")
        credit = markup_of(source, depth + 1, True).strip()
        inner = _inner(node, depth, False)
        return f"<blockquote>{inner}{f'<cite>{credit}</cite>' if credit else ''}</blockquote>" if inner else ""
    for tag, pattern in (("h2", HEADING), ("li", ITEM)):
        if pattern.search(kind):
            words = _inner(node, depth, True)
            return f"<{tag}>{words}</{tag}>" if words.strip() else ""
    items = node.get("items")
    if LIST.search(kind) and isinstance(items, list):
        return "".join(f"<li>{markup_of(one, depth + 1, True)}</li>" for one in items)
    children = next((node[key] for key in CHILD_KEYS if isinstance(node.get(key), list) and node[key]), None)
    if isinstance(children, list) and _flows(children):
        words = markup_of(children, depth + 1, True)
        return f"<p>{words}</p>" if words.strip() else ""
    return _inner(node, depth, False)


def _flows(children: list[object]) -> bool:
    """Whether nodes are pieces of one line and not lines of their own."""
    return all(isinstance(one, str) or (isinstance(one, dict) and INLINE.match(kind_of(one))) for one in children) and (
        any(isinstance(one, dict) for one in children)
    )


def _inner(node: dict[str, object], depth: int, inline: bool) -> str:
    """What a node holds, under the first of the names that has any words."""
    for key in CHILD_KEYS:
        if node.get(key):
            words = markup_of(node[key], depth + 1, inline)
            if words:
                return words
    return ""


def _social(node: dict[str, object], kind: str) -> str:
    """The markup of an embed: its own, or its address in a paragraph, which is read like markup."""
    held: list[dict[str, object]] = [node]
    held += [value for key in ("raw_oembed", "oembed", "embed", "data", "attrs", "attributes", "value", "config")
             if isinstance(value := node.get(key), dict)]
    for one in held:
        for key in MARKUP_KEYS:
            value = one.get(key)
            if isinstance(value, str) and "<" in value:
                return value
    for one in held:
        for key in (*PLACE_KEYS, *ID_KEYS):
            value = one.get(key)
            address = address_of(kind, value) if isinstance(value, str) else ""
            if address:
                return f"<p>{html.escape(address)}</p>"
    return ""
