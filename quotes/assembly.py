"""Assembly: what the steps found in one article, put together as its Reading."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.authors import PostAuthor
from quotes.deciding import Attribution, Choice
from quotes.figures import Figure, speakers_of
from quotes.fragments import deep_link
from quotes.records import (
    Account,
    Cue,
    Document,
    Post,
    Quotation,
    Quote,
    QuotedSpeaker,
    Reading,
    Speaker,
    Verdict,
    Via,
    Warned,
)

CERTAIN, LIKELY = 0.9, 0.6  # at or above these confidences


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation with its attribution; None for one inside another, and where the language is not known."""

    quotation: Quotation
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Posted:
    """A post with its author; None where the markup names no account."""

    post: Post
    author: PostAuthor | None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in a document, before it has ids; a quotation's parent is its number among these."""

    document: Document
    quotations: tuple[Marked, ...]
    posts: tuple[Posted, ...]
    warnings: tuple[Warned, ...] = ()


def assemble(found: Found) -> Reading:
    """The Reading: quotes in the order of the text, the speakers in the order in which they are first quoted."""
    items: list[Marked | Posted] = [*found.quotations, *found.posts]
    items.sort(key=_place)
    speakers, by_key = _speakers(items)
    ids = {id(item): f"q{n}" for n, item in enumerate(items, 1)}
    quotes: list[Quote] = []
    previous: str | None = None
    for item in items:
        if isinstance(item, Posted):
            quote = _post_quote(item.post, item.author, by_key)
        else:
            quote = _marked_quote(found.document.text, item, by_key)
            parent = item.quotation.parent
            carries_on = item.attribution is not None and item.attribution.continues
            quote = replace(quote, parent=None if parent is None else ids[id(found.quotations[parent])],
                            continues=previous if carries_on else None)
        link = deep_link(found.document.url, found.document.text, quote.start, quote.end)
        quotes.append(replace(quote, id=ids[id(item)], link=link))
        if quote.parent is None:
            previous = ids[id(item)]
    return Reading(found.document, tuple(quotes), speakers, found.warnings)


def _place(item: Marked | Posted) -> tuple[int, int]:
    stretch = item.post if isinstance(item, Posted) else item.quotation
    return stretch.start, -stretch.end


def _speakers(items: Sequence[Marked | Posted]) -> tuple[tuple[Speaker, ...], Mapping[Hashable, Speaker]]:
    """The speakers, and the same by the keys of their figures."""
    figures: list[Figure] = []
    accounts: dict[Hashable, tuple[Account, ...]] = {}
    for item in items:
        if isinstance(item, Posted):
            if item.author:
                figures.append(item.author.figure)
                handle = item.post.details.handle
                before = accounts.get(item.author.figure.key, ())
                new = (Account(item.post.details.platform, handle),) if handle else ()
                accounts[item.author.figure.key] = tuple(dict.fromkeys((*before, *new)))
        elif item.attribution and item.attribution.choice:
            figures.append(item.attribution.choice.figure)
    speakers = speakers_of(figures, accounts)
    return speakers, dict(zip(dict.fromkeys(figure.key for figure in figures), speakers, strict=True))


def _marked_quote(text: str, marked: Marked, speakers: Mapping[Hashable, Speaker]) -> Quote:
    quotation, attribution = marked.quotation, marked.attribution
    start, end = quotation.start, quotation.end
    quote = Quote("", quotation.kind, text[start:end], start, end, "unknown", 0.0)
    if attribution is None:
        return quote
    choice, runner_up = attribution.choice, attribution.runner_up
    confidence = round(attribution.confidence, 3)
    return replace(
        quote, verdict=_verdict(choice, confidence), confidence=confidence, clues=attribution.clues,
        speaker=_quoted(text, choice, speakers) if choice else None,
        runner_up=_quoted(text, runner_up, speakers) if runner_up else None,
        via=Via(attribution.via.of(text), *attribution.via) if attribution.via else None,
        cue=Cue(attribution.cue.of(text), *attribution.cue) if attribution.cue else None,
    )


def _verdict(choice: Choice | None, confidence: float) -> Verdict:
    if choice is None:
        return "unknown"
    return "certain" if confidence >= CERTAIN else "likely" if confidence >= LIKELY else "unsure"


def _quoted(text: str, choice: Choice, speakers: Mapping[Hashable, Speaker]) -> QuotedSpeaker:
    """A figure as one quote shows it; a runner-up who says nothing in this article has no id of its own."""
    known = speakers.get(choice.figure.key)
    who, figure = choice.mention, choice.figure
    name = known.name if known else figure.name
    return QuotedSpeaker(known.id if known else None, name, figure.kind, figure.description,
                         text[who.start : who.end], who.start, who.end)


def _post_quote(post: Post, author: PostAuthor | None, speakers: Mapping[Hashable, Speaker]) -> Quote:
    quote = Quote("", "post", post.text, post.start, post.end, "unknown", 0.0, post=post.details)
    if author is None:
        return quote
    known = speakers[author.figure.key]
    speaker = QuotedSpeaker(known.id, known.name, known.kind, known.description)
    return replace(quote, speaker=speaker, post=replace(post.details, account_link=author.link),
                   verdict="certain" if author.link.confidence >= CERTAIN else "likely",
                   confidence=author.link.confidence)
