"""Did X say this? Found, altered, clipped, somebody else's, an article's own words, or not there; never “false”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.collection.filters import is_speaker_id, speakers_like
from quotes.collection.linking.organization_name_comparison import organization_keys
from quotes.collection.linking.person_name_comparison import Called, called, likeness
from quotes.collection.verification.matches import NEAR, Fit, find_fits, is_near_enough, rank, ranked, unexplained
from quotes.collection.verification.outcomes import Asked, Match, Verification, outcome_of
from quotes.collection.verification.passages import passages_of
from quotes.collection.verification.pasted_text import barer, plain, without_tags
from quotes.collection.verification.roles import Tenure, at_time, holders, tenures
from quotes.collection.verification.search_effort import Effort
from quotes.collection.verification.speaker_tags import tagged
from quotes.collection.verification.utterances import joined_fits
from quotes.collection.verification.wording import Wording, take_apart
from quotes.languages import load
from quotes.languages.contract import Language
from quotes.records.errors import InvalidInput, OutOfTime
from quotes.records.quote import Quote
from quotes.records.speaker import Speaker
from quotes.store.contract.store import PageRequest, SpeakerFilter, Store
from quotes.text.personal_names import fold_words

LANGUAGE = "en"  # whose negations and numbers are known; words of others are compared as they are
LONGEST = 4000  # characters of a wording
MOST_MATCHES, MOST_NEAR = 10, 3
TOO_COMMON = "These words stand in too many quotes to be looked for in this time; add some that are less common."


def verify(store: Store, text: str, speaker: str | None = None) -> Verification:
    """Whether these words are in the collection, as a quotation by this speaker if one is named.

    InvalidInput if there is no word in `text`, or far too many. `speaker` is an id (s12), a name, or a role, as in “the
    mayor”. Without it, a text that has both is taken apart: Ona Reed: “…”, and “…” — Ona Reed.

    Where the store has a limit of time and it is reached, what was found by then, with `is_partial`; OutOfTime if that
    is nothing, which must not pass for “not found”.
    """
    effort = Effort(store)
    found = _verified(effort, text, speaker)
    return replace(found, is_partial=True) if effort.ran_out else found


def _verified(effort: Effort, text: str, speaker: str | None) -> Verification:
    store = effort.store
    language = load(LANGUAGE)
    words, named, in_text = _taken_apart(store, text, (speaker or "").strip(), language)
    wording, fits = asked_fits(effort, words, language)
    asked = Asked(wording.text.strip(), named or None, in_text)
    near = [fit for fit in fits if is_near_enough(wording, fit)]
    coverage = store.coverage()
    if not near:
        if effort.ran_out:
            raise OutOfTime(TOO_COMMON, TOO_COMMON)
        nearest = matches_of(store, [fit for fit in fits if fit.similarity >= NEAR][:MOST_NEAR])
        passages = passages_of(store, wording, language)
        return Verification("in_text" if passages else "not_found", nearest, coverage, asked, passages)
    if not named:
        best = outcome_of(near[0].comparison.is_same, near[0].is_part, by_other=False)
        return Verification(best, matches_of(store, near[:MOST_MATCHES]), coverage, asked)
    order, found = _order_by_speaker(store, near, named, language)
    near.sort(key=lambda fit: (not fit.comparison.is_same, 0 if fit.comparison.is_same else -fit.similarity,
                               order[fit], rank(fit)))
    others = {fit.candidate.id for fit in near if order[fit] == OTHER}
    matches = matches_of(store, near[:MOST_MATCHES], others)
    meant = at_time(found, _day_of(matches[0].quote) if matches else None)
    return Verification(matches[0].outcome if matches else "not_found", matches, coverage, asked,
                        holders=holders(store, found, meant))


def _taken_apart(store: Store, text: str, named: str, language: Language) -> tuple[str, str, bool]:
    """The words and who is named, and whether that name stood among the words."""
    found = tagged(plain(text), language) if len(text) <= LONGEST else None
    if found is None or named:
        return (found.words if found and found.in_marks else text), named, False
    may_be = found.in_marks or not found.speaker.isupper()  # a heading is set in capitals
    if found.is_plain or (may_be and _is_known(store, found.speaker)):
        return found.words, found.speaker, True
    return text, "", False


def _is_known(store: Store, name: str) -> bool:
    return bool(store.speakers(speakers_like(SpeakerFilter(), name), PageRequest(1)).items)


def _order_by_speaker(store: Store, near: Sequence[Fit], named: str,
                      language: Language) -> tuple[Mapping[Fit, int], tuple[Tenure, ...]]:
    """How each fit's speaker stands to who was named; if that is a role, with those who may have it."""
    meant = meanings(store, near, named)
    found = () if any(meant.values()) or is_speaker_id(named) or named.startswith("@") else (
        tenures(store, named, language))
    if not found:
        return {fit: _order(fit, meant) for fit in near}, ()
    quotes = store.quotes_of([fit.candidate.id for fit in near])
    days = {quote.id: _day_of(quote) for quote in quotes}
    ever = {one.speaker for one in found}
    order = {}
    for fit in near:
        speaker, at = fit.candidate.speaker, at_time(found, days.get(fit.candidate.id))
        untold = speaker not in meant or (not at and speaker in ever)  # unnamed, or in a role at another time alone
        order[fit] = UNTOLD if untold else SPEAKER if speaker in at else OTHER
    return order, found


def _day_of(quote: Quote) -> str | None:
    return quote.document.published_at if quote.document else None


def asked_fits(effort: Effort, text: str, language: Language) -> tuple[Wording, list[Fit]]:
    """What was asked for and what is like it; without what stands beside it, if that is more like what is kept."""
    if len(text) > LONGEST:
        raise InvalidInput(f"These are more than {LONGEST} characters; ask for one quotation at a time.", "text")
    text = plain(text)
    asked = asked_wording(without_tags(text), language)
    fits = all_fits(effort, asked, language)
    bare = barer(text)
    if bare is not None and not (fits and fits[0].comparison.is_same):
        less = asked_wording(bare, language)
        with effort.as_time_allows():
            others = all_fits(effort, less, language)
            if others and (not fits or rank(others[0]) < rank(fits[0])):
                return less, others
    return asked, fits


def asked_wording(text: str, language: Language) -> Wording:
    """A text taken apart; InvalidInput if there is nothing to look for."""
    asked = take_apart(text, language)
    if not asked.words:
        raise InvalidInput("Give the words that are to be looked for.", "text")
    return asked


def all_fits(effort: Effort, asked: Wording, language: Language) -> list[Fit]:
    """What is like the wording, in one quote or in several of one utterance; the best first."""
    fits = find_fits(effort, asked, language)
    if unexplained(asked, fits):
        with effort.as_time_allows():
            joined = joined_fits(effort.store, asked, effort.candidates(asked, "wide"), language)
            fits = ranked([*joined, *fits]) if joined else fits
    return fits


SPEAKER, OTHER, UNTOLD = 0, 1, 2  # said by whom was named, by somebody else, or by nobody that the document names


def meanings(store: Store, fits: Sequence[Fit], named: str) -> Mapping[str, bool]:
    """For each named speaker of the fits, whether it is the one who was named; unnamed sources may be anybody."""
    ids = {fit.candidate.speaker for fit in fits if fit.candidate.speaker}
    if is_speaker_id(named):
        kept = store.speaker(named)  # of one who was merged, the one into whom
        return {one: kept is not None and one == kept.id for one in ids}
    return {one.id: is_called(one, named) for one in store.speakers_of(ids).values() if one.kind != "unnamed"}


def is_called(speaker: Speaker, named: str) -> bool:
    """Whether a speaker may go by a name: one of its own has all words of it, or both can be one person's.

    President Trump and Donald J. Trump may be Donald Trump; it would be wrong to say that somebody else spoke.
    """
    words = frozenset(fold_words(named))
    names = (speaker.name, *speaker.aliases)
    if has_handle(speaker, named):
        return True
    if words and any(words <= frozenset(fold_words(name)) for name in names):
        return True
    asked = called(named) if speaker.kind == "person" else None
    if asked is None:
        return bool(set(organization_keys(named)) & {key for name in names for key in organization_keys(name)})
    return any(_may_be(asked, own) for name in names if (own := called(name)))


def has_handle(speaker: Speaker, named: str) -> bool:
    """Whether a speaker posts under a handle, or may do so: @realOnaReed may be Ona Reed."""
    handle = named.removeprefix("@").casefold()
    if any(account.handle.casefold() == handle for account in speaker.accounts):
        return True
    written = [fold_words(name) for name in (speaker.name, *speaker.aliases)] if named.startswith("@") else []
    return any(len(words) > 1 and "".join(words) in handle for words in written)


def _may_be(asked: Called, own: Called) -> bool:
    if not asked.given or not own.given:
        return asked.surname == own.surname
    return likeness(asked, own) is not None


def _order(fit: Fit, meant: Mapping[str, bool]) -> int:
    known = meant.get(fit.candidate.speaker or "")
    return UNTOLD if known is None else SPEAKER if known else OTHER


def matches_of(store: Store, fits: Sequence[Fit], others: frozenset[str] | set[str] = frozenset()) -> tuple[Match, ...]:
    """The fits with their quotes; `others` are the quotes by somebody else than who was asked for."""
    quotes = {quote.id: quote for quote in store.quotes_of([fit.candidate.id for fit in fits])}
    return tuple(_match(fit, quotes[fit.candidate.id], fit.candidate.id in others)
                 for fit in fits if fit.candidate.id in quotes)


def _match(fit: Fit, quote: Quote, by_other: bool) -> Match:
    outcome = outcome_of(fit.comparison.is_same, fit.is_part, by_other)
    return Match(quote, outcome, fit.similarity, fit.comparison.differences, fit.comparison.changed,
                 fit.omitted_before, fit.omitted_after, fit.joined, fit.comparison.denial)
