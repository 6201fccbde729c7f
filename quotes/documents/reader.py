"""Step 1: what came in, bytes, HTML or text, becomes a Document.

A text is kept as it is, but for its byte-order mark and its line ends; a page goes through
quotes.documents.html.page. What the caller says about the article wins over what the page says about itself.
"""

from __future__ import annotations

import re

from quotes.documents.dates import machine_moment
from quotes.documents.html.page import Page, read_page
from quotes.records.document import Article, Block, Document, Warned
from quotes.records.errors import InvalidInput

LINE = re.compile(r"\S(?:[^\n]*\S)?")
SURROGATE = re.compile("[\ud800-\udfff]")
WORD = re.compile(r"[^\W\d_]+")
LANGUAGE_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\Z", re.DOTALL)
# Codes of three letters that pages declare for languages with one of two.
LONG_CODES = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
              "nld": "nl", "dut": "nl", "pol": "pl", "swe": "sv", "rus": "ru"}

# A few of the commonest words of a language that are not common words of another one in the list.
FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset([
        "the", "of", "and", "to", "that", "was", "for", "is", "with", "it", "on", "by", "at", "from", "he", "his",
        "were", "this", "have", "are", "they", "said",
    ]),
    "de": frozenset([
        "der", "und", "das", "den", "von", "ist", "mit", "sich", "des", "dem", "ein", "eine", "nicht", "auch",
        "auf", "für", "im", "zu", "dass", "wurde",
    ]),
    "fr": frozenset([
        "le", "les", "des", "du", "et", "est", "dans", "une", "qui", "pas", "sur", "au", "plus", "pour", "par",
        "avec", "ce", "il", "cette",
    ]),
    "es": frozenset([
        "el", "los", "las", "que", "y", "del", "una", "por", "con", "su", "para", "es", "se", "lo", "como", "más",
        "fue", "pero",
    ]),
    "it": frozenset([
        "il", "che", "di", "della", "per", "del", "con", "non", "sono", "gli", "nel", "anche", "alla", "dei", "più",
        "è", "una", "ha",
    ]),
    "pt": frozenset([
        "os", "que", "do", "da", "em", "um", "uma", "não", "com", "para", "dos", "mais", "foi", "ao", "pelo", "são",
        "as", "no",
    ]),
    "nl": frozenset([
        "het", "een", "van", "en", "dat", "op", "te", "zijn", "met", "voor", "niet", "aan", "er", "maar", "ook",
        "wordt", "werd", "bij",
    ]),
    "pl": frozenset([
        "w", "i", "na", "się", "z", "do", "nie", "że", "jest", "to", "przez", "od", "po", "jak", "oraz", "które",
        "został",
    ]),
    "sv": frozenset([
        "och", "att", "det", "som", "på", "är", "av", "för", "med", "till", "inte", "har", "om", "ett", "men",
    ]),
    "ru": frozenset([
        "и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "за", "для", "от", "его", "был",
    ]),
}
ARCHIVED = Warned("archived_date", "This page names no date; the one on which it was archived stands in for it.")
SHORT = 40  # words: in fewer than these a guess is worth little
LONGEST_SAMPLE = 1500  # characters are enough to tell a language


def read_article(article: Article) -> Document:
    """The Document of an article.

    Raises InvalidInput if there is not exactly one of text and HTML, or if it holds what no text can hold.
    """
    if article.text is not None and article.html is None:
        return _text_document(article, article.text)
    if article.html is not None and article.text is None:
        return _page_document(article, article.html)
    if article.text is None:
        raise InvalidInput("There is no article: give its text or its HTML.", "text")
    raise InvalidInput("Give the article's text or its HTML, not both.", "html")


def language_of(text: str) -> str | None:
    """The language that a text seems to be in, by its commonest words.

    None where the text is too short to tell, and "und" (undetermined) where it is long and in none of those known here.
    """
    words = WORD.findall(text[:LONGEST_SAMPLE].lower())
    if sum(map(FUNCTION_WORDS["en"].__contains__, words)) * 5 >= len(words) >= SHORT:
        return "en"  # a fifth of the words: no need to count those of the other languages
    counts = {code: sum(map(common.__contains__, words)) for code, common in FUNCTION_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    if len(words) < SHORT:
        return best if best != "en" and counts[best] >= 4 and counts[best] > 2 * counts["en"] else None
    return best if counts[best] * 12 >= len(words) else "und"


def _text_document(article: Article, text: str) -> Document:
    _check(text, "text")
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = tuple([Block("paragraph", *match.span()) for match in LINE.finditer(text)])
    return Document(
        text=text, id=article.id or "d1", title=article.title, url=article.url, publisher=article.publisher,
        byline=article.byline, published_at=article.published_at,
        language=_code(article.language) or language_of(text), blocks=blocks, warnings=_warnings(blocks),
    )


def _page_document(article: Article, html: str | bytes) -> Document:
    if isinstance(html, str):
        _check(html, "html")
    page = read_page(html, article.url, article.charset)
    facts = page.facts
    published_at = article.published_at or facts.published_at
    archived_at = machine_moment(article.archived_at) if article.archived_at and not published_at else None
    warnings = _warnings(page.blocks)
    return Document(
        text=page.text, id=article.id or "d1",
        title=article.title or facts.title, url=article.url or facts.url,
        publisher=article.publisher or facts.publisher, byline=article.byline or facts.byline,
        published_at=published_at or archived_at, language=_code(article.language) or _page_language(page),
        blocks=page.blocks, embeds=page.embeds, warnings=(*warnings, ARCHIVED) if archived_at else warnings,
    )


def _page_language(page: Page) -> str | None:
    """The page's language; the words decide where they plainly speak against what the page declares.

    Templates often declare English for pages in another language, seldom the reverse.
    """
    declared, seen = _code(page.facts.language), language_of(page.text)
    if declared == "en" and seen not in (None, "en", "und"):
        return seen
    return declared or seen


def _warnings(blocks: tuple[Block, ...]) -> tuple[Warned, ...]:
    return () if blocks else (Warned("no_text", "There is no text in this article."),)


def _check(text: str, field: str) -> None:
    if "\x00" in text:
        raise InvalidInput(f"The {field} holds a NUL character, as binary files do; send text.", field)
    if not text.isascii() and SURROGATE.search(text):
        raise InvalidInput(f"The {field} holds half of a surrogate pair, which is no character; decode it anew.", field)


def _code(language: str | None) -> str | None:
    """The language's own code without region or script: "en" for "en-GB"."""
    match = LANGUAGE_CODE.match(language) if language else None
    return LONG_CODES.get(match[1].lower(), match[1].lower()) if match else None
