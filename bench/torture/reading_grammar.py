"""Adversarial documents from a grammar: what articles are made of, put together at random and repeated.

A kind is known by its seed alone: the same seed gives the same documents of every size, for ever.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.records.document import Article

MARKS = (
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "‚", "‹", "›", "「", "」", "``", "''", "“ ", " ”", "”,", ",”", "?”",
    "’s",
)
NAMES = (
    "Ann Reed", "Reed", "Mr. Reed", "Ms. Ann Marie O’Neil", "X", "Cy Wexley Jr.", "the Wexley Group", "Ely Council",
    "NATO", "van der Ley", "J. K. Orr", "Dr. Orr", "ANN REED", "Reed-Orr", "Mayor Orr", "Sen. Cy Wexley (D-Va.)",
    "President Ines Aalto of Ely", "Ely", "Acme Corp.", "Ann and Bo Reed",
)
NUMBERED = (
    "Ann Reed{n}", "Orr{n}", "Ada{n} Lund{n}", "Firm {n}", "@orr{n}", "Mayor Ley{n}",
)
PRONOUNS = (
    "he", "she", "they", "it", "who", "her", "him", "I", "we", "He", "She", "They", "his", "herself", "them",
)
CUES = (
    "said", "says", "told", "added", "asked", "according to", "wrote", "tweeted", "said that", "replied", "argues",
    "in a statement", "told reporters", "quoted", "was quoted as saying", "denied", "claimed falsely", "saying",
    "posted on Twitter", "asked whether", "told the Ely Post", "cited", "a statement from", "who said",
)
NOUNS = (
    "the mayor", "a spokeswoman", "officials", "critics", "the report", "a lawyer for", "chief of staff", "water",
    "the president of the union", "a neighbour", "its director", "witnesses", "two sources", "the bill", "a law",
)
GLUE = (
    ",", ".", ";", ":", "!", "?", "…", "...", "—", "–", "-", " ", "and", "but", "that", "of", "in", "for", "not",
    "when", "never", "if", "the", "by", "as", "with", "U.S.", "a.m.", "No.", "/", "&", "*", "_", "%", "’", "~",
    "\xa0", "\u200b",
)
NUMERALS = (
    "1", "12", "2,000", "3.5", "$4", "12th", "2026", "March 3, 2026", "10:45 a.m.", "(D-12)", "III", "1)", "0.0.0",
)
LINES = (
    "\n", "\n\n", "\r\n", "\n> ", "\n- ", "\n\u2014 ", "\n\n\n", "\n* ", "\n# ", "\u2028", "\t", "\nREED: ", "\nQ: ",
    "\nA. ", "\n\u2014 Ann Reed, mayor\n", "\n   ", "\n\u201c", "\u201d\n", ".\n", "\n1. ",
)
BRACKETS = (
    "(", ")", "[", "]", "{", "}", "[sic]", "(sic)", "[…]", "<", ">", "(Reed)", "[her]", "（", "）",
)
POSTS = (
    "— Ann Reed (@annreed) March 3, 2026", "@annreed", "#ely", "https://twitter.com/annreed/status/12345",
    "pic.twitter.com/abc12", "Ann Reed (@annreed)", "RT @orr:", "tweeted:", "wrote on Facebook:", "· Mar 3",
    "View this post on Instagram", "A post shared by Ann Reed (@annreed)", "t.me/orr", "@a@b.social", "(@",
)
LETTERS = (
    "a", "Z", "é", "e\u0301", "ß", "İ", "中", "я", "ا", "🙂", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\u202e",
    "\ufeff", "ﬁ", "aaaaaaaa", "-a-", "x.y",
)
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<blockquote>", "</blockquote>", "<q>", "</q>", "<b>", "</b>", "<i>", "<br>",
    "<li>", "<a href='/x'>", "</a>", "<ul>", "</ul>", "<h2>", "</h2>", "<span>", "</span>", "<table><tr><td>",
    "</td></tr></table>", "<!-- a -->", "<!--", "-->", "&nbsp;", "&amp;", "&#8220;", "&rdquo;", "<cite>", "</cite>",
    "<figure>", "<figcaption>", "<blockquote class='twitter-tweet'>", "<a href='https://twitter.com/orr/status/1'>",
    "<script>", "</script>", '<script type=\'application/ld+json\'>{"@type":"NewsArticle","articleBody":"',
    '"}</script>', "<section>", "</section>", "<time datetime='2026-03-03'>", "</time>",
    "<meta property='og:title' content='a'>", "<article>", "</article>", "<em>", "</em>",
    "<iframe src='https://www.youtube.com/embed/a'></iframe>", "<p hidden>", "<pre>", "<aside>", "</aside>",
    "<p class='byline'>By Ann Reed</p>", "<svg>", "</svg>", "<template>", "<p", "='", '<div data-a="',
)
TEXTS = (MARKS, MARKS, NAMES, NUMBERED, PRONOUNS, CUES, NOUNS, GLUE, NUMERALS, LINES, BRACKETS, POSTS, LETTERS)
# Sentences as they are written, whose marks and cues fit each other: what a grammar of single words seldom hits.
SENTENCES = (
    "“We saw it,” {who} {cue}. ", "{who} {cue}, “We saw it.” ", "“We saw it.” ",
    "{who} {cue} {who}: \u201cNo.\u201d\n\n", "“a” {cue} {who}. ",
    "\u201cWe,\u201d {cue} {who}, {noun}, \u201csaw it.\u201d\n", "{noun} {cue} it was “wrong.” ",
    "\u201cWe saw\n\n\u201cthe rest,\u201d {who} {cue}.\n\n", "{who} {cue} that {who} {cue} “no.” ",
    "{who}, {noun}, left. ", "The {noun} of {who} and {who} {cue} {who}. ", "“He {cue} ‘no’ to {who},” {who} {cue}. ",
    "According to {who}, “it” was {noun}. ", "\u201cNo\u201d\n\u2014 {who}, {noun}\n\n",
    "{who} ({who}) {cue} {who}’s {noun}. ", "{pronoun} {cue} {pronoun} saw {pronoun}. ", "{who}: \u201cNo.\u201d\n",
    "<p>“We,” {cue} {who}.</p>", "“{who}” ", "<blockquote><p>We saw it</p>— {who} (@orr)</blockquote>",
    "{who}’s {who}’s ", "{who}, {who}, and {who} ",
)
SHAPES = ("repeated", "repeated", "repeated", "then", "inside", "ended", "sentences", "sentences", "alternating")
JOINS = (" ", " ", "", "\n", "\n\n", ". ")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: its pieces and how they are repeated; `html` if it is a page."""

    seed: int
    shape: str
    first: str
    second: str
    html: bool
    language: str | None

    def __str__(self) -> str:
        """The kind in a line."""
        form = "page" if self.html else "text"
        return f"{self.seed} {form} {self.shape} {self.first!r} {self.second!r}"


def kind_of(seed: int) -> Kind:
    """The kind with this seed."""
    chance = random.Random(seed)
    shape = chance.choice(SHAPES)
    html = chance.random() < 0.3
    make = _sentences if shape == "sentences" else _words
    first, second = make(chance, html), make(chance, html)
    return Kind(seed, shape, first, second, html, None if chance.random() < 0.2 else "en")


def document(kind: Kind, size: int) -> Article:
    """An article of a kind with about `size` characters."""
    whole = _written(kind, size)
    return Article(html=whole, language=kind.language) if kind.html else Article(text=whole, language=kind.language)


def _written(kind: Kind, size: int) -> str:
    both = max(1, len(kind.first) + len(kind.second))
    if kind.shape == "then":
        return _times(kind.first, size // 2) + _times(kind.second, size // 2)
    if kind.shape == "inside":
        return _times(kind.first, size // 2) + "“No,” said Ann Reed. " + _times(kind.second, size // 2)
    if kind.shape == "ended":
        return "Ann Reed, the mayor, met Bo Orr. " + _times(kind.first, size) + kind.second
    if kind.shape == "alternating":
        parts = (kind.first + kind.second * (1 + n % 3) for n in range(size // both))
        return "".join(part.replace("{n}", str(n % 97)) for n, part in enumerate(parts))
    return _times(kind.first, size)


def _times(piece: str, size: int) -> str:
    """A piece repeated to a size; every repetition has names of its own where it has a number in it."""
    if "{n}" not in piece:
        return piece * max(1, size // max(1, len(piece)))
    return "".join(piece.replace("{n}", str(n)) for n in range(max(1, size // len(piece))))


def _words(chance: random.Random, html: bool) -> str:
    groups: Sequence[Sequence[str]] = (*TEXTS, TAGS, TAGS, TAGS) if html else TEXTS
    join = chance.choice(JOINS)
    return join.join(chance.choice(chance.choice(groups)) for _ in range(chance.randint(1, 7))) + join


def _sentences(chance: random.Random, html: bool) -> str:
    whole = "".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 3)))
    while "{who}" in whole or "{cue}" in whole or "{noun}" in whole or "{pronoun}" in whole:
        whole = whole.replace("{who}", chance.choice(chance.choice((NAMES, NUMBERED, PRONOUNS, NOUNS))), 1)
        whole = whole.replace("{cue}", chance.choice(CUES), 1).replace("{noun}", chance.choice(NOUNS), 1)
        whole = whole.replace("{pronoun}", chance.choice(PRONOUNS), 1)
    return f"<p>{whole}</p>" if html and chance.random() < 0.5 else whole
