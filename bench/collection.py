"""A collection of generated articles in the shapes of real ones, as readings ready to be kept.

Shapes were counted on news articles: ten quotes in five thousand characters, sixteen words a quote and many of a word
or two, three or four speakers an article, some quoted in thousands of articles and most in a few, a rival in a third of
the attributions. The clues are those that reading such sentences gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from bench.wording import ROLES, UNNAMED, Words
from quotes.collection.derived_fields import DerivedFields
from quotes.reading.pipeline import engine, read_document
from quotes.reading.text_fragments import deep_link
from quotes.records.document import Article, Block, Document
from quotes.records.evidence import Clue, Cue, Via
from quotes.records.post import Account, PostDetails
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.records.speaker import QuotedSpeaker, Speaker

LENGTHS = (1, 2, 3, 5, 8, 11, 14, 18, 24, 34, 60)
OFTEN = (6, 8, 9, 10, 12, 12, 12, 11, 9, 7, 4)
CUES = ("said", "told", "added", "says", "warned", "wrote")
VERDICTS = (("certain", 0.97), ("likely", 0.78), ("unsure", 0.5))
FIRST_DAY, DAYS = datetime(2015, 1, 1), 3650
OUTLETS, AGENCY = 60, 0.04
FRAMES = ("“{}” {cue} {name}, {role}. ", "{name}, {role}, {cue}: “{}” ", "“{}” {name} {cue} reporters. ",
          "{name} called it “{}” ", "According to {name}, “{}” ")
PARAGRAPHS = 13


@dataclass(frozen=True, slots=True)
class Size:
    """How large a collection is, and the number that it grows from: the same seed gives the same collection."""

    quotes: int
    documents: int
    speakers: int
    seed: int


def sized(quotes: int, seed: int) -> Size:
    """A collection of so many quotes, with as many articles and speakers as belong to them."""
    return Size(quotes, max(1, quotes // 10), max(10, quotes // 50), seed)


class Collection:
    """Generates the articles of a collection, one after the other."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._random = Random(size.seed)
        self.words = Words(self._random)
        self.names = self.words.names(size.speakers * 8 // 10)
        self._fame = list(accumulate(1 / (rank + 8) for rank in range(len(self.names))))
        self._roles = [self._random.choice(ROLES) for _ in self.names]
        kinds = ("Times", "Courier", "Post") * OUTLETS
        named = zip(self.words.names(OUTLETS), kinds, strict=False)
        self._outlets = [f"{name.split()[1]} {kind}" for name, kind in named]
        self._retelling = DerivedFields()
        self._filler = [self.words.sentence(self._random.randint(8, 30)) + ". " for _ in range(20_000)]
        self._clues = list(self._read_clues())

    def readings(self) -> Iterator[Reading]:
        """All articles; some are an agency's that other outlets print as well."""
        left = self.size.quotes
        number = 0
        while number < self.size.documents:
            reading = self._reading(number, left // (self.size.documents - number))
            number, left = number + 1, left - len(reading.quotes)
            yield reading
            if self._random.random() < AGENCY and number < self.size.documents:
                yield self._reprinted(reading, number)
                number, left = number + 1, left - len(reading.quotes)

    def _read_clues(self) -> Iterator[tuple[Clue, ...]]:
        """What clues the pipeline gives for sentences like these."""
        for _ in range(40):
            lines = [self._random.choice(FRAMES).format(
                self.words.sentence(self._random.randint(3, 20)) + ",", cue=self._random.choice(CUES),
                name=self._random.choice(self.names), role=self._random.choice(ROLES)) for _ in range(8)]
            text = "\n\n".join(line + self._random.choice(self._filler) for line in lines)
            reading = read_document(Article(text=text))
            yield from (quote.clues for quote in reading.quotes if quote.clues)

    def _reading(self, number: int, near: int) -> Reading:
        return Draft(self, number, self._random).reading(max(1, near + self._random.randint(-6, 6)))

    def _reprinted(self, reading: Reading, number: int) -> Reading:
        document = self.document(number, reading.document.text, reading.document.blocks)
        quotes = tuple(replace(quote, link=self.link(document, quote.start, quote.end)) for quote in reading.quotes)
        return replace(reading, document=document, quotes=quotes)

    def document(self, number: int, text: str, blocks: tuple[Block, ...]) -> Document:
        """Where an article came from; most come in the order of their dates, an archive among them does not."""
        random = self._random
        day = number / self.size.documents if random.random() < 0.8 else random.random()
        moment = FIRST_DAY + timedelta(days=DAYS * day, seconds=random.randrange(86_400))
        outlet = random.randrange(OUTLETS)
        title = self.words.sentence(8)
        slug = "-".join(title.lower().replace(",", "").split())
        url = f"https://www.outlet{outlet}.example/news/{moment:%Y/%m/%d}/{slug}-{number}"
        return Document(text, title=title, url=url, publisher=self._outlets[outlet], language="en", engine=engine(),
                        byline=random.choice(self.names), published_at=moment.isoformat() + "Z", blocks=blocks)

    def link(self, document: Document, start: int, end: int) -> str | None:
        """A quote's link, as a reading gives it."""
        words = document.text[start:end]
        if words.count(" ") >= 2:
            return self._retelling.link(document.url, words)
        return deep_link(document.url, document.text, start, end)

    def someone(self) -> tuple[str, str]:
        """A name with its role; few are in the news all the time."""
        number = self._random.choices(range(len(self.names)), cum_weights=self._fame)[0]
        return self.names[number], self._roles[number]

    def clues(self, mention: tuple[str, int, int], cue: Cue | None) -> tuple[Clue, ...]:
        """Clues for a mention; those that showed at the cue of their own sentence show at this one's."""
        words, start, end = mention
        place = (start, end)
        made = []
        for n, clue in enumerate(self._random.choice(self._clues)):
            at = (cue.start, cue.end) if cue and n == 2 else place
            says = self._retelling.sentence(clue.clue, clue.facts, words)
            made.append(Clue(clue.clue, says, clue.weight, *at, clue.facts))
        return tuple(made)

    def filler(self) -> str:
        """A sentence that quotes nobody."""
        return self._random.choice(self._filler)


class Draft:
    """One article as it grows."""

    def __init__(self, collection: Collection, number: int, random: Random) -> None:
        self._of, self._number, self._random = collection, number, random
        self._parts: list[str] = []
        self._at = 0
        self._blocks: list[Block] = []
        self._quotes: list[Quote] = []
        self._speakers = self._cast()

    def reading(self, quotes: int) -> Reading:
        """The finished article with so many quotes."""
        self._paragraph("headline", [self._of.words.sentence(7)])
        for n in range(max(PARAGRAPHS, quotes)):
            start = self._at
            if n < quotes:
                self._quote(n)
            for _ in range(self._random.randint(1, 3)):
                self._add(self._of.filler())
            self._close("paragraph", start)
        document = self._of.document(self._number, "".join(self._parts), tuple(self._blocks))
        linked = tuple(replace(quote, link=self._of.link(document, quote.start, quote.end)) for quote in self._quotes)
        quoted = {who.id for quote in linked for who in (quote.speaker, quote.runner_up) if who}
        return Reading(document, linked, tuple(one for one in self._speakers if one.id in quoted))

    def _cast(self) -> list[Speaker]:
        """Who speaks in it."""
        random, found = self._random, {}
        for _ in range(random.choices((1, 2, 3, 4, 6, 9), (1, 2, 3, 3, 2, 1))[0]):
            name, role = self._of.someone()
            found[name] = role if random.random() < 0.6 else None
        speakers = [Speaker(f"s{n}", name, "person", role, (name.split()[1],) if random.random() < 0.03 else (),
                            (Account("twitter", name.replace(" ", "")),) if random.random() < 0.02 else ())
                    for n, (name, role) in enumerate(found.items(), 1)]
        if random.random() < 0.35 * self._of.size.speakers / self._of.size.documents:
            speakers.append(Speaker(f"s{len(speakers) + 1}", random.choice(UNNAMED), "unnamed"))
        return speakers

    def _quote(self, n: int) -> None:
        """A sentence with a quote in it, and all that is known of that."""
        random = self._random
        words = self._of.words.sentence(random.choices(LENGTHS, OFTEN)[0])
        kind = "direct" if " " in words and random.random() < 0.75 else "mixed"
        who = self._speakers[min(int(random.expovariate(0.9)), len(self._speakers) - 1)]
        if random.random() < 0.02:
            return self._post(n, words, who)
        start = self._add("“", words, ",” ")[1]
        if random.random() < 0.03:
            return self._keep(Quote(f"q{n}", kind, words, start, start + len(words), "unknown", 0.0))
        cue_text = random.choice(CUES)
        cue = Cue(cue_text, self._at, self._at + len(cue_text)) if random.random() < 0.87 else None
        mention = who.name if who.kind == "unnamed" or random.random() < 0.5 else who.name.split()[1]
        self._add(cue_text, " ")
        at = self._at
        self._add(mention, ". ")
        verdict, sure = random.choices(VERDICTS, (68, 22, 10))[0]
        place = (mention, at, at + len(mention))
        other = random.choice(self._speakers) if random.random() < 0.34 else None
        return self._keep(Quote(
            f"q{n}", kind, words, start, start + len(words), verdict, round(sure + random.random() / 50, 3),
            speaker=QuotedSpeaker(who.id, who.name, who.kind, who.description, *place), cue=cue,
            via=Via("Courier", at, at + 7) if random.random() < 0.02 else None, clues=self._of.clues(place, cue),
            runner_up=None if other is None or other is who else QuotedSpeaker(
                other.id, other.name, other.kind, other.description, other.name, 10, 10 + len(other.name)),
        ))

    def _post(self, n: int, words: str, who: Speaker) -> None:
        start = self._add(words, " ")[0]
        moment = f"20{self._random.randint(15, 24)}-03-04T05:06:07+00:00"
        handle = who.name.replace(" ", "")
        self._keep(Quote(
            f"q{n}", "post", words, start, start + len(words), "certain", 0.95,
            speaker=QuotedSpeaker(who.id, who.name, who.kind, who.description),
            post=PostDetails("twitter", handle, who.name, str(self._random.getrandbits(60)),
                             f"https://twitter.com/{handle}/status/1", moment, "id")))

    def _keep(self, quote: Quote) -> None:
        """A quote, which may carry on the one before it or stand inside it."""
        before = self._quotes[-1].id if self._quotes else None
        chance = self._random.random()
        self._quotes.append(replace(quote, continues=before if chance < 0.12 else None,
                                    parent=before if chance > 0.98 else None))

    def _add(self, *parts: str) -> list[int]:
        """Write some words; where each of them begins."""
        begins = []
        for part in parts:
            begins.append(self._at)
            self._parts.append(part)
            self._at += len(part)
        return begins

    def _paragraph(self, kind: str, sentences: list[str]) -> None:
        start = self._at
        self._add(*sentences)
        self._close(kind, start)

    def _close(self, kind: str, start: int) -> None:
        self._blocks.append(Block(kind, start, self._at))
        self._add("\n\n")
