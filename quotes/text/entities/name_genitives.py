"""Names of bodies that hold a genitive: the Police Chiefs’ Council, St. Mary’s Hospital, Moody’s.

A genitive ends a form, for most belong to somebody (Reed’s party). These belong to the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.languages.contract import Language
from quotes.text.entities.recognizer import Run
from quotes.text.tokens import Tokens
from quotes.text.word_classes import COMMA, CUES, GENITIVE, LINE, STOP

APOSTROPHES = (["’"], ["'"])
LONGEST_SECOND = 3  # words of what stands behind the genitive
ENDS = STOP + COMMA + LINE


def with_genitives(runs: Sequence[Run], tokens: Tokens, language: Language) -> list[Run]:
    """The runs, those that are parts of one name joined, and those joined to the genitive that ends their name."""
    found: list[Run] = []
    for run in runs:
        if found and _is_one(found[-1], run, tokens, language):
            found[-1] = found[-1]._replace(after=run.after, name=found[-1].first, kind="organization",
                                           letters=run.letters)
        else:
            found.append(run)
    return [run._replace(after=run.after + 1, kind="organization") if _ends_in_genitive(run, tokens) else run
            for run in found]


def printed(words: Sequence[str]) -> str:
    """A name as it is printed: no blank before what begins with an apostrophe."""
    return " ".join(words).replace(" ’", "’").replace(" '", "'")


def _is_one(left: Run, right: Run, tokens: Tokens, language: Language) -> bool:
    """Whether two runs with a genitive between them are one body: of several (Chiefs’), of a saint, or of a kind."""
    between = left.after
    bare = tokens.words[between : between + 1] in APOSTROPHES
    if right.first != between + 1 or not (bare or tokens.classes[between] == GENITIVE) or (
            right.after - right.first > LONGEST_SECOND):
        return False
    names = language.names
    if tokens.words[right.after - 1].lower() not in names.organization_words:
        return False
    first, last = tokens.words[left.first].lower(), tokens.words[between - 1].lower()
    several = bare and last.endswith("s") and left.kind != "person"
    return several or first in names.owner_titles or last in names.body_owners


def _ends_in_genitive(run: Run, tokens: Tokens) -> bool:
    """Whether a genitive ends a name that a verb of speech stands before: “…,” said Moody’s.

    Behind a name, it proves nothing: Reed’s proposed ban, Reed’s called it off.
    """
    classes, after = tokens.classes, run.after
    if classes[after : after + 1] != GENITIVE or run.first == 0 or classes[run.first - 1] not in CUES:
        return False
    following = classes[after + 1 : after + 2]
    return following != "" and following in ENDS
