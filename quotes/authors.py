"""Authors of posts: a post's speaker is its account; where the article names the account's person, it is that
person."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.identity import Cast, link_account
from quotes.languages.contract import Language
from quotes.people.figures import Figure
from quotes.records import AccountLink, Post, SpeakerKind

SAME_NAME = "same printed name in this article"
ACCOUNT_ONLY = "the account's own printed name"
HANDLE_ONLY = "the account's handle"
OWN_NAME, OWN_HANDLE = 0.7, 0.6  # the words are surely the account's; who is behind it rests on its own word


@dataclass(frozen=True, slots=True)
class PostAuthor:
    """Whose words a post is: the figure behind its account, and how it is known."""

    figure: Figure
    link: AccountLink


def post_author(post: Post, cast: Cast, language: Language) -> PostAuthor | None:
    """Whose words a post is, or None where its markup names no account."""
    details = post.details
    linked = link_account(cast, details.author_name, details.handle)
    if linked:
        return PostAuthor(linked, AccountLink(SAME_NAME, linked.certainty))
    name = details.author_name or (f"@{details.handle}" if details.handle else None)
    if not name:
        return None
    key = ("account", details.platform, (details.handle or name).lower())
    link = AccountLink(ACCOUNT_ONLY, OWN_NAME) if details.author_name else AccountLink(HANDLE_ONLY, OWN_HANDLE)
    return PostAuthor(Figure(key, name, _kind(name, language), certainty=link.confidence), link)


def _kind(name: str, language: Language) -> SpeakerKind:
    words = [word.lower() for word in name.split()]
    body = any(word in language.organization_words or word in language.relays for word in words)
    return "organization" if body else "person"
