"""A citation in RIS, which Zotero, EndNote and Mendeley read: of the article that has the words, or of the post."""

from __future__ import annotations

from quotes.api.citations.authors import author_of, authors
from quotes.api.citations.facts import Facts, Where
from quotes.api.citations.plain import shown_in, who
from quotes.api.labels import one_line

LONGEST = 2000


def written(facts: Facts) -> str:
    """The record: a tag and a value a line; no value has a line end in it, so that none begins a field of its own."""
    fields = [("TY", "ICOMM"), *_of_post(facts)] if facts.post else [("TY", "NEWS"), *_of_article(facts)]
    fields += [("UR", facts.address), ("ID", f"quote-{facts.id}")]
    return "\n".join([*(f"{tag}  - {line}" for tag, value in fields if (line := one_line(value, LONGEST))), "ER  - "])


def _of_article(facts: Facts) -> list[tuple[str, str]]:
    article = facts.article
    return [*(("AU", one.reversed) for one in authors(article.byline)), ("TI", article.title),
            ("T2", article.outlet_alone), *_day(article), ("N1", f"Quoted: {who(facts)}: {facts.said}")]


def _of_post(facts: Facts) -> list[tuple[str, str]]:
    post = facts.post
    assert post is not None
    name = author_of(facts.name).reversed if facts.is_person else facts.name
    handle = f"Posted by @{post.handle}" if post.handle else ""
    notes = [handle, shown_in(facts), *facts.doubts]
    return [("AU", name), ("TI", facts.words or facts.said), ("T2", post.platform), *_day(post),
            ("N1", "; ".join(note for note in notes if note))]


def _day(found: Where) -> list[tuple[str, str]]:
    return [] if found.day is None else [("PY", str(found.day.year)), ("DA", f"{found.day:%Y/%m/%d}/")]
