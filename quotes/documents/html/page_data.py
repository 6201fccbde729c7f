"""Whether a page's data is read in place of its markup: where the markup shows no article, or only a part of it."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from quotes.documents.html.blocks import Run
from quotes.documents.html.data_article import UPDATES, letters_of, linked_article, prose_of, state_article
from quotes.documents.html.nesting_limits import parsed
from quotes.documents.html.script_values import linked_values, state_values

THIN = 1_500  # letters: a page that shows more shows its article
NOTICE = 400  # letters: a page that shows fewer may show a notice of another kind, as that it needs scripts
CERTAIN = 3_000  # characters: so many hold more letters than that
MORE = 1.5  # times what the page shows must stand in its data
FEWEST = 40  # letters more
PART = 0.5  # of what a page shows must stand in its data, unless it shows next to nothing
SAMPLE = 40  # letters: shorter runs tell nothing
BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')
SIGNS = ('"articleBody"', '"liveBlogUpdate"', "application/json", "__NEXT", "__next_f", "__NUXT", "Fusion.", "_STATE",
         "window.__", "JSON.parse", "window[", "initialState", "preloaded")


class Held(NamedTuple):
    """The markup of the article as a page's data has it, empty where the page shows the article itself.

    `updates` are those of a live report that the data holds beyond the ones that the page shows.
    """

    markup: str = ""
    updates: int = 0


def article_in_data(source: str, shown: list[Run], titles: list[str]) -> Held:
    """What a page's data holds of its article; `shown` are the article's runs in the markup, `titles` its names there.

    Raises nothing: data that cannot be read holds nothing.
    """
    length = sum(len(run.text) for run in shown)
    if length > CERTAIN and '"articleBody"' not in source:
        return Held()
    letters = letters_of("".join(run.text for run in shown))
    if not _may_hold(source, len(letters)):
        return Held()
    tree = parsed(source)
    called = frozenset(letters_of(title).lower() for title in titles) - {""}
    linked = linked_article(linked_values(tree), called)
    if _is_more(linked, letters, shown):
        return Held(linked) if len(letters) < THIN or UPDATES not in linked else Held("", _unseen(linked, letters))
    state = state_article(state_values(tree), called) if len(letters) < THIN else ""
    return Held(state) if _is_more(state, letters, shown) else Held()


def _unseen(linked: str, letters: str) -> int:
    """How many updates in a page's data it does not show; the latest it shows itself, and with all that is in them."""
    samples = (prose_of(update.rpartition("</h3>")[2])[:SAMPLE] for update in linked.split(UPDATES)[1:])
    return sum(sample not in letters for sample in samples)


def with_title(markup: str, title: str | None) -> str:
    """A page of nothing but an article."""
    heading = f"<h1>{html.escape(title, quote=False)}</h1>" if title else ""
    return f"<body><article>{heading}{markup}</article></body>"


def _may_hold(source: str, shown: int) -> bool:
    """Whether a page's data is worth reading, for what little looking tells."""
    if shown < NOTICE:
        return "<script" in source
    if shown < THIN:
        return any(sign in source for sign in SIGNS)
    return '"articleBody"' in source and sum(len(body[1]) for body in BODY.finditer(source)) > MORE * shown


def _is_more(markup: str, letters: str, shown: list[Run]) -> bool:
    """Whether data holds clearly more of the article than the page shows, and the same article."""
    prose = prose_of(markup) if markup else ""
    if len(prose) < MORE * len(letters) or len(prose) < len(letters) + FEWEST:
        return False
    if len(letters) < NOTICE:
        return True
    samples = [sample for run in shown if len(sample := letters_of(run.text)) > SAMPLE]
    return sum(len(one) for one in samples if one in prose) > PART * sum(map(len, samples))
