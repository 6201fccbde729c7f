"""What is taken out of a page before its article is sought: what holds none of its words, or words that nobody sees.

Done after the posts are taken out; whatever holds the placeholder of one stays.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotes.documents.html.embedded_posts import PLACEHOLDER

# None of these holds words of the article; without them it is found sooner.
DROPPED = [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "audio", "video", "link", "meta",
    "img", "picture", "source", "button", "input", "select", "textarea",
]
# Block quotes that are no quotations but cards of other pages.
LINK_CARDS = "blockquote.wp-embedded-content, blockquote.embedly-card"
MENUS = "nav, body > footer, body > div > footer, [role=navigation]"
# Words inside a line that are read aloud only, or shown only when one points at them.
UNSEEN = (
    "span.sr-only, span.visually-hidden, span.screen-reader-text, span[hidden], span[role=tooltip], "
    "span[style*='display:none' i], span[style*='display: none' i]"
)
MOST_CARDS = 300  # for each, its whole paragraph is looked at
CARDS = "p span:has(> a ~ a ~ a)"  # beside a name, perhaps, which shows links to other stories about it


def clear(tree: LexborHTMLParser) -> None:
    """Take out of a parsed page what cannot be its article."""
    tree.strip_tags(DROPPED)
    for node in reversed(tree.css(f"{MENUS}, {LINK_CARDS}, {UNSEEN}")):  # inner ones first: outer ones take them along
        if node.css_first(PLACEHOLDER) is None:
            node.remove()
    for node in reversed(tree.css(CARDS)[:MOST_CARDS]):
        if node.css_first(PLACEHOLDER) is None and _is_card(node):
            node.remove()


def _is_card(node: LexborNode) -> bool:
    """Whether an element inside a paragraph is nothing but links, while the paragraph has words of its own."""
    linked = sum(len(link.text().strip()) for link in node.css("a"))
    paragraph = node.parent
    while paragraph is not None and paragraph.tag != "p":
        paragraph = paragraph.parent
    if paragraph is None or linked * 10 < len(node.text().strip()) * 9:
        return False
    return len(paragraph.text().strip()) - linked > len(paragraph.text().strip()) // 10
