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
class Found:
    """Everything found in a document, before it has ids: quotations with their attributions, posts with their authors."""

    document: Document
    quotations: tuple[tuple[Quotation, Attribution | None], ...]
    posts: tuple[tuple[Post, PostAuthor | None], ...]
    warnings: tuple[Warned, ...] = ()


def assemble(found: Found) -> Reading:
    """The Reading: quotes in the order of the text with ids, and the speakers in the order in which they are first quoted."""
    items = sorted([*found.quotations, *found.posts], key=lambda item: (item[0].start, -item[0].end))
    speakers, by_key = _speakers(items)
    drafts = {id(item[0]): f"q{n}" for n, item in enumerate(items, 1)}
    parents = [quotation for quotation, _ in found.quotations]
    quotes = []
    previous: str | None = None
    for subject, about in items:
        if isinstance(subject, Post):
            quote = _post_quote(subject, about if isinstance(about, PostAuthor) else None, by_key)
        else:
            attribution = about if isinstance(about, Attribution) else None
            quote = _marked_quote(found.document.text, subject, attribution, by_key)
            parent = parents[subject.parent] if subject.parent is not None else None
            quote = replace(quote, parent=drafts.get(id(parent)) if parent else None,
                            continues=previous if attribution and attribution.continues else None)
        link = deep_link(found.document.url, found.document.text, quote.start, quote.end)
        quote = replace(quote, id=drafts[id(subject)], link=link)
        if quote.parent is None:
            previous = quote.id
        quotes.append(quote)
    return Reading(found.document, tuple(quotes), speakers, found.warnings)


def _speakers(items: Sequence[tuple[Quotation | Post, Attribution | PostAuthor | None]]) -> tuple[
        tuple[Speaker, ...], Mapping[Hashable, Speaker]]:
    """The speakers, and the same by the keys of their figures."""
    figures: list[Figure] = []
    accounts: dict[Hashable, tuple[Account, ...]] = {}
    for subject, about in items:
        if isinstance(about, Attribution) and about.choice:
            figures.append(about.choice.figure)
        elif isinstance(about, PostAuthor) and isinstance(subject, Post):
            figures.append(about.figure)
            if subject.details.handle:
                account = Account(subject.details.platform, subject.details.handle)
                accounts[about.figure.key] = tuple(dict.fromkeys((*accounts.get(about.figure.key, ()), account)))
    speakers = speakers_of(figures, accounts)
    return speakers, dict(zip(dict.fromkeys(f.key for f in figures), speakers, strict=True))


def _marked_quote(text: str, quotation: Quotation, attribution: Attribution | None, speakers: Mapping[Hashable, Speaker]) -> Quote:
    quote = Quote("", quotation.kind, text[quotation.start : quotation.end], quotation.start, quotation.end, "unknown", 0.0)
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
    return QuotedSpeaker(known.id if known else "", known.name if known else figure.name, figure.kind, figure.description,
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
