"""What stands around quotations and mentions: cues, their subjects, sentences, gaps.

Everything is read off the masked view (quotes.text.masked_view): positions are tokens, letters their classes
(quotes.text.word_classes). The clues (quotes.attribution.clues) are made of these facts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotes.extraction.mentions import find_candidates
from quotes.languages.contract import Language
from quotes.records.spans import Span
from quotes.text.entities.recognizer import Run
from quotes.text.masked_view import masked_mentions
from quotes.text.patterns import pattern, up_to
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    CUES,
    DASH,
    DETERMINER,
    GENITIVE,
    IN_MENTION,
    IN_QUOTATION,
    LABEL_MENTION,
    LINE,
    MENTIONED,
    MENTIONS,
    MODIFIERS,
    NAME,
    NUMBER,
    OF,
    OPENING_BRACKET,
    PLAIN_WORD,
    PREPOSITION,
    PREPOSITIONS,
    QUOTATION,
    QUOTATION_TO_CUE,
    QUOTED,
    RELATIVE,
    REPORTING_VERBS,
    ROLE,
    SEMICOLON,
    SENTENCE_EDGES,
    SPEECH_VERB,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    VERB,
)

Counts = tuple[int, int, int, int]
FORMS = frozenset(MENTIONS)  # of the first token of a mention; unlike in a string an empty slice is not in it
FILLED = str.maketrans("", "", IN_MENTION + IN_QUOTATION)
DOUBLES = tuple((letter, letter * 2) for letter in (PLAIN_WORD, ADVERB, AUXILIARY, VERB, NUMBER))
LINES, STOPS, CUED, QUOTATIONS = map(pattern, (LINE, SENTENCE_EDGES, CUES, QUOTATION))
CLAUSE_OPENERS = frozenset((*SENTENCE_EDGES, *QUOTED, SUBORDINATOR, THAT, CONJUNCTION, RELATIVE, COLON, DASH, SEMICOLON,
                            COMMA, OPENING_BRACKET, ACCORDING))
ENDS_QUOTATION = QUOTED + STOP
ENDS_APPOSITION = COMMA + DASH + CLOSING_BRACKET
SPEAKING_ON = (",", "?", "!")  # at the end of a quotation: the words of whoever reports it go on
# “…,” Ann Reed of the union said; “…,” said Reed
REPORTED = pattern(up_to(1, COMMA), up_to(8, MENTIONED, NAME, SUBJECT_PRONOUN, DETERMINER, ROLE, PREPOSITIONS),
                   up_to(2, MODIFIERS), SPEECH_VERB)
WINDOW_BEFORE, WINDOW_AFTER = 12, 5
PARAGRAPH_BEFORE = 4  # candidates of the paragraph before
# What makes a mention part of the one before: a spokesman for X, a source close to X, X’s spokesman.
LINKS = frozenset((OF, PREPOSITION, GENITIVE, PLAIN_WORD + AUXILIARY, PLAIN_WORD + PREPOSITION, PLAIN_WORD + OF))
NEAREST = 2  # candidates before the quotation, wherever they stand
MOST_MODIFIERS = 4  # tokens between “was” and its verb, and one more
PATH_TOKENS = 60
LONGEST_SENTENCE = 200  # tokens to either side; a list without a stop must not be gone through again and again


class Scene:
    """One article's masked view, with the answers to what the clues ask most often.

    Mentions in the stretches `apart`, first token and the one after the last, are no candidates.
    """

    def __init__(self, tokens: Tokens, view: str, runs: Sequence[Run], language: Language,
                 apart: Sequence[Span] = ()) -> None:
        self.words = tokens.words
        places = {run.first for run in runs if run.kind == "place"}  # NEW DELHI: is no speaker's label
        candidates = [c for c in find_candidates(view) if c.form != LABEL_MENTION or c.first not in places]
        if apart:
            taken = {i for span in apart for i in range(*span)}
            candidates = [c for c in candidates if c.first not in taken]
        self.view = masked_mentions(view, candidates)
        self.candidates = candidates
        self.language = language
        self.firsts = [c.first for c in candidates]
        self.runs, self._run_firsts = runs, [run.first for run in runs]
        self.lines, self.stops, self.cues, self.quotes = [
            [m.start() for m in found.finditer(self.view)] for found in (LINES, STOPS, CUED, QUOTATIONS)]
        self._subjects: dict[int, int | None] = {}
        self._before: dict[int, Counts] = {}
        self._after: dict[int, Counts] = {}

    def window(self, quotation: Span) -> range:
        """The numbers of the candidates that can be a quotation's speaker.

        They are the candidates of its paragraph, the last few of the paragraph before, and the next one after. In the
        training corpus 99.6 % of the right ones are among them, and only half as many have to be weighed as if
        paragraphs did not count.
        """
        at = bisect_left(self.firsts, quotation.start)
        line = bisect_left(self.lines, quotation.start)
        own = bisect_left(self.firsts, self.lines[line - 1]) if line else 0
        earlier = bisect_left(self.firsts, self.lines[line - 2]) if line > 1 else 0
        low = min(max(at - WINDOW_BEFORE, earlier, own - PARAGRAPH_BEFORE), at - NEAREST)
        last = bisect_left(self.firsts, self.paragraph(quotation).end) + 1
        return range(max(0, low), min(len(self.firsts), last, at + WINDOW_AFTER))

    def paragraph(self, quotation: Span) -> Span:
        """The tokens of the paragraphs that a quotation stands in."""
        line, next_line = bisect_left(self.lines, quotation.start), bisect_left(self.lines, quotation.end - 1)
        start = self.lines[line - 1] + 1 if line else 0
        return Span(start, self.lines[next_line] if next_line < len(self.lines) else len(self.view))

    def sentence(self, i: int) -> Span:
        """The sentence around token `i`, without the stop that ends it; of a very long one the part around `i`."""
        n = bisect_left(self.stops, i)
        start = self.stops[n - 1] + 1 if n else 0
        end = self.stops[n] if n < len(self.stops) else len(self.view)
        least, most = i - LONGEST_SENTENCE, i + LONGEST_SENTENCE
        return Span(start if start > least else least, end if end < most else most)

    def candidate_at(self, i: int) -> int | None:
        """The number of the candidate that token `i` belongs to."""
        n = bisect_right(self.firsts, i) - 1
        return n if n >= 0 and i < self.candidates[n].after else None

    def run_at(self, i: int) -> Run | None:
        """The name that token `i` belongs to."""
        n = bisect_right(self._run_firsts, i) - 1
        return self.runs[n] if n >= 0 and i < self.runs[n].after else None

    def candidate_before(self, i: int, start: int) -> int | None:
        """The last candidate in the tokens from `start` up to `i`."""
        n = bisect_left(self.firsts, i) - 1
        return n if n >= 0 and self.firsts[n] >= start else None

    def cue_before(self, i: int, start: int) -> int | None:
        """The last cue in the tokens from `start` up to `i`."""
        n = bisect_left(self.cues, i) - 1
        return self.cues[n] if n >= 0 and self.cues[n] >= start else None

    def cue_after(self, i: int, end: int) -> int | None:
        """The first cue in the tokens from `i` up to `end`."""
        n = bisect_left(self.cues, i)
        return self.cues[n] if n < len(self.cues) and self.cues[n] < end else None

    def counts(self, i: int) -> Counts:
        """How many lines and sentences end, and how many quotations and cues begin, before token `i`."""
        return (bisect_left(self.lines, i), bisect_left(self.stops, i), bisect_left(self.quotes, i),
                bisect_left(self.cues, i))

    def counts_before(self, n: int) -> Counts:
        """The same before the first token of candidate number `n`."""
        found = self._before.get(n)
        if found is None:
            found = self._before[n] = self.counts(self.firsts[n])
        return found

    def counts_after(self, n: int) -> Counts:
        """The same before the token after candidate number `n`."""
        found = self._after.get(n)
        if found is None:
            found = self._after[n] = self.counts(self.candidates[n].after)
        return found

    def subject(self, cue: int) -> int | None:
        """The number of the candidate that is taken as the subject of a cue."""
        if cue not in self._subjects:
            self._subjects[cue] = self._find_subject(cue)
        return self._subjects[cue]

    def inverted(self, cue: int) -> int | None:
        """The candidate right after a cue that itself follows a quotation: “…,” said X."""
        view = self.view
        i = cue - 1
        while i >= 0 and view[i] in QUOTATION_TO_CUE:
            i -= 1
        if i < 0 or view[i] not in ENDS_QUOTATION:
            return None
        if view[i] == STOP and self.words[i] == ".":
            return None
        j = cue + 1
        while j < len(view) and view[j] in MODIFIERS:
            j += 1
        return self.candidate_at(j) if j < len(view) and view[j] in FORMS else None

    def quotes_another(self, cue: int) -> bool:
        """Whether the subject of a verb passes on what somebody else said: CNN quoted a source saying …"""
        return self.words[cue].lower() in self.language.cues.quoting and self.view[cue + 1 : cue + 2] in FORMS

    def passive(self, cue: int) -> bool:
        """Whether a verb tells what is said of its subject, not what that says: X was called."""
        words, cues = self.words, self.language.cues
        if self.view[cue] not in REPORTING_VERBS or words[cue].lower() in cues.quoting:
            return False  # X was quoted as saying
        i = cue - 1
        while i >= 0 and i > cue - MOST_MODIFIERS and self.view[i] in MODIFIERS:
            if words[i].lower() in cues.being:
                return True
            i -= 1
        return False

    def passive_before(self, by: int) -> int | None:
        """The passive verb whose “by” stands at a token: was called “…” by X."""
        if self.words[by].lower() not in self.language.cues.agency:
            return None
        cue = self.cue_before(by, self.sentence(by).start)
        return cue if cue is not None and self.passive(cue) else None

    def _find_subject(self, cue: int) -> int | None:
        found = self.inverted(cue)
        if found is not None:
            return found
        view, start = self.view, self.sentence(cue).start
        i = cue - 1
        while i >= start and view[i] in MODIFIERS:
            i -= 1
        if i < start:
            return None
        if view[i] in MENTIONED:
            return self._head(i, start)
        if view[i] in ENDS_APPOSITION:
            return self._before_apposition(i, start)
        return self.clause_first(start, i)

    def _head(self, i: int, start: int) -> int | None:
        """The candidate that ends at `i`, or the one of which it is only a part: a spokesman for X."""
        head = n = self.candidate_at(i)
        while n:
            before, link = self.candidates[n - 1], self.candidates[n].first - 1
            between = self.view[before.after : link + 1]
            if before.first < start or between not in LINKS:
                break
            n -= 1
            if between != GENITIVE:  # a possessor is passed over: a document on the campaign's site
                head = n
        return head

    def _before_apposition(self, i: int, start: int) -> int | None:
        opening = OPENING_BRACKET if self.view[i] == CLOSING_BRACKET else self.view[i]
        j = self.view.rfind(opening, start, i)
        if j > start and self.view[j - 1] == CLOSING_BRACKET:  # Reed (D-Va.), who …, said
            j = self.view.rfind(OPENING_BRACKET, start, j)
        if j > start and self.view[j - 1] in MENTIONED:
            return self._head(j - 1, start)
        return self.clause_first(start, i)

    def clause_first(self, start: int, end: int) -> int | None:
        """The first candidate of the tokens from `start` to `end` that begins a clause, else the first at all."""
        n = bisect_left(self.firsts, start)
        first = n if n < len(self.firsts) and self.firsts[n] < end else None
        while n < len(self.firsts) and self.firsts[n] < end:
            at = self.firsts[n]
            if at == start or self.view[at - 1] in CLAUSE_OPENERS:
                return n
            n += 1
        return first

    def last_clause_first(self, start: int, end: int) -> int | None:
        """The last candidate of the tokens from `start` to `end` that begins a clause."""
        n = bisect_left(self.firsts, end) - 1
        while n >= 0 and self.firsts[n] >= start:
            at = self.firsts[n]
            if at == start or self.view[at - 1] in CLAUSE_OPENERS:
                return n
            n -= 1
        return None

    def path(self, start: int, end: int, forwards: bool) -> str:
        """The letters of the first or last tokens from `start` to `end`, fillers dropped and repeated words merged."""
        if end - start > PATH_TOKENS:
            start, end = (start, start + PATH_TOKENS) if forwards else (end - PATH_TOKENS, end)
        letters = self.view[start:end].translate(FILLED)
        for one, two in DOUBLES:
            while two in letters:
                letters = letters.replace(two, one)
        return letters


def count_between(places: Sequence[int], start: int, end: int) -> int:
    """How many of the places, in order, lie from `start` to `end`."""
    return bisect_left(places, end) - bisect_left(places, start)
