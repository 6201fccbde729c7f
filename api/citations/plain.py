"""A citation in plain words, for a text, a mail or a chat."""

from __future__ import annotations

from quotes.api.citations.facts import MARKS, Facts


def who(facts: Facts) -> str:
    """Whoever said or posted it, who that is, and what is not sure."""
    name = f"{facts.name} ({facts.account})" if facts.account else facts.name
    return ", ".join(part for part in (name, facts.description, *facts.doubts) if part)


def where(facts: Facts) -> str:
    """Where and when the words were published; of a post also the article that shows it."""
    if facts.post is None:
        return _printed(facts)
    posted = ", ".join(part for part in (facts.post.platform, facts.post.shown_day) if part)
    return "; ".join(part for part in (posted, shown_in(facts)) if part)


def shown_in(facts: Facts) -> str:
    """Which article shows a post, if anything is known of it."""
    printed = _printed(facts)
    return f"shown in {printed}" if printed else ""


def _printed(facts: Facts) -> str:
    article = facts.article
    return ", ".join(part for part in (article.outlet, article.title, article.shown_day) if part)


def written(facts: Facts) -> str:
    """The words, who said them, where and when, and the address."""
    opening, closing = facts.marks if facts.post is None else MARKS
    said = f"{opening}{facts.words}{closing}" if facts.words else facts.said
    return f"{said} — {who(facts)}. {', '.join(part for part in (where(facts), facts.address) if part)}"
