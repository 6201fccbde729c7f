"""Outlets told apart: by the domain of their articles, and by their names where there is none.

A document's outlet is its publisher: what a caller said, else the domain of its address. Where the caller's name is the
one that the page prints, or one that the domain spells, it is the domain's outlet; any other name (an agency's, on the
page of a paper) is an outlet of its own.

What a page calls itself is a claim: it becomes a name of its outlet where the domain spells it, or where it is in a
script that no domain of that kind can spell; else the outlet goes by its domain, and the name is shown as claimed.
"""

from __future__ import annotations

from functools import lru_cache

from quotes.documents.outlet_labels import label_alone
from quotes.documents.outlets import domain_written, is_spelt_by, name_key, outlet_domain
from quotes.records.document import Document
from quotes.records.outlet import echoes
from quotes.store.contract.outlets import OutletKeys


def outlet_keys(document: Document) -> OutletKeys | None:
    """How the outlet of a document is compared; None where it has none."""
    publisher, printed = (document.publisher or "").strip(), (document.publisher_printed or "").strip()
    if not publisher:
        return None
    said, label = name_key(publisher), name_key(printed) if printed else ""
    domain = outlet_domain(document.url)
    is_domains = domain is not None and (
        publisher.casefold() == domain or said in (domain, label) or is_spelt_by(publisher, domain))
    if domain is not None and said != label and is_claimed(domain, printed):
        label = ""
    own = domain if domain is not None and is_domains else domain_written(publisher) or said
    named = [said, label] if is_domains or own == label else [said]
    return OutletKeys(own, tuple(dict.fromkeys(key for key in named if key and key != own)))


@lru_cache(maxsize=10_000)
def is_claimed(publisher: str | None, printed: str | None) -> bool:
    """Whether a page of this domain goes by a name that the domain does not spell, as only its own word has it."""
    if not publisher or not printed or outlet_domain(publisher) != publisher:
        return False
    return not is_spelt_by(printed, publisher) and not echoes(publisher, printed, every=True)


def kept_outlet(url: str | None, publisher: str | None) -> tuple[str | None, str | None]:
    """An outlet and its printed name, from what a document was kept with before outlets were domains.

    What was kept then is a caller's word or a page's, and nothing says which. With an address it is taken for the
    printed name; without one it stays the outlet as it is.
    """
    domain = outlet_domain(url)
    if domain is None:
        return publisher, None
    return domain, label_alone(publisher, domain) if publisher else None
