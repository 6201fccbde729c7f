"""A reference in the style of the APA, and how the words are cited in a text: a speaker “as cited in” the article.

The reference is to what a reader can look up, and so begins with whoever wrote the article, or posted the post.
"""

from __future__ import annotations

from quotes.api.citations.authors import author_of, authors
from quotes.api.citations.facts import Facts, Where

MOST_WORDS = 20  # of a post, in place of a title
MOST_NAMES = 20


def written(facts: Facts) -> str:
    """The reference, and below it what stands in the text."""
    reference = _of_post(facts) if facts.post else _of_article(facts)
    return f"{reference}\nIn the text: {_in_text(facts)}"


def _of_article(facts: Facts) -> str:
    article = facts.article
    names = _listed([one.initials for one in authors(article.byline)])
    title = _sentence(article.title or "[Article]")
    first = f"{_sentence(names)} ({_day(article)}). {title}" if names else f"{title} ({_day(article)})."
    return " ".join(part for part in (first, _sentence(article.outlet_alone), facts.address) if part)


def _of_post(facts: Facts) -> str:
    post = facts.post
    assert post is not None
    name = author_of(facts.name).initials if facts.is_person else facts.name
    author = f"{name} [{facts.account}]." if facts.account else _sentence(name)
    words = facts.words.split()
    title = " ".join(words[:MOST_WORDS]) + ("…" if len(words) > MOST_WORDS else "")
    titled = f"{title} [Post]." if title else "[Post]."
    return f"{author} ({_day(post)}). {titled} {_sentence(post.platform)} {facts.address}"


def _in_text(facts: Facts) -> str:
    """The brackets after the words: the speaker's name in full, since nobody knows here which part is the family's."""
    doubts = f", {', '.join(facts.doubts)}" if facts.doubts else ""
    if facts.post is not None:
        name = author_of(facts.name).family if facts.is_person else facts.name
        return f"({name}{doubts}, {_year(facts.post)})"
    found = authors(facts.article.byline)
    families = [one.family for one in found]
    by = f"{families[0]} et al." if len(families) > 2 else " & ".join(families)
    title = facts.article.title.translate(str.maketrans("“”„", "‘’‘"))
    if not by:
        by = f"“{title},”" if title else facts.article.outlet_alone
    cited = f"{by} {_year(facts.article)}" if by.endswith("”") else f"{by}, {_year(facts.article)}"
    return f"({facts.name}{doubts}, as cited in {cited})"


def _listed(names: list[str]) -> str:
    names = names[:MOST_NAMES]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}" if names else ""


def _day(found: Where) -> str:
    return f"{found.day.year}, {found.day:%B} {found.day.day}" if found.day else "n.d."


def _year(found: Where) -> str:
    return str(found.day.year) if found.day else "n.d."


def _sentence(words: str) -> str:
    """Words with a full stop, unless they end in a mark already."""
    return words if not words or words.endswith((".", "?", "!", "…")) else f"{words}."
