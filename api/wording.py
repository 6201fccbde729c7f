"""What pages and cards say, in words: verdicts, kinds, days, names."""

from __future__ import annotations

from datetime import date

from quotes.records import Document, Quote

VERDICTS = {
    "certain": ("Certain", "The article itself says clearly whose words these are."),
    "likely": ("Likely", "Several reasons point to this speaker; look at them before you rely on it."),
    "unsure": ("Unsure", "The article can be read in more than one way. Check it."),
    "unknown": ("Speaker unknown", "Nothing in the article says clearly whose words these are."),
    "corrected": ("Corrected", "A person has checked this quote and set its speaker."),
}
DOUBTFUL_FIRST = ("unknown", "unsure", "likely", "certain", "corrected")
KINDS = {
    "direct": "Direct quotation",
    "mixed": "Quoted part of a sentence",
    "block": "Block quote",
    "post": "Social post",
}
SPEAKER_KINDS = {
    "person": "Person",
    "organization": "Organization",
    "group": "Group",
    "document": "Document",
    "unnamed": "Unnamed source",
}
STATUSES = {
    "withdrawn": "These words are no longer in the article. The quote is kept for the record.",
    "not_a_quote": "A person has looked at this and found that it is not a quotation.",
}
PLATFORMS = {
    "twitter": "X (Twitter)", "instagram": "Instagram", "facebook": "Facebook", "tiktok": "TikTok",
    "threads": "Threads", "bluesky": "Bluesky", "mastodon": "Mastodon", "truthsocial": "Truth Social",
    "telegram": "Telegram", "reddit": "Reddit", "youtube": "YouTube", "linkedin": "LinkedIn",
}
DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
BLANKS = dict.fromkeys([*range(0x20), 0x7F, 0x85, 0x2028, 0x2029], " ")


def day(moment: str | None) -> str:
    """A date or a date with time in ISO 8601 as a day in words; what is no date stays as it is."""
    if not moment:
        return ""
    try:
        found = date.fromisoformat(moment[:10])
    except ValueError:
        return moment
    return f"{found.day} {found:%B %Y}"


def one_line(words: str | None, most: int = 120) -> str:
    """Words for a title or an attribute: one line, no marks that turn the direction of writing, cut at a length."""
    plain = " ".join((words or "").translate(DIRECTION_MARKS).translate(BLANKS).split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def speaker_name(quote: Quote) -> str:
    """Who said it, as a heading has it."""
    return quote.speaker.name if quote.speaker else "Speaker unknown"


def quote_title(quote: Quote) -> str:
    """A quote's title: who said what, in short."""
    words = one_line(quote.text, 90)
    return one_line(f"{speaker_name(quote)}: “{words}”" if words else f"{speaker_name(quote)}: a social post", 200)


def source_words(document: Document | None) -> str:
    """Where the words are written: outlet and day."""
    if document is None:
        return ""
    return ", ".join(part for part in (document.publisher, day(document.published_at)) if part)


def platform_name(platform: str) -> str:
    """A platform's name as people write it."""
    return PLATFORMS.get(platform, platform)


def percent(share: float) -> str:
    """A share from 0 to 1 as people write it."""
    return f"{round(share * 100)}%"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"1 {one}" if number == 1 else f"{number} {many}"
