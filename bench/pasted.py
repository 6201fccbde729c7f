"""Pages copied as text: the quotes with speakers that a page gives, and those that its visible text gives when pasted.

The visible text is all that a person copies who marks the whole page: menus, teasers and footers too, one line for each
block. Posts are left out, as their marks are in the markup. `--errors N` shows the N pages that lose most, and what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from bench.corpora import arguments, test_data
from bench.extract import say
from bench.page_reading import pages_of
from quotes.documents.html.charset import decode_page
from quotes.documents.html.markup import displayed
from quotes.reading.pipeline import read_document
from quotes.records.document import Article
from quotes.records.quote import Quote

FOLDERS = ("articles", "embeds/pages")
UNSEEN = "[hidden], [style*='display:none' i], [style*='display: none' i]"
WORD = re.compile(r"\w+")

Said = tuple[str, str]  # the words of a quote and its speaker, without case and punctuation


def main() -> None:
    """Read each page twice and print what is left of its quotes."""
    asked = arguments(__doc__).parse_args()
    data = test_data(*FOLDERS)
    compared = [(name, *compare(page)) for folder in FOLDERS for name, page in pages_of(data / folder).items()]
    whole = sum(one.total() for _, one, _, _ in compared)
    say(f"Quotes with speakers on {len(compared)} pages", str(whole))
    same = sum((one & other).total() for _, one, other, _ in compared)
    spoken = sum((words_only(one) & words_only(other)).total() for _, one, other, _ in compared)
    say("  of them in the pasted text, with the same speaker", f"{same / whole:.4f}", "≥ 0.97")
    say("  with any speaker", f"{spoken / whole:.4f}")
    lost = [(name, languages) for name, _, _, languages in compared if languages[0] != languages[1]]
    say("Pages whose pasted text is in another language", str(len(lost)), "0")
    for name, languages in lost:
        say(f"  {name[:60]}", " → ".join(map(str, languages)))
    for name, one, other, _ in sorted(compared, key=lambda found: -(found[1] - found[2]).total())[: asked.errors]:
        show(name, one - other, other)


def compare(page: bytes) -> tuple[Counter[Said], Counter[Said], tuple[str | None, str | None]]:
    """The quotes with speakers of a page and of its visible text, and the languages in which both were read."""
    by_page = read_document(Article(html=page))
    pasted = read_document(Article(text=visible_text(page)))
    return (Counter(spoken_in(by_page.quotes)), Counter(spoken_in(pasted.quotes)),
            (by_page.document.language, pasted.document.language))


def visible_text(page: bytes) -> str:
    """What a person copies who marks the whole page: a line for each block, without what is not shown."""
    tree = LexborHTMLParser(decode_page(page))
    for node in reversed(tree.css(UNSEEN)):
        node.remove()
    return displayed(tree.body) if tree.body is not None else ""


def spoken_in(quotes: Iterable[Quote]) -> list[Said]:
    """The quotes that have a speaker and are no posts."""
    return [(plain(quote.text), plain(quote.speaker.name)) for quote in quotes
            if quote.speaker is not None and quote.kind != "post"]


def plain(words: str) -> str:
    """Words without case, punctuation and white space."""
    return " ".join(WORD.findall(words.lower()))


def words_only(said: Counter[Said]) -> Counter[str]:
    """How often each wording occurs, whoever says it."""
    return Counter(words for words, _ in said.elements())


def show(name: str, missing: Counter[Said], pasted: Counter[Said]) -> None:
    """Print what a page lost, and who says it in the pasted text."""
    say(f"  {name[:60]}", str(missing.total()))
    elsewhere = dict(pasted.keys())
    for words, speaker in missing:
        say(f"    {words[:70]}", f"{speaker} → {elsewhere.get(words, 'nobody')}")


if __name__ == "__main__":
    main()
