"""The outlet of an address: its registrable domain, by the public suffix list that ships with a package.

Nothing is fetched. The list (publicsuffix.org, Mozilla Public License) says where domains are sold or lent out: under
co.uk, but also under blogspot.com, so that each blog there is an outlet of its own. The list is kept by those who
lend; LENT has the ones that do not take part. What an archive, a cache or a translation shows is the outlet's whose
page that is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import SplitResult, urlsplit

from publicsuffixlist import PublicSuffixList

# Where everybody who signs up publishes under a name in front, and which the list lacks (looked up in October 2026).
LENT = frozenset({"substack.com", "medium.com", "wordpress.com", "tumblr.com", "ghost.io", "beehiiv.com",
                  "livejournal.com", "typepad.com", "over-blog.com", "hatenablog.com", "squarespace.com"})
INNER = re.compile(r"/(?:web/\d{4,14}[a-z_]{0,4}|(?:amp/)?[cv]/s?|c|v|amp/s|amp)/+(?:https?:/+)?(?=[\w-]+\.[\w.-]+)")
SHOWN_BY = {"archive.org": "/web/", "ampproject.org": "/", "google.com": "/amp/", "google.co.uk": "/amp/"}
TRANSLATED = ".translate.goog"
NUMBERS = re.compile(r"[\d.]+|.*:.*")  # hosts that are no names: IPv4, IPv6
BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/|$)")  # an address without its scheme
HOST = re.compile(r"(?:https?://)?((?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*)/?", re.IGNORECASE)
FIRST_ARTICLE = re.compile(r"^(?:the|la|le|el|los|las|les|il|lo|der|die|das|o|a)\s+(?=\S)", re.IGNORECASE)
SHORTEST_PART = 3  # letters of a domain with which a name begins or ends
MOST_OF = (3, 2)  # a name inside of a domain is two thirds of it
MOST_WORDS = 8


@cache
def _suffixes() -> PublicSuffixList:
    """The list; a suffix that it does not know has one part, as its own rule says."""
    return PublicSuffixList()


def outlet_domain(address: str | None) -> str | None:
    """The registrable domain of a web address, in lower case and as people read it; None where it has none.

    https://www.bbc.co.uk/news/1 is of bbc.co.uk, http://anna.blogspot.com/ of anna.blogspot.com. Numbers, names
    without a dot (localhost) and addresses that are none have no outlet.
    """
    parts = _parts(address or "")
    return _domain(parts) if parts else None


def domain_written(name: str) -> str | None:
    """The domain that a name is, where one is written in its place: NJ.com, https://www.horizont.net."""
    found = HOST.fullmatch(name.strip())
    if found is None:
        return None
    host = _ascii(found[1])
    known = host and _suffixes().publicsuffix(host, accept_unknown=False)
    return _registrable(host) if host and known and known != host else None


def _parts(address: str) -> SplitResult | None:
    try:
        written = address.strip()
        parts = urlsplit(f"//{written}" if BARE.match(written) else written)
        return parts if parts.hostname and parts.scheme in ("", "http", "https") else None
    except ValueError:
        return None


def _domain(parts: SplitResult) -> str | None:
    host = _ascii((parts.hostname or "").rstrip("."))
    if host is None or "" in host.split(".") or "." not in host or NUMBERS.fullmatch(host):
        return None
    if host.endswith(TRANSLATED):  # www-elpais-com.translate.goog; a hyphen of the name is written twice
        named = host.removesuffix(TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        return _registrable(named)
    domain = _registrable(host)
    path = SHOWN_BY.get(domain or "")
    inner = INNER.search(parts.path) if path and parts.path.startswith(path) else None
    return outlet_domain(f"//{parts.path[inner.end() :]}") if inner else domain


@lru_cache(maxsize=10_000)
def _registrable(host: str) -> str | None:
    domain = _suffixes().privatesuffix(host) or host
    if domain in LENT and host.removesuffix(domain) not in ("", "www."):
        domain = ".".join(host.split(".")[-domain.count(".") - 2 :])
    return _readable(domain.removeprefix("www."))


def _ascii(host: str) -> str | None:
    """A host as it is looked up, the letters of other scripts encoded; None for what can be no host."""
    try:
        return host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None


def _readable(domain: str) -> str:
    """A domain in the letters of its script; one that mixes scripts, to look like another, stays encoded."""
    if "xn--" not in domain:
        return domain
    try:
        read = domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
    mixed = any(len({unicodedata.name(one, "?").split()[0] for one in part if one.isalpha()}) > 1
                for part in read.split("."))
    return domain if mixed else read


def name_key(name: str) -> str:
    """The name of an outlet as it is compared: the domain where one is written, else letters and digits alone.

    Case, accents, spaces, signs and a leading article do not count: “The Quay News” and “Quay-News” are one.
    """
    written = domain_written(name)
    letters = _squashed(FIRST_ARTICLE.sub("", name.strip()))
    return written or letters.removeprefix("the") or letters or " ".join(name.casefold().split())


def is_spelt_by(name: str, domain: str) -> bool:
    """Whether a domain spells a name: the whole of it or a good part, or its words shortened (latimes.com)."""
    core, whole = _squashed(_core(domain)), _squashed(name)
    bare = _squashed(FIRST_ARTICLE.sub("", name.strip()))
    if not core or not whole:
        return False
    if whole in (core, _squashed(domain)) or bare == core:
        return True
    if len(core) >= SHORTEST_PART and any(one.startswith(core) or one.endswith(core) for one in (whole, bare)):
        return True
    if any(one in core and MOST_OF[0] * len(one) >= MOST_OF[1] * len(core) for one in (whole, bare)):
        return True
    words = [_squashed(word) for word in re.split(r"[\s/&+-]+", name)[:MOST_WORDS]]
    return len(core) > 1 and _shortened(core, [word for word in words if word])


def _core(domain: str) -> str:
    """A domain without its suffix: bbc of bbc.co.uk."""
    suffix = _suffixes().publicsuffix(_ascii(domain) or domain) or ""
    return domain.rsplit(".", suffix.count(".") + 1)[0] if suffix and "." in domain else domain


def _shortened(core: str, words: Sequence[str]) -> bool:
    """Whether letters are the beginnings of words in their order, some left out: ny + times."""
    reached = {0}  # how many of the letters the words so far can make
    for word in words:
        reached |= {place + length for place in reached for length in range(1, len(word) + 1)
                    if core.startswith(word[:length], place)}
    return len(core) in reached


def _squashed(name: str) -> str:
    """Letters and digits alone, folded."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in folded if one.isalnum())
