"""Authors of posts: a post's speaker is its account; where the article names the account's person, it is that
person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes.coreference.entities import Figure
from quotes.coreference.resolution import Cast, link_account
from quotes.languages.contract import Language
from quotes.records.post import ACCOUNT_ONLY, HANDLE_ONLY, SAME_NAME, AccountLink, Post
from quotes.records.speaker import SpeakerKind
from quotes.text.invisible import visible

# What an account says that only plays somebody, in its printed name or in its handle.
PLAYED = re.compile(
    r"\b(?:parody|satire|satirical|fake|unofficial|imposters?|impersonator|commentary|fans?|fan ?(?:club|page)|bot"
    r"|not)\b",
    re.IGNORECASE,
)
PLAYED_HANDLE = re.compile(
    r"parody|satire|^(?:fake|notthe|not_)|(?:fans?|fanclub|fanpage|[_\d]bot)\d*$", re.IGNORECASE
)
OWN_NAME, OWN_HANDLE = 0.7, 0.6  # the words are surely the account's; who is behind it rests on its own word


@dataclass(frozen=True, slots=True)
class PostAuthor:
    """The author of a post: the figure behind its account, and how that is known."""

    figure: Figure
    link: AccountLink


def post_author(post: Post, cast: Cast, language: Language) -> PostAuthor | None:
    """The author of a post, or None if its markup names no account."""
    details = post.details
    shown = visible(details.author_name or "").strip()
    linked = link_account(cast, shown, details.handle)
    if linked and not _plays(shown, details.handle or ""):
        return PostAuthor(linked, AccountLink(SAME_NAME, linked.certainty))
    name = shown or (f"@{details.handle}" if details.handle else None)
    if not name:
        return None
    key = ("account", details.platform, (details.handle or name).lower())
    link = AccountLink(ACCOUNT_ONLY, OWN_NAME) if shown else AccountLink(HANDLE_ONLY, OWN_HANDLE)
    return PostAuthor(Figure(key, name, _kind(name, language), certainty=link.confidence), link)


def _plays(name: str, handle: str) -> bool:
    """Whether an account says that it is not the person whose name it shows: Ann Reed (parody), @notannreed."""
    denied = handle.lower().removeprefix("not").removeprefix("_")
    words = [word.lower() for word in re.findall(r"\w+", name)]
    denies = denied != handle.lower() and any(len(word) > 2 and denied.startswith(word) for word in words)
    return denies or bool(PLAYED.search(name) or PLAYED_HANDLE.search(handle))


def _kind(name: str, language: Language) -> SpeakerKind:
    words = [word.lower() for word in name.split()]
    body = any(word in language.names.organization_words or word in language.cues.relays for word in words)
    return "organization" if body else "person"
