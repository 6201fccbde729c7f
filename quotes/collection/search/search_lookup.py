"""What the collection knows of a question's words: asked in as many queries for a long question as for a short one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.collection.search.search_meanings import Known, Span
from quotes.documents.outlets import domain_written, name_key
from quotes.languages.contract import Language
from quotes.records.search_question import AskedOutlet, Question
from quotes.store.contract.linking import Bearer
from quotes.store.contract.search import Run
from quotes.store.contract.store import Store
from quotes.text.personal_names import fold_words

LONGEST_NAME = 5  # words
MOST_RUNS = 12  # of words that may be a name; one query each
MOST_BEARERS = 20
SHORTEST_CORE = 3  # letters of a domain without its ending


def known_of(store: Store, question: Question, language: Language) -> Known:
    """Who bears words of a question, which outlets are called so, whose the handles are."""
    return Known(_bearers(store, question.words, language), _outlets(store, question.words),
                 _owners(store, question.handles))


def _bearers(store: Store, words: Sequence[str], language: Language) -> Mapping[Span, tuple[Bearer, ...]]:
    folded = [fold_words(word) for word in words]
    used = store.name_words_among([part for parts in folded for part in parts])
    small = language.questions.fillers
    in_names = [bool(parts) and all(part in used for part in parts) for parts in folded]
    spans = [(start, end) for length in range(min(LONGEST_NAME, len(words)), 0, -1)
             for start in range(len(words) - length + 1) if all(in_names[start : (end := start + length)])
             and words[start].lower() not in small and words[end - 1].lower() not in small]
    runs: dict[Span, Run] = {span: tuple(part for parts in folded[slice(*span)] for part in parts) for span in spans}
    single = [span for span in spans if span[1] - span[0] == 1]
    some = [span for span in spans if span not in single][: max(0, MOST_RUNS - len(single))] + single[:MOST_RUNS]
    found = store.bearers_named([*dict.fromkeys(runs[span] for span in some)], MOST_BEARERS)
    return {span: found[runs[span]] for span in some if runs[span] in found}


def _outlets(store: Store, words: Sequence[str]) -> Mapping[Span, AskedOutlet]:
    """The outlets whose whole name, or domain, some words in a row are."""
    keys: dict[Span, str] = {}
    cores: dict[Span, str] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
            said = " ".join(words[start:end])
            keys[start, end] = domain_written(said) or name_key(said)
            if end == start + 1 and len(said) >= SHORTEST_CORE and said.isalnum():
                cores[start, end] = said.lower()
    found = store.outlets_called(set(keys.values()), set(cores.values()))
    return {span: outlet for span, key in keys.items()
            if (outlet := found.get(key) or found.get(cores.get(span, ""))) is not None}


def _owners(store: Store, handles: Sequence[str]) -> Mapping[str, Bearer]:
    """Whose handles these are: by a kept account, else by a name that the handle spells."""
    owned = store.bearers_of_handles(handles)
    left = {handle: (f"@{''.join(fold_words(handle))}",) for handle in handles if handle not in owned}
    spelt = store.bearers_named([*left.values()], 1)
    return {**owned, **{handle: spelt[run][0] for handle, run in left.items() if run in spelt}}
