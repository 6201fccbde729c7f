"""A citation as an entry for BibTeX and BibLaTeX: of the article that has the words, or of the post that they are."""

from __future__ import annotations

from urllib.parse import quote as percent

from quotes.api.citations.authors import Author, author_of, authors
from quotes.api.citations.facts import Facts, Where
from quotes.api.citations.plain import shown_in, who
from quotes.api.labels import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 1000
# BibTeX counts braces even behind a backslash, and so a brace of the words is written by its name.
ESCAPES = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "%&$#_"},
})


def written(facts: Facts) -> str:
    """The entry; its key is the quote's id."""
    kind, fields = ("misc", _of_post(facts)) if facts.post else (
        "article" if facts.article.outlet_alone else "misc", _of_article(facts))
    lines = [f"  {name} = {value}," for name, value in fields.items() if value not in ("", "{}", "{{}}")]
    return "\n".join([f"@{kind}{{quote-{facts.id},", *lines, "}"])


def _of_article(facts: Facts) -> dict[str, str]:
    article = facts.article
    said = f"{who(facts)}: {facts.said}"
    return {
        "author": _names(authors(article.byline)), "title": _kept(article.title),
        "journal": _braced(article.outlet_alone), **_day(article), "url": _address(facts.address),
        "note": _braced(f"Quoted: {one_line(said, LONGEST)}")}


def _of_post(facts: Facts) -> dict[str, str]:
    post = facts.post
    assert post is not None
    author = author_of(facts.name) if facts.is_person else Author(facts.name)
    by = f" by @{post.handle}" if post.handle else ""
    notes = (shown_in(facts), ", ".join(facts.doubts))
    return {
        "author": _names((author,)), "title": _kept(one_line(facts.words or facts.said, LONGEST)),
        "howpublished": _braced(f"Post{by} on {post.platform}"), **_day(post), "url": _address(facts.address),
        "note": _braced(". ".join(note[0].upper() + note[1:] for note in notes if note))}


def _names(found: tuple[Author, ...]) -> str:
    """The authors; a name that is no person's in braces of its own, so that it is not taken apart."""
    names = [_escaped(one.reversed) if one.given else f"{{{_escaped(one.family)}}}" for one in found]
    return f"{{{' and '.join(names)}}}"


def _day(found: Where) -> dict[str, str]:
    if found.day is None:
        return {}
    return {"year": str(found.day.year), "month": MONTHS[found.day.month - 1], "day": str(found.day.day)}


def _kept(words: str) -> str:
    """A title whose capitals are kept."""
    return f"{{{_braced(words)}}}" if words else ""


def _braced(words: str) -> str:
    return f"{{{_escaped(words)}}}"


def _escaped(words: str) -> str:
    return " ".join(words.split()).translate(ESCAPES)


def _address(address: str) -> str:
    """An address, which BibTeX prints as it stands, without what would end the field or the word."""
    return f"{{{percent(address, safe='%/:?#[]@!$&()*+,;=~-._' + chr(39))}}}"
