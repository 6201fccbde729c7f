"""From an article to its Reading: the steps in order, one line each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import accumulate, compress

from quotes.attribution.attributor import Attributor
from quotes.attribution.credit_attribution import Credited, CreditReader
from quotes.attribution.cue_context import Scene
from quotes.attribution.inner_speech import is_listed
from quotes.attribution.speaker_choice import Attribution, Decider
from quotes.attribution.stance import FoundStance, find_stances
from quotes.coreference.antecedents import Antecedents
from quotes.coreference.persons import People
from quotes.coreference.post_authors import post_author
from quotes.coreference.resolution import Cast
from quotes.documents.passages import find_passages
from quotes.documents.reader import read_article
from quotes.extraction.credit_lines import lines_of, with_credits
from quotes.extraction.credits import find_credits
from quotes.extraction.posts import find_posts
from quotes.extraction.quotations import find_stretches, only
from quotes.languages import SHIPPED
from quotes.languages.contract import Language
from quotes.model.weights import read_digest, read_weights
from quotes.reading.assembly import Found, Marked, Posted, assemble
from quotes.reading.not_quotes import Marks, unlisted
from quotes.reading.visible_text import read_seen
from quotes.reading.warnings import FOUND_HERE, warnings_of
from quotes.records.document import Article, Document
from quotes.records.errors import TooLarge
from quotes.records.post import Post
from quotes.records.quotation import Quotation
from quotes.records.reading import Reading
from quotes.text.entities.name_genitives import with_genitives
from quotes.text.masked_view import masked_quotations, token_spans
from quotes.text.tokens import Tokens, tokenizer

MARKS_ONLY = "en"  # texts in a language without words of its own are cut by these; only marks and posts are read


def read_document(article: Article, attributor: Attributor | None = None,
                  languages: Mapping[str, Language] = SHIPPED, most: int | None = None) -> Reading:
    """Everything that is said in an article and who says it.

    Raises InvalidInput where there is no article or one that cannot be read, TooLarge where it has more than `most`
    quotations and posts; an article without quotations is a Reading
    without quotes and with a warning. The shipped weights are used where no other attributor is handed in, and the
    shipped languages where no others are, by their codes.
    """
    return reading_of(read_article(article), attributor, languages, most)


def reading_of(document: Document, attributor: Attributor | None = None,
               languages: Mapping[str, Language] = SHIPPED, most: int | None = None) -> Reading:
    """Everything that is said in a document, which may be a kept one: its blocks, embeds and metadata stay.

    Characters that nobody sees are passed over; places count in the text as it is given. Raises TooLarge where there
    are more than `most` quotations and posts in it.
    """
    return read_seen(document, lambda left: _reading_of(left, attributor, languages, most))


def _reading_of(document: Document, attributor: Attributor | None, languages: Mapping[str, Language],
                most: int | None) -> Reading:
    attributor = attributor or _attributor()
    own = tuple(warned for warned in document.warnings if warned.code not in FOUND_HERE)
    document = replace(document, engine=engine(attributor.weights.version), warnings=own)
    known = languages.get(document.language or MARKS_ONLY)
    language = known or SHIPPED[MARKS_ONLY]
    tokens = tokenizer(language).tokens(document.text)
    posts = find_posts(document)
    runs = with_genitives(attributor.recognizer.runs(tokens, language), tokens, language)
    lines = lines_of(document.text, tokens, runs)
    passages = with_credits(lines, find_passages(document))
    stretches = find_stretches(document.text, tokens, passages)
    quotations = _outside(posts, stretches.quotations)
    _check_number(len(quotations) + len(posts), most)
    view = masked_quotations(tokens, token_spans(tokens, _others_words(quotations, posts)))
    people = People(document.text, tokens, view, language, runs)
    cast = Cast(people, author=document.byline)
    attributions: list[Attribution | None] = [None] * len(quotations)
    stances: list[FoundStance | None] = [None] * len(quotations)
    scene = None
    if known:
        credited = CreditReader(document.text, tokens, runs, cast).read(
            find_credits(lines, passages, quotations), quotations)
        scene = Scene(tokens, view, runs, language, credited.apart)
        decider = Decider(document.text, tokens, scene, cast)
        attributions = _attribute(attributor, decider, (scene, credited), tokens, quotations)
        stances = find_stances(scene, tokens, quotations, attributions)
    said, listed = _speech(document.text, quotations, attributions, stances)
    others = unlisted(Marks(document.text, quotations, listed, _outside(posts, stretches.empty), posts), scene, tokens)
    authors = tuple(Posted(post, post_author(post, cast, language)) for post in posts)
    warnings = (*document.warnings, *warnings_of(document, known, quotations, posts))
    return assemble(Found(document, said, authors, warnings, *others, language, Antecedents(people)))


@cache
def engine(model: str | None = None) -> str:
    """What makes readings, as it stands in each: the versions of the extractor and of its weights, and a digest.

    The digest is that of the shipped weights, of the word lists and of what they read; weights of another version have
    none.
    """
    shipped = _attributor().weights.version
    made = f"quotes {version('quotes')}, model {model or shipped}"
    return f"{made}, {read_digest()}" if model in (None, shipped) else made


@cache
def _attributor() -> Attributor:
    return Attributor(read_weights())


def _check_number(number: int, most: int | None) -> None:
    """Refuse what has more quotations and posts than are read, before the long steps."""
    if most is not None and number > most:
        raise TooLarge(f"It has {number} quotations and posts; at most {most} are read in one document. Send it in "
                       "parts; whoever runs this service can raise QUOTES_MAX_QUOTATIONS.")


def _outside(posts: Sequence[Post], quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The quotations that are no part of a post: marks inside a post are the post's."""
    if not posts:
        return quotations
    ordered = sorted((post.outer_start, post.outer_end) for post in posts)
    starts = [start for start, _ in ordered]
    reached = list(accumulate((end for _, end in ordered), max))  # how far the posts up to each one reach

    def is_apart(quotation: Quotation) -> bool:
        before = bisect_left(starts, quotation.outer_end)
        return before == 0 or reached[before - 1] <= quotation.outer_start

    return only(quotations, [is_apart(quotation) for quotation in quotations])[0]


def _others_words(quotations: Iterable[Quotation], posts: Iterable[Post]) -> list[tuple[int, int]]:
    """The stretches that are not the writer's own text."""
    marked = [(q.outer_start, q.outer_end) for q in quotations if q.parent is None]
    return sorted([*marked, *((p.outer_start, p.outer_end) for p in posts if p.outer_end > p.outer_start)])


def _attribute(attributor: Attributor, decider: Decider, seen: tuple[Scene, Credited], tokens: Tokens,
               quotations: Sequence[Quotation]) -> list[Attribution | None]:
    """For each quotation its attribution, by its credit or weighed; None for one inside another."""
    scene, credited = seen
    known = credited.attributions
    weighed = [n for n, q in enumerate(quotations) if q.parent is None and n not in known]
    spans = token_spans(tokens, [(quotations[n].outer_start, quotations[n].outer_end) for n in weighed])
    decided = dict(zip(weighed, decider.decide(attributor, attributor.beliefs(scene, tokens, spans)), strict=True))
    return [known.get(n, decided.get(n)) for n in range(len(quotations))]


def _speech(text: str, quotations: Sequence[Quotation], attributions: Sequence[Attribution | None],
            stances: Sequence[FoundStance | None]) -> tuple[tuple[Marked, ...], list[bool]]:
    """The quotations that are speech, with their attributions and stances, and for each whether it is one of them."""
    wanted = [is_listed(text, quotations, quotation, attribution is None or attribution.is_speech)
              for quotation, attribution in zip(quotations, attributions, strict=True)]
    kept, flags = only(quotations, wanted)
    return tuple(map(Marked, kept, compress(attributions, flags), compress(stances, flags))), flags


