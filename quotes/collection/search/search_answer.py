"""The answer to a question: the first of its meanings that finds quotes, and what else it could mean."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.collection.filters import by_words
from quotes.collection.search.search_lookup import known_of
from quotes.collection.search.search_meanings import Known, meanings
from quotes.collection.search.search_parts import taken_apart
from quotes.collection.search.search_spelling import corrected
from quotes.documents.outlets import name_key
from quotes.languages import load
from quotes.records.quote import Quote
from quotes.records.search_query import Order, Term, matches, parse
from quotes.records.search_question import AskedOutlet, Meaning, Question
from quotes.records.speaker import Speaker
from quotes.store.contract.store import Found, Page, PageRequest, QuoteFilter, Store
from quotes.text.personal_names import fold_words

LANGUAGE = "en"
EVERYTHING, FIRST_PART = QuoteFilter(), PageRequest()
MOST_LOOKED_AT = 200  # quotes whose articles are looked through for words
MOST_ARTICLES = 60
NEAR = 400  # characters on either side of a quote that count as being about the same
SHORTEST_FORM = 4  # letters of a word of which other forms are looked for
LEAST_MS = 30  # for each meaning, however long those before it took
MOST_OF_PART = 3  # words of a question that may be a part of an outlet's name
SHORTEST_PART = 3  # letters of such a part
MOST_SPEAKERS, MOST_OUTLETS = 8, 6


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody asks for: a question within a filter, which part of the list, in which order, in which time.

    With `plain`, all words of the question are only looked for in the words of quotes.
    """

    typed: str
    within: QuoteFilter = EVERYTHING
    page: PageRequest = FIRST_PART
    order: Order = "date"
    limit_ms: int = 300
    plain: bool = False


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found, and how the question was taken.

    `corrected` is the question as names write it, if only that found something; `did_you_mean` such questions where
    another meaning found something. `speakers` and `outlets` are called by some of the words. `narrowed` is the filter
    of the quotes found; None where they were looked through one by one.
    """

    meaning: Meaning
    found: Found
    narrowed: QuoteFilter | None = None
    speakers: tuple[Speaker, ...] = ()
    outlets: tuple[AskedOutlet, ...] = ()
    corrected: str | None = None
    did_you_mean: tuple[str, ...] = ()


def answer(store: Store, asked: Search) -> SearchAnswer:
    """The quotes that a question means, and how it was taken; what has no word in it finds nothing."""
    language = load(LANGUAGE)
    question = taken_apart(asked.typed, language)
    if _is_plain(question, asked.plain):
        return _first(store, asked, (Meaning(asked.typed),))
    known = known_of(store, question, language)
    found = _first(store, asked, meanings(question, known, language))
    if found.found.page.items and found.meaning.closeness != "part":
        return _with_others(store, question, known, found)
    if part := _called_in_part(store, question):
        partly = _first(store, asked, (Meaning(question.exact, (), part, question.since, question.until),))
        if partly.found.page.items:
            return _with_others(store, question, known, partly)
    others = corrected(store, question, language)
    for other in others:
        known_then = known_of(store, other, language)
        better = _first(store, asked, meanings(other, known_then, language))
        if better.found.page.items and better.meaning.closeness != "part":
            return replace(_with_others(store, other, known_then, better), corrected=other.typed)
    return replace(_with_others(store, question, known, found), did_you_mean=tuple(one.typed for one in others))


def first_meaning(store: Store, typed: str, plain: bool = False) -> Meaning:
    """The likeliest way to take a question, whether it finds something or not."""
    language = load(LANGUAGE)
    question = taken_apart(typed, language)
    if _is_plain(question, plain):
        return Meaning(typed)
    return meanings(question, known_of(store, question, language), language)[0]


def _is_plain(question: Question, plain: bool) -> bool:
    """Whether a question is looked for as it is typed, in the words of quotes: meant so, or naming nothing."""
    return plain or not (question.words or question.handles or question.since or question.until)


def filter_of(meaning: Meaning, within: QuoteFilter) -> QuoteFilter:
    """What a meaning asks for, within a filter: what the filter says already stands."""
    wanted = within
    if meaning.speakers and within.speaker_id is None and not within.name_words:
        wanted = replace(wanted, speaker_ids=tuple(one.id for one in meaning.speakers))
    if meaning.account and within.account is None:
        wanted = replace(wanted, account=meaning.account)
    if meaning.outlet and within.publisher is None:
        wanted = replace(wanted, publisher=meaning.outlet.key)
    if (meaning.since or meaning.until) and not (within.since or within.until):
        wanted = replace(wanted, since=meaning.since, until=meaning.until)
    if meaning.words and meaning.closeness != "article":
        wanted = by_words(wanted, meaning.words)
        wanted = replace(wanted, terms=forms_of(wanted.terms)) if meaning.closeness == "forms" else wanted
    return wanted


def forms_of(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms that also find the plural of a word and its singular: tariff and tariffs, country and countries."""
    return tuple(_form(term) for term in terms)


def _form(term: Term) -> Term:
    last = term.words[-1]
    if term.without or term.is_prefix or len(term.words) > 1 or len(last) < SHORTEST_FORM or not last.isalpha():
        return term
    stem = last[:-3] if last.endswith("ies") else last[:-1] if last.endswith(("s", "y")) else last
    return Term((stem,), is_prefix=len(stem) >= SHORTEST_FORM)


def _first(store: Store, asked: Search, ways: Sequence[Meaning]) -> SearchAnswer:
    """The first meaning that finds something; where none does, the first of all.

    A later part of the list is one of the same meaning, which is found by looking for one quote of each.
    """
    probed = replace(asked, page=PageRequest(1)) if asked.page.cursor else asked
    until = time.monotonic() + asked.limit_ms / 1000
    for meaning in ways:
        left = max(LEAST_MS, int((until - time.monotonic()) * 1000))
        found = _found(store, replace(probed, limit_ms=left), meaning)
        if found.page.items:
            found = _found(store, asked, meaning) if asked.page.cursor else found
            return _answer(asked, meaning, found)
    return _answer(asked, ways[0], Found(Page(())))


def _answer(asked: Search, meaning: Meaning, found: Found) -> SearchAnswer:
    narrowed = None if meaning.closeness == "article" else filter_of(meaning, asked.within)
    return SearchAnswer(meaning, found, narrowed)


def _found(store: Store, asked: Search, meaning: Meaning) -> Found:
    wanted = filter_of(meaning, asked.within)
    if meaning.closeness == "article":
        return Found(Page(_in_articles(store, wanted, parse(meaning.words), asked.page.limit)))
    if wanted.terms or wanted.words:
        return store.search(wanted, asked.page, asked.order, asked.limit_ms)
    return Found(store.quotes(wanted, asked.page, asked.order))


def _in_articles(store: Store, wanted: QuoteFilter, terms: Sequence[Term], limit: int) -> tuple[Quote, ...]:
    """Quotes in whose articles the terms stand: first those right beside them, then the others."""
    looked_at = store.quotes(wanted, PageRequest(MOST_LOOKED_AT)).items
    ids = dict.fromkeys(quote.document.id for quote in looked_at if quote.document)
    texts = {one: document.text for one, document in store.documents_of([*ids][:MOST_ARTICLES]).items()}
    have = {one: text for one, text in texts.items() if matches(terms, text) is not None}
    beside: list[Quote] = []
    elsewhere: list[Quote] = []
    for quote in looked_at:
        text = have.get(quote.document.id) if quote.document else None
        if text is not None:
            around = text[max(0, quote.start - NEAR):quote.end + NEAR]
            (beside if matches(terms, around) is not None else elsewhere).append(quote)
    return tuple([*beside, *elsewhere][:limit])


def _with_others(store: Store, question: Question, known: Known, found: SearchAnswer) -> SearchAnswer:
    """The same with the speakers and outlets that some of the words name."""
    speakers = list(found.meaning.speakers)
    speakers += [one.speaker for one in known.owners.values()]
    longest = sorted(known.bearers, key=lambda span: (span[0] - span[1], span))
    taken: set[int] = set()
    for span in longest:
        if not taken & set(range(*span)):
            taken |= set(range(*span))
            speakers += [one.speaker for one in known.bearers[span]]
    outlets = [found.meaning.outlet] if found.meaning.outlet else []
    outlets += known.outlets.values()
    outlets += _with_part(store, question)
    return replace(found, speakers=tuple(dict.fromkeys(speakers))[:MOST_SPEAKERS],
                   outlets=tuple(dict.fromkeys(outlets))[:MOST_OUTLETS])


def _with_part(store: Store, question: Question) -> tuple[AskedOutlet, ...]:
    """The outlets of whose name a short question is a part."""
    if not 0 < len(question.words) <= MOST_OF_PART:
        return ()
    part = name_key(" ".join(question.words))
    return store.outlets_with(part, MOST_OUTLETS) if len(part) >= SHORTEST_PART else ()


def _called_in_part(store: Store, question: Question) -> AskedOutlet | None:
    """The outlet whose name begins or goes on with the words of a short question; of several the most quoted."""
    words = tuple(part for word in question.words for part in fold_words(word))
    for outlet in _with_part(store, question):
        name = fold_words(outlet.printed or outlet.name)
        if any(name[at : at + len(words)] == words for at in range(len(name))):
            return outlet
    return None
