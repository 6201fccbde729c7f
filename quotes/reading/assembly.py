"""Assembly: what the steps found in one article, put together as its Reading."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotes.attribution.speaker_choice import NOBODY, Attribution, Choice
from quotes.attribution.stance import FoundStance
from quotes.attribution.verdict_thresholds import HowNamed, post_verdict, verdict_of
from quotes.attribution.via_platform import platform_name
from quotes.coreference.antecedents import Antecedents
from quotes.coreference.entities import Figure, speakers_of
from quotes.coreference.post_authors import PostAuthor
from quotes.languages.contract import Language
from quotes.reading.text_fragments import deep_link
from quotes.records.document import Document, Warned
from quotes.records.evidence import ASSERTED, Antecedent, Cue, Stance, Via
from quotes.records.not_quote import NO_MARKS, MarkCount, NotQuote
from quotes.records.post import Account, Post
from quotes.records.quotation import Quotation
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.spans import Span
from quotes.records.speaker import QuotedSpeaker, Speaker


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation with its attribution; None for one inside another, and where the language is not known.

    `stance` is what the words around say of it, None where they let it stand.
    """

    quotation: Quotation
    attribution: Attribution | None
    stance: FoundStance | None = None

    @property
    def choice(self) -> Choice | None:
        """Who is shown as its speaker: not whoever is accused of something, nor “nobody”."""
        choice = self.attribution.choice if self.attribution else None
        left_out = choice and self.stance and self.stance.nobody and choice.mention.start < self.quotation.end
        return None if left_out else choice


@dataclass(frozen=True, slots=True)
class Posted:
    """A post with its author; None where the markup names no account."""

    post: Post
    author: PostAuthor | None


class Frame(NamedTuple):
    """A quote's id, its link, and the ids of the quotes that it belongs to."""

    id: str
    link: str | None
    parent: str | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in a document, before it has ids; a quotation's parent is its number among these."""

    document: Document
    quotations: tuple[Marked, ...]
    posts: tuple[Posted, ...]
    warnings: tuple[Warned, ...] = ()
    not_quotes: tuple[NotQuote, ...] = ()
    marks: MarkCount = NO_MARKS
    language: Language | None = None
    antecedents: Antecedents | None = None


def assemble(found: Found) -> Reading:
    """The Reading: quotes in the order of the text, the speakers in the order in which they are first quoted."""
    items: list[Marked | Posted] = [*found.quotations, *found.posts]
    items.sort(key=_place)
    speakers, by_key = _speakers(items)
    ids = {id(item): f"q{n}" for n, item in enumerate(items, 1)}
    quotes: list[Quote] = []
    previous: str | None = None
    for item in items:
        around = _around(item, found)
        carries_on = isinstance(item, Marked) and item.attribution is not None and item.attribution.continues
        start, _ = _place(item)
        end = item.quotation.end if isinstance(item, Marked) else item.post.end
        frame = Frame(ids[id(item)], deep_link(found.document.url, found.document.text, start, end),
                      None if around is None else ids[id(around)], previous if carries_on else None)
        quotes.append(_marked_quote(found, item, frame, by_key) if isinstance(item, Marked)
                      else _post_quote(item.post, item.author, frame, by_key))
        if around is None:
            previous = frame.id
    return Reading(found.document, tuple(quotes), speakers, found.warnings, found.not_quotes, found.marks)


def _around(item: Marked | Posted, found: Found) -> Marked | Posted | None:
    """The quotation that an item stands in, or the post that quotes it."""
    if isinstance(item, Marked):
        return None if item.quotation.parent is None else found.quotations[item.quotation.parent]
    return None if item.post.parent is None else found.posts[item.post.parent]


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
        elif item.choice:
            figures.append(item.choice.figure)
    speakers = speakers_of(figures, accounts)
    return speakers, dict(zip(dict.fromkeys(figure.key for figure in figures), speakers, strict=True))


def _marked_quote(found: Found, marked: Marked, frame: Frame, speakers: Mapping[Hashable, Speaker]) -> Quote:
    text = found.document.text
    quotation = marked.quotation
    about = marked.attribution if marked.attribution and marked.choice is marked.attribution.choice else NOBODY
    start, end = quotation.start, quotation.end
    confidence = round(about.confidence, 3)
    return Quote(
        frame.id, quotation.kind, text[start:end], start, end,
        verdict_of(confidence, _how_named(about.choice)), confidence,
        continues=frame.continues, parent=frame.parent, link=frame.link, clues=about.clues,
        speaker=_speaker(found, about.choice, speakers) if about.choice else None,
        runner_up=_quoted(text, about.runner_up, speakers) if about.runner_up else None,
        via=Via(_via_name(about.via.of(text), found.language), *about.via) if about.via else None,
        cue=Cue(about.cue.of(text), *about.cue) if about.cue else None,
        stance=_stance(text, marked.stance),
    )


def _stance(text: str, found: FoundStance | None) -> Stance:
    """A stance with the words that show it."""
    return Stance(found.kind, found.words.of(text), *found.words) if found else ASSERTED


def _via_name(words: str, language: Language | None) -> str:
    """What an outlet or platform is called: as it is printed, but for a verb that names a platform (tweeted)."""
    return platform_name(words, language) if language else words


def _how_named(choice: Choice | None) -> HowNamed:
    """Whether somebody is named, or only pointed at by a pronoun that the article does not explain."""
    if choice is None:
        return "not"
    itself = choice.figure.start == choice.mention.start  # not “who” after a spokesman
    unexplained = choice.mention.kind == "pronoun" and choice.figure.kind == "unnamed" and itself
    return "by a pronoun alone" if unexplained else "named"


def _quoted(text: str, choice: Choice, speakers: Mapping[Hashable, Speaker]) -> QuotedSpeaker:
    """A figure as one quote shows it; a runner-up who says nothing in this article has no id of its own."""
    known = speakers.get(choice.figure.key)
    who, figure = choice.mention, choice.figure
    name = known.name if known else figure.name
    return QuotedSpeaker(known.id if known else None, name, figure.kind, figure.description,
                         text[who.start : who.end], who.start, who.end)


def _speaker(found: Found, choice: Choice, speakers: Mapping[Hashable, Speaker]) -> QuotedSpeaker:
    """Whoever said a quotation, with the words for which the mention stands."""
    text, mention = found.document.text, Span(choice.mention.start, choice.mention.end)
    shown = _quoted(text, choice, speakers)
    place = found.antecedents.of(choice.figure, mention) if found.antecedents else None
    if place is None:
        return shown
    return replace(shown, antecedent=Antecedent(place.words.of(text), *place.words, place.sentences_before))


def _post_quote(post: Post, author: PostAuthor | None, frame: Frame, speakers: Mapping[Hashable, Speaker]) -> Quote:
    if author is None:
        return Quote(frame.id, "post", post.text, post.start, post.end, "unknown", 0.0, parent=frame.parent,
                     link=frame.link, post=post.details)
    known, sure = speakers[author.figure.key], author.link.confidence
    return Quote(
        frame.id, "post", post.text, post.start, post.end, post_verdict(sure), sure,
        parent=frame.parent, link=frame.link, post=replace(post.details, account_link=author.link),
        speaker=QuotedSpeaker(known.id, known.name, known.kind, known.description),
    )
