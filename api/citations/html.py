"""A citation as a figure in HTML, every word of others escaped."""

from __future__ import annotations

from markupsafe import Markup

from quotes.api.citations.facts import Facts
from quotes.api.citations.plain import where, who


def written(facts: Facts) -> str:
    """The words in a block quote, and who said them with a link to where they are; a page shows this as words again."""
    said = Markup("<br>").join(facts.said.splitlines())
    return str(Markup('<figure><blockquote cite="{cite}"><p>{said}</p></blockquote>'
                      '<figcaption>— {who}. <a href="{cite}">{where}</a></figcaption></figure>').format(
        cite=facts.address, said=said, who=who(facts), where=where(facts) or "Source"))
