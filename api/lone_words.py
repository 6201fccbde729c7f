"""The words of a quote where they stand alone, on a card or in a citation, without the comma of the sentence around."""

from __future__ import annotations

from quotes.records.quote import Quote

COMMAS = (",", "，", "、", "،")


def detached(quote: Quote) -> str:
    """A quote's words as they stand without their sentence; empty where it has none.

    The rule: one comma at the very end of a quotation is left off, with the blanks before it. In “The wall will hold,”
    she said, the comma belongs to the sentence around the words. Nothing else is left off or put in: no full stop,
    no question mark, no dots, no comma inside. The words of a post are left as they were posted, and so are words
    that are nothing but a comma. Lists, the API and all exports show words as they are printed.
    """
    printed = (quote.text or "").strip()
    if quote.kind == "post" or not printed.endswith(COMMAS):
        return printed
    return printed[:-1].rstrip() or printed
