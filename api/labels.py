"""What pages and cards say, in words: verdicts, kinds, days, names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quotes.api.antecedent_words import antecedent_sentence as antecedent_sentence  # the pages call it by this module
from quotes.api.decision_words import decision_told as decision_told
from quotes.api.lone_words import detached as detached  # the cards call it by this module
from quotes.api.verdict_words import BY_PERSON as BY_PERSON  # the pages call all of these by this module
from quotes.api.verdict_words import DOUBTFUL_FIRST as DOUBTFUL_FIRST
from quotes.api.verdict_words import VERDICT_NAMES as VERDICT_NAMES
from quotes.api.verdict_words import VERDICTS as VERDICTS
from quotes.api.verdict_words import CardMark, verdict_mark
from quotes.api.verdict_words import nobody_words as nobody_words
from quotes.api.verdict_words import title_verdict as title_verdict
from quotes.api.verdict_words import verdict_words as verdict_words
from quotes.records.document import Document
from quotes.records.not_quote import Why
from quotes.records.outlet import outlet_of
from quotes.records.outlet import shown_outlet as shown_outlet  # the pages call it by this module
from quotes.records.quote import Quote
from quotes.schemas.editors.editor_name import editor_name as editor_name
from quotes.schemas.editors.editor_name import editor_note as editor_note

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
    "hidden": "The person quoted has objected. The quote is kept, and not shown to the public.",
}
class StanceWords(NamedTuple):
    """What is said of words by which an article does not stand: in a word or two, and as a sentence."""

    short: str
    says: str


STANCES = {
    "denied": StanceWords("Denied", "The article says that these words were not said, or that they are denied."),
    "alleged": StanceWords("Alleged", "The article passes these words on as a claim that it does not stand by."),
    "hypothetical": StanceWords("Not said", "Nobody is reported to have said these words: they are supposed, asked "
                                            "about, or given as a meaning."),
}
STANCE_FILTERS = {"asserted": "Said", **{kind: words.short for kind, words in STANCES.items()}, "any": "All of these"}
DECISIONS = {
    "confirm": "Confirmed", "correct": "Speaker set", "not_a_quote": "Marked as not a quote",
    "restore": "Taken back: it is a quote", "accept": "Made a quote", "undo": "Undone",
    "merge": "Speakers joined into one", "split": "Speaker taken apart", "edit": "Speaker edited",
    "set_aside": "Taken off the list of speakers",
}
WHY_NOT: dict[Why, str] = {
    "nickname": "A nickname", "name": "A name, by the word before it", "title": "A title or name",
    "term": "A term", "headline": "A headline of which nothing says whose words it is",
    "inside": "A part of other words in marks", "empty": "No word",
    "too_unsure": "Too unsure to be called a quote",
}
RELATIONS = {"same": "The same words", "altered": "Altered", "shorter": "A shorter part", "longer": "With more around"}
CHANGES = {"negation": "a negation", "number": "a number", "name": "a name"}


class OutcomeWords(NamedTuple):
    """What looking for words ended with: a sign, a title, a sentence."""

    sign: str
    title: str
    says: str


OUTCOMES = {
    "found": OutcomeWords("✓", "Found", "These words are in the collection as they stand here."),
    "altered": OutcomeWords("≠", "Altered", "The collection has these words, but not exactly."),
    "clipped": OutcomeWords("✂", "Clipped", "The words stand there with more around them."),
    "other_speaker": OutcomeWords("!", "Somebody else’s", "The words are there, but from another speaker."),
    "not_found": OutcomeWords("–", "Not in this collection",
                              "Nobody here is quoted with these words. That does not mean that they were never said."),
    "in_text": OutcomeWords("¶", "In the text, not as a quotation",
                            "Articles have these words as their own: no quotation there, and no speaker."),
}
PLATFORMS = {
    "twitter": "X (Twitter)", "instagram": "Instagram", "facebook": "Facebook", "tiktok": "TikTok",
    "threads": "Threads", "bluesky": "Bluesky", "mastodon": "Mastodon", "truthsocial": "Truth Social",
    "telegram": "Telegram", "reddit": "Reddit", "youtube": "YouTube", "linkedin": "LinkedIn",
}
THEMES = {"light": "Light", "dark": "Dark", "plain": "Black on white", "auto": "As the reader’s device has it"}
# Marks that turn the direction of writing until others end it, and so reach over what stands after them.
OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
BLANKS_IN_LINES = dict.fromkeys([*range(0x0A), *range(0x0B, 0x20), 0x7F, 0x85], " ") | {0x2028: "\n", 0x2029: "\n"}
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
    words = words or ""
    if not words.isprintable():  # none of what is taken out is printable, and most lines have nothing of it
        words = words.translate(DIRECTION_MARKS).translate(BLANKS)
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def speaker_name(quote: Quote) -> str:
    """Who said it, as a heading has it."""
    return quote.speaker.name if quote.speaker else nobody_words(quote)


def stance_shown(quote: Quote) -> str:
    """The stance of a quote with the words that show it: Denied: “never said”. Nothing for what was said."""
    if quote.stance.kind == "asserted":
        return ""
    shown = one_line(quote.stance.text, 60)
    return f"{STANCES[quote.stance.kind].short}: “{shown}”" if shown else STANCES[quote.stance.kind].short


def quote_title(quote: Quote) -> str:
    """A quote's title: who said what, in short, or that it was not said."""
    words = one_line(detached(quote), 90)
    stance = "" if quote.stance.kind == "asserted" else f" ({STANCES[quote.stance.kind].short.lower()})"
    who = f"{speaker_name(quote)}{stance}"
    return one_line(f"{who}: “{words}”" if words else f"{who}: a social post", 200)


def source_words(document: Document | None) -> str:
    """Where the words are written: outlet and day."""
    if document is None:
        return ""
    return ", ".join(part for part in (outlet_of(document), day(document.published_at)) if part)


def decision(action: str) -> str:
    """What somebody decided."""
    return DECISIONS.get(action, action.replace("_", " ").capitalize())


def platform_name(platform: str) -> str:
    """A platform's name as people write it."""
    return PLATFORMS.get(platform, platform)


def percent(share: float) -> str:
    """A share from 0 to 1 as people write it."""
    return f"{round(share * 100)}%"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"1 {one}" if number == 1 else f"{number} {many}"


CARD_MARKS = {
    "withdrawn": CardMark("!", "No longer in the article"),
    "not_a_quote": CardMark("!", "Not a quotation, a person has found"),
}
MARKS = {"ja": "「」", "zh": "「」", "ar": "«»", "fa": "«»", "fr": "«»", "ru": "«»", "uk": "«»", "el": "«»",
         "de": "„“", "cs": "„“", "pl": "„”", "ro": "„”", "hu": "„”", "sv": "””", "fi": "””"}


def card_mark(quote: Quote) -> CardMark | None:
    """What the card of a quote says before the words, if anything."""
    if quote.status not in CARD_MARKS and (stance := stance_shown(quote)):
        return CardMark("≠", stance)
    return CARD_MARKS.get(quote.status) or verdict_mark(quote)


def marks_of(quote: Quote) -> tuple[str, str]:
    """The opening and the closing mark for a quote's words, as its language has them; none around a post."""
    if quote.kind == "post" or not quote.text:
        return "", ""
    language = (quote.document.language if quote.document else None) or ""
    opening, closing = MARKS.get(language.partition("-")[0].lower(), "“”")
    return opening, closing


def card_words(quote: Quote) -> str:
    """The words on a card as they stand alone, without marks that turn the direction of writing."""
    if not quote.text:
        platform = platform_name(quote.post.platform) if quote.post else "Social"
        return f"{platform} post. Its words are not in the article."
    return detached(quote).translate(DIRECTION_MARKS).translate(BLANKS_IN_LINES).strip()


def card_description(quote: Quote) -> list[str]:
    """Who the speaker is, and from which account a post comes."""
    found = [quote.speaker.description if quote.speaker else None]
    if quote.speaker and quote.speaker.kind == "unnamed":
        found.append(SPEAKER_KINDS["unnamed"])
    if quote.post is not None:
        platform = platform_name(quote.post.platform)
        found.append(f"@{quote.post.handle} on {platform}" if quote.post.handle else f"on {platform}")
        found.append(day(quote.post.posted_at) or quote.post.printed_date)
    return [one_line(one) for one in found if one]


def card_source(quote: Quote) -> list[str]:
    """Who passed the words on, and where and when they are written."""
    document = quote.document
    found = [f"by way of {quote.via.name}" if quote.via else None]
    if document is not None:
        found += [outlet_of(document) or (None if document.published_at else document.title),
                  day(document.published_at)]
    return [one_line(one) for one in found if one]


def told(quote: Quote) -> str:
    """Below a quote's words, in one line: who said them, who that is, where and when they are written."""
    return ", ".join(one_line(one) for one in (speaker_name(quote), *card_description(quote), *card_source(quote)))


def card_alternative(quote: Quote) -> str:
    """The alternative text of a card's picture: everything that is on it, the words first."""
    mark, (opening, closing) = card_mark(quote), marks_of(quote)
    words = f"{opening}{card_words(quote)}{closing}"
    told = [speaker_name(quote), *card_description(quote), *card_source(quote), mark.words if mark else ""]
    return one_line(f"{words} — {', '.join(part for part in told if part)}", 1000)
