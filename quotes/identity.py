"""Who a mention means: the person, body, document or unnamed source behind it, under the fullest name the article gives.

Nothing is invented: a name is put together from no other words than the article's own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from quotes.cast import Named, People, Person
from quotes.descriptions import beside_name, definite, head_of, phrase_before, whole_phrase
from quotes.languages.contract import Language
from quotes.names import fold_words, same_person, take_apart
from quotes.organizations import Bodies
from quotes.pronouns import Pronouns
from quotes.records import Account, Speaker, SpeakerKind
from quotes.roles import Role, Roles
from quotes.runs import Run
from quotes.sentences import Sentences
from quotes.tokens import Tokens

EDGES = frozenset(",.;:-()¶Q*z")
NOUN_LETTERS = frozenset("HnM")
SURE, LIKELY, DOUBTFUL = 1.0, 0.8, 0.5
NAMED_ALIKE, HANDLE_ALIKE = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or something of an article that can be a speaker.

    `key` is the same for all mentions of one figure. `name` is the fullest name the article gives, for an unnamed source
    its whole description; `description` is what the paper calls a person beside the name. `certainty`, 0 to 1, says how
    sure a mention means this figure, `runner_up` who else it may mean.
    """

    key: Hashable
    name: str
    kind: SpeakerKind
    description: str | None = None
    aliases: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    certainty: float = SURE
    runner_up: Figure | None = None


class Cast:
    """Everybody who appears in an article; asked for the figure behind each mention."""

    def __init__(self, text: str, people: People, author: str | None) -> None:
        self._text, self._people, self._author = text, people, author
        self._tokens, self._view, self._language = people.tokens, people.view, people.language
        self._persons: dict[int, Figure] = {}

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._view)

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self._people, self._sentences)

    @cached_property
    def _roles(self) -> Roles:
        return Roles(self._people, self._sentences, self._pronouns)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self._tokens, self._view, self._people.others, self._language)

    @cached_property
    def _other_firsts(self) -> list[int]:
        return [run.first for run in self._people.others]

    # -- the question --------------------------------------------------------------------------------------------

    def identify(self, start: int, end: int) -> Figure | None:
        """Who is meant by the words from `start` to `end`, offsets in the text; None where the article does not tell."""
        first, after = self._bounds(start, end)
        if first >= after:
            return None
        word = self._tokens.words[first]
        kind = self._language.pronouns.get(word.lower())
        if kind and self._view[first] != "X" and (after == first + 1 or self._view[first] in "PO"):
            return self._pronoun(first, kind)
        if self._view[first] == "C" and after == first + 1:
            return self._subject(first)
        named = self._persons_in(first, after)
        if named:
            return self._by_name(named)
        return self._by_phrase(first, after)

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """The tokens between two offsets, marks at the edges left out."""
        view = self._view
        first, after = bisect_right(self._tokens.ends, start), bisect_left(self._tokens.starts, end)
        while first < after and view[first] in EDGES:
            first += 1
        while after > first and view[after - 1] in EDGES:
            after -= 1
        return first, after

    # -- names ---------------------------------------------------------------------------------------------------

    def _persons_in(self, first: int, after: int) -> list[Named]:
        """The places in a phrase that name whoever the phrase means, not those that belong to somebody's description."""
        people, view = self._people, self._view
        found: list[Named] = []
        for named in people.named[bisect_left(people.firsts, first - 4) : bisect_left(people.firsts, after)]:
            if named.after <= first:
                continue
            beyond = view[named.after : named.after + 1]
            inside = named.after < after
            if inside and (beyond == "z" or beyond in NOUN_LETTERS):
                continue
            if named.first > first and view[named.first - 1] in "IoA":
                continue
            if not found or view[found[-1].after : named.first] in ("K", ",", ",K", "&"):
                found.append(named)
        return found

    def _by_name(self, named: list[Named]) -> Figure:
        figures = [self._person(n.person, n.certainty, n.rival) for n in named]
        keys = list(dict.fromkeys(f.key for f in figures))
        if len(keys) == 1:
            return figures[0]
        *heads, last = [next(f.name for f in figures if f.key == key) for key in keys]
        return Figure(("group", *keys), f"{', '.join(heads)} and {last}", "group",
                      start=self._tokens.starts[named[0].first], end=self._tokens.ends[named[-1].after - 1])

    def _person(self, number: int, certainty: float = SURE, rival: int | None = None) -> Figure:
        figure = self._persons.get(number)
        if figure is None:
            figure = self._persons[number] = self._portrait(self._people.persons[number])
        if certainty == SURE and rival is None:
            return figure
        return replace(figure, certainty=certainty, runner_up=None if rival is None else self._person(rival))

    def _portrait(self, person: Person) -> Figure:
        """A person's figure: the form with the most words, of these the commonest."""
        forms = sorted(person.forms, key=lambda f: (person.forms[f] > 0, len(f.split()), person.forms[f]), reverse=True)
        tokens, named = self._tokens, self._people.named
        places = [named[n] for n in person.mentions]
        described = (beside_name(self._text, tokens, self._view, place[:3]) for place in places if place.full)
        description = next((d for d in described if d), None)
        head = next((p for p in places if p.full), places[0] if places else None)
        return Figure(("person", person.number), forms[0], "person", description, tuple(forms[1:]),
                      tokens.starts[head.name] if head else None, tokens.ends[head.after - 1] if head else None)

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, token: int, kind: str) -> Figure | None:
        if kind in ("m", "f"):
            meant = self._pronouns.meant.get(token)
            return None if meant is None else self._person(meant.person, meant.certainty, meant.rival)
        if kind in ("i", "we"):
            return self.author
        if kind == "w":
            return self._antecedent(token)
        return self._body_before(token)

    @property
    def author(self) -> Figure | None:
        """Who wrote the article, as its byline says."""
        if not self._author:
            return None
        linked = self.alike(self._author)
        return linked or Figure(("author", fold_words(self._author)), self._author, "person")

    def _antecedent(self, token: int) -> Figure | None:
        """Who stands right before “who”."""
        view = self._view
        end = token
        while end > 0 and view[end - 1] in ",":
            end -= 1
        people = self._people
        n = bisect_left(people.firsts, token) - 1
        if n >= 0 and people.named[n].after == end:
            return self._by_name([people.named[n]])
        if end and view[end - 1] in "nHMX":
            return self._by_phrase(phrase_before(view, end), end, whole=False)
        if n >= 0 and self._sentences.number(people.named[n].first) == self._sentences.number(token):
            return self._by_name([people.named[n]])
        return None

    def _subject(self, verb: int) -> Figure | None:
        """Whom a verb of speech by itself points at: the person right after it, else the last one before it."""
        people = self._people
        n = bisect_left(people.firsts, verb)
        if n < len(people.named) and people.named[n].first == verb + 1:
            return self._by_name([people.named[n]])
        if n and self._sentences.number(people.named[n - 1].first) == self._sentences.number(verb):
            return self._by_name([people.named[n - 1]])
        return None

    def _body_before(self, token: int) -> Figure | None:
        """The body that “it” or “they” may mean: the first of its own or of an earlier sentence near by."""
        number = self._sentences.number(token)
        for n in range(number, max(-1, number - 4), -1):
            start = self._sentences.starts[n]
            stop = min(token, self._sentences.starts[n + 1] if n + 1 < len(self._sentences.starts) else token)
            i = bisect_left(self._other_firsts, start)
            for run in self._people.others[i : bisect_left(self._other_firsts, stop)]:
                if run.kind == "body" or (run.kind == "single" and run.letters in "AX"):
                    if self._view[run.first] != "q":
                        return replace(self._body(run.first, run.after), certainty=DOUBTFUL)
        return None

    # -- phrases without a person's name ---------------------------------------------------------------------------

    def _by_phrase(self, first: int, after: int, whole: bool = True) -> Figure | None:
        head = head_of(self._view, first, after)
        run = self._other_at(head)
        if run is not None and run.kind != "title" and self._view[head] == "X":
            return self._body(max(first, run.first), min(after, run.after), run)
        word = self._tokens.words[head].lower()
        phrase = whole_phrase(self._tokens, self._view, first, after) if whole else (first, after)
        if word in self._language.document_heads:
            return self._described(phrase, "document")
        if word in self._language.group_heads or word in self._language.body_nouns:
            return self._body_noun(word, first, phrase)
        return self._role(word, head, phrase)

    def _other_at(self, token: int) -> Run | None:
        n = bisect_right(self._other_firsts, token) - 1
        return self._people.others[n] if n >= 0 and token < self._people.others[n].after else None

    def _body(self, first: int, after: int, run: Run | None = None) -> Figure:
        words = self._tokens.words[first:after]
        name = " ".join(self._bodies.fullest(words))
        kind: SpeakerKind = "group" if run is not None and run.letters in ("N", "W") else "organization"
        alias = " ".join(words)
        return Figure((kind, fold_words(name)), name, kind, None, (alias,) if alias != name else (),
                      self._tokens.starts[first], self._tokens.ends[after - 1])

    def _body_noun(self, word: str, first: int, phrase: tuple[int, int]) -> Figure:
        if phrase[1] - phrase[0] == 2 and definite(self._tokens.words[first], self._language):
            words = self._bodies.meant_by(word, first)
            if words:
                name = " ".join(words)
                return Figure(("organization", fold_words(name)), name, "organization", certainty=LIKELY)
        return self._described(phrase, "organization" if word in self._language.body_nouns else "group")

    def _role(self, word: str, head: int, phrase: tuple[int, int]) -> Figure | None:
        """A person by what they are: tied to one named before if the phrase is definite, else left without a name."""
        first, after = phrase
        words = self._tokens.words
        if definite(words[first], self._language) or self._view[first : head].find("z") > 0:
            excluded = self._possessors(first, head)
            lows = frozenset(w.lower() for w in words[first + 1 : after])
            ranked = self._roles.meant_by(Role(first, after, word, lows - {word}, excluded))
            somebodys = excluded or self._view[first] == "S"
            if ranked and (ranked.described or not (somebodys or word in self._language.unnamed_heads)):
                return self._person(ranked.person, ranked.certainty, ranked.rival)
        return self._described(phrase, "unnamed")

    def _possessors(self, first: int, head: int) -> frozenset[int]:
        """Whom a role cannot mean because it is theirs: his wife, Clinton’s aide."""
        found = {n.person for n in self._people.named[bisect_left(self._people.firsts, first):
                                                      bisect_left(self._people.firsts, head)]}
        meant = self._pronouns.meant.get(first)
        return frozenset(found | {meant.person} if meant else found)

    def _described(self, phrase: tuple[int, int], kind: SpeakerKind) -> Figure:
        first, after = phrase
        start, end = self._tokens.starts[first], self._tokens.ends[after - 1]
        name = " ".join(self._text[start:end].split())
        return Figure((kind, fold_words(name)), name, kind, start=start, end=end)

    # -- accounts ------------------------------------------------------------------------------------------------

    def alike(self, name: str) -> Figure | None:
        """The one person of the article whose name goes with this one."""
        language = self._language
        wanted = take_apart(name.split(), language.particles, language.suffixes)
        if not wanted.given:
            return None
        found = [p for p in self._people.persons if p.name.given and same_person(p.name, wanted, language.nicknames)]
        return self._person(found[0].number) if len(found) == 1 else None


def find_cast(text: str, tokens: Tokens, view: str, language: Language, *, author: str | None = None) -> Cast:
    """Everybody who appears in an article, given its words and the view with its quotations masked."""
    return Cast(text, People(tokens, view, language), author)


def link_account(cast: Cast, author_name: str | None, handle: str | None) -> Figure | None:
    """The person of the article who bears the printed name of an account, the more surely if its handle has the name too."""
    figure = cast.alike(author_name) if author_name else None
    if figure is None:
        return None
    words = fold_words(figure.name)
    squeezed = "".join(c for c in (handle or "").lower() if c.isalnum())
    agrees = bool(squeezed) and words[-1] in squeezed
    return replace(figure, certainty=HANDLE_ALIKE if agrees else NAMED_ALIKE)


def speakers_of(figures: Iterable[Figure], accounts: dict[Hashable, tuple[Account, ...]] | None = None) -> tuple[Speaker, ...]:
    """The speakers of a reading in order of their first quote, with ids s1, s2, …; one for each key."""
    distinct: dict[Hashable, Figure] = {}
    for figure in figures:
        distinct.setdefault(figure.key, figure)
    return tuple(
        Speaker(f"s{n}", f.name, f.kind, f.description, f.aliases, (accounts or {}).get(key, ()))
        for n, (key, f) in enumerate(distinct.items(), 1))
