"""Entity corpora: articles in which people marked the names of people, bodies, places and works, one JSON a line.

    {"id": "a1", "sentences": [{"words": ["Ann", "Reed", "left", "."], "tags": ["B-Person", "I-Person", "O", "O"]}]}

The words of a sentence, or of a whole paragraph, are put together as they are printed; files may be packed with gzip.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.languages.contract import Language
from quotes.records.errors import InvalidInput
from quotes.text.entities.entity_labels import LABELS, EntityKind
from quotes.text.entities.name_forms import Form, Forms, find_forms
from quotes.text.tokens import Tokens, tokenizer

KIND_OF_TAG: dict[str, EntityKind] = {
    "Person": "person", "Organization": "organization", "Location": "place", "Facility": "place", "NORP": "people",
    "Misc": "work", "Product": "work"}
BEFORE_NOTHING = frozenset(".,;:!?)]}%’”…")  # marks that follow the word before them without a space
AFTER_NOTHING = frozenset("([{“‘$€£#")
JOINING = frozenset("-/’'")  # marks that stand inside words: half-baked, O’Neill
ENDINGS = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))  # after an apostrophe
JOINED_BEFORE = frozenset(("O", "D", "L"))  # O’Neill, D’Angelo


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name by its offsets in the text, and its kind."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """One article with its names, in order."""

    id: str
    text: str
    names: tuple[TaggedName, ...]


def read_tagged(path: Path) -> list[TaggedArticle]:
    """All articles of an entity corpus; InvalidInput names the line that is none."""
    written = path.read_bytes()
    if path.suffix == ".gz":
        written = gzip.decompress(written)
    found = []
    for number, line in enumerate(written.splitlines(), 1):
        try:
            found.append(_article(json.loads(line)))
        except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
            raise InvalidInput(f"{path.name}, line {number} is no article of an entity corpus: {error}") from error
    return found


def _article(row: dict[str, Any]) -> TaggedArticle:
    text, names = "", list[TaggedName]()
    for sentence in row["sentences"]:
        text += "\n\n" if text else ""
        words, tags = [word.partition("\t")[0] for word in sentence["words"]], sentence["tags"]
        if len(words) != len(tags):
            raise ValueError(f"{len(words)} words have {len(tags)} tags")
        printed, starts = _printed(words)
        names.extend(_names(starts, words, tags, len(text)))
        text += printed
    return TaggedArticle(str(row["id"]), text, tuple(names))


def _printed(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words put together as they are printed, and where each begins."""
    text, starts = "", list[int]()
    inside = False  # a pair of straight marks
    glued = True
    for i, word in enumerate(words):
        before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        if word == '"':
            glued, inside = glued or inside, not inside
        joins = word in JOINING and before[-1:].isalnum() and after[:1].isalnum()
        if word in "’'":
            joins = joins and (after in ENDINGS or before in JOINED_BEFORE)
        glued = glued or joins or word in BEFORE_NOTHING
        text += "" if glued else " "
        starts.append(len(text))
        text += word
        glued = joins or word in AFTER_NOTHING or (word == '"' and inside)
    return text, starts


def _names(starts: Sequence[int], words: Sequence[str], tags: Sequence[str], offset: int) -> Iterator[TaggedName]:
    """The names among tagged words, those of kinds that count."""
    i = 0
    while i < len(tags):
        after = i + 1
        while after < len(tags) and tags[after][:2] == "I-" and tags[after][2:] == tags[i][2:]:
            after += 1
        kind = KIND_OF_TAG.get(tags[i][2:])
        if kind:
            yield TaggedName(offset + starts[i], offset + starts[after - 1] + len(words[after - 1]), kind)
        i = after


@dataclass(frozen=True, slots=True)
class LabelledForms:
    """The forms of an article and, for each, the labels that most of its places have."""

    tokens: Tokens
    forms: Forms
    labels: tuple[tuple[int, ...], ...]


def labelled_forms(article: TaggedArticle, language: Language) -> LabelledForms:
    """The forms of an article with what people marked them as."""
    tokens = tokenizer(language).tokens(article.text)
    forms = find_forms(tokens, language)
    starts = [name.start for name in article.names]
    labels = [0] * len(tokens.words)
    for i, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=False)):
        n = bisect_right(starts, end - 1) - 1
        if n >= 0 and article.names[n].end > start:
            labels[i] = LABELS.index(article.names[n].kind)
    return LabelledForms(tokens, forms, tuple(_commonest(form, labels) for form in forms.forms))


def _commonest(form: Form, labels: Sequence[int]) -> tuple[int, ...]:
    counted = Counter(tuple(labels[place.first : place.after]) for place in form.places)
    return counted.most_common(1)[0][0]
