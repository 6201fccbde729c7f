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
    owners = store.bearers_of_handles(question.handles)
    left = [handle for handle in question.handles if handle not in owners]
    posted = store.handles_of_others(question.handles)
    return Known(_bearers(store, question.words, language), _outlets(store, question.words),
                 {**owners, **_spelt(store, left)}, tuple(handle for handle in question.handles if handle in posted))


def _bearers(store: Store, words: Sequence[str], language: Language) -> Mapping[Span, tuple[Bearer, ...]]:
    folded = [fold_words(word) for word in words]
    used = store.name_words_among([part for parts in folded for part in parts])
    small = language.questions.fillers
    in_names = [bool(parts) and all(part in used for part in parts) for parts in folded]
    spans = [(start, end) for length in range(min(LONGEST_NAME, len(words)), 0, -1)
             for start in range(len(words) - length + 1) if all(in_names[start : (end := start + length)])
             and words[start].lower() not in small and words[end - 1].lower() not in small]
    runs: dict[Span, Run] = {span: _run(folded[slice(*span)]) for span in spans}
    single = [span for span in spans if span[1] - span[0] == 1]
    some = [span for span in spans if span not in single][: max(0, MOST_RUNS - len(single))] + single[:MOST_RUNS]
    found = store.bearers_named([*dict.fromkeys(runs[span] for span in some)], MOST_BEARERS)
    return {span: found[runs[span]] for span in some if runs[span] in found}


def _run(folded: Sequence[Run]) -> Run:
    """The words of a name; an initial inside it counts for nothing: Donald J. Trump."""
    words = [part for parts in folded for part in parts]
    return tuple(word for at, word in enumerate(words) if len(word) > 1 or not 0 < at < len(words) - 1)


def _outlets(store: Store, words: Sequence[str]) -> Mapping[Span, AskedOutlet]:
    """The outlets whose whole name, or domain, some words in a row are."""
    keys: dict[Span, str] = {}
    cores: dict[Span, tuple[str, ...]] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
            said = " ".join(words[start:end])
            keys[start, end] = domain_written(said) or name_key(said)
            core = "".join(one for one in said.lower() if one.isalnum())  # LA Times is latimes.com
            cores[start, end] = (core, f"the{core}") if len(core) >= SHORTEST_CORE else ()
    found = store.outlets_called(set(keys.values()), {core for both in cores.values() for core in both})
    return {span: outlet for span, key in keys.items()
            if (outlet := next((found[one] for one in (key, *cores[span]) if one in found), None)) is not None}


def _spelt(store: Store, handles: Sequence[str]) -> Mapping[str, Bearer]:
    """Whose names some handles spell, of which no kept account is known."""
    runs: dict[str, Run] = {handle: (f"@{''.join(fold_words(handle))}",) for handle in handles}
    found = store.bearers_named([*runs.values()], 1)
    return {handle: found[run][0] for handle, run in runs.items() if run in found}
