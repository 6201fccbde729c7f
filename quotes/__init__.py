"""Who said what, and where is it written: quotations and social posts of news articles, linked to their speakers."""

from __future__ import annotations

from pathlib import Path

from quotes.records.document import Article, Document, Warned
from quotes.records.evidence import Clue
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker

__all__ = ["Article", "Clue", "Document", "PostDetails", "Quote", "QuotedSpeaker", "Reading", "Speaker", "Warned",
           "read_document"]

_HERE = Path(__file__).parent
if not (_HERE / "schemas").is_dir():  # a checkout, where api and schemas lie beside this folder, not in it (setup.py)
    __path__.append(str(_HERE.parent))


def read_document(article: Article) -> Reading:
    """Everything that is said in an article and who says it.

    Raises quotes.records.errors.InvalidInput where there is no article, or one that cannot be read.
    """
    from quotes.reading.pipeline import read_document as read  # here, so that looking something up does not load it all

    return read(article)
