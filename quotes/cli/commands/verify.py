"""`quotes verify`: did somebody say this?"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from quotes.cli.command_setup import opened_store
from quotes.cli.output.quote_table import FORMATS, date_of, form_in_force, in_json, stance_words, where, who
from quotes.cli.output.table import table
from quotes.cli.output.terminal import width
from quotes.collection.verification.differences import Difference
from quotes.collection.verification.outcomes import Match, TextPassage, Verification
from quotes.collection.verification.verification import verify
from quotes.schemas.verification import dump_verification
from quotes.store.contract.verification import Coverage

HEAD = ("Date", "Where", "Who", "Words", "Quote")
TEXT_HEAD = ("Date", "Where", "Text", "Article")
NO_QUOTE = ("not_found", "in_text")
ANSWERS = {
    "found": "Found: these words are quoted in this collection.",
    "altered": "Altered: the collection has these words in another form.",
    "clipped": "Clipped: these words are part of a longer quotation.",
    "other_speaker": "Another speaker: this collection has these words from somebody else.",
    "not_found": "Not found in this collection. That does not mean that it was never said.",
    "in_text": "In the text: articles have these words as their own; no quotation there, and no speaker.",
}
CHANGED = {"negation": "a negation", "number": "a number", "name": "a name"}


@click.command("verify")
@click.argument("words", nargs=-1, required=True)
@click.option("--speaker", metavar="NAME", help="Who is said to have said it: a whole or part name, or an id.")
@click.option("--format", "form", type=click.Choice([form for form in FORMATS if form != "jsonl"]),
              help="How to write it: a table, or JSON. Without it: a table on a terminal, else JSON.")
def command(words: tuple[str, ...], speaker: str | None, form: str | None) -> int:
    """Say whether WORDS were said: found, altered, clipped, said by somebody else, or not quoted here."""
    with opened_store() as store:
        answer = verify(store, " ".join(words), speaker)
    if form_in_force(form) == "table":
        lines = answer_lines(answer)
    else:
        lines = iter([in_json(dump_verification(answer), indent=2)])
    for line in lines:
        sys.stdout.write(line + "\n")
    return 0


def answer_lines(answer: Verification) -> Iterator[str]:
    """The answer for a person: what it is, the passages with their differences, what the collection covers."""
    yield ANSWERS[answer.outcome]
    if answer.matches:
        rows = [(date_of(match.quote), where(match.quote), who(match.quote), _words(match), match.quote.id)
                for match in answer.matches]
        yield ""
        if answer.outcome in NO_QUOTE:
            yield "The nearest quotes:"
        yield from table(HEAD, rows, width())
    if answer.passages:
        yield ""
        yield from table(TEXT_HEAD, [_in_text(passage) for passage in answer.passages], width())
    if answer.holders:
        yield ""
        yield from _who_is_meant(answer)
    yield ""
    yield _covers(answer.coverage)


def _words(match: Match) -> str:
    """The words of a match: [-left out-] and {+added+} against the quote, and what was changed that matters."""
    before = f"({match.omitted_before}) " if match.omitted_before else ""
    after = f" ({match.omitted_after})" if match.omitted_after else ""
    said = " ".join(_marked(one) for one in match.diff)
    told = " and ".join(CHANGED[sort] for sort in match.changed)
    denied = f"The words right before deny it: {match.denial}" if match.denial else ""
    lines = [f"{before}“{said}”{after}", f"Changed: {told}" if told else "", denied, _stance(match)]
    return "\n".join(line for line in lines if line)


def _in_text(passage: TextPassage) -> tuple[str, str, str, str]:
    """A passage of an article's own text as a row."""
    document = passage.document
    said = " ".join(_marked(one) for one in passage.diff)
    return ((document.published_at or "")[:10], document.publisher or "", f"…{passage.before}{said}{passage.after}…",
            document.id or "")


def _who_is_meant(answer: Verification) -> Iterator[str]:
    """Who can be meant by a role, and who is taken to be."""
    meant = [one for one in answer.holders if one.is_meant]
    if len(meant) == 1:
        yield f"“{answer.asked.speaker}” is taken to be {meant[0].speaker.name}: articles of that time say so."
    else:
        yield f"Articles call several people “{answer.asked.speaker}”. Ask again with one of these ids:"
        for one in answer.holders:
            days = f", {one.first} to {one.last}" if one.first else ""
            yield f"  {one.speaker.id}  {one.speaker.name} ({one.called}{days})"


def _stance(match: Match) -> str:
    """That the article does not stand by the words, where it does not."""
    told = stance_words(match.quote)
    return f"The article does not say that this was said: {told}" if told else ""


def _marked(one: Difference) -> str:
    if one.op == "equal":
        return one.found
    if one.op == "elided":
        return f"(… {one.found} …)"
    return " ".join(part for part in (one.found and f"[-{one.found}-]", one.asked and f"{{+{one.asked}+}}") if part)


def _covers(coverage: Coverage) -> str:
    if not coverage.documents:
        return "There is nothing in this collection yet."
    outlets = f" from {len(coverage.publishers)} outlets" if len(coverage.publishers) > 1 else ""
    days = f", {coverage.since} to {coverage.until}" if coverage.since else ""
    return f"Looked through {coverage.quotes} quotes in {coverage.documents} articles{outlets}{days}."
