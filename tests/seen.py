"""A short text as the steps from tokens to a scene see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quotes.attribution.cue_context import Scene
from quotes.coreference.persons import People
from quotes.coreference.resolution import Cast
from quotes.extraction.quotations import find_quotations
from quotes.languages import load
from quotes.model.weights import read_weights
from quotes.records.quotation import Quotation
from quotes.records.spans import Span
from quotes.text.entities.recognizer import Recognizer, Run
from quotes.text.masked_view import masked_quotations, token_spans
from quotes.text.tokens import Tokens, tokenizer

ENGLISH = load("en")


@cache
def recognizer() -> Recognizer:
    """What finds the names in the texts of tests, with the shipped weights."""
    return Recognizer(read_weights().entities)


def names(tokens: Tokens) -> list[Run]:
    """The names of a text."""
    return recognizer().runs(tokens, ENGLISH)


@dataclass(frozen=True)
class Seen:
    """A text with what the steps found in it; `spans` are the tokens of its quotations."""

    text: str
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    spans: list[Span]
    view: str
    scene: Scene

    @property
    def cast(self) -> Cast:
        return Cast(People(self.text, self.tokens, self.view, ENGLISH, self.scene.runs))

    def words(self, number: int) -> str:
        """The words of a candidate."""
        first, after, _ = self.scene.candidates[number]
        return self.text[self.tokens.starts[first] : self.tokens.ends[after - 1]]

    def number(self, words: str) -> int:
        """The number of the only candidate with these words."""
        (found,) = [n for n in range(len(self.scene.candidates)) if self.words(n) == words]
        return found


def see(text: str) -> Seen:
    """The text as the steps see it."""
    tokens = tokenizer(ENGLISH).tokens(text)
    quotations = tuple(q for q in find_quotations(text, tokens, ()) if q.parent is None)
    spans = token_spans(tokens, [(q.outer_start, q.outer_end) for q in quotations])
    view = masked_quotations(tokens, spans)
    return Seen(text, tokens, quotations, spans, view, Scene(tokens, view, names(tokens), ENGLISH))
