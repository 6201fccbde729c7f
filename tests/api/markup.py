"""Markup as a browser sees it: elements and attributes, not strings."""

from __future__ import annotations

from html.parser import HTMLParser


class Markup(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All text of the page."""
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The elements and the names of their attributes: what must not depend on anybody's words."""
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]

    def addresses(self) -> list[str]:
        """Everything that the page links to, loads or sends to."""
        return [attributes[name] or "" for _, attributes in self.elements
                for name in ("href", "src", "action", "cite", "data", "formaction") if name in attributes]

    def intruders(self) -> list[tuple[str, dict[str, str | None]]]:
        """Elements that no page of ours has: they could only come of somebody's words."""
        return [(tag, attributes) for tag, attributes in self.elements
                if tag in ("b", "object", "embed", "base", "style", "foreignobject")
                or (tag == "img" and not (attributes.get("src") or "").endswith("/timeline.svg"))
                or (tag == "script" and attributes != {"type": "application/ld+json"}
                    and not (attributes.get("src") or "").startswith(("/static/", "/docs/")))
                or any(name.startswith("on") for name in attributes)]
