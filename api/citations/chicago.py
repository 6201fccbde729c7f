"""A note in the Chicago style: the speaker, quoted in the article; a post by its author, words, platform and day."""

from __future__ import annotations

from quotes.api.citations.authors import authors
from quotes.api.citations.facts import Facts, Where
from quotes.api.labels import one_line

LONGEST_POST = 160  # characters of a post that the style quotes in place of a title


def written(facts: Facts) -> str:
    """The note, as it stands at the foot of a page."""
    parts = _of_post(facts) if facts.post else [f"{_named(facts)}, quoted in {_by(facts.article)}".rstrip(),
                                                *_of_article(facts.article)]
    if not facts.post and not (facts.article.title or facts.article.outlet_alone):
        parts = [f"{_named(facts)}, quoted at"]
    return f"{_joined([*parts, facts.address])}."


def _named(facts: Facts) -> str:
    """The speaker, and in brackets what is not sure."""
    return f"{facts.name} ({', '.join(facts.doubts)})" if facts.doubts else facts.name


def _by(article: Where) -> str:
    names = [one.in_order for one in authors(article.byline)]
    return _listed(names) + "," if names else ""


def _listed(names: list[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])}, and {names[-1]}"


def _of_article(article: Where) -> list[str]:
    title = f"“{_inner(article.title)},”" if article.title else ""
    return [part for part in (title, *_ended(article.outlet_alone, _day(article))) if part]


def _of_post(facts: Facts) -> list[str]:
    post = facts.post
    assert post is not None
    name = f"{_named(facts)} ({facts.account})" if facts.account else _named(facts)
    words = one_line(facts.words, LONGEST_POST).removesuffix(".")
    parts = [f"{name},", f"“{_inner(words)},”" if words else "post on", *_ended(post.platform, _day(post))]
    if not post.address and facts.article.title:
        parts += ["shown in", *_of_article(facts.article)]
    return parts


def _ended(*parts: str) -> list[str]:
    return [f"{part}," for part in parts if part]


def _day(found: Where) -> str:
    return f"{found.day:%B} {found.day.day}, {found.day.year}" if found.day else found.printed


def _inner(words: str) -> str:
    """Words that stand in double marks, their own marks single."""
    return words.translate(str.maketrans("“”„", "‘’‘"))


def _joined(parts: list[str]) -> str:
    return " ".join(part for part in parts if part)
