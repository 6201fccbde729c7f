"""What a question can mean, in the order in which its meanings are tried.

Pure: what the collection knows of the question's words comes in as a record. The last meaning but those that let
something go is always the one that was there before there were others: all words, in the words of a quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from quotes.languages.contract import Language
from quotes.records.search_question import AskedOutlet, Meaning, Question
from quotes.records.speaker import Speaker
from quotes.store.contract.linking import Bearer
from quotes.text.personal_names import fold_words

Span = tuple[int, int]  # the first word of a question and the one after the last
RARELY = 10  # bearers who have less than one in so many of the quotes of the most quoted are not meant by a name alone
MOST_MEANT = 8  # speakers


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection knows of the words of a question: who bears them, which outlets are called so.

    `owners` are those whose handles are known or spell their names; `posted` handles from which there are posts that
    are not linked to their owners.
    """

    bearers: Mapping[Span, tuple[Bearer, ...]] = field(default_factory=dict)
    outlets: Mapping[Span, AskedOutlet] = field(default_factory=dict)
    owners: Mapping[str, Bearer] = field(default_factory=dict)
    posted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A question cut into a name, an outlet, titles and the rest."""

    name: Span | None
    outlet: Span | None
    passed_over: tuple[str, ...]
    topic: tuple[str, ...]


def meanings(question: Question, known: Known, language: Language) -> tuple[Meaning, ...]:
    """All ways to take a question, the likeliest first; those that let something go come last."""
    plain = Meaning(question.typed)
    found: list[Meaning] = []
    for cut in _cuts(question, known, language):
        full = _meaning(question, known, cut)
        if full.is_plain:
            continue
        ways = [full]
        if full.words:
            ways += [replace(full, closeness="forms")]
            ways += [replace(full, closeness="article")] if full.speakers else []
        undated = (f"{full.words} {question.dated}".strip() if question.dated else "")
        ways += [replace(full, words=undated, since=None, until=None)] if undated else []
        found += [plain, *ways] if _is_doubtful(question, cut, full, language) else ways
    loose = Meaning(_without_fillers(question, language), closeness="forms")
    found += [plain, loose] if loose.words else [plain]
    found += [part for one in found for part in _parts_of(one)]
    return tuple(dict.fromkeys(found))


def _cuts(question: Question, known: Known, language: Language) -> Iterator[Cut]:
    """The ways to cut a question: with the outlet and the name that are likeliest, then with another name."""
    outlets = sorted(known.outlets, key=lambda span: (span[0] - span[1], span))
    names = _names(question, known)
    outlet = next((span for span in outlets if not any(_hides(name, span, known) for name in names)), None)
    free = [span for span in names if outlet is None or not _overlap(span, outlet)]
    if known.owners or known.posted:
        yield _cut(question, None, outlet, language)
    for name in free[:2]:
        yield _cut(question, name, outlet, language)
    if outlet and not free and not (known.owners or known.posted):
        yield _cut(question, None, outlet, language)
    if names and outlet and not free:
        yield _cut(question, names[0], None, language)
    if not (outlet or names or known.owners or known.posted):
        yield _cut(question, None, None, language)


def _names(question: Question, known: Known) -> list[Span]:
    """The runs of words that name somebody: people before bodies, longer names before shorter ones."""
    meant = [span for span, bearers in known.bearers.items() if _meant(_words(question, span), bearers)]
    return sorted(meant, key=lambda span: (*_weakness(_words(question, span), known.bearers[span]), span[0] - span[1],
                                           span))


def _weakness(words: tuple[str, ...], bearers: tuple[Bearer, ...]) -> tuple[bool, bool]:
    """By what a name says less: it is a given name alone; nobody who is called so is a person."""
    return _is_given(words, bearers), all(one.speaker.kind != "person" for one in _meant(words, bearers))


def _hides(name: Span, outlet: Span, known: Known) -> bool:
    """Whether a name leaves nothing of an outlet's: a person's, of more words or of the same."""
    is_person = any(one.speaker.kind == "person" for one in known.bearers[name])
    return is_person and _overlap(name, outlet) and name[1] - name[0] >= outlet[1] - outlet[0]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(question: Question, span: Span) -> tuple[str, ...]:
    """The folded words of a part of a question."""
    return tuple(word for one in question.words[slice(*span)] for word in fold_words(one))


def _meant(words: tuple[str, ...], bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """Whom a name means of those who bear its words: people by surname or by two words, bodies by the whole name.

    Where nobody is called so, those are meant whose given name it is. Of several those who are seldom quoted beside the
    others are not meant.
    """
    found = [one for one in bearers if one.speaker.kind in ("person", "organization") and _names_it(words, one.speaker)]
    found = found or [one for one in bearers if _is_given_name(words, one.speaker)]
    people = [one for one in found if one.speaker.kind == "person"]
    found = people or found
    most = max((one.quotes for one in found), default=0)
    return tuple(one for one in found if one.quotes * RARELY >= most)[:MOST_MEANT]


def _is_given_name(words: tuple[str, ...], speaker: Speaker) -> bool:
    """Whether a word is all that somebody's full name begins with."""
    name = fold_words(speaker.name)
    return speaker.kind == "person" and len(words) == 1 and len(name) > 1 and name[:1] == words


def _is_given(words: tuple[str, ...], bearers: tuple[Bearer, ...]) -> bool:
    """Whether a word names people only by their given name, which says less than a surname."""
    return all(_is_given_name(words, one.speaker) and not _names_it(words, one.speaker)
               for one in _meant(words, bearers))


def _names_it(words: tuple[str, ...], speaker: Speaker) -> bool:
    names = [fold_words(name) for name in (speaker.name, *speaker.aliases)]
    if speaker.kind == "organization":
        return any(words == tuple(word for word in name if word != "the") or words == name for name in names)
    return len(words) > 1 or any(name[-1:] == words for name in names)


def _cut(question: Question, name: Span | None, outlet: Span | None, language: Language) -> Cut:
    """What is left of a question beside a name and an outlet."""
    words = question.words
    taken = {at for span in (name, outlet) if span for at in range(*span)}
    passed: list[str] = []
    if name:
        titles = _titles_before(words, name[0], language)
        passed = list(words[name[0] - titles : name[0]])
        taken |= set(range(name[0] - titles, name[0]))
    said = language.questions
    if outlet and outlet[0] and words[outlet[0] - 1].lower() in said.places:
        taken.add(outlet[0] - 1)
    topic = tuple(word for at, word in enumerate(words) if at not in taken and word.lower() not in said.fillers)
    return Cut(name, outlet, tuple(passed), topic)


def _titles_before(words: tuple[str, ...], at: int, language: Language) -> int:
    """How many words right before a name are titles: Sir, Prime Minister, the former First Lady."""
    names, start = language.names, at
    while start and _is_title(words[start - 1], language):
        start -= 1
    found = [word.lower().rstrip(".") for word in words[start:at]]
    if len(found) == 1 and found[0] in names.title_parts:
        return 0  # a word like House alone says more than a title does
    return at - start


def _is_title(word: str, language: Language) -> bool:
    names, plain = language.names, word.lower().rstrip(".")
    return plain in names.titles or plain in names.courtesies or plain in names.title_parts or plain in names.limits


def _meaning(question: Question, known: Known, cut: Cut) -> Meaning:
    speakers: tuple[Speaker, ...] = ()
    if cut.name:
        speakers = tuple(one.speaker for one in _meant(_words(question, cut.name), known.bearers[cut.name]))
    elif not known.posted:
        speakers = tuple(dict.fromkeys(one.speaker for one in known.owners.values()))
    account = next(iter(known.posted), None)
    unknown = (f"@{handle}" for handle in question.handles if handle not in known.owners and handle != account)
    words = " ".join((*cut.topic, *unknown, question.exact)).strip()
    return Meaning(words, speakers, known.outlets[cut.outlet] if cut.outlet else None, question.since, question.until,
                   passed_over=cut.passed_over, account=account)


def _is_doubtful(question: Question, cut: Cut, full: Meaning, language: Language) -> bool:
    """Whether a name is more likely a word: one ordinary word in small letters, without a title (day, hill, nature).

    A body of one word (Israel) is spoken of more often than it speaks, and a given name alone tells little.
    """
    span = cut.name or cut.outlet
    if span is None or span[1] - span[0] != 1 or cut.passed_over or (full.speakers and full.outlet):
        return False
    word = question.words[span[0]]
    is_body = any(one.kind != "person" for one in full.speakers)
    is_given = all(_is_given_name(fold_words(word), one) for one in full.speakers) and bool(full.speakers)
    return is_body or is_given or (word.islower() and word in language.vocabulary.common)


def _without_fillers(question: Question, language: Language) -> str:
    """All words that say something, for a question that is about words alone."""
    said = language.questions
    words = [word for word in question.words if word.lower() not in said.fillers]
    return " ".join((*words, question.dated, *(f"@{handle}" for handle in question.handles), question.exact)).strip()


def _parts_of(meaning: Meaning) -> Iterator[Meaning]:
    """The meanings that are left when something of one is let go: the words, then the outlet, then the days."""
    if meaning.is_plain or meaning.closeness != "exact":
        return
    part = replace(meaning, closeness="part")
    days = " – ".join(day for day in (meaning.since, meaning.until) if day)
    outlet = (meaning.outlet.printed or meaning.outlet.name) if meaning.outlet else ""
    rest = (("words", meaning.words, ""), ("outlet", outlet, None), ("days", days, None))
    for name, said, nothing in rest:
        if not said:
            continue
        less = {"since": None, "until": None} if name == "days" else {name: nothing}
        left = replace(part, let_go=(said,), **less)
        if left.speakers or left.account or left.outlet or left.since or left.until:
            yield left
    if meaning.speakers or meaning.account:
        gone = tuple(said for _, said, _ in rest if said)
        if len(gone) > 1:
            yield Meaning("", meaning.speakers, closeness="part", passed_over=meaning.passed_over, let_go=gone,
                          account=meaning.account)
