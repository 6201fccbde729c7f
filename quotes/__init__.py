"""Who said what, and where is it written: quotations and social posts of news articles, linked to their speakers."""

from __future__ import annotations

from quotes.records import Article, Clue, Document, PostDetails, Quote, QuotedSpeaker, Reading, Speaker, Warned

__all__ = ["Article", "Clue", "Document", "PostDetails", "Quote", "QuotedSpeaker", "Reading", "Speaker", "Warned",
           "read_document"]


def read_document(article: Article) -> Reading:
    """Everything that is said in an article and who says it.

    Raises quotes.errors.InvalidInput where there is no article, or one that cannot be read.
    """
    from quotes.pipeline import read_document as read  # here, so that looking something up does not load all this

    return read(article)
