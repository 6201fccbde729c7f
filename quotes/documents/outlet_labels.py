"""The name that a page prints for its outlet, without slogans and titles.

A page prints its outlet's name in several places, and often more than the name. The name is chosen that the domain
spells and the page's title repeats, and of a line of several parts the part that the domain spells, else the first
that is no headline. Where only the title holds it, it is taken if the domain spells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.documents.outlets import domain_written, is_spelt_by, name_key

SEPARATOR = re.compile(r"\s*[|｜•·»›]+\s*|\s+[-–—:/~>]+\s+|:\s+|\s+[-–—]+$")
IN_BRACKETS = re.compile(r"\s*[(\[](?:https?://)?[\w-]+(?:\.[\w-]+)+/?[)\]]")
ADDRESS = re.compile(r"https?://(?:www\.)?|(?<!\s)/+(?=\s|$)")
LEGAL = re.compile(r"[\s,](?:GmbH|mbH|AG|KG|SE|S\.? ?A\.?|S\.? ?L\.?(?:U\.?)?|Inc\.?|LLC|Ltd\.?|Limited|plc|Corp\.?|"
                   r"Corporation|B\.?V\.?|N\.?V\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|SARL|SAS|Oy|AB|ApS|A/S|Pty|Pvt|Co\.?|"
                   r"Company|Verlag|e\.? ?V\.?)$", re.IGNORECASE)
PLACEHOLDER = re.compile(r"[{}<>]|\[object|^(?:undefined|null|none|n/?a|untitled|site name|my site|home|"
                         r"just another wordpress site)$", re.IGNORECASE)
LONGEST, MOST_WORDS = 60, 8  # of a name; what is longer is a sentence or a title
LONGEST_LINE = 300  # characters of a title or of a printed name that are looked at
SENTENCE = 5  # words from which on a full stop at the end makes a sentence
HEADLINE = 4  # words with which a headline begins that are no name
BRACKET = re.compile(r"[\[\]]")
MOST_IN_TITLE = 5  # words of a name that only the title has


def printed_label(named: Iterable[str | None], titles: Sequence[str], domain: str | None) -> str | None:
    """The outlet's name of those that a page prints, the best place first; None where none of them is a name.

    `titles` are the page's own title and then its headlines.
    """
    titles = [_line(title) for title in titles]
    tails = _beside(titles)
    keys = {name_key(part) for part in tails}
    names = [name for one in named if one and (name := _cleaned(one, titles, domain))]
    if not names:
        return _from_title(tails, titles, domain)
    best = max(names, key=lambda name: _worth(name, keys, domain))
    same = [name for name in names if name_key(name) == name_key(best) and not domain_written(name)]
    return max(same, key=lambda name: (len(name.split()), _worth(name, keys, domain)), default=best)


def _beside(titles: Sequence[str]) -> list[str]:
    """The parts of a page's title, if it has several."""
    parts = [part for title in titles[:1] for piece in BRACKET.split(title) for part in _parts(piece)]
    return parts if len(parts) > 1 else []


def _from_title(parts: Sequence[str], titles: Sequence[str], domain: str | None) -> str | None:
    """The part of the title that the domain spells; without a domain, what stands alone beside the headline."""
    names = [part for part in parts if _is_name(part) and len(part.split()) <= MOST_IN_TITLE]
    if domain:
        return next((part for part in reversed(names) if is_spelt_by(part, domain)), None)
    headlines = {name_key(title) for title in titles[1:]}
    left = [part for part in parts if name_key(part) not in headlines]
    return left[0] if len(left) < len(parts) and len(left) == 1 and left[0] in names and not left[0].islower() else None


def label_alone(label: str, domain: str | None = None) -> str | None:
    """A name of an outlet without slogan, handle and address; None if nothing of it is a name."""
    return _cleaned(label, (), domain)


def title_names(title: str) -> Iterator[str]:
    """The parts of a title, or of a printed name, that may be a name."""
    return (part for piece in BRACKET.split(_line(title)) for part in _parts(piece) if _is_name(part))


def _cleaned(printed: str, titles: Sequence[str], domain: str | None) -> str | None:
    """What is left of a printed name without address, handle, slogan and headline."""
    whole = IN_BRACKETS.sub("", _line(printed)).lstrip("@")
    whole = ADDRESS.sub("", whole) if "://" in whole else whole
    headlines = [name_key(title) for title in titles if len(title.split()) >= HEADLINE]
    parts = [part for part in _parts(whole) if _is_name(part) and not _is_headline(part, headlines)]
    return next((part for part in parts if domain and is_spelt_by(part, domain)), parts[0] if parts else None)


def _line(words: str) -> str:
    """Words on one line, and no more of them than a name with its slogan has."""
    return " ".join(words[: 4 * LONGEST_LINE].split())[:LONGEST_LINE]


def _parts(line: str) -> Iterator[str]:
    return (part.strip() for part in SEPARATOR.split(line) if part.strip())


def _is_name(part: str) -> bool:
    words = part.split()
    return (len(part) <= LONGEST and len(words) <= MOST_WORDS and any(map(str.isalnum, part))
            and not PLACEHOLDER.search(part) and not (len(words) >= SENTENCE and part.endswith((".", "?", "!", "…"))))


def _is_headline(part: str, headlines: Sequence[str]) -> bool:
    key = name_key(part)
    return key in headlines or (len(part.split()) >= HEADLINE and any(
        one.startswith(key) or key.startswith(one) for one in headlines))


def _worth(name: str, title_parts: set[str], domain: str | None) -> int:
    """How much speaks for one of the printed names."""
    return (bool(domain and is_spelt_by(name, domain)) + (name_key(name) in title_parts) - bool(domain_written(name))
            - name.islower() - bool(LEGAL.search(name)))
