"""Settings, all in one table, read from the environment when a program starts.

The table is the source of the list in the reference, of `quotes serve --help` and of the check at start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from quotes.records.errors import BadSetting


class Setting(NamedTuple):
    """One setting: the variable's name, its default as text, and what it does."""

    name: str
    default: str
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting("QUOTES_DATABASE", "sqlite:///data/quotes.db",
            "Where quotes are kept: a database URL; the file's folder is made if it is missing."),
    Setting("QUOTES_MIGRATION_BACKUPS", "2",
            "How many copies of the database are kept that were made beside it before a new version changed its "
            "tables; 0 makes none."),
    Setting("QUOTES_PUBLIC_URL", "http://127.0.0.1:8000",
            "The address under which others reach the service; every absolute link starts with it."),
    Setting("QUOTES_MAX_BYTES", "5242880", "The longest request body or input file that is read, in bytes."),
    Setting("QUOTES_MAX_QUOTATIONS", "5000",
            "The most quotations and posts of one document; one with more is refused."),
    Setting("QUOTES_READING_SECONDS", "10",
            "How many seconds of the processor reading one document may take; then it is ended, and refused."),
    Setting("QUOTES_READING_MEMORY", "600",
            "How many MB all readings of long documents may take together, at least 200; further ones wait, and are "
            "answered with 503 after some seconds."),
    Setting("QUOTES_EXTRACT", "true",
            "Whether articles are read for whoever sends them without being kept (POST /v1/extract and /v1/verify, "
            "/try, /verify/draft): true or false."),
    Setting("QUOTES_OPEN_READING", "true", "Whether anybody may read without a key: true or false."),
    Setting("QUOTES_SEARCH_TIMEOUT_MS", "300",
            "How long a search may take, in milliseconds; then it answers with the newest matches, and says so."),
    Setting("QUOTES_QUESTION_TIMEOUT_MS", "5000",
            "How long anything else that is asked of the collection may take, waiting included, in milliseconds; then "
            "it answers with what it has and says so, or with 503 where that would mislead."),
    Setting("QUOTES_RATE_LIMIT", "1200 per minute",
            "How many requests one key, or one address without a key, may send: N per second, minute, hour or day; "
            "several such rates, separated by “;”; or off."),
    Setting("QUOTES_REDIS_URL", "",
            "The Redis in which several processes or machines count requests together, like "
            "redis://127.0.0.1:6379/0; without it, each process counts for itself."),
    Setting("QUOTES_TRUSTED_PROXIES", "0",
            "How many proxies of your own a request passes through; as many entries of X-Forwarded-For are trusted."),
    Setting("QUOTES_RECEIVE_SECONDS", "30",
            "How many seconds a caller may take to send a request; a second more for every 16 kB of it."),
    Setting("QUOTES_SEND_SECONDS", "60",
            "How many seconds an answer may wait for its caller to read it; a second more for every 16 kB of it."),
    Setting("QUOTES_CONNECTIONS", "64",
            "How many connections one address may have in one process; beyond them, whoever of it has waited longest "
            "is let go. Not counted behind proxies of your own, which have limits themselves."),
    Setting("QUOTES_SECRET_KEY", "",
            "A long random word that signs the cookies of people who review. Without it, they have to sign in again "
            "after a restart."),
    Setting("QUOTES_EXCERPT_LENGTH", "0",
            "How many characters of an article pages show before and after each quote; 0 shows the whole article."),
    Setting("QUOTES_NOINDEX", "false", "Whether search engines are asked not to list any of this: true or false."),
    Setting("QUOTES_SHOW_EDITORS", "false",
            "Whether all readers see the names of the keys with which people decided something, and their notes: true "
            "or false. Whoever has a key that may write always does."),
    Setting("QUOTES_CORS_ORIGINS", "",
            "The sites whose scripts may read the API and feeds from a browser, like https://news.example, separated "
            "by “,”; or none. Without it, those of all sites where reading is open, of no site where it is closed."),
    Setting("QUOTES_TRUSTED_HOSTS", "",
            "The hosts under which the service answers beside that of QUOTES_PUBLIC_URL, like quotes.example, "
            "separated by “,”; .example.org is all hosts below it. Without it, any Host is answered; health checks "
            "always are."),
    Setting("QUOTES_LOG_LEVEL", "info", "How much is logged: debug, info, warning or error."),
)

SHORTEST_SECRET = 16
LEVELS = ("debug", "info", "warning", "error")
UNITS = ("second", "minute", "hour", "day")
MOST_PROXIES, LONGEST_EXCERPT, MOST_DIGITS = 20, 10**9 - 1, 12
LEAST_MEMORY, MOST_MEMORY = 200, 10**6  # MB
PRINTED = frozenset(map(chr, range(0x21, 0x7F)))
NOT_IN_ADDRESS = '?#"<>\\^`{|}'
TRUE, FALSE = ("true", "1", "yes", "on"), ("false", "0", "no", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    database: str
    migration_backups: int
    public_url: str
    max_bytes: int
    max_quotations: int
    reading_seconds: int
    reading_memory: int
    extract: bool
    open_reading: bool
    search_timeout_ms: int
    question_timeout_ms: int
    rate_limit: str | None
    redis_url: str | None
    trusted_proxies: int
    secret_key: str
    receive_seconds: int
    send_seconds: int
    connections: int
    excerpt_length: int
    noindex: bool
    show_editors: bool
    cors_origins: tuple[str, ...] | None
    trusted_hosts: tuple[str, ...]
    log_level: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment asks for, defaults filled in.

    Raises BadSetting naming the variable if a value cannot be used, or if a variable begins with QUOTES_ and is
    no setting (most likely misspelt).
    """
    known = {setting.name for setting in SETTINGS} | {"QUOTES_TEST_DATA"}
    for name in environment:
        if name.startswith("QUOTES_") and name not in known:
            raise BadSetting(f"{name} is not a setting; the settings are {', '.join(s.name for s in SETTINGS)}")
    value = {setting.name: environment.get(setting.name, "").strip() or setting.default for setting in SETTINGS}
    return Settings(
        database=value["QUOTES_DATABASE"],
        migration_backups=_few("QUOTES_MIGRATION_BACKUPS", value["QUOTES_MIGRATION_BACKUPS"]),
        public_url=_address("QUOTES_PUBLIC_URL", value["QUOTES_PUBLIC_URL"]),
        max_bytes=_positive("QUOTES_MAX_BYTES", value["QUOTES_MAX_BYTES"]),
        max_quotations=_positive("QUOTES_MAX_QUOTATIONS", value["QUOTES_MAX_QUOTATIONS"]),
        reading_seconds=_positive("QUOTES_READING_SECONDS", value["QUOTES_READING_SECONDS"]),
        reading_memory=_megabytes("QUOTES_READING_MEMORY", value["QUOTES_READING_MEMORY"]),
        extract=_truth("QUOTES_EXTRACT", value["QUOTES_EXTRACT"]),
        open_reading=_truth("QUOTES_OPEN_READING", value["QUOTES_OPEN_READING"]),
        search_timeout_ms=_positive("QUOTES_SEARCH_TIMEOUT_MS", value["QUOTES_SEARCH_TIMEOUT_MS"]),
        question_timeout_ms=_positive("QUOTES_QUESTION_TIMEOUT_MS", value["QUOTES_QUESTION_TIMEOUT_MS"]),
        rate_limit=_rates("QUOTES_RATE_LIMIT", value["QUOTES_RATE_LIMIT"].lower()),
        redis_url=_redis("QUOTES_REDIS_URL", value["QUOTES_REDIS_URL"]),
        trusted_proxies=_few("QUOTES_TRUSTED_PROXIES", value["QUOTES_TRUSTED_PROXIES"]),
        receive_seconds=_positive("QUOTES_RECEIVE_SECONDS", value["QUOTES_RECEIVE_SECONDS"]),
        send_seconds=_positive("QUOTES_SEND_SECONDS", value["QUOTES_SEND_SECONDS"]),
        connections=_positive("QUOTES_CONNECTIONS", value["QUOTES_CONNECTIONS"]),
        secret_key=_secret("QUOTES_SECRET_KEY", value["QUOTES_SECRET_KEY"]),
        excerpt_length=_length("QUOTES_EXCERPT_LENGTH", value["QUOTES_EXCERPT_LENGTH"]),
        noindex=_truth("QUOTES_NOINDEX", value["QUOTES_NOINDEX"]),
        show_editors=_truth("QUOTES_SHOW_EDITORS", value["QUOTES_SHOW_EDITORS"]),
        cors_origins=_origins("QUOTES_CORS_ORIGINS", value["QUOTES_CORS_ORIGINS"].lower()),
        trusted_hosts=_hosts("QUOTES_TRUSTED_HOSTS", value["QUOTES_TRUSTED_HOSTS"].lower()),
        log_level=_one_of("QUOTES_LOG_LEVEL", value["QUOTES_LOG_LEVEL"].lower(), LEVELS),
    )


def _positive(name: str, value: str) -> int:
    number = whole_number(value, least=1)
    if number is None:
        raise BadSetting(f"{name} must be a whole number above 0, of at most {MOST_DIGITS} digits, not {value[:40]!r}")
    return number


def _megabytes(name: str, value: str) -> int:
    number = whole_number(value, LEAST_MEMORY, MOST_MEMORY)
    if number is None:
        raise BadSetting(f"{name} must be a whole number of megabytes from {LEAST_MEMORY} to {MOST_MEMORY}, "
                         f"not {value[:40]!r}")
    return number


def _length(name: str, value: str) -> int:
    number = whole_number(value, most=LONGEST_EXCERPT)
    if number is None:
        raise BadSetting(f"{name} must be a whole number, 0 for whole articles, not {value[:40]!r}")
    return number


def _few(name: str, value: str) -> int:
    number = whole_number(value, most=MOST_PROXIES)
    if number is None:
        raise BadSetting(f"{name} must be a whole number from 0 to {MOST_PROXIES}, not {value[:40]!r}")
    return number


def _rates(name: str, value: str) -> str | None:
    """Rates as "600 per minute;20 per second", or None for off."""
    if value in ("off", "none", "0", *FALSE):
        return None
    rates = []
    for rate in value.split(";"):
        words = rate.replace("/", " per ").split()
        if (len(words) != 3 or words[1] != "per" or words[2].removesuffix("s") not in UNITS
                or whole_number(words[0], least=1) is None):
            raise BadSetting(f"{name} must be like “600 per minute” or “600 per minute; 20 per second”, or off, "
                             f"not {value[:40]!r}")
        rates.append(f"{words[0]} per {words[2].removesuffix('s')}")
    return ";".join(rates)


def whole_number(written: str, least: int = 0, most: int = 10**MOST_DIGITS - 1) -> int | None:
    """The whole number that ASCII digits stand for; None for anything else, and for one below or above what may be."""
    if not (written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS):
        return None
    number = int(written)
    return number if least <= number <= most else None


def _redis(name: str, value: str) -> str | None:
    if value and not value.startswith(("redis://", "rediss://")):
        raise BadSetting(f"{name} must start with redis:// or rediss://, not {value.partition(':')[0][:40]!r}")
    parts = _parts(value)
    if value and (parts is None or not (parts.path.strip("/") or "0").isdigit()):
        raise BadSetting(f"{name} must be like redis://127.0.0.1:6379/0, with a port and the number of a database")
    return value or None


def _origins(name: str, value: str) -> tuple[str, ...] | None:
    """Origins as browsers write them; None where nothing is said, none of them for “none”."""
    origins = tuple(value.replace(",", " ").split())
    if not origins or origins == ("none",):
        return () if origins else None
    for origin in origins:
        parts = _parts(origin)
        if parts is None or f"{parts.scheme}://{parts.netloc}" != origin or not parts.hostname or "@" in origin or (
                parts.scheme not in ("http", "https") or "*" in origin):
            raise BadSetting(f"{name} must be like https://news.example or https://one.example, https://two.example, "
                             f"without a path, or none, not {origin[:60]!r}")
    return origins


def _hosts(name: str, value: str) -> tuple[str, ...]:
    """Names of hosts and addresses, without ports; a point before one stands for all below it."""
    hosts = tuple(value.replace(",", " ").split())
    for host in hosts:
        parts = _parts(f"//{host.removeprefix('.')}")
        if parts is None or not parts.hostname or parts.netloc.strip("[]") != parts.hostname or any(
                mark in host for mark in f"*/@{NOT_IN_ADDRESS}"):
            raise BadSetting(f"{name} must be like quotes.example or quotes.example, .example.org, without ports, "
                             f"not {host[:60]!r}")
    return tuple(host.strip("[]") for host in hosts)


def _secret(name: str, value: str) -> str:
    if 0 < len(value) < SHORTEST_SECRET:
        raise BadSetting(f"{name} must have at least {SHORTEST_SECRET} characters; this prints a good one: "
                         f"python3 -c 'import secrets; print(secrets.token_hex())'")
    return value


def _truth(name: str, value: str) -> bool:
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise BadSetting(f"{name} must be true or false, not {value[:40]!r}")


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise BadSetting(f"{name} must be one of {', '.join(choices)}, not {value[:40]!r}")
    return value


def _address(name: str, value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise BadSetting(f"{name} must start with http:// or https://, not {value.partition(':')[0][:40]!r}")
    parts = _parts(value)
    if parts is None or not parts.hostname or "@" in parts.netloc or any(mark in value for mark in NOT_IN_ADDRESS):
        raise BadSetting(f"{name} must be like https://quotes.example or https://example.org/quotes, in ASCII, with "
                         "nothing after the path and no password")
    return value.rstrip("/")


def _parts(address: str) -> SplitResult | None:
    """The parts of an address; None of what is none, or has a port that cannot be."""
    try:
        parts = urlsplit(address)
        return parts if PRINTED.issuperset(address) and parts.port != 0 else None
    except ValueError:
        return None
