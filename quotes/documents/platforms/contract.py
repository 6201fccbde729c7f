"""What a platform of social posts is: one file beside this one, asked for every piece of markup that may be its.

A platform is a module with the names of Platform. It never fetches anything and never raises on odd markup: what
it does not recognise, it leaves alone by answering None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from selectolax.lexbor import LexborNode

from quotes.records.post import PostDetails


@dataclass(frozen=True, slots=True)
class Found:
    """A post that a platform recognised: where it comes from, and its words as displayed, None where there are none.

    `parent` is the number, among the posts of its page, of the one that quotes it.
    """

    details: PostDetails
    text: str | None = None
    parent: int | None = None


class Platform(Protocol):
    """A platform: how its markup is found, and how a post is read from it."""

    NAME: str
    """The platform's name as `post.platform` has it."""

    SIGNS: tuple[str, ...]
    """Without one of these in the page, in lower case, nobody needs to ask this platform."""

    SELECTOR: str
    """The CSS selector of elements that may be a post of this platform; frames are asked for by `locate` anyway."""

    def read(self, node: LexborNode) -> Found | None:
        """The post that an element is, or None if it is none."""
        ...

    def locate(self, url: str) -> PostDetails | None:
        """The post that an address leads to, a post's own page or its frame, or None if it leads elsewhere."""
        ...


